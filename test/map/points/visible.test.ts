import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE, PER_DEGREE } from '../../../src/lib/core/columns/columns';
import { dateIndex, OUTSIDE, rowState } from '../../../src/lib/core/columns/dates';
import type { DayRange } from '../../../src/lib/core/date/match';
import { PRECISIONS } from '../../../src/lib/core/dossier/schema';
import { screenPoint, worldPoint, type Camera } from '../../../src/lib/core/picture/camera';
import { pointBuffers } from '../../../src/lib/map/points/buffers';
import { BLEED } from '../../../src/lib/map/points/look';
import { MOST_ASKED, VisibleRows, type Seen } from '../../../src/lib/map/points/visible';
import { syntheticColumns } from '../../synthetic/columns';
import { drawn, LOOKS, ranges } from './helpers';

const set = drawn(4_000, 9);
const { columns, index } = set;
const cameras = fc.record({
	zoom: fc.double({ min: 4, max: 12, noNaN: true }),
	lon: fc.double({ min: 34, max: 50, noNaN: true }),
	lat: fc.double({ min: 31, max: 43, noNaN: true }),
	width: fc.integer({ min: 100, max: 1500 }),
	height: fc.integer({ min: 100, max: 900 })
});

/** The rows of a range that have a spot in sight, with where it is, the lowest first: wide ones, then the others. */
function plainly(range: DayRange, passes: Uint8Array | undefined, camera: Camera) {
	const found = [];
	for (const layer of [1, 0])
		for (let row = 0; row < columns.length; row++) {
			if (index.isWide[row] !== layer || passes?.[row] === 0) continue;
			if (columns.lat[row] === NOWHERE) continue;
			if (rowState(columns, row, range) === OUTSIDE) continue;
			const { x, y } = screenPoint(
				camera,
				worldPoint([
					(columns.lon[row] as number) / PER_DEGREE,
					(columns.lat[row] as number) / PER_DEGREE
				])
			);
			found.push({ row, x, y });
		}
	return found;
}

describe('the rows that can be seen', () => {
	it('are those in sight of a plain loop, but for those less than two pixels from one that lies on top', () => {
		const visible = new VisibleRows(columns, index, set);
		const passes = Uint8Array.from({ length: columns.length }, (_, row) => Number(row % 3 !== 0));
		fc.assert(
			fc.property(ranges, cameras, fc.boolean(), (range, camera, filtered) => {
				const only = filtered ? passes : undefined;
				const { symbols } = visible.rows(range, only, camera) as Seen;
				const all = plainly(range, only, camera);
				const place = new Map(all.map(({ row }, i) => [row, i]));
				const places = [...symbols].map((row) => place.get(row));
				expect(places).not.toContain(undefined);
				expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
				const listed = new Set(symbols);
				const inside = ({ x, y }: { x: number; y: number }, beyond: number) =>
					x > -beyond && y > -beyond && x < camera.width + beyond && y < camera.height + beyond;
				all.forEach((one, i) => {
					if (listed.has(one.row)) return expect(inside(one, BLEED + 2)).toBe(true);
					if (!inside(one, BLEED - 1)) return;
					const hides = all
						.slice(i + 1)
						.some(
							({ row, x, y }) =>
								listed.has(row) && Math.abs(x - one.x) < 2.1 && Math.abs(y - one.y) < 2.1
						);
					expect(hides, `row ${one.row} is under another`).toBe(true);
				});
			}),
			{ numRuns: 40 }
		);
	});

	it('have a ring each where only an area is known, whatever symbol lies on top', () => {
		const camera = { zoom: 6, lon: 42, lat: 37, width: 1200, height: 900 };
		const visible = new VisibleRows(columns, index, set);
		const { rings } = visible.rows({}, undefined, camera) as Seen;
		const areas = plainly({}, undefined, camera).filter(({ row }) =>
			['district', 'region', 'country'].includes(PRECISIONS[columns.precision[row] as number] ?? '')
		);
		expect(areas.length).toBeGreaterThan(50);
		const squares = (rows: Iterable<number>) => {
			const at = new Map(plainly({}, undefined, camera).map((one) => [one.row, one]));
			return [...rows].map((row) => at.get(row) as { x: number; y: number });
		};
		const ringed = squares(rings);
		for (const { x, y } of areas) {
			if (x < 0 || y < 0 || x > camera.width || y > camera.height) continue;
			expect(ringed.some((ring) => Math.abs(ring.x - x) < 2.1 && Math.abs(ring.y - y) < 2.1)).toBe(
				true
			);
		}
	});

	it('are one where many stand on one spot, the newest', () => {
		const same = syntheticColumns(50, 3);
		same.lon.fill(44 * PER_DEGREE);
		same.lat.fill(40 * PER_DEGREE);
		same.possibleFirst.set(same.first);
		same.possibleLast.set(same.first);
		const ofSame = dateIndex(same);
		const visible = new VisibleRows(same, ofSame, pointBuffers(same, ofSame, LOOKS));
		const camera = { zoom: 9, lon: 44, lat: 40, width: 300, height: 200 };
		const narrow = [...same.first.keys()].filter((row) => ofSame.isWide[row] === 0);
		expect([...(visible.rows({}, undefined, camera) as Seen).symbols]).toEqual(narrow.slice(-1));
	});

	it('are found across ±180°', () => {
		const two = syntheticColumns(2, 3);
		two.lon.set([-179.9 * PER_DEGREE, 179.9 * PER_DEGREE]);
		two.lat.fill(0);
		const ofTwo = dateIndex(two);
		const visible = new VisibleRows(two, ofTwo, pointBuffers(two, ofTwo, LOOKS));
		for (const lon of [-180, 180, 179.95, -179.95]) {
			const camera = { zoom: 8, lon, lat: 0, width: 400, height: 200 };
			expect([...(visible.rows({}, undefined, camera) as Seen).symbols].sort()).toEqual([0, 1]);
		}
	});

	it('are found anew when the map moves, and after many steps on one spot', () => {
		const visible = new VisibleRows(columns, index, set);
		const camera = { zoom: 7, lon: 42, lat: 37, width: 800, height: 600 };
		const rowsAt = (at: Camera) => [...(visible.rows({}, undefined, at) as Seen).symbols];
		const first = rowsAt(camera);
		const east = rowsAt({ ...camera, lon: 45 });
		expect(east).not.toEqual(first);
		for (let i = 0; i < 300; i++) visible.rows({ from: 17_000 + i }, undefined, camera);
		expect(rowsAt(camera)).toEqual(first);
	});

	it('are none where there are no rows', () => {
		const none = drawn(0, 1);
		const { rings, symbols } = new VisibleRows(none.columns, none.index, none).rows({}, undefined, {
			zoom: 5,
			lon: 0,
			lat: 0,
			width: 100,
			height: 100
		}) as Seen;
		expect([rings.length, symbols.length]).toEqual([0, 0]);
	});

	it('are left to the graphics card where there are too many, or the world is seen more than once', () => {
		const many = drawn(MOST_ASKED + 1, 4);
		const visible = new VisibleRows(many.columns, many.index, many);
		const camera = { zoom: 6, lon: 44, lat: 38, width: 800, height: 600 };
		expect(visible.rows({}, undefined, camera)).toBe(undefined);
		expect(visible.rows({ from: 17_000, to: 17_010 }, undefined, camera)).toBeDefined();
		expect(visible.rows({ from: 17_000, to: 17_010 }, undefined, { ...camera, zoom: 0 })).toBe(
			undefined
		);
	});
});
