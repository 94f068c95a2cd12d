import type { LngLatBounds, Map as MapLibreMap, Source } from 'maplibre-gl';
import type { Ground } from './ground';

interface TileSource extends Source {
	minzoom: number;
	tileSize: number;
	bounds?: [number, number, number, number];
}

const TILED: ReadonlySet<string> = new Set(['vector', 'raster']);

/** Degrees by which a sight may go beyond an edge unseen, and the latitude at which Web Mercator ends. */
const TOLERANCE = 0.01;
const LAST_LATITUDE = 85.05;

/**
 * Whether tiles of a ground map reach to every edge of what a map shows, at its zoom. A ground without
 * tiles is taken to.
 */
export function covers(map: MapLibreMap, ground: Ground): boolean {
	const sources = ground.sources.flatMap(([id, { type }]) =>
		TILED.has(type) ? ((map.getSource(id) as TileSource | undefined) ?? []) : []
	);
	const sight = map.getBounds();
	return (
		sources.length === 0 ||
		sources.some(
			({ type, minzoom, tileSize, bounds }) =>
				tileZoom(map.getZoom(), tileSize, type) >= minzoom && (!bounds || within(sight, bounds))
		)
	);
}

/** Raster tiles are taken at the nearest zoom, vector tiles at the next lower one. */
function tileZoom(zoom: number, tileSize: number, type: string): number {
	const at = zoom + Math.log2(512 / tileSize);
	return type === 'raster' ? Math.round(at) : Math.floor(at);
}

/** @param bounds west, south, east, north in degrees */
function within(
	sight: LngLatBounds,
	[west, south, east, north]: [number, number, number, number]
): boolean {
	return (
		Math.max(sight.getWest(), -180) >= west - TOLERANCE &&
		Math.min(sight.getEast(), 180) <= east + TOLERANCE &&
		Math.max(sight.getSouth(), -LAST_LATITUDE) >= south - TOLERANCE &&
		Math.min(sight.getNorth(), LAST_LATITUDE) <= north + TOLERANCE
	);
}
