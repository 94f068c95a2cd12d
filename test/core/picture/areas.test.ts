import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../src/lib/core/picture/camera';
import { areaData } from '../../../src/lib/core/picture/path';
import { areaNodes, extentShape } from '../../../src/lib/core/picture/rings';
import type { LonLat } from '../../../src/lib/core/place/geometry';
import { polygonsOf } from '../../../src/lib/core/place/rings';
import { parseArea } from '../../../src/lib/core/view/area';
import { partsOf } from './path-points';

const camera = (lon: number, lat: number, zoom: number, width = 800): Camera => ({
	lon,
	lat,
	zoom,
	width,
	height: 600
});
const polygon = (...coordinates: LonLat[][]) => ({ type: 'Polygon' as const, coordinates });
const closed = (corners: readonly LonLat[]): LonLat[] => [...corners, corners[0] as LonLat];

/** Whether pixels are filled, by SVG's rule: those that the path winds round. */
function filled(d: string, [x, y]: [number, number]): boolean {
	let winding = 0;
	for (const part of partsOf(d))
		part.forEach(([ax, ay], i) => {
			const [bx, by] = part[(i + 1) % part.length] as [number, number];
			if (ay <= y === by <= y) return;
			if (ax + ((y - ay) / (by - ay)) * (bx - ax) > x) winding += by > ay ? 1 : -1;
		});
	return winding !== 0;
}
const PIXELS = Array.from({ length: 24 * 18 }, (_, i): [number, number] => [
	(i % 24) * 33.3 + 11.7,
	Math.floor(i / 24) * 33.3 + 11.7
]);
const fill = (d: string) => PIXELS.map((pixel) => filled(d, pixel));

const position = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true })
);
const cameras = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -85, max: 85, noNaN: true }),
	zoom: fc.double({ min: 0, max: 12, noNaN: true }),
	width: fc.constant(800),
	height: fc.constant(600)
});

