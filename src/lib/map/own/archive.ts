import { fileOf, Gate, GroundError, refused } from './gate';

/** A PMTiles archive on a web server, of which only the parts that are needed are fetched. */
export interface Archive {
	kind: 'raster' | 'vector';
	/** How vector tiles are encoded. */
	encoding: 'mvt' | 'mlt';
	minzoom: number;
	maxzoom: number;
	/** West, south, east, north in degrees. */
	bounds: [number, number, number, number];
	/** HTML, as its makers wrote it. */
	attribution: unknown;
	/** Names of a vector archive's layers, where it says so. */
	layers: string[] | undefined;
	/** A tile's bytes, undefined where the archive has none. @throws {GroundError} where it is damaged */
	tile: (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | undefined>;
}

/** What PMTiles asks for at first, header and root directory, however short the file is. */
const FIRST_BYTES = 16_384;

/**
 * Opens an archive: reads its header and metadata, and sees that its end is there.
 * @throws {GroundError} where it cannot be fetched, is no archive, or is cut short
 */
export async function openArchive(address: string, gate: Gate): Promise<Archive> {
	// Only a dossier with an archive needs the package.
	const { EtagMismatch, PMTiles, TileType } = await import('pmtiles');
	const file = fileOf(address);

	async function getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string) {
		const range = `bytes=${offset}-${offset + length - 1}`;
		const { status, data, headers } = await gate.ask(address, { range }, signal);
		if (status === 416) throw new GroundError(`${file} is cut short`);
		if (status === 200 && (offset > 0 || data.byteLength > length))
			throw new GroundError(`the host of ${file} does not serve parts of it (HTTP Range)`);
		if (status !== 206 && status !== 200) throw refused(address, status);
		if (data.byteLength < length && !(offset === 0 && length === FIRST_BYTES))
			throw new GroundError(`${file} is cut short`);
		const found = headers.get('etag') ?? undefined;
		if (etag && found && found !== etag) throw new EtagMismatch();
		return { data, ...(found && !found.startsWith('W/') ? { etag: found } : {}) };
	}
	const archive = new PMTiles({ getKey: () => address, getBytes });

	async function whole<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (signal?.aborted || error instanceof GroundError) throw error;
			throw new GroundError(`${file} is no PMTiles archive, or a damaged one`);
		}
	}

	return whole(async () => {
		const header = await archive.getHeader();
		const end = header.tileDataOffset + (header.tileDataLength ?? 0);
		await getBytes(end - 1, 1);
		const metadata = ((await archive.getMetadata()) ?? {}) as Record<string, unknown>;
		const { tileType } = header;
		if (tileType === TileType.Unknown)
			throw new GroundError(`${file} does not say what its tiles are`);
		return {
			kind: tileType === TileType.Mvt || tileType === TileType.Mlt ? 'vector' : 'raster',
			encoding: tileType === TileType.Mlt ? 'mlt' : 'mvt',
			minzoom: header.minZoom,
			maxzoom: header.maxZoom,
			bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
			attribution: metadata['attribution'],
			layers: layerNames(metadata['vector_layers']),
			tile: (z, x, y, signal) =>
				whole(async () => (await archive.getZxy(z, x, y, signal))?.data, signal)
		};
	});
}

/** The names that a TileJSON's or an archive's `vector_layers` lists. */
function layerNames(layers: unknown): string[] | undefined {
	if (!Array.isArray(layers)) return undefined;
	return layers.flatMap((layer: { id?: unknown } | null) =>
		typeof layer?.id === 'string' ? [layer.id] : []
	);
}
