import type { DayRange } from '../date/match';
import { OPEN_AFTER, OPEN_BEFORE, type Columns } from './columns';

export const OUTSIDE = 0;
export const POSSIBLE = 1;
export const CERTAIN = 2;
export type RowState = typeof OUTSIDE | typeof POSSIBLE | typeof CERTAIN;

/**
 * Finds the rows of a range of days by binary search. Rows stand by their first day, so those of a range
 * are one stretch of rows but for what reaches far from its first day: months, intervals, open ends, what
 * has no date. Those rows, the *wide* ones, stand once more in bands by how far they reach, and each band is
 * searched about the range as far as it does.
 */
export interface DateIndex {
	/** Days that a row which is not wide may reach before or after its first day. */
	slack: number;
	/** The wide rows, rising. */
	wide: Uint32Array;
	/** By row: 1 for a wide one. */
	isWide: Uint8Array;
	/** The wide rows by how far they reach. */
	bands: readonly Band[];
}

export interface Band {
	/** Days that its rows may reach before or after their first day; Infinity for open ends and no date. */
	slack: number;
	/** Rising. */
	rows: Uint32Array;
	/** By place in `rows`, the possible first and last days: next to one another they are asked many times sooner. */
	early: Int32Array;
	late: Int32Array;
}

/** Rows from `start` to before `end`. */
export interface Stretch {
	start: number;
	end: number;
}

/** Reaches that are told apart, in days: a day, some days, a week, two, a month, a quarter, a year, any. */
const SLACKS = [0, 1, 3, 7, 14, 31, 92, 366, Infinity] as const;

/** Days of a range as it is usually looked at. */
const USUAL = 30;

/**
 * The index of some columns. The slack is the one at which a usual range asks for the fewest rows one by one: a
 * larger one leaves fewer rows wide, and more rows about the ends of a range that lie outside it.
 */
export function dateIndex(columns: Columns): DateIndex {
	const { length } = columns;
	const classes = classesOf(columns);
	const counts = SLACKS.map(() => 0);
	for (let row = 0; row < length; row++) {
		const own = classes[row] as number;
		counts[own] = (counts[own] as number) + 1;
	}
	const chosen = cheapest(counts, rowsPerDay(columns) / Math.max(1, length));
	const isWide = new Uint8Array(length);
	const bands: Band[] = [];
	const rowsOf = (is: (own: number) => boolean, size: number) => {
		const rows = new Uint32Array(size);
		let at = 0;
		for (let row = 0; row < length; row++) if (is(classes[row] as number)) rows[at++] = row;
		return rows;
	};
	let size = 0;
	for (let own = chosen + 1; own < SLACKS.length; own++) {
		const count = counts[own] as number;
		if (count === 0) continue;
		size += count;
		const rows = rowsOf((other) => other === own, count);
		const daysOf = (days: Int32Array) => Int32Array.from(rows, (row) => days[row] as number);
		bands.push({
			slack: SLACKS[own] as number,
			rows,
			early: daysOf(columns.possibleFirst),
			late: daysOf(columns.possibleLast)
		});
	}
	const wide = rowsOf((own) => own > chosen, size);
	for (const row of wide) isWide[row] = 1;
	return { slack: SLACKS[chosen] as number, wide, isWide, bands };
}

/**
 * The place in SLACKS of the slack at which a usual range asks for the fewest rows.
 * @param counts rows of each reach
 * @param perDay share of the rows that stand on one day
 */
function cheapest(counts: readonly number[], perDay: number): number {
	const asked = (count: number, days: number) =>
		count === 0 ? 0 : count * Math.min(1, perDay * days);
	const costs = SLACKS.map((slack, own) =>
		SLACKS.reduce((sum: number, days, other) => {
			const about = other <= own ? 2 * slack : 2 * days + USUAL;
			return sum + asked(counts[other] as number, about);
		}, 0)
	);
	return costs.indexOf(Math.min(...costs));
}

/** By row: the first of SLACKS that is no less than it reaches from its first day. */
function classesOf(columns: Columns): Uint8Array {
	const reaches = reachesOf(columns);
	const classes = new Uint8Array(reaches.length);
	for (let row = 0; row < reaches.length; row++) {
		const reach = reaches[row] as number;
		let own = 0;
		while ((SLACKS[own] as number) < reach) own++;
		classes[row] = own;
	}
	return classes;
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

/** The wide rows of which `rowState` does not say that they are outside a range, rising. */
export function wideRows(columns: Columns, index: DateIndex, range: DayRange): Uint32Array {
	if (range.from === undefined && range.to === undefined) return index.wide;
	const begin = range.from ?? OPEN_BEFORE;
	const end = range.to ?? OPEN_AFTER;
	const asked = index.bands.map(({ slack, rows }) => {
		const first = firstOf(columns, rows, begin - slack);
		// A range whose ends are the wrong way round has no stretch.
		return [first, Math.max(first, firstOf(columns, rows, end + slack + 1))] as const;
	});
	const most = asked.reduce((sum, [first, after]) => sum + after - first, 0);
	const found = new Uint32Array(most);
	let count = 0;
	index.bands.forEach(({ rows, early, late }, i) => {
		const [first, after] = asked[i] as (typeof asked)[number];
		for (let at = first; at < after; at++)
			if ((late[at] as number) >= begin && (early[at] as number) <= end)
				found[count++] = rows[at] as number;
	});
	return found.subarray(0, count).sort();
}

/** The place among rising rows of the first whose first day is this one or later. */
function firstOf({ first }: Columns, rows: Uint32Array, day: number): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((first[rows[middle] as number] as number) < day) low = middle + 1;
		else high = middle;
	}
	return low;
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
