import { WORLD_SIZE, worldPoint, type Camera } from '../../core/picture/camera';
import type { LonLat } from '../../core/place/geometry';

/**
 * Positions in whole numbers: the world is 2^32 units wide and high, so that a uint32 holds a position and
 * the difference of two is exact. A unit is 9 mm at the equator, and 1/128 of a pixel at zoom 16; float32, of
 * 24 bits, would be out by two pixels there. Differences of x wrap as uint32 does: the shorter way round the
 * world, across ±180° too.
 */
export const WORLD_UNITS = 2 ** 32;

export interface FixedPoint {
	/** 0 to 2^32 − 1, from 180° W eastwards. */
	x: number;
	/** 0 to 2^32 − 1, from the north of the Web-Mercator world southwards. */
	y: number;
}

export function fixedPoint(at: LonLat): FixedPoint {
	const { x, y } = worldPoint(at);
	return {
		x: Math.round(x * WORLD_UNITS) >>> 0,
		y: Math.max(0, Math.min(WORLD_UNITS - 1, Math.round(y * WORLD_UNITS)))
	};
}

/** A camera in whole numbers, as the shader takes it. */
export interface FixedCamera {
	/** The unit that the middle lies in, and where in it: 0 to 1. */
	centre: FixedPoint;
	rest: { x: number; y: number };
	/** Pixels of a unit. */
	scale: number;
}

/** @param ratio pixels counted to a CSS pixel: `devicePixelRatio` for those of the screen */
export function fixedCamera({ lon, lat, zoom }: Camera, ratio = 1): FixedCamera {
	const { x, y } = worldPoint([lon, lat]);
	const [wideX, wideY] = [x * WORLD_UNITS, y * WORLD_UNITS];
	const [wholeX, wholeY] = [Math.floor(wideX), Math.floor(wideY)];
	const centre = { x: wholeX >>> 0, y: Math.max(0, Math.min(WORLD_UNITS - 1, wholeY)) };
	return {
		centre,
		rest: { x: wideX - wholeX, y: wideY - centre.y },
		scale: (ratio * WORLD_SIZE * 2 ** zoom) / WORLD_UNITS
	};
}

/** From one x to another by the shorter way, in units: −2^31 to 2^31 − 1. */
export function wayAcross(from: number, to: number): number {
	return (to - from) | 0;
}

/**
 * Where a point stands, in pixels right of and below the picture's middle: what the vertex shader works out,
 * step by step, in the float32 that it has.
 */
export function offsetOf(at: FixedPoint, { centre, rest, scale }: FixedCamera): FixedPoint {
	const f = Math.fround;
	const x = f(wayAcross(centre.x, at.x));
	const y = f(at.y - centre.y);
	return {
		x: f(f(x - f(rest.x)) * f(scale)),
		y: f(f(y - f(rest.y)) * f(scale))
	};
}

/** The point of the world at some pixels right of and below the picture's middle. */
export function fixedAt({ centre, rest, scale }: FixedCamera, x: number, y: number): FixedPoint {
	return {
		x: Math.round(centre.x + rest.x + x / scale) >>> 0,
		y: centre.y + rest.y + y / scale
	};
}

/** How many copies of the world are in sight on each side of the one in the middle. */
export function copiesBeside({ zoom, width }: Camera, margin: number): number {
	const world = WORLD_SIZE * 2 ** zoom;
	return Math.max(0, Math.ceil((width / 2 + margin) / world - 0.5));
}
