import type { Day } from '../date/day';
import { OPEN_AFTER, OPEN_BEFORE, type Columns } from './columns';

/** Rows wholly on one side of what is in sight. */
export interface Beside {
	count: number;
	/** Their first and last day; ±Infinity where there are none. */
	first: Day;
	last: Day;
}

/** How many rows stand in each bin. */
export interface Histogram {
	/** By bin, then certain and possible, then kind: `counts[(2 * bin + possible) * kinds + kind]`. */
	counts: Uint32Array;
	before: Beside;
	after: Beside;
}

/** Bins of more days than this are found by binary search rather than in a table by day. */
const TABLE_DAYS = 200_000;

/**
 * Counts the rows that pass in bins, by the rules of the timeline's own bins: a row stands in the bin of the
 * middle of its bounds, held to what is in sight while part of its bounds is; it is possible there where
 * its date is in doubt or its bounds go beyond the bin.
 * @param failures a row passes where this is 0
 * @param edges first day of each bin, rising, and the day after the last; two at least
 * @param kindOf kind of each type, by the type's number, 0 to before `kinds`
 */
export function countBins(
	columns: Columns,
	failures: Uint16Array,
	edges: readonly Day[],
	kindOf: Uint8Array,
	kinds: number
): Histogram {
	const bins = edges.length - 1;
	const counts = new Uint32Array(2 * bins * kinds);
	const before: Beside = { count: 0, first: Infinity, last: -Infinity };
	const after: Beside = { count: 0, first: Infinity, last: -Infinity };
	const left = edges[0] as Day;
	const right = (edges[bins] as Day) - 1;
	const binOf = binFinder(edges);
	const { length, sure, type } = columns;
	for (let row = 0; row < length; row++) {
		if (failures[row] !== 0) continue;
		const first = knownFirst(columns, row);
		const last = knownLast(columns, row);
		if (first === OPEN_AFTER || last === OPEN_BEFORE) continue;
		if (last < left) widen(before, first, last);
		else if (first > right) widen(after, first, last);
		else {
			const day = Math.max(left, Math.min(right, Math.floor((first + last) / 2)));
			const bin = binOf(day);
			const possible =
				sure[row] === 0 || first < (edges[bin] as Day) || last >= (edges[bin + 1] as Day) ? 1 : 0;
			const at = (2 * bin + possible) * kinds + (kindOf[type[row] as number] ?? 0);
			counts[at] = (counts[at] as number) + 1;
		}
	}
	return { counts, before, after };
}

/** A row's first day, the last where it has no beginning; OPEN_AFTER where it has no day at all. */
function knownFirst({ first, last }: Columns, row: number): Day {
	const day = first[row] as Day;
	if (day !== OPEN_BEFORE) return day;
	const other = last[row] as Day;
	return other === OPEN_AFTER ? OPEN_AFTER : other;
}

/** A row's last day, the first where it has no end; OPEN_BEFORE where it has no day at all. */
function knownLast({ first, last }: Columns, row: number): Day {
	const day = last[row] as Day;
	return day === OPEN_AFTER ? (first[row] as Day) : day;
}

function widen(beside: Beside, first: Day, last: Day): void {
	beside.count++;
	if (first < beside.first) beside.first = first;
	if (last > beside.last) beside.last = last;
}

function binFinder(edges: readonly Day[]): (day: Day) => number {
	const left = edges[0] as Day;
	const days = (edges[edges.length - 1] as Day) - left;
	if (days <= TABLE_DAYS) {
		const table = new Uint32Array(days);
		for (let bin = 0; bin + 1 < edges.length; bin++)
			table.fill(bin, (edges[bin] as Day) - left, (edges[bin + 1] as Day) - left);
		return (day) => table[day - left] as number;
	}
	return (day) => {
		let low = 0;
		let high = edges.length - 2;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((edges[middle] as Day) <= day) low = middle;
			else high = middle - 1;
		}
		return low;
	};
}

/** What the timeline knows of the rows that pass, whatever is in sight. */
export interface DatedRows {
	/** Rows that stand at no day. */
	undated: number;
	/** First and last day of any, and the days on which rows begin, rising; without one: none. */
	bounds: { first: Day; last: Day } | undefined;
	days: readonly Day[];
}

/** The same as the timeline's `datedEvents` and `boundsOf` say of events. */
export function datedRows(columns: Columns, failures: Uint16Array): DatedRows {
	let undated = 0;
	let latest = -Infinity;
	let disordered = false;
	const days: Day[] = [];
	for (let row = 0; row < columns.length; row++) {
		if (failures[row] !== 0) continue;
		const first = knownFirst(columns, row);
		const last = knownLast(columns, row);
		if (first === OPEN_AFTER || last === OPEN_BEFORE) {
			undated++;
			continue;
		}
		if (last > latest) latest = last;
		const before = days[days.length - 1];
		if (before === first) continue;
		// What has no beginning stands at its end, and out of order.
		if (before !== undefined && first < before) disordered = true;
		days.push(first);
	}
	const rising = disordered ? [...new Set(days)].sort((a, b) => a - b) : days;
	const [earliest] = rising;
	const bounds = earliest === undefined ? undefined : { first: earliest, last: latest };
	return { undated, bounds, days: rising };
}
