import type { DayRange } from '../date/match';
import { OPEN_AFTER, OPEN_BEFORE, type Columns } from './columns';

export const OUTSIDE = 0;
export const POSSIBLE = 1;
export const CERTAIN = 2;
export type RowState = typeof OUTSIDE | typeof POSSIBLE | typeof CERTAIN;

/**
 * Finds the rows of a range of days by binary search. Rows stand by their first day, so those of a range
 * are one stretch of rows but for what reaches far from its first day: months, intervals, open ends, what
 * has no date. Those rows, the *wide* ones, are few and asked one by one.
 */
export interface DateIndex {
	/** Days that a row which is not wide may reach before or after its first day. */
	slack: number;
	/** The wide rows, rising. */
	wide: Uint32Array;
	/** By row: 1 for a wide one. */
	isWide: Uint8Array;
}

/** Rows from `start` to before `end`. */
export interface Stretch {
	start: number;
	end: number;
}

/** Slacks to choose from, in days: a day, some days, a week, two, a month, a quarter, a year. */
const SLACKS = [0, 1, 3, 7, 14, 31, 92, 366];

/**
 * The index of some columns. The slack is the one at which a range asks for the fewest rows in vain: a
 * larger one leaves fewer rows wide, and more rows about the ends of a range that lie outside it.
 */
export function dateIndex(columns: Columns): DateIndex {
	const reaches = reachesOf(columns);
	const perDay = rowsPerDay(columns);
	let slack = 0;
	let least = Infinity;
	for (const days of SLACKS) {
		let wide = 0;
		for (let row = 0; row < reaches.length; row++) if ((reaches[row] as number) > days) wide++;
		const inVain = wide + 2 * days * perDay;
		if (inVain < least) {
			least = inVain;
			slack = days;
		}
	}
	const isWide = new Uint8Array(columns.length);
	const wide: number[] = [];
	for (let row = 0; row < reaches.length; row++)
		if ((reaches[row] as number) > slack) {
			isWide[row] = 1;
			wide.push(row);
		}
	return { slack, wide: Uint32Array.from(wide), isWide };
}

/** How far each row may lie from its first day, in days. */
function reachesOf({ length, first, possibleFirst, possibleLast }: Columns): Float64Array {
	const reaches = new Float64Array(length);
	for (let row = 0; row < length; row++) {
		const day = first[row] as number;
		const early = possibleFirst[row] as number;
		const late = possibleLast[row] as number;
		const open = day === OPEN_AFTER || early === OPEN_BEFORE || late === OPEN_AFTER;
		reaches[row] = open ? Infinity : Math.max(day - early, late - day);
	}
	return reaches;
}

/** Rows on a day, in the middle half of them: what lies far from the others says nothing of a usual range. */
function rowsPerDay({ length, first }: Columns): number {
	const quarter = Math.floor(length / 4);
	const days = (first[length - 1 - quarter] as number) - (first[quarter] as number);
	return length === 0 ? 0 : length / 2 / Math.max(1, days);
}

/** The only stretch in which rows that are not wide may be inside a range; not all in it are. */
export function stretchOf(columns: Columns, { slack }: DateIndex, range: DayRange): Stretch {
	const { from = -Infinity, to = Infinity } = range;
	const start = firstRowFrom(columns, from - slack);
	return { start, end: Math.max(start, firstRowFrom(columns, to + slack + 1)) };
}

/** The first row whose first day is this one or later; the number of rows where there is none. */
export function firstRowFrom({ first, length }: Columns, day: number): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((first[middle] as number) < day) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How a row's date stands to a range, as `matchRange` of core/date says of an event's. */
export function rowState(columns: Columns, row: number, { from, to }: DayRange): RowState {
	if (from === undefined && to === undefined) return CERTAIN;
	const begin = from ?? OPEN_BEFORE;
	const end = to ?? OPEN_AFTER;
	const early = columns.possibleFirst[row] as number;
	const late = columns.possibleLast[row] as number;
	if (late < begin || early > end) return OUTSIDE;
	return columns.sure[row] === 1 && early >= begin && late <= end ? CERTAIN : POSSIBLE;
}
