import fc from 'fast-check';
import { geoMercator, geoPath } from 'd3-geo';
import type { MultiLineString, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
	screenPoint,
	WORLD_SIZE,
	worldPoint,
	type Camera
} from '../../../src/lib/core/picture/camera';
import { partsInSight } from '../../../src/lib/core/picture/in-sight';
import { pathData } from '../../../src/lib/core/picture/path';
import {
	copiesOf,
	douglasPeucker,
	pixelStream,
	placesOf
} from '../../../src/lib/core/picture/projection';
import { MAX_LATITUDE, type LonLat } from '../../../src/lib/core/place/geometry';

const camera = (change: Partial<Camera> = {}): Camera => ({
	zoom: 7.75,
	lat: 39.8,
	lon: 46.2,
	width: 1600,
	height: 1000,
	...change
});

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -85, max: 85, noNaN: true });
const zoom = fc.double({ min: 1, max: 14, noNaN: true });

/** Every position of SVG path data made of M, m, l and z. */
function positions(d: string): [number, number][] {
	const found: [number, number][] = [];
	let at: [number, number] = [0, 0];
	let start = at;
	for (const [, letter, x, y] of d.matchAll(/([Mmlz])(-?[\d.]+)?,?(-?[\d.]+)?/g)) {
		if (letter === 'z') {
			at = start;
			continue;
		}
		const step: [number, number] = [Number(x), Number(y)];
		at = letter === 'M' ? step : [at[0] + step[0], at[1] + step[1]];
		if (letter !== 'l') start = at;
		found.push(at);
	}
	return found;
}

describe('the picture’s projection', () => {
	it('puts every place where d3’s own Mercator of the same scale does', () => {
		fc.assert(
			fc.property(longitude, latitude, longitude, latitude, zoom, (lon, lat, atLon, atLat, z) => {
				const view = camera({ lon, lat, zoom: z });
				const d3 = geoMercator()
					.rotate([-lon, 0])
					.center([0, lat])
					.scale((WORLD_SIZE * 2 ** z) / (2 * Math.PI))
					.translate([view.width / 2, view.height / 2]);
				const ours = screenPoint(view, worldPoint([atLon, atLat]));
				const theirs = d3([atLon, atLat]) as [number, number];
				const world = WORLD_SIZE * 2 ** z;
				// Opposite the middle, ±180° of it are the same.
				const off = Math.abs(ours.x - theirs[0]) % world;
				expect(Math.min(off, world - off)).toBeLessThan(0.01);
				expect(Math.abs(ours.y - theirs[1])).toBeLessThan(0.01);
			})
		);
	});

	it('agrees with the textbook’s y = ln tan(π/4 + φ/2)', () => {
		fc.assert(
			fc.property(latitude, (lat) => {
				const phi = (lat * Math.PI) / 180;
				const y = Math.log(Math.tan(Math.PI / 4 + phi / 2));
				expect(worldPoint([0, lat]).y).toBeCloseTo(0.5 - y / (2 * Math.PI), 9);
			})
		);
	});

	it('has 0°, 0° in the middle of a world that opens on it', () => {
		expect(placesOf(camera({ lat: 0, lon: 0, zoom: 3 }), [0, 0])).toEqual([{ x: 800, y: 500 }]);
	});

	it.each<[string, LonLat]>([
		['the North Pole', [0, 90]],
		['the South Pole', [0, -90]]
	])('holds %s at the end of the world, finite', (_, at) => {
		const { y } = worldPoint(at);
		expect(y).toBeCloseTo(at[1] > 0 ? 0 : 1, 9);
		expect(worldPoint([0, Math.sign(at[1]) * MAX_LATITUDE]).y).toBeCloseTo(y, 9);
	});

	it('draws both sides of ±180° where the picture reaches across it', () => {
		const view = camera({ lon: 179.9, lat: 0, zoom: 5 });
		expect(copiesOf(view)).toHaveLength(2);
		const [east] = placesOf(view, [179, 0]);
		const [west] = placesOf(view, [-179, 0]);
		expect((west?.x ?? 0) - (east?.x ?? 0)).toBeCloseTo((2 / 360) * WORLD_SIZE * 32, 6);
	});

	it('repeats a world that is narrower than the picture', () => {
		const view = camera({ lon: 0, lat: 0, zoom: 1 });
		expect(placesOf(view, [0, 0]).map(({ x }) => x)).toEqual([800]);
		expect(placesOf(view, [-150, 0])).toHaveLength(2);
		expect(copiesOf(view)).toHaveLength(3);
	});
});

