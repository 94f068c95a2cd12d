import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import { decodeWorld, type BasemapFile } from '../../../src/lib/core/picture/basemap';
import type { Camera } from '../../../src/lib/core/picture/camera';
import { areaPath } from '../../../src/lib/core/picture/path';
import { extentShape, shapeNodes } from '../../../src/lib/core/picture/rings';
import type { LonLat } from '../../../src/lib/core/place/geometry';
import { polygonsOf } from '../../../src/lib/core/place/rings';
import { partsOf } from './path-points';

const camera = (lon: number, lat: number, zoom: number): Camera => ({
	lon,
	lat,
	zoom,
	width: 1600,
	height: 1000
});
const closed = (corners: readonly LonLat[]): LonLat[] => [...corners, corners[0] as LonLat];
const box = (west: number, south: number, east: number, north: number): LonLat[] =>
	closed([
		[west, south],
		[east, south],
		[east, north],
		[west, north]
	]);
const areas = (...rings: LonLat[][]): Geometry => ({
	type: 'MultiPolygon',
	coordinates: rings.map((ring) => [ring])
});

/** What of an area is lined, and how long that is in pixels. */
function lined(view: Camera, geometry: Geometry): { parts: [number, number][][]; length: number } {
	const path = areaPath(view, polygonsOf(geometry), { fine: true });
	// What is filled is closed by `z`, without a step back to where it began.
	const open = path?.line !== undefined;
	const parts = partsOf(path?.line ?? path?.d ?? '').map((part) =>
		open ? part : [...part, part[0] as [number, number]]
	);
	let length = 0;
	for (const part of parts)
		part.forEach(([x, y], i) => {
			const [toX, toY] = part[i + 1] ?? [x, y];
			length += Math.hypot(toX - x, toY - y);
		});
	return { parts, length };
}

/** Edges that run up or down a column of pixels, in pixels of length. */
function uprightAt(view: Camera, geometry: Geometry, x: number): number {
	let length = 0;
	for (const part of lined(view, geometry).parts)
		part.forEach(([ax, ay], i) => {
			const [bx, by] = part[i + 1] ?? [ax, ay];
			if (Math.abs(ax - x) < 0.6 && Math.abs(bx - x) < 0.6) length += Math.abs(by - ay);
		});
	return length;
}

describe('the outline of an area that was cut at ±180°', () => {
	it('is as long as that of the same area left whole, wherever it is seen from', () => {
		const spoke = fc.record({
			reach: fc.double({ min: 2, max: 9, noNaN: true }),
			turn: fc.double({ min: 0.1, max: 0.9, noNaN: true })
		});
		fc.assert(
			fc.property(
				fc.array(spoke, { minLength: 5, maxLength: 9 }),
				fc.constantFrom(180, -180, 176, -175),
				(spokes, lon) => {
					// About a point of the meridian, so that each half is one piece.
					const star = spokes.map(({ reach, turn }, i): LonLat => {
						const angle = ((i + turn) / spokes.length) * 2 * Math.PI;
						return [reach * Math.cos(angle), reach * Math.sin(angle)];
					});
					const half = (side: 1 | -1) =>
						closed(clipped(star, side).map(([x, y]): LonLat => [x - side * 180, y]));
					const whole = closed(star.map(([x, y]): LonLat => [x > 0 ? x - 180 : x + 180, y]));
					const view = camera(lon, 0, 5);
					const cut = lined(view, areas(half(1), half(-1)));
					const uncut = lined(view, { type: 'Polygon', coordinates: [whole] });
					expect(Math.abs(cut.length - uncut.length)).toBeLessThan(2);
				}
			),
			{ seed: 1, numRuns: 100 }
		);
	});

	it('has no line at the cut, in whatever copy of the world', () => {
		const view = camera(180, -10, 4);
		const cut = areas(box(178, -13, 180, -8), box(-180, -13, -178, -8));
		expect(uprightAt(view, cut, 800)).toBe(0);
		expect(lined(view, cut).parts).toHaveLength(2);
	});

	it('keeps the border of an area that ends at the meridian, and of the part beyond another’s end', () => {
		const view = camera(180, -10, 4);
		const high = (south: number, north: number) =>
			uprightAt(view, areas(box(178, south, 180, north)), 800);
		expect(high(-13, -8)).toBeGreaterThan(100);
		// One part beside another, higher up: each keeps its edge.
		const apart = areas(box(178, -13, 180, -8), box(-180, -7, -178, -2));
		expect(uprightAt(view, apart, 800)).toBeCloseTo(high(-13, -8) + high(-7, -2), 0);
		// Two on the same side are no two halves of one.
		const same = areas(box(178, -13, 180, -8), box(176, -13, 180, -8));
		expect(uprightAt(view, same, 800)).toBeCloseTo(2 * high(-13, -8), 0);
	});
});

describe('the outline of an area about a pole', () => {
	it.each([
		['as it comes', [0, 90, 180, -90]],
		['cut at ±180°', [-180, -90, 0, 90, 180]]
	])('has neither a meridian nor the map’s end for a line, %s', (_, lons) => {
		const rim = lons.map((lon): LonLat => [lon, 70]);
		const ring =
			lons.length === 4 ? closed(rim) : closed([...rim, [180, 90] as LonLat, [-180, 90] as LonLat]);
		const cap: Geometry = { type: 'Polygon', coordinates: [ring] };
		const { parts } = lined(camera(0, 65, 1), cap);
		expect(parts.flat().length).toBeGreaterThan(2);
		const ys = parts.flat().map(([, y]) => y);
		expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(1);
	});
});

describe('a country across ±180°', async () => {
	const file = JSON.parse(await readFile('static/basemap/world.json', 'utf8')) as BasemapFile;
	const { outlines } = decodeWorld(file);

	it('is outlined without its cut', () => {
		const country = outlines.get('RU') as Geometry;
		const view = camera(180, 67, 5);
		expect(areaPath(view, polygonsOf(country))?.line).toMatch(/^M/);
		expect(uprightAt(view, country, 800)).toBe(0);
	});

	it('is filled to the cut, and only its lines leave it out', () => {
		const extent = { id: 'x', precision: 'country', at: [180, 67], radiusKm: 500 } as const;
		const shape = extentShape(
			camera(180, 67, 4),
			{ ...extent, at: [180, 67] },
			outlines.get('RU') as Geometry
		);
		if (!shape) throw new Error('Nothing is drawn.');
		const [hatched, dashed] = shapeNodes(shape, false, 4).map(({ attributes }) => attributes['d']);
		expect(hatched).toBe(shape.d);
		expect(dashed).toBe(shape.line);
		expect(dashed).not.toBe(hatched);
	});
});

/** The half of a ring, not closed, on one side of x = 0 (Sutherland and Hodgman, 1974). */
function clipped(ring: readonly LonLat[], side: 1 | -1): LonLat[] {
	return ring.flatMap(([x, y], i): LonLat[] => {
		const [toX, toY] = ring[(i + 1) % ring.length] as LonLat;
		const kept: LonLat[] = x * side >= 0 ? [[x, y]] : [];
		if (x * side >= 0 === toX * side >= 0) return kept;
		return [...kept, [0, y + ((0 - x) / (toX - x)) * (toY - y)]];
	});
}
