import type { LonLat } from '../place/geometry';
import { runningRing } from '../place/rings';

/** Positions of a ring above which nobody looks whether it crosses itself: it would take too long. */
const MOST = 1_000;

/**
 * Whether a closed ring crosses itself: two of its sides that do not follow one another cut each other. Sides
 * that only touch do not. Rings of more than 1,000 positions are not looked at, and pass.
 */
export function crossesItself(ring: readonly LonLat[]): boolean {
	if (ring.length > MOST) return false;
	const run = runningRing(ring);
	const sides = run
		.slice(1)
		.map((to, i) => ({ i, from: run[i] as LonLat, to }))
		.map((side) => ({ ...side, west: Math.min(side.from[0], side.to[0]) }))
		.sort((a, b) => a.west - b.west);
	// From west to east: a side is held against those that begin before it ends.
	for (const [k, side] of sides.entries()) {
		const east = Math.max(side.from[0], side.to[0]);
		for (let n = k + 1; n < sides.length; n++) {
			const other = sides[n] as (typeof sides)[number];
			if (other.west > east) break;
			const apart = Math.abs(side.i - other.i);
			if (apart <= 1 || apart === sides.length - 1) continue;
			if (cut(side.from, side.to, other.from, other.to)) return true;
		}
	}
	return false;
}

function cut(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
	return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Above 0 where the way from a over b to c turns left. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
