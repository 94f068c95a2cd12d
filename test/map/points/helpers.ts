import { NOWHERE } from '../../../src/lib/core/columns/columns';
import { dateIndex, OUTSIDE, rowState } from '../../../src/lib/core/columns/dates';
import type { DayRange } from '../../../src/lib/core/date/match';
import { pointBuffers } from '../../../src/lib/map/points/buffers';
import type { PointLook } from '../../../src/lib/map/points/look';
import { DAYS, FIRST_DAY, syntheticColumns } from '../../synthetic/columns';
import fc from 'fast-check';

/** What the types of synthetic columns look like. */
export const LOOKS: PointLook[] = [
	{ role: 'armed', shape: 'diamond' },
	{ role: 'movement', shape: 'triangle' },
	{ role: 'diplomacy', shape: 'circle' },
	{ role: 'word', shape: 'square' },
	{ role: 'agreement', shape: 'hexagon' },
	{ role: 'armed', shape: 'square' },
	{ role: 'word', shape: 'circle' },
	{ role: 'movement', shape: 'diamond' }
];

/** Columns by dice, with all that is made of them for drawing. */
export function drawn(length: number, seed: number) {
	const columns = syntheticColumns(length, seed);
	const index = dateIndex(columns);
	return { columns, index, ...pointBuffers(columns, index, LOOKS) };
}

/** The rows that a view shows on the map, asked one by one. */
export function shownRows(
	{ columns }: Pick<ReturnType<typeof drawn>, 'columns'>,
	range: DayRange,
	passes?: Uint8Array
): number[] {
	return Array.from({ length: columns.length }, (_, row) => row).filter(
		(row) =>
			(!passes || passes[row] === 1) &&
			columns.lat[row] !== NOWHERE &&
			rowState(columns, row, range) !== OUTSIDE
	);
}

const day = fc.integer({ min: FIRST_DAY - 30, max: FIRST_DAY + DAYS + 30 });

/** Ranges of days, with and without ends. */
export const ranges: fc.Arbitrary<DayRange> = fc
	.tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
	.map(([a, b]) =>
		a !== undefined && b !== undefined && a > b ? { from: b, to: a } : { from: a, to: b }
	);
