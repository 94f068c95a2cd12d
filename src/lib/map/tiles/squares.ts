import { WORLD_SIZE, worldPoint, type Camera } from '../../core/picture/camera';
import type { LonLat } from '../../core/place/geometry';
import { DEEPEST } from '../../core/store/tile';
import type { Square } from '../../core/store/store';
import { WORLD_UNITS } from '../points/fixed';

/** The level of the tiles that are drawn at a zoom, both of 512 pixels. */
export function tileLevel(zoom: number): number {
	return Math.max(0, Math.min(DEEPEST, Math.floor(zoom)));
}

/**
 * The squares of a level that a picture shows, each once however many copies of the world are in sight.
 * @param margin pixels about it that count as in sight
 */
export function squaresInSight(
	camera: Camera,
	level: number,
	margin: { x: number; y: number }
): Square[] {
	const middle = worldPoint([camera.lon, camera.lat]);
	const world = WORLD_SIZE * 2 ** camera.zoom;
	const count = 2 ** level;
	const halfWidth = Math.min(0.5, (camera.width / 2 + margin.x) / world);
	const halfHeight = (camera.height / 2 + margin.y) / world;
	const west = Math.floor((middle.x - halfWidth) * count);
	const east = Math.min(west + count - 1, Math.ceil((middle.x + halfWidth) * count) - 1);
	const north = Math.max(0, Math.floor((middle.y - halfHeight) * count));
	const south = Math.min(count - 1, Math.ceil((middle.y + halfHeight) * count) - 1);
	const squares: Square[] = [];
	for (let y = north; y <= south; y++)
		for (let x = west; x <= east; x++)
			squares.push({ z: level, x: ((x % count) + count) % count, y });
	return squares;
}

/** The square of a level in which a point stands, in units of the world (fixed.ts). */
export function squareAt({ x, y }: { x: number; y: number }, level: number): Square {
	const side = WORLD_UNITS / 2 ** level;
	return { z: level, x: Math.floor(x / side), y: Math.floor(y / side) };
}

/** The corners of a square, in degrees. */
export function cornersOf({ z, x, y }: Square): [southWest: LonLat, northEast: LonLat] {
	const west = (x / 2 ** z) * 360 - 180;
	const east = ((x + 1) / 2 ** z) * 360 - 180;
	return [
		[west, latitudeAt((y + 1) / 2 ** z)],
		[east, latitudeAt(y / 2 ** z)]
	];
}

/** A point of the world in degrees. @param x,y in units of the world (fixed.ts) */
export function positionOf({ x, y }: { x: number; y: number }): LonLat {
	return [(x / WORLD_UNITS) * 360 - 180, latitudeAt(y / WORLD_UNITS)];
}

/** The latitude at a height of the Web-Mercator world, 0 in the north to 1. */
function latitudeAt(y: number): number {
	return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
