import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Basemap } from '../../core/dossier/schema';
import type { MapTokens } from '../../core/picture/tokens';
import type { FontFaces } from '../style';
import type { Archive } from './archive';
import { safeAttribution } from './attribution';
import { fileOf, GroundError } from './gate';
import { plainLayers } from './plain-style';

/** What a ground map of the dossier's own adds to the map's style. */
export interface Ground {
	sources: [id: string, source: SourceSpecification][];
	/** Of them, those with a background's type lie lowest. */
	layers: LayerSpecification[];
	sprites: { id: string; url: string }[];
	glyphs: string | undefined;
	fontFaces: FontFaces;
	/** Ids of the layers that we letter, and can letter in another language. */
	lettered: string[];
}

/** What the ways of naming a ground map need to be made out. */
interface Means {
	askJson: (address: string) => Promise<unknown>;
	/** Opens an archive and gives the address that MapLibre asks for its tiles at. */
	archive: (address: string) => Promise<{ archive: Archive; tiles: string }>;
	tokens: MapTokens;
	language: string;
}

/** Begins the ids of sources and layers that are not the app's, so that none of them can meet. */
export const OWN = 'own/';

const SOURCE_TYPES: ReadonlySet<unknown> = new Set([
	'vector',
	'raster',
	'raster-dem',
	'geojson',
	'image'
]);

/**
 * Makes out what a dossier's ground map consists of. Its tiles are not asked for yet.
 * @throws {GroundError} where that cannot be done
 */
export async function groundOf(basemap: Basemap, means: Means): Promise<Ground> {
	if (basemap.style !== undefined) return styled(basemap.style, means);
	if (basemap.pmtiles !== undefined) {
		const { archive, tiles } = await means.archive(basemap.pmtiles);
		return plain(sourceOf(archive, tiles), archive.layers, means);
	}
	return plain(tileSource(basemap), undefined, means);
}

function plain(source: SourceSpecification, known: string[] | undefined, means: Means): Ground {
	const id = `${OWN}ground`;
	const layers: LayerSpecification[] =
		source.type === 'raster'
			? [{ id: `${id}/tiles`, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } }]
			: plainLayers(id, means.tokens, means.language, known);
	const lettered = layers.filter((layer) => layer.type === 'symbol').map((layer) => layer.id);
	return { ...EMPTY, sources: [[id, source]], layers, lettered };
}

const EMPTY = { sprites: [], glyphs: undefined, fontFaces: {}, lettered: [] };

function sourceOf(archive: Archive, tiles: string): SourceSpecification {
	const { kind, encoding, minzoom, maxzoom, bounds } = archive;
	const attribution = safeAttribution(archive.attribution);
	const shared = { tiles: [tiles], minzoom, maxzoom, bounds, attribution };
	return kind === 'raster'
		? { type: 'raster', tileSize: 256, ...shared }
		: { type: 'vector', encoding, ...shared };
}

function tileSource(basemap: Basemap): SourceSpecification {
	const tiles = [basemap.tiles ?? []].flat();
	const isVector = /\.(mvt|pbf)$/i.test(pathOf(tiles[0] ?? ''));
	const kind = basemap.kind ?? (isVector ? 'vector' : 'raster');
	const { minzoom = 0, maxzoom = kind === 'vector' ? 14 : 19, tileSize = 256 } = basemap;
	return kind === 'vector'
		? { type: 'vector', tiles, minzoom, maxzoom }
		: { type: 'raster', tiles, minzoom, maxzoom, tileSize };
}

function pathOf(address: string): string {
	return URL.canParse(address) ? new URL(address).pathname : address;
}

/** A style as it is, but for the names of its parts and for what has no place under a map of events. */
async function styled(address: string, means: Means): Promise<Ground> {
	const style = (await means.askJson(address)) as Record<string, unknown> | null;
	const { sources, layers, sprite, glyphs } = style ?? {};
	if (!isRecord(sources) || !Array.isArray(layers) || style?.['version'] !== 8)
		throw new GroundError(`${fileOf(address)} is not a MapLibre style`);
	const here = (url: string) => absolute(url, address);
	const own: [string, SourceSpecification][] = [];
	for (const [id, source] of Object.entries(sources))
		if (isRecord(source) && SOURCE_TYPES.has(source['type']))
			own.push([OWN + id, await ownSource(source, here, means)]);
	const ids = new Set(own.map(([id]) => id));
	const kept = layers.flatMap((layer: unknown): LayerSpecification[] => {
		if (!isRecord(layer)) return [];
		const source = typeof layer['source'] === 'string' ? OWN + layer['source'] : undefined;
		if (source !== undefined && !ids.has(source)) return [];
		const renamed = { ...layer, id: `${OWN}${String(layer['id'])}`, ...(source && { source }) };
		return [renamed as unknown as LayerSpecification];
	});
	return {
		sources: own,
		layers: kept,
		sprites: spritesOf(sprite).map(({ id, url }) => ({ id, url: here(url) })),
		glyphs: typeof glyphs === 'string' ? here(glyphs) : undefined,
		fontFaces: fontFacesOf(style['font-faces'], here),
		lettered: []
	};
}

async function ownSource(
	source: Record<string, unknown>,
	here: (url: string) => string,
	means: Means
): Promise<SourceSpecification> {
	const { url, tiles, data, attribution } = source;
	let own: Record<string, unknown> = { ...source };
	if (typeof url === 'string' && /^pmtiles:\/\//i.test(url)) {
		const found = await means.archive(here(url.slice('pmtiles://'.length)));
		delete own['url'];
		// What the style says goes before what the archive says.
		own = { ...sourceOf(found.archive, found.tiles), ...own };
	} else if (typeof url === 'string') own['url'] = here(url);
	if (Array.isArray(tiles))
		own['tiles'] = tiles.filter((tile) => typeof tile === 'string').map(here);
	if (typeof data === 'string') own['data'] = here(data);
	if (attribution !== undefined) own['attribution'] = safeAttribution(attribution);
	return own as unknown as SourceSpecification;
}

function spritesOf(sprite: unknown): { id: string; url: string }[] {
	if (typeof sprite === 'string') return [{ id: 'default', url: sprite }];
	if (!Array.isArray(sprite)) return [];
	return sprite.filter(
		(item): item is { id: string; url: string } =>
			isRecord(item) && typeof item['id'] === 'string' && typeof item['url'] === 'string'
	);
}

function fontFacesOf(faces: unknown, here: (url: string) => string): FontFaces {
	if (!isRecord(faces)) return {};
	return Object.fromEntries(
		Object.entries(faces).map(([name, files]) => [
			name,
			[files].flat().flatMap((file: unknown) => {
				if (typeof file === 'string') return [{ url: here(file) }];
				return isRecord(file) && typeof file['url'] === 'string'
					? [{ ...file, url: here(file['url']) }]
					: [];
			})
		])
	) as FontFaces;
}

/** An address as it stands in a file at another; the braces of a template stay. */
export function absolute(url: string, from: string): string {
	if (!URL.canParse(url, from)) return url;
	return new URL(url, from).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}

/** What a TileJSON says, made safe: whole addresses, and no markup of its makers'. */
export function safeTileJson(json: unknown, address: string): unknown {
	if (!isRecord(json)) throw new GroundError(`${fileOf(address)} is not a TileJSON`);
	const { tiles, attribution } = json;
	return {
		...json,
		attribution: safeAttribution(attribution),
		tiles: Array.isArray(tiles)
			? tiles.filter((tile) => typeof tile === 'string').map((tile) => absolute(tile, address))
			: []
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
