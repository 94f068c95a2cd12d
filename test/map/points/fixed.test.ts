import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenPoint, worldPoint, type Camera } from '../../../src/lib/core/picture/camera';
import { MAX_LATITUDE } from '../../../src/lib/core/place/geometry';
import {
	copiesBeside,
	fixedAt,
	fixedCamera,
	fixedPoint,
	offsetOf,
	wayAcross,
	WORLD_UNITS
} from '../../../src/lib/map/points/fixed';

const positions = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -85, max: 85, noNaN: true })
});
const camera = (lon: number, lat: number, zoom: number): Camera => ({
	lon,
	lat,
	zoom,
	width: 1200,
	height: 800
});

describe('positions in whole numbers', () => {
	it('stand at zoom 16 within a hundredth of a pixel of where exact arithmetic puts them', () => {
		fc.assert(
			fc.property(
				positions,
				fc.integer({ min: -600, max: 600 }),
				fc.integer({ min: -400, max: 400 }),
				({ lon, lat }, right, down) => {
					const view = camera(lon, lat, 16);
					const unit = 360 / (512 * 2 ** 16);
					const at: [number, number] = [
						lon + right * unit,
						Math.max(-85, Math.min(85, lat + down * unit * 0.5))
					];
					const exact = screenPoint(view, worldPoint(at));
					const { x, y } = offsetOf(fixedPoint(at), fixedCamera(view));
					expect(x + 600).toBeCloseTo(exact.x, 1.7);
					expect(y + 400).toBeCloseTo(exact.y, 1.7);
				}
			)
		);
	});

	it('do not tremble: at zoom 16 two points keep their distance however the map is moved', () => {
		fc.assert(
			fc.property(
				positions,
				fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
				({ lon, lat }, move) => {
					const at = fixedPoint([lon, lat]);
					const other = { x: (at.x + 1280) >>> 0, y: at.y };
					const view = fixedCamera(camera(lon + move, lat, 16));
					const distance = offsetOf(other, view).x - offsetOf(at, view).x;
					// 1280 units are 10 pixels there; a float32 of some hundred pixels is good to 1/32768.
					expect(Math.abs(distance - 10)).toBeLessThan(1 / 8192);
				}
			)
		);
	});

	it('would tremble as float32 offsets of a world of size 1, which is why they are not', () => {
		const view = camera(44.1, 39.6, 16);
		const scale = 512 * 2 ** 16;
		const { x } = worldPoint([44.1, 39.6]);
		const steps = Array.from({ length: 50 }, (_, i) => x + (i * 0.1) / scale);
		const float = steps.map((at) => (Math.fround(at) - Math.fround(x)) * scale);
		const whole = steps.map(
			(at) =>
				offsetOf(
					{ x: Math.round(at * WORLD_UNITS), y: 0 },
					{ ...fixedCamera(view), scale: scale / WORLD_UNITS }
				).x
		);
		const worst = (found: number[]) =>
			Math.max(...found.map((at, i) => Math.abs(at - (found[0] ?? 0) - i * 0.1)));
		expect(worst(float)).toBeGreaterThan(0.5);
		expect(worst(whole)).toBeLessThan(0.01);
	});

	it('take the shorter way across ±180°', () => {
		const east = fixedPoint([179.9, 0]);
		const west = fixedPoint([-179.9, 0]);
		const way = (0.2 / 360) * WORLD_UNITS;
		expect(wayAcross(east.x, west.x)).toBeCloseTo(way, -1);
		expect(wayAcross(west.x, east.x)).toBeCloseTo(-way, -1);
		const { x } = offsetOf(west, fixedCamera(camera(179.9, 0, 6)));
		expect(x).toBeCloseTo((0.2 / 360) * 512 * 64, 2);
	});

	it('make one meridian of −180° and 180°', () => {
		expect(fixedPoint([-180, 10]).x).toBe(fixedPoint([180, 10]).x);
	});

	it('hold what lies beyond the end of the projection at its edge', () => {
		expect(fixedPoint([0, 90]).y).toBe(0);
		expect(fixedPoint([0, -90]).y).toBe(WORLD_UNITS - 1);
		expect(fixedPoint([0, MAX_LATITUDE]).y).toBe(0);
	});

	it('do not wrap from north to south', () => {
		const { y } = offsetOf(fixedPoint([0, -85]), fixedCamera(camera(0, 84, 1)));
		expect(y).toBeGreaterThan(900);
	});

	it('are found again from where they stand in the picture', () => {
		fc.assert(
			fc.property(positions, fc.double({ min: 1, max: 16, noNaN: true }), ({ lon, lat }, zoom) => {
				const view = fixedCamera(camera(lon, lat, zoom));
				const at = fixedAt(view, 123, -45);
				const back = offsetOf({ x: at.x, y: Math.round(at.y) }, view);
				expect(back.x).toBeCloseTo(123, 1);
				expect(back.y).toBeCloseTo(-45, 1);
			})
		);
	});
});

describe('copies of the world', () => {
	it('are drawn where a map is wider than the world, and not where it is not', () => {
		const wide = { ...camera(0, 0, 1), width: 1440 };
		expect(copiesBeside(wide, 0)).toBe(1);
		expect(copiesBeside({ ...wide, zoom: 2 }, 0)).toBe(0);
		expect(copiesBeside({ ...wide, zoom: 0 }, 0)).toBe(1);
		expect(copiesBeside({ ...wide, zoom: 0, width: 1600 }, 0)).toBe(2);
	});
	it('cover the map with a margin', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 12, noNaN: true }),
				fc.integer({ min: 1, max: 5000 }),
				(zoom, width) => {
					const beside = copiesBeside({ ...camera(0, 0, zoom), width }, 24);
					const world = 512 * 2 ** zoom;
					expect((beside + 0.5) * world).toBeGreaterThanOrEqual(width / 2 + 24 - 1e-6);
				}
			)
		);
	});
});
