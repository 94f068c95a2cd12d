import { MAX_LATITUDE, type LonLat } from '../place/geometry';
import type { MapPosition } from '../view/view';

/** Width and height in pixels of the whole world at zoom 0, as MapLibre counts zoom. */
export const WORLD_SIZE = 512;

/** What a picture of the map shows: a position in its middle, and its size in CSS pixels. North is up. */
export interface Camera extends MapPosition {
	width: number;
	height: number;
}

/** A point of the world, 0 to 1 from west to east and from north to south. */
export interface WorldPoint {
	x: number;
	y: number;
}

/** Web Mercator (EPSG:3857) scaled to a world of size 1; latitudes beyond its end are held there. */
export function worldPoint([lon, lat]: LonLat): WorldPoint {
	const held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
	const sine = Math.sin((held * Math.PI) / 180);
	return {
		x: (lon + 180) / 360,
		y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
	};
}

/** The shorter way from one x of the world to another, which may lead across ±180°. */
export function acrossWorld(from: number, to: number): number {
	const way = to - from;
	return way - Math.round(way);
}

/** Whether a position stands in the picture. */
export function inSight(camera: Camera, at: LonLat): boolean {
	const { x, y } = screenPoint(camera, worldPoint(at));
	return x >= 0 && y >= 0 && x <= camera.width && y <= camera.height;
}

/**
 * Where a point of the world stands in the picture, in pixels from its upper left corner; of the
 * world's copies side by side, the one that is nearest to the picture's middle.
 */
export function screenPoint(camera: Camera, at: WorldPoint): { x: number; y: number } {
	const middle = worldPoint([camera.lon, camera.lat]);
	const scale = WORLD_SIZE * 2 ** camera.zoom;
	return {
		x: camera.width / 2 + acrossWorld(middle.x, at.x) * scale,
		y: camera.height / 2 + (at.y - middle.y) * scale
	};
}
