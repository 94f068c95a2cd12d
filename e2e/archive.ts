import { PNG } from 'pngjs';

/** Bytes of a PMTiles header, as its specification (version 3) lays them out. */
const HEADER_BYTES = 127;
/** Tiles of these zooms stand in the archive. */
const MAX_ZOOM = 14;
const TILE_TYPES = { vector: 1, raster: 2 };

interface ArchiveOptions {
	kind: 'vector' | 'raster';
	/** The one tile that stands everywhere. */
	tile: Buffer;
	metadata: object;
	/** West, south, east, north in degrees. */
	bounds?: [number, number, number, number];
}

/** A PMTiles archive, written after the specification: one tile for every place at every zoom. */
export function pmtiles({ kind, tile, metadata, bounds }: ArchiveOptions): Buffer {
	const everywhere = (4 ** (MAX_ZOOM + 1) - 1) / 3;
	// One entry: the first tile id, how many ids run on from it, its length, its offset plus one.
	const directory = varints(1, 0, everywhere, tile.length, 1);
	const json = Buffer.from(JSON.stringify(metadata));
	const header = Buffer.alloc(HEADER_BYTES);
	header.write('PMTiles');
	header.writeUInt8(3, 7);
	const jsonAt = HEADER_BYTES + directory.length;
	const tilesAt = jsonAt + json.length;
	const numbers = [
		...[HEADER_BYTES, directory.length, jsonAt, json.length],
		// No leaf directories; then the tiles, and how many are addressed, entered, contained.
		...[tilesAt, 0, tilesAt, tile.length, everywhere, 1, 1]
	];
	numbers.forEach((number, i) => header.writeBigUInt64LE(BigInt(number), 8 + 8 * i));
	// Clustered; directories and tiles not compressed; what the tiles are; the zooms.
	[1, 1, 1, TILE_TYPES[kind], 0, MAX_ZOOM].forEach((number, i) =>
		header.writeUInt8(number, 96 + i)
	);
	(bounds ?? [-180, -85.05113, 180, 85.05113]).forEach((degrees, i) =>
		header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i)
	);
	return Buffer.concat([header, directory, json, tile]);
}

/** A picture tile of one colour. @param colour `#rrggbb` */
export function pictureTile(colour: string): Buffer {
	const png = new PNG({ width: 256, height: 256 });
	const rgba = Buffer.from(`${colour.slice(1)}ff`, 'hex');
	for (let at = 0; at < png.data.length; at += 4) rgba.copy(png.data, at);
	return PNG.sync.write(png);
}

/** A Mapbox vector tile, after its specification (version 2): one area that fills it, in one layer. */
export function areaTile(layer: string): Buffer {
	const command = (id: number, times: number) => (times << 3) | id;
	const zigzag = (number: number) => (number << 1) ^ (number >> 31);
	const edge = 4096;
	const geometry = varints(
		...[command(1, 1), zigzag(0), zigzag(0)],
		...[command(2, 3), zigzag(edge), zigzag(0), zigzag(0), zigzag(edge), zigzag(-edge), zigzag(0)],
		command(7, 1)
	);
	// A feature's type 3 is a polygon.
	const feature = Buffer.concat([varints((3 << 3) | 0, 3), field(4, geometry)]);
	return field(
		3,
		Buffer.concat([
			varints((15 << 3) | 0, 2),
			field(1, Buffer.from(layer)),
			field(2, feature),
			varints((5 << 3) | 0, edge)
		])
	);
}

/** A field of a protocol buffer whose value has a length. */
function field(number: number, value: Buffer): Buffer {
	return Buffer.concat([varints((number << 3) | 2, value.length), value]);
}

function varints(...numbers: number[]): Buffer {
	const bytes: number[] = [];
	for (let number of numbers) {
		for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
		bytes.push(number);
	}
	return Buffer.from(bytes);
}
