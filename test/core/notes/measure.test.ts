import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measured, measureInWords } from '../../../src/lib/core/notes/measure';
import type { LonLat } from '../../../src/lib/core/place/geometry';

/** Mean radius of the Earth in kilometres (IUGG). */
const R = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way between two positions from the angle between their vectors: another formula than haversines. */
function arc([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
	const vector = (lon: number, lat: number) => [
		Math.cos(radians(lat)) * Math.cos(radians(lon)),
		Math.cos(radians(lat)) * Math.sin(radians(lon)),
		Math.sin(radians(lat))
	];
	const [a, b] = [vector(lonA, latA), vector(lonB, latB)] as [number[], number[]];
	const [ax, ay, az] = a as [number, number, number];
	const [bx, by, bz] = b as [number, number, number];
	const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
	return R * Math.atan2(cross, ax * bx + ay * by + az * bz);
}

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });
const at = fc.tuple(lon, lat) as fc.Arbitrary<LonLat>;

function km(coordinates: LonLat[]): number {
	const found = measured({ type: 'LineString', coordinates });
	return found && 'km' in found ? found.km : NaN;
}
function km2(coordinates: LonLat[][]): number {
	const found = measured({ type: 'Polygon', coordinates });
	return found && 'km2' in found ? found.km2 : NaN;
}

describe('the length of a line', () => {
	it('between positions opposite each other is half round the Earth', () => {
		const line: LonLat[] = [
			[0, -84.99999999999984],
			[-179.99999245967533, 84.9999999999998]
		];
		expect(km(line)).toBeCloseTo(Math.PI * R, 2);
		expect(
			km([
				[0, 90],
				[0, -90]
			])
		).toBeCloseTo(Math.PI * R, 2);
	});

	it('is the sum of its arcs, whichever way ±180° is crossed', () => {
		fc.assert(
			fc.property(fc.array(at, { minLength: 2, maxLength: 8 }), (line) => {
				const expected = line.slice(1).reduce((sum, to, i) => sum + arc(line[i] as LonLat, to), 0);
				expect(km(line)).toBeCloseTo(expected, 3);
			})
		);
	});
});

describe('the size of an area', () => {
	/** Between two meridians and two parallels, drawn with many corners: R² Δλ (sin φ₂ − sin φ₁). */
	const box = fc
		.record({
			west: fc.double({ min: -180, max: 180, noNaN: true }),
			wide: fc.double({ min: 0.1, max: 60, noNaN: true }),
			south: fc.double({ min: -80, max: 60, noNaN: true }),
			high: fc.double({ min: 0.1, max: 20, noNaN: true })
		})
		.map(({ west, wide, south, high }) => ({
			west,
			east: west + wide,
			south,
			north: south + high
		}));
	const wrapped = (lon: number) => (lon > 180 ? lon - 360 : lon);
	type Box = { west: number; east: number; south: number; north: number };
	function ring({ west, east, south, north }: Box, wrap = wrapped): LonLat[] {
		const steps = 40;
		const lons = Array.from({ length: steps + 1 }, (_, i) => west + ((east - west) * i) / steps);
		const along = (lat: number) => lons.map((lon): LonLat => [wrap(lon), lat]);
		const corners = [...along(south), ...along(north).reverse()];
		return [...corners, corners[0] as LonLat];
	}
	const plain = ({ west, east, south, north }: Box) =>
		R * R * radians(east - west) * (Math.sin(radians(north)) - Math.sin(radians(south)));

	it('is that of the part of the sphere, across ±180° too, however it is wound', () => {
		fc.assert(
			fc.property(box, fc.boolean(), (area, turned) => {
				const line = ring(area);
				const found = km2([turned ? line.toReversed() : line]);
				expect(Math.abs(found / plain(area) - 1)).toBeLessThan(0.002);
			})
		);
	});

	it('leaves holes out', () => {
		const outer = { west: 10, east: 20, south: 10, north: 20 };
		const inner = { west: 12, east: 14, south: 12, north: 14 };
		const found = km2([ring(outer), ring(inner).toReversed()]);
		expect(Math.abs(found / (plain(outer) - plain(inner)) - 1)).toBeLessThan(0.002);
	});
});

describe('a measure in words', () => {
	it.each([
		[{ km: 0 }, '0 km'],
		[{ km: 0.6412 }, '0.64 km'],
		[{ km: 3.449 }, '3.4 km'],
		[{ km: 9.96 }, '10 km'],
		[{ km: 12.34 }, '12.3 km'],
		[{ km: 99.96 }, '100 km'],
		[{ km2: 1234.5 }, '1,230 km²'],
		[{ km2: 0.00123 }, '0.0012 km²'],
		[{ km2: 510_072_000 }, '510,000,000 km²']
	])('%j is %s', (measure, words) => expect(measureInWords(measure)).toBe(words));

	it('is within half a step of its last digit that counts', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-4, max: 5e8, noNaN: true }), (value) => {
				const said = Number(measureInWords({ km: value }).replace(/[, km]/g, ''));
				expect(Math.abs(said / value - 1)).toBeLessThanOrEqual(value < 10 ? 0.051 : 0.0051);
			})
		);
	});

	it('is none for a point', () => {
		expect(measured({ type: 'Point', coordinates: [1, 2] })).toBeUndefined();
	});
});
