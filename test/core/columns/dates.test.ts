import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumns, OPEN_AFTER, OPEN_BEFORE } from '../../../src/lib/core/columns/columns';
import {
	CERTAIN,
	dateIndex,
	firstRowFrom,
	OUTSIDE,
	POSSIBLE,
	rowState,
	stretchOf,
	wideRows
} from '../../../src/lib/core/columns/dates';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { matchRange } from '../../../src/lib/core/date/match';
import { DAYS, FIRST_DAY, syntheticColumns } from '../../synthetic/columns';
import { syntheticDossier } from '../view/synthetic';

const bound = fc.option(fc.integer({ min: FIRST_DAY - 40, max: FIRST_DAY + DAYS + 40 }), {
	nil: undefined
});

describe('rowState', () => {
	it('says of each row what matchRange says of its event', () => {
		const dossier = syntheticDossier(200, 3);
		const columns = columnsOf(dossier, 18_900);
		const day = fc.option(fc.integer({ min: 18_500, max: 19_400 }), { nil: undefined });
		const words = { outside: OUTSIDE, possible: POSSIBLE, certain: CERTAIN };
		fc.assert(
			fc.property(day, day, (from, to) => {
				dossier.events.forEach(({ when }, row) => {
					const range = { from, to };
					expect(rowState(columns, row, range)).toBe(words[matchRange(when, range)]);
				});
			})
		);
	});

	it('takes the last day of the columns for no end', () => {
		const columns = emptyColumns(1);
		columns.first[0] = columns.possibleFirst[0] = 10;
		columns.last[0] = columns.possibleLast[0] = OPEN_AFTER;
		columns.sure[0] = 1;
		expect(rowState(columns, 0, { from: 5 })).toBe(CERTAIN);
		expect(rowState(columns, 0, { to: 50 })).toBe(POSSIBLE);
		expect(rowState(columns, 0, { from: 11 })).toBe(POSSIBLE);
		expect(rowState(columns, 0, { to: 9 })).toBe(OUTSIDE);
	});
});

describe('dateIndex', () => {
	it('leaves no row out of a range that has it', () => {
		const columns = syntheticColumns(4000, 5);
		const index = dateIndex(columns);
		fc.assert(
			fc.property(bound, bound, (from, to) => {
				const range = { from, to };
				const { start, end } = stretchOf(columns, index, range);
				const wide = new Set(wideRows(columns, index, range));
				for (let row = 0; row < columns.length; row++) {
					const sought = wide.has(row) || (row >= start && row < end);
					if (!sought) expect(rowState(columns, row, range)).toBe(OUTSIDE);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('asks few rows in vain for a month', () => {
		const columns = syntheticColumns(20_000, 6);
		const index = dateIndex(columns);
		const range = { from: FIRST_DAY + 1800, to: FIRST_DAY + 1830 };
		const { start, end } = stretchOf(columns, index, range);
		let inVain = 0;
		for (let row = start; row < end; row++) if (rowState(columns, row, range) === OUTSIDE) inVain++;
		expect(inVain).toBeLessThan(columns.length / 100);
	});

	it('has each wide row in one band, and both in rising order', () => {
		const columns = syntheticColumns(20_000, 6);
		const { wide, isWide, bands } = dateIndex(columns);
		const rising = (rows: Iterable<number>) => [...rows].sort((a, b) => a - b);
		expect(isWide.reduce((sum, one) => sum + one, 0)).toBe(wide.length);
		expect([...wide]).toEqual(rising(wide));
		for (const { rows } of bands) expect([...rows]).toEqual(rising(rows));
		expect(rising(bands.flatMap(({ rows }) => [...rows]))).toEqual([...wide]);
	});

	it('gives the wide rows that are not outside a range, rising, all of them for no range', () => {
		const columns = syntheticColumns(4000, 8);
		const index = dateIndex(columns);
		fc.assert(
			fc.property(bound, bound, (from, to) => {
				const rows = [...wideRows(columns, index, { from, to })];
				const oracle = [...index.wide].filter(
					(row) => rowState(columns, row, { from, to }) !== OUTSIDE
				);
				expect(rows).toEqual(oracle);
			}),
			{ numRuns: 60 }
		);
		expect([...wideRows(columns, index, {})]).toEqual([...index.wide]);
	});

	it('has the open, the undated and the far-reaching among the wide', () => {
		const columns = emptyColumns(400);
		for (let row = 0; row < 398; row++) {
			columns.first[row] = columns.last[row] = row;
			columns.possibleFirst[row] = columns.possibleLast[row] = row;
		}
		columns.first[0] = columns.possibleFirst[0] = OPEN_BEFORE;
		columns.possibleLast[7] = 7000;
		columns.first[398] = 400;
		columns.last[398] = columns.possibleLast[398] = OPEN_AFTER;
		expect([...dateIndex(columns).wide]).toEqual([0, 7, 398, 399]);
	});

	it('works on no rows at all', () => {
		const columns = emptyColumns(0);
		const index = dateIndex(columns);
		expect(index.wide.length).toBe(0);
		expect(stretchOf(columns, index, { from: 1, to: 2 })).toEqual({ start: 0, end: 0 });
		expect(firstRowFrom(columns, 0)).toBe(0);
	});

	it('finds no stretch in a range whose ends are the wrong way round', () => {
		const columns = syntheticColumns(100, 2);
		const { start, end } = stretchOf(columns, dateIndex(columns), {
			from: FIRST_DAY + 900,
			to: FIRST_DAY + 100
		});
		expect(end).toBe(start);
	});
});
