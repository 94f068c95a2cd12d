import type { Day } from '../date/day';
import { OPEN_AFTER } from './columns';
import type { FilteredRows } from './filter';

/** The row of one day, free of doubt, that passes the filters and is nearest to the range, and its day. */
export function nearestRow({
	columns,
	failures,
	range: { from = -Infinity, to = Infinity }
}: Pick<FilteredRows, 'columns' | 'failures' | 'range'>): { row: number; day: Day } | undefined {
	const { first, last, sure, length } = columns;
	let nearest: { row: number; day: Day } | undefined;
	let least = Infinity;
	for (let row = 0; row < length; row++) {
		const day = first[row] as number;
		if (failures[row] !== 0 || sure[row] !== 1 || day !== last[row]) continue;
		const gap = day < from ? from - day : Math.max(0, day - to);
		if (gap >= least) continue;
		least = gap;
		nearest = { row, day };
	}
	return nearest;
}

/** The first day on which anything was known of any row; undefined where no source has a date. */
export function firstKnown(known: Int32Array): Day | undefined {
	let first = OPEN_AFTER;
	for (const day of known) if (day < first) first = day;
	return first === OPEN_AFTER ? undefined : first;
}