describe('a path', () => {
	const collection = (coordinates: number[][][]) => ({ type: 'Polygon' as const, coordinates });

	it('is the same whichever way its ring winds', () => {
		const ring = [
			[46, 39.5],
			[46.5, 39.5],
			[46.5, 40],
			[46, 40],
			[46, 39.5]
		];
		const there = positions(pathData(camera(), collection([ring])));
		const back = positions(pathData(camera(), collection([[...ring].reverse()])));
		const corners = (found: [number, number][]) => [...new Set(found.map(String))].sort();
		expect(corners(there)).toEqual(corners(back));
		expect(corners(there)).toHaveLength(4);
	});

	it.each<[string, number[][][]]>([
		[
			'crosses itself',
			[
				[
					[45, 39],
					[47, 41],
					[47, 39],
					[45, 41],
					[45, 39]
				]
			]
		],
		[
			'reaches both poles',
			[
				[
					[-180, -90],
					[180, -90],
					[180, 90],
					[-180, 90],
					[-180, -90]
				]
			]
		],
		[
			'has no extent',
			[
				[
					[46, 40],
					[46, 40],
					[46, 40],
					[46, 40]
				]
			]
		],
		[
			'runs on beyond 180°',
			[
				[
					[170, -10],
					[190, -10],
					[190, 10],
					[170, 10],
					[170, -10]
				]
			]
		]
	])('of an area that %s is finite and stays within the picture', (_, rings) => {
		for (const view of [camera(), camera({ zoom: 1, lat: 0, lon: 180 })])
			for (const [x, y] of positions(pathData(view, collection(rings)))) {
				expect(x).toBeGreaterThanOrEqual(-9);
				expect(x).toBeLessThanOrEqual(view.width + 9);
				expect(y).toBeGreaterThanOrEqual(-9);
				expect(y).toBeLessThanOrEqual(view.height + 9);
			}
	});

	it('of 200,000 vertices has no more than the picture can show', () => {
		const ring = Array.from({ length: 200_000 }, (_, i) => {
			const angle = (i / 200_000) * 2 * Math.PI;
			return [46.2 + Math.cos(angle), 39.8 + Math.sin(angle) * 0.8];
		});
		ring.push(ring[0] as number[]);
		const found = positions(pathData(camera(), collection([ring])));
		expect(found.length).toBeGreaterThan(40);
		expect(found.length).toBeLessThan(400);
	});

	it('is the same without what is out of sight', () => {
		const ring = fc
			.record({
				lon: fc.integer({ min: -180, max: 200 }),
				lat: fc.integer({ min: -89, max: 80 }),
				width: fc.integer({ min: 1, max: 300 }),
				height: fc.integer({ min: 1, max: 60 })
			})
			.map(({ lon, lat, width, height }) => [
				[lon, lat],
				[lon + width, lat],
				[lon + width, lat + height],
				[lon, lat]
			]);
		const views = fc.record({
			lon: fc.integer({ min: -180, max: 180 }),
			lat: fc.integer({ min: -80, max: 80 }),
			zoom: fc.integer({ min: 0, max: 6 })
		});
		let drawn = 0;
		fc.assert(
			fc.property(fc.array(ring, { maxLength: 6 }), views, fc.boolean(), (rings, view, lines) => {
				const at = camera(view);
				const shape: MultiLineString | MultiPolygon = lines
					? { type: 'MultiLineString', coordinates: rings }
					: { type: 'MultiPolygon', coordinates: rings.map((one) => [one]) };
				for (const copy of copiesOf(at)) {
					const write = geoPath(pixelStream(at, copy));
					const whole = write(shape);
					expect(write(partsInSight(at, shape, copy) as MultiPolygon)).toEqual(whole);
					if (whole) drawn++;
				}
			})
		);
		expect(drawn).toBeGreaterThan(0);
	});

	it('thinned lies nowhere farther off than the tolerance', () => {
		const point = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
		fc.assert(
			fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), (line) => {
				const kept = douglasPeucker(line, 3);
				expect(kept[0]).toEqual(line[0]);
				expect(kept.at(-1)).toEqual(line.at(-1));
				for (const at of line) {
					const nearest = Math.min(
						...kept.map((from, i) => distance(at, from, kept[i + 1] ?? from))
					);
					expect(nearest).toBeLessThanOrEqual(3 + 1e-9);
				}
			})
		);
	});
});

function distance([x, y]: [number, number], a: [number, number], b: [number, number]): number {
	// By trying: independent of the formula under test.
	let least = Infinity;
	for (let t = 0; t <= 1; t += 1 / 512)
		least = Math.min(least, Math.hypot(x - a[0] - t * (b[0] - a[0]), y - a[1] - t * (b[1] - a[1])));
	return least - 0.15;
}
