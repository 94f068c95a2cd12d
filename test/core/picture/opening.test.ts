import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier, DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { inSight, screenPoint, worldPoint } from '../../../src/lib/core/picture/camera';
import {
	boundsOf,
	keptOrFitted,
	openingPosition,
	WIDE_MAP
} from '../../../src/lib/core/picture/opening';

function dossier(points: [number, number][], map?: { zoom: number; lat: number; lon: number }) {
	return {
		header: { openingView: { map } } as Dossier['header'],
		events: points.map(
			(coordinates) =>
				({ geometry: { type: 'Point', coordinates }, precision: 'exact' }) as DossierEvent
		)
	};
}

describe('where a map opens', () => {
	it('is the dossier’s opening view on every wide map, and farther out on a narrow one', () => {
		const map = { zoom: 7.75, lat: 39.8, lon: 46.2 };
		for (const width of [WIDE_MAP, 896, 1056, 2200])
			expect(openingPosition(dossier([], map), width)).toEqual(map);
		const narrow = openingPosition(dossier([], map), 390);
		expect(narrow).toMatchObject({ lat: 39.8, lon: 46.2 });
		// The breadth that 1024 pixels show fits into 360.
		expect(1024 * 2 ** (narrow.zoom - map.zoom)).toBeCloseTo(360);
	});

	it('is the same on all maps of a kind: a server need not know the window', () => {
		const one = dossier([[46, 40]]);
		expect(openingPosition(one, 320)).toEqual(openingPosition(one, WIDE_MAP - 1));
		expect(openingPosition(one, WIDE_MAP)).toEqual(openingPosition(one, 3000));
	});

	it('has all events in sight where the dossier says nothing', () => {
		const point = fc.tuple(
			fc.double({ min: -180, max: 180, noNaN: true }),
			fc.double({ min: -60, max: 70, noNaN: true })
		);
		fc.assert(
			fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
				const at = openingPosition(dossier(points), 1024);
				expect(at.zoom).toBeLessThanOrEqual(9);
				if (at.zoom === 1) return;
				for (const lonLat of points) {
					const { x, y } = screenPoint({ ...at, width: 1024, height: 560 }, worldPoint(lonLat));
					expect(x).toBeGreaterThan(50);
					expect(x).toBeLessThan(974);
					expect(y).toBeGreaterThan(50);
					expect(y).toBeLessThan(510);
				}
			})
		);
	});

	it('goes the short way across ±180°', () => {
		const { lon, zoom } = openingPosition(
			dossier([
				[179, 0],
				[-179, 0]
			]),
			1024
		);
		expect(Math.abs(lon)).toBeCloseTo(180);
		expect(zoom).toBeGreaterThan(7);
	});

	it('is far out where there is nothing to see', () => {
		expect(openingPosition(dossier([]), 1024).zoom).toBe(1);
	});
});

describe('the bounds of points', () => {
	it('lie across ±180° where that is narrower, and beside it where it is not', () => {
		expect(boundsOf([])).toBeUndefined();
		expect(
			boundsOf([
				[178, -20],
				[-177, 5]
			])
		).toEqual({ west: 178, south: -20, east: 183, north: 5 });
		expect(
			boundsOf([
				[44, 39],
				[46, 40]
			])
		).toEqual({ west: 44, south: 39, east: 46, north: 40 });
		expect(
			boundsOf([
				[-90, 0],
				[90, 0]
			])?.east
		).toBe(90);
		expect(
			boundsOf([
				[180, 0],
				[-180, 0]
			])
		).toMatchObject({ west: 180, east: 180 });
	});

	it('are found for more points than a function takes arguments', () => {
		const many = Array.from({ length: 300_000 }, (_, i): [number, number] => [i % 40, i % 50]);
		expect(boundsOf(many)).toEqual({ west: 0, south: 0, east: 39, north: 49 });
	});
});

describe('where a live map takes its picture’s place', () => {
	const at = { zoom: 6, lat: 40, lon: 45 };
	const point = fc.tuple(
		fc.double({ min: 38, max: 52, noNaN: true }),
		fc.double({ min: 36, max: 44, noNaN: true })
	);
	const pane = fc.record({
		width: fc.integer({ min: 260, max: 1600 }),
		height: fc.integer({ min: 180, max: 900 })
	});

	it('is where the picture stands, if that has everything in sight, and has it so in any case', () => {
		fc.assert(
			fc.property(fc.array(point, { maxLength: 8 }), pane, (points, size) => {
				const found = keptOrFitted(at, points, size);
				const all = (camera: typeof at) =>
					points.every((position) => inSight({ ...camera, ...size }, position));
				expect(all(found)).toBe(true);
				expect(found === at).toBe(all(at));
			})
		);
	});
});
