import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../../src/lib/core/dossier/schema';
import { pointOf, type LonLat } from '../../../src/lib/core/place/geometry';
import { polygonsOf, runningRing, span } from '../../../src/lib/core/place/rings';

const box = (west: number, south: number, east: number, north: number): LonLat[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south]
];
const polygon = (...rings: LonLat[][]): Geometry => ({ type: 'Polygon', coordinates: rings });
const areas = (...rings: LonLat[][]): Geometry => ({
	type: 'MultiPolygon',
	coordinates: rings.map((ring) => [ring])
});

describe('a ring', () => {
	it('runs on across ±180° instead of going back round the world', () => {
		expect(span(runningRing(box(178, -20, -178, -15)))).toEqual([178, 182]);
		expect(span(runningRing(box(-178, -20, 178, -15)))).toEqual([-182, -178]);
	});

	it('stays as it is where it needs no more than half the globe', () => {
		for (const ring of [box(46, 39, 48, 41), box(-90, -10, 90, 10), box(-180, -5, 0, 5)])
			expect(runningRing(ring)).toEqual(ring);
	});

	it('about a pole is closed along it, whether or not it was cut at ±180°', () => {
		const uncut: LonLat[] = [0, 90, 180, -90, 0].map((lon) => [lon, 80]);
		const run = runningRing(uncut);
		expect(span(run)).toEqual([0, 360]);
		expect(run.filter(([, lat]) => lat === 90)).toHaveLength(2);
		const south = runningRing(uncut.map(([lon, lat]) => [lon, -lat]));
		expect(south.filter(([, lat]) => lat === -90)).toHaveLength(2);
		const cut: LonLat[] = [...[-180, -90, 0, 90, 180].map((lon): LonLat => [lon, -70]), [180, -90]];
		const antarctica = runningRing([...cut, [-180, -90], [-180, -70]]);
		expect(span(antarctica)).toEqual([-180, 180]);
		expect(Math.min(...antarctica.map(([, lat]) => lat))).toBe(-90);
	});

	it('round the whole globe is a band of it', () => {
		expect(span(runningRing(box(-180, -90, 180, 90)))).toEqual([-180, 180]);
	});
});

describe('an area’s polygons', () => {
	it('are the same whichever way its rings are wound', () => {
		const outer = box(46, 39, 48, 41);
		const hole = box(46.5, 39.5, 47, 40);
		const drawn = [outer, outer.toReversed()].flatMap((a) =>
			[hole, hole.toReversed()].map((b) =>
				polygonsOf(polygon(a, b)).map(({ rings }) => rings.map(turn))
			)
		);
		for (const one of drawn) expect(one).toEqual([[1, -1]]);
	});

	it('have their holes where they lie, across ±180° too', () => {
		const [found] = polygonsOf(polygon(box(170, 0, -170, 10), box(-178, 4, -176, 6)));
		expect(found?.rings[1] && span(found.rings[1])).toEqual([182, 184]);
	});

	it('are none where it has no size', () => {
		expect(polygonsOf(polygon(Array(5).fill([46, 39]) as LonLat[]))).toEqual([]);
		expect(
			polygonsOf(
				polygon([
					[46, 39],
					[48, 41],
					[47, 40],
					[46, 39]
				])
			)
		).toEqual([]);
	});
});

describe('the point of an area', () => {
	it.each<[string, Geometry, LonLat]>([
		['across ±180°, cut there', areas(box(178, 0, 180, 4), box(-180, 0, -176, 4)), [-179, 2]],
		['across ±180°, not cut', polygon(box(178, 0, -176, 4)), [-179, 2]],
		['on one side', polygon(box(46, 39, 48, 41)), [47, 40]],
		['over half the globe', polygon(box(-90, 0, 90, 4)), [0, 2]],
		['round the globe', polygon(box(-180, -90, 180, 90)), [0, 0]],
		['of several parts', areas(box(-10, 0, -8, 4), box(6, 0, 10, 4)), [0, 2]],
		['of no size', polygon(Array(4).fill([46, 39]) as LonLat[]), [46, 39]],
		[
			'of points at ±180°',
			{
				type: 'MultiPoint',
				coordinates: [
					[180, 1],
					[-180, 3]
				]
			},
			[-180, 2]
		]
	])('%s stands in its middle', (_, geometry, at) => {
		const found = pointOf(geometry);
		expect(found?.[0]).toBeCloseTo(at[0], 9);
		expect(found?.[1]).toBeCloseTo(at[1], 9);
	});

	it('is on the globe, whatever the area', () => {
		const position = fc.tuple(
			fc.integer({ min: -180, max: 180 }),
			fc.integer({ min: -90, max: 90 })
		);
		fc.assert(
			fc.property(fc.array(position, { minLength: 3, maxLength: 9 }), (corners) => {
				const at = pointOf(polygon([...corners, corners[0] as LonLat]));
				expect(Math.abs(at?.[0] ?? NaN)).toBeLessThanOrEqual(180);
				expect(Math.abs(at?.[1] ?? NaN)).toBeLessThanOrEqual(90);
			}),
			{ seed: 1 }
		);
	});
});

/** Which way a ring turns: the sign of its shoelace sum. */
function turn(ring: readonly LonLat[]): number {
	return Math.sign(
		ring.reduce((sum, [x, y], i) => {
			const [nextX, nextY] = ring[(i + 1) % ring.length] as LonLat;
			return sum + x * nextY - nextX * y;
		}, 0)
	);
}