describe('the drawing of an area', () => {
	it('is numbers alone and stays about the picture, whatever the area and the view', () => {
		const edges = fc.constantFrom<LonLat[]>([0, 0], [180, 0], [-180, 0], [10, 90], [-170, -90]);
		fc.assert(
			fc.property(
				fc.array(fc.oneof(position, edges), { minLength: 3, maxLength: 12 }),
				cameras,
				fc.constantFrom(0, 600),
				(corners, view, margin) => {
					const d = areaData(view, polygonsOf(polygon(closed(corners as LonLat[]))), { margin });
					for (const [x, y] of partsOf(d).flat()) {
						expect(Math.abs(x - 400)).toBeLessThanOrEqual(410 + margin);
						expect(Math.abs(y - 300)).toBeLessThanOrEqual(310 + margin);
					}
				}
			),
			{ seed: 1, numRuns: 300 }
		);
	});

	it('is the same whichever way its rings are wound', () => {
		const near = fc.tuple(
			fc.double({ min: 40, max: 52, noNaN: true }),
			fc.double({ min: 36, max: 44, noNaN: true })
		);
		fc.assert(
			fc.property(fc.array(near, { minLength: 3, maxLength: 9 }), (corners) => {
				const ring = closed(corners as LonLat[]);
				const view = camera(46, 40, 6);
				const one = areaData(view, polygonsOf(polygon(ring)), { fine: true });
				const other = areaData(view, polygonsOf(polygon(ring.toReversed())), { fine: true });
				expect(fill(other)).toEqual(fill(one));
			}),
			{ seed: 1, numRuns: 100 }
		);
	});

	it('fills both wings of a bow tie, and leaves a hole open, however it is wound', () => {
		const view = camera(47, 40, 8);
		const bow = closed([
			[46, 39],
			[48, 41],
			[48, 39],
			[46, 41]
		]);
		const at = (lon: number): [number, number] => [400 + ((lon - 47) / 360) * 512 * 2 ** 8, 300];
		const wings = areaData(view, polygonsOf(polygon(bow)));
		expect([46.2, 47.8].map((lon) => filled(wings, at(lon)))).toEqual([true, true]);
		const outer = closed([
			[46, 39],
			[48, 39],
			[48, 41],
			[46, 41]
		]);
		const hole = outer.map(([lon, lat]): LonLat => [47 + (lon - 47) / 4, 40 + (lat - 40) / 4]);
		for (const inner of [hole, hole.toReversed()]) {
			const d = areaData(view, polygonsOf(polygon(outer, inner)));
			expect([46.2, 47, 47.8].map((lon) => filled(d, at(lon)))).toEqual([true, false, true]);
		}
	});

	it.each([180, -180, 179, -170])(
		'across ±180° is small pieces and no band, seen from %i°',
		(lon) => {
			const ring = closed([
				[178, -20],
				[-178, -20],
				[-178, -15],
				[178, -15]
			]);
			const view = camera(lon, -17, 3, 2000);
			const d = areaData(view, polygonsOf(polygon(ring)));
			const degree = (512 * 2 ** 3) / 360;
			expect(partsOf(d)).toHaveLength(1);
			for (const part of partsOf(d)) {
				const xs = part.map(([x]) => x);
				expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(4 * degree, -1);
			}
		}
	);

	it('is there once for each of the world’s copies in sight', () => {
		const ring = closed([
			[178, -20],
			[-178, -20],
			[-178, -15],
			[178, -15]
		]);
		const d = areaData(camera(0, -17, 1, 2100), polygonsOf(polygon(ring)));
		const middles = partsOf(d).map((part) => part.reduce((sum, [x]) => sum + x, 0) / part.length);
		expect(middles.map(Math.round)).toEqual(
			[538, 1562].map((x) => expect.closeTo(x, -1) as number)
		);
	});

	it('about a pole reaches to the map’s edge and all the way round', () => {
		const cap = closed([0, 90, 180, -90].map((lon): LonLat => [lon, 70]));
		const d = areaData(camera(0, 60, 1), polygonsOf(polygon(cap)));
		// The map ends 40 pixels up from 80° north, at this zoom.
		const { length } = PIXELS.filter(([x, y]) => filled(d, [x, y]));
		expect(length).toBeGreaterThan(0);
		for (const x of [12, 200, 400, 600, 788]) expect(filled(d, [x, 190])).toBe(true);
	});

	it('covers the picture that lies within it', () => {
		const d = areaData(
			camera(46, 40, 10),
			polygonsOf(
				polygon(
					closed([
						[40, 35],
						[50, 35],
						[50, 45],
						[40, 45]
					])
				)
			)
		);
		expect(fill(d).every(Boolean)).toBe(true);
	});
});

describe('a circle', () => {
	it.each([90, -90, 85.05, 89.999])('at %i° is numbers, or nothing', (lat) => {
		const extent = { id: 'x', precision: 'country', at: [30, lat], radiusKm: 1500 } as const;
		const view = camera(0, Math.sign(lat) * 70, 1);
		const shape = extentShape(view, { ...extent, at: [30, lat] }, undefined);
		expect(partsOf(shape?.d ?? '').flat().length).toBeGreaterThan(3);
	});
});

describe('the area that filters', () => {
	it('is drawn where it lies, across ±180° and over more than half the globe', () => {
		const dataOf = (text: string, view: Camera) =>
			String(areaNodes(view, parseArea(text))[0]?.attributes['d'] ?? '');
		const wide = dataOf('-100,-40,100,40', camera(0, 0, 1));
		expect([0, 80, -80].map((lon) => filled(wide, [400 + (lon / 360) * 1024, 300]))).toEqual([
			true,
			true,
			true
		]);
		const across = camera(-60, 0, 1);
		const d = dataOf('100,-40,-100,40', across);
		// 110° west lies 50° left of the middle, 100° east 160° to the right.
		expect(filled(d, [400 - (50 / 360) * 1024, 300])).toBe(true);
		expect(filled(d, [400, 300])).toBe(false);
	});
});
