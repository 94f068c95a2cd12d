import fc from 'fast-check';
import KDBush from 'kdbush';
import { describe, expect, it } from 'vitest';
import { screenPoint, worldPoint, type Camera } from '../../../src/lib/core/picture/camera';
import { symbolRadius } from '../../../src/lib/map/points/look';
import { MOST_PICKED, pickRows, type InBox, type Pickable } from '../../../src/lib/map/points/pick';
import { drawn, ranges, shownRows } from './helpers';

const set = drawn(30_000, 5);
const { columns } = set;
const bush = new KDBush(columns.length, 64, Uint32Array);
for (let row = 0; row < columns.length; row++)
	bush.add(set.positions[2 * row] as number, set.positions[2 * row + 1] as number);
bush.finish();
const inBox: InBox = (west, north, east, south) => bush.range(west, north, east, south);

const cameras: fc.Arbitrary<Camera> = fc.record({
	zoom: fc.double({ min: 3, max: 14, noNaN: true }),
	lon: fc.double({ min: 35, max: 50, noNaN: true }),
	lat: fc.double({ min: 31, max: 43, noNaN: true }),
	width: fc.constant(1000),
	height: fc.constant(700)
});

/** Rows about a point by the small map's own projection, each asked. */
function plain(view: Camera, x: number, y: number, radius: number, shown: readonly number[]) {
	const reach = Math.max(radius, symbolRadius(view.zoom));
	return shown
		.map((row) => {
			const at = screenPoint(
				view,
				worldPoint([(columns.lon[row] as number) / 1e5, (columns.lat[row] as number) / 1e5])
			);
			return { row, distance: Math.hypot(at.x - x, at.y - y) };
		})
		.filter(({ distance }) => distance <= reach);
}

describe('picking', () => {
	it('finds what a plain loop over all rows finds, with the index and without', () => {
		fc.assert(
			fc.property(
				cameras,
				ranges,
				fc.nat(columns.length - 1),
				fc.boolean(),
				fc.integer({ min: 1, max: 40 }),
				(view, range, near, filtered, radius) => {
					const passes = filtered
						? Uint8Array.from({ length: columns.length }, (_, row) => Number(row % 3 > 0))
						: undefined;
					const at = screenPoint(
						view,
						worldPoint([(columns.lon[near] as number) / 1e5, (columns.lat[near] as number) / 1e5])
					);
					const [x, y] = [Math.round(at.x), Math.round(at.y)];
					const wanted = plain(view, x, y, radius, shownRows(set, range, passes));
					for (const index of [undefined, inBox]) {
						const of: Pickable = { ...set, range, passes, singles: undefined, inBox: index };
						const { rows, total } = pickRows(of, view, x, y, radius);
						// Positions are rounded to units: at the very edge either may be right.
						expect(Math.abs(total - wanted.length)).toBeLessThanOrEqual(
							wanted.filter(
								({ distance }) =>
									Math.abs(distance - Math.max(radius, symbolRadius(view.zoom))) < 0.01
							).length
						);
						expect(rows.length).toBe(Math.min(total, MOST_PICKED));
						const known = new Set(wanted.map(({ row }) => row));
						if (total === wanted.length) for (const row of rows) expect(known.has(row)).toBe(true);
					}
				}
			),
			{ numRuns: 60 }
		);
	});

	it('tells what lies under the pointer first, the newest on top, then what is nearest', () => {
		const view = { zoom: 9, lon: 44, lat: 39, width: 1000, height: 700 };
		const of: Pickable = {
			...set,
			range: {},
			passes: undefined,
			singles: undefined,
			inBox: undefined
		};
		const { rows } = pickRows(of, view, 500, 350, 300);
		const away = new Map(
			plain(view, 500, 350, 300, shownRows(set, {})).map(({ row, distance }) => [row, distance])
		);
		const own = symbolRadius(9);
		const under = rows.filter((row) => (away.get(row) ?? 0) <= own);
		expect(rows.slice(0, under.length)).toEqual(under);
		const around = rows.slice(under.length).map((row) => away.get(row) as number);
		expect(around.length).toBeGreaterThan(3);
		for (const [i, distance] of around.entries())
			expect(distance).toBeGreaterThanOrEqual((around[i - 1] ?? 0) - 0.01);
	});

	it('finds only what is drawn while clusters stand for the rest', () => {
		const view = { zoom: 5, lon: 44, lat: 39, width: 1000, height: 700 };
		const shown = shownRows(set, {});
		const singles = Uint32Array.from(shown.filter((row) => row % 7 === 0));
		const of: Pickable = { ...set, range: {}, passes: undefined, singles, inBox };
		const { rows, total } = pickRows(of, view, 500, 350, 200);
		expect(total).toBe(plain(view, 500, 350, 200, [...singles]).length);
		expect(rows.every((row) => row % 7 === 0)).toBe(true);
	});
});
