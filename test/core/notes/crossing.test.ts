import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossesItself } from '../../../src/lib/core/notes/crossing';
import type { LonLat } from '../../../src/lib/core/place/geometry';

/** Where two sides meet, solved for how far along each that is. */
function meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
	const det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
	if (det === 0) return false;
	const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / det;
	const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / det;
	const E = 1e-9;
	return t > E && t < 1 - E && u > E && u < 1 - E;
}
function plainly(ring: readonly LonLat[]): boolean {
	const sides = ring.slice(1).map((to, i) => [ring[i] as LonLat, to] as const);
	return sides.some(([a, b], i) => sides.some(([c, d], k) => k > i && meet(a, b, c, d)));
}

describe('whether a ring crosses itself', () => {
	it('is what holding each side against each other says', () => {
		const corner = fc.tuple(
			fc.integer({ min: 0, max: 12 }),
			fc.integer({ min: 0, max: 12 })
		) as fc.Arbitrary<LonLat>;
		fc.assert(
			fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
				const ring = [...corners, corners[0] as LonLat];
				expect(crossesItself(ring)).toBe(plainly(ring));
			}),
			{ numRuns: 400 }
		);
	});

	it('is asked on the short way round across ±180°', () => {
		const bow: LonLat[] = [
			[179, 0],
			[-179, 1],
			[-179, 0],
			[179, 1],
			[179, 0]
		];
		const box: LonLat[] = [
			[179, 0],
			[-179, 0],
			[-179, 1],
			[179, 1],
			[179, 0]
		];
		expect(crossesItself(bow)).toBe(true);
		expect(crossesItself(box)).toBe(false);
	});
});
