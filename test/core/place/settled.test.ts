import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../../src/lib/core/place/geometry';
import { settled } from '../../../src/lib/core/place/settled';

const position = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true })
) satisfies fc.Arbitrary<LonLat>;

describe('what a hand has drawn', () => {
	test('leaves corners that were not touched as they were to the last digit', () => {
		fc.assert(
			fc.property(fc.array(position), position, (before, added) => {
				const now = settled(before, [...before, added]);
				// Two that lie within a metre of each other may stand for one another.
				now.slice(0, -1).forEach(([lon, lat], i) => {
					expect(before).toContainEqual([lon, lat]);
					expect(Math.abs(lat - (before[i] as LonLat)[1])).toBeLessThan(1.1e-5);
				});
			})
		);
		expect(settled([[46.123456789, 39.5]], [[46.123456789, 39.5]])).toEqual([[46.123456789, 39.5]]);
	});

	test('rounds a new corner to a metre or so', () => {
		expect(settled([], [[46.123456789, -0.000001]])).toEqual([[46.12346, 0]]);
		fc.assert(
			fc.property(position, ([lon, lat]) => {
				const [[x, y]] = settled([], [[lon, lat]]) as [LonLat];
				expect(Math.abs(x - lon)).toBeLessThanOrEqual(5.01e-6);
				expect(Math.abs(y - lat)).toBeLessThanOrEqual(5.01e-6);
			})
		);
	});

	test('brings a corner on another of the world’s copies to ±180°', () => {
		expect(
			settled(
				[],
				[
					[181.5, 10],
					[-540.25, 0]
				]
			)
		).toEqual([
			[-178.5, 10],
			[179.75, 0]
		]);
	});

	test('knows a corner again that runs on across ±180°', () => {
		expect(settled([[-179.1234567, 1]], [[180.8765433, 1]])).toEqual([[-179.1234567, 1]]);
	});
});
