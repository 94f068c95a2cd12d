import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCALE_WIDTH, scaleBar } from '../../../src/lib/core/picture/furniture';

/** The earth's circumference at the equator of the sphere that maps are measured on, in metres. */
const ROUND_THE_EARTH = 2 * Math.PI * 6_371_008.8;

describe('the scale bar', () => {
	it('says a round distance and is as wide as that is on the map', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 4, max: 14, noNaN: true }),
				fc.double({ min: -70, max: 70, noNaN: true }),
				(zoom, lat) => {
					const { label, width } = scaleBar({ zoom, lat });
					const [, number, unit] = /^(\d+)\u00a0(km|m)$/.exec(label) ?? [];
					expect(number).toMatch(/^[1235]0*$/);
					const metres = Number(number) * (unit === 'km' ? 1000 : 1);
					const perPixel = (ROUND_THE_EARTH * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
					// A great circle is a little shorter than the parallel.
					expect(metres / perPixel / width).toBeGreaterThan(0.99);
					expect(metres / perPixel / width).toBeLessThan(1.01);
					expect(width).toBeGreaterThan(SCALE_WIDTH / 2.6);
					expect(width).toBeLessThanOrEqual(SCALE_WIDTH + 1e-6);
				}
			)
		);
	});
});
