import { worldPoint } from '../picture/camera';
import type { LonLat } from '../place/geometry';
import type { Square } from './store';
import { WORLD } from './tile';

/** Levels of the world's squares down to one of its units: 2^WORLD_LEVELS is WORLD. */
export const WORLD_LEVELS = 30;

/**
 * A spot in units of WORLD, from 180° W and from the north: whole numbers, rounded down. 180° E is 180° W; what lies
 * beyond the Web-Mercator world's north or south stands at its edge.
 * @param at degrees
 */
export function worldUnits(at: LonLat): { x: number; y: number } {
	const { x, y } = worldPoint(at);
	return {
		x: ((Math.floor(x * WORLD) % WORLD) + WORLD) % WORLD,
		y: Math.max(0, Math.min(WORLD - 1, Math.floor(y * WORLD)))
	};
}

/** Whether a spot in units of WORLD lies in a square. */
export function isIn({ z, x, y }: Square, at: { x: number; y: number }): boolean {
	const shift = WORLD_LEVELS - z;
	return at.x >> shift === x && at.y >> shift === y;
}
