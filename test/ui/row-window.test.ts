import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	boxHeight,
	HIGHEST,
	moved,
	placeOf,
	rowsInSight
} from '../../src/lib/ui/columns/row-window';

const ROW = 96;
const SIGHT = 700;
const START = { at: 0, top: 0 };

describe('the rows in sight', () => {
	it('of a list that fits its box stand where they stand in the list', () => {
		fc.assert(
			fc.property(fc.nat(80_000), fc.nat(7_000_000), (rows, at) => {
				const standing = moved(START, at, rows, ROW, SIGHT);
				expect(placeOf(11, standing, ROW)).toBe(11 * ROW);
			})
		);
	});

	it('are never those beyond the list, and always cover what is in sight of it', () => {
		const moves = fc.array(fc.integer({ min: -HIGHEST, max: HIGHEST }), { maxLength: 30 });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2_000_000 }), moves, (rows, steps) => {
				const room = Math.max(0, boxHeight(rows, ROW) - SIGHT);
				let standing = START;
				let at = 0;
				for (const step of steps) {
					at = Math.max(0, Math.min(room, at + step));
					standing = moved(standing, at, rows, ROW, SIGHT);
					const { first, end } = rowsInSight(standing, rows, ROW, SIGHT, 0);
					expect(first).toBeGreaterThanOrEqual(0);
					expect(end).toBeLessThanOrEqual(rows);
					expect(placeOf(first, standing, ROW)).toBeLessThanOrEqual(at);
					expect(placeOf(end, standing, ROW)).toBeGreaterThanOrEqual(
						Math.min(at + SIGHT, boxHeight(rows, ROW)) - 1e-3
					);
				}
			})
		);
	});

	it('reach both ends of a million rows, and go on by single pixels between', () => {
		const rows = 1_000_000;
		const end = boxHeight(rows, ROW) - SIGHT;
		expect(rowsInSight(moved(START, end, rows, ROW, SIGHT), rows, ROW, SIGHT, 0).end).toBe(rows);
		const middle = moved(START, end / 2, rows, ROW, SIGHT);
		const next = moved(middle, end / 2 + 100, rows, ROW, SIGHT);
		expect(next.top - middle.top).toBeCloseTo(100);
		const back = moved(next, 0, rows, ROW, SIGHT);
		expect(rowsInSight(back, rows, ROW, SIGHT, 0).first).toBe(0);
	});
});
