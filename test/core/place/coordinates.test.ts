import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksSwapped, pointInWords, readPoint } from '../../../src/lib/core/place/coordinates';

const degrees = (most: number) =>
	fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5);
const at = (text: string) => {
	const read = readPoint(text);
	return read.ok ? read.at : read.mend;
};

describe('a point as it is typed', () => {
	it.each([
		['39.75, 46.35', [46.35, 39.75]],
		['39.75 46.35', [46.35, 39.75]],
		['39.75 N, 46.35 E', [46.35, 39.75]],
		['39.75N 46.35E', [46.35, 39.75]],
		['N 39.75 E 46.35', [46.35, 39.75]],
		['46.35 E, 39.75 N', [46.35, 39.75]],
		['39.75° N; 46.35° E', [46.35, 39.75]],
		['39°45′ N 46°21′ E', [46.35, 39.75]],
		['39° 45\' 0" N, 46° 21\' 0" E', [46.35, 39.75]],
		['−39.75, 46.35', [46.35, -39.75]],
		['39.75 S 46.35 W', [-46.35, -39.75]]
	])('%s is read', (text, expected) => expect(at(text)).toEqual(expected));

	it.each([
		'',
		'Sochi',
		'39.75',
		'39.75 N 46.35 N',
		'39.75, 46.35, 12',
		'39°75′ N 46° E',
		'123456'
	])('“%s” is none', (text) => expect(at(text)).toBeTypeOf('string'));
	it('says that two may be swapped where the first is no latitude', () => {
		expect(at('146.35, 39.75')).toMatch(/swapped: 39.75, 146.35/);
		expect(at('39.75, 200')).toMatch(/longitude/);
	});
	it('is read back from what is shown of it', () => {
		fc.assert(
			fc.property(degrees(180), degrees(90), (lon, lat) => {
				expect(at(pointInWords([lon, lat]))).toEqual([lon || 0, lat || 0]);
			})
		);
	});
	it('never throws, and never lies beyond the globe', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'0123456789.,-NSEWnsew°′″\'" '), maxLength: 30 }),
				(text) => {
					const read = readPoint(text);
					if (!read.ok) return;
					expect(Math.abs(read.at[0])).toBeLessThanOrEqual(180);
					expect(Math.abs(read.at[1])).toBeLessThanOrEqual(90);
				}
			)
		);
	});
});

describe('a point whose two numbers may be swapped', () => {
	it('lies far from all places, and among them when turned', () => {
		expect(looksSwapped([39.75, 46.35], [[46, 39.8]])).toBe(true);
		expect(looksSwapped([46.35, 39.75], [[46, 39.8]])).toBe(false);
		expect(looksSwapped([-4.1, 51.7], [[46, 39.8]])).toBe(false);
		expect(looksSwapped([39.75, 46.35], [])).toBe(false);
		expect(looksSwapped([139, 35], [[35, 39]])).toBe(false);
	});
});
