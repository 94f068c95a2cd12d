import type { Day } from '../date/day';
import type { DayRange } from '../date/match';
import { FAILS, type Tallies } from '../view/filter';
import { FILTERS, type FilterKey, type Filters } from '../view/view';
import { isUndated, isUnplaced, type Columns } from './columns';
import {
	CERTAIN,
	firstRowFrom,
	OUTSIDE,
	rowState,
	stretchOf,
	wideRows,
	type DateIndex,
	type Stretch
} from './dates';
import { rowList, type Part, type RowList } from './list';
import { rowTest, type FoundRows } from './tests';

/** What a view lets through. */
export interface FilteredRows {
	columns: Columns;
	index: DateIndex;
	range: DayRange;
	/**
	 * By row: a bit, FAILS[key] of core/view, for each filter that keeps the row out. The same array as long as
	 * the filters are the same.
	 */
	failures: Uint16Array;
	/** Rows that pass all filters, whatever their dates. */
	candidates: number;
	/** Of those shown: certainly inside the range; the others are possibly. */
	certain: number;
	tallies: Tallies;
	/** What is shown, in the order of the list: the dossier's own time, then its background. */
	list: RowList;
}

/**
 * The filter over columns, with the meaning of `createFilter` of core/view. What the filters other than the
 * dates say is kept from call to call, and counted ahead by row: a step of the dates is a binary search, and
 * a question to each of the few rows that a search cannot answer for.
 * @param opening the day the dossier's own time begins; what was over before it stands last in the list
 */
export function createColumnFilter(
	columns: Columns,
	index: DateIndex,
	opening?: Day
): (view: Filters & DayRange, found: FoundRows) => FilteredRows {
	const isBackground = backgroundOf(columns, opening);
	let last: { filters: Filters; found: FoundRows; failures: Uint16Array } | undefined;
	let sums: Sums;
	return (view, found) => {
		const changed = FILTERS.filter((key) => !last || !sameFilter(key, last, view, found));
		if (!last || changed.length > 0) {
			const failures = last ? last.failures.slice() : new Uint16Array(columns.length);
			for (const key of changed) mark(failures, FAILS[key], rowTest(columns, key, view, found));
			last = { filters: view, found, failures };
			sums = sumsOf(columns, index, failures, isBackground);
		}
		return inRange(columns, index, last.failures, sums, isBackground, {
			from: view.from,
			to: view.to
		});
	};
}

function sameFilter(
	key: FilterKey,
	last: { filters: Filters; found: FoundRows },
	view: Filters,
	found: FoundRows
): boolean {
	if (key === 'q' || key === 'sources') return last.found[key] === found[key];
	return last.filters[key] === view[key];
}

function mark(
	failures: Uint16Array,
	bit: number,
	passes: ((row: number) => boolean) | undefined
): void {
	for (let row = 0; row < failures.length; row++) {
		const others = (failures[row] as number) & ~bit;
		failures[row] = !passes || passes(row) ? others : others | bit;
	}
}

function backgroundOf(columns: Columns, opening: Day | undefined): Uint8Array | undefined {
	if (opening === undefined) return undefined;
	const flags = new Uint8Array(columns.length);
	let some = false;
	for (let row = 0; row < columns.length; row++)
		if ((columns.possibleLast[row] as number) < opening && !isUndated(columns, row)) {
			flags[row] = 1;
			some = true;
		}
	return some ? flags : undefined;
}

/** How many rows before each row, wide ones left out, pass and are so. */
interface Sums {
	own: Uint32Array;
	/** The background's; undefined where there is none. */
	background: Uint32Array | undefined;
	sure: Uint32Array;
	/** Without a spot on the map, and passing every filter but `only`. */
	unplaced: Uint32Array;
	candidates: number;
}

/** Every filter but `only`, which the counts beside the list leave out. */
const BUT_ONLY = 0xffff & ~FAILS.only;

function sumsOf(
	columns: Columns,
	{ isWide }: DateIndex,
	failures: Uint16Array,
	isBackground: Uint8Array | undefined
): Sums {
	const { length, sure } = columns;
	const sums: Sums = {
		own: new Uint32Array(length + 1),
		background: isBackground && new Uint32Array(length + 1),
		sure: new Uint32Array(length + 1),
		unplaced: new Uint32Array(length + 1),
		candidates: 0
	};
	let own = 0;
	let background = 0;
	let certain = 0;
	let unplaced = 0;
	for (let row = 0; row < length; row++) {
		const failed = failures[row] as number;
		if (failed === 0) sums.candidates++;
		if ((failed & BUT_ONLY) === 0 && isWide[row] === 0) {
			if (isUnplaced(columns, row)) unplaced++;
			if (failed === 0) {
				if (isBackground?.[row] === 1) background++;
				else own++;
				certain += sure[row] as number;
			}
		}
		sums.own[row + 1] = own;
		if (sums.background) sums.background[row + 1] = background;
		sums.sure[row + 1] = certain;
		sums.unplaced[row + 1] = unplaced;
	}
	return sums;
}

/**
 * Of the rows that are not wide: those of `inner` are wholly inside the range, but for doubt; those of the
 * others have to be asked; all else is outside.
 */
export function splitRange(
	columns: Columns,
	index: DateIndex,
	range: DayRange
): { inner: Stretch; asked: readonly [Stretch, Stretch] } {
	const { start, end } = stretchOf(columns, index, range);
	const { from, to } = range;
	const first = from === undefined ? start : firstRowFrom(columns, from + index.slack);
	const after = to === undefined ? end : firstRowFrom(columns, to - index.slack + 1);
	if (first >= after)
		return {
			inner: { start: end, end },
			asked: [
				{ start, end },
				{ start: end, end }
			]
		};
	return {
		inner: { start: first, end: after },
		asked: [
			{ start, end: first },
			{ start: after, end }
		]
	};
}

const difference = (sum: Uint32Array, { start, end }: Stretch) =>
	(sum[end] as number) - (sum[start] as number);

function inRange(
	columns: Columns,
	index: DateIndex,
	failures: Uint16Array,
	sums: Sums,
	isBackground: Uint8Array | undefined,
	range: DayRange
): FilteredRows {
	const { inner, asked } = splitRange(columns, index, range);
	const own: number[] = [];
	const background: number[] = [];
	const all = range.from === undefined && range.to === undefined;
	let certain = all
		? difference(sums.own, inner) + (sums.background ? difference(sums.background, inner) : 0)
		: difference(sums.sure, inner);
	let undated = 0;
	let unplaced = difference(sums.unplaced, inner);
	const ask = (row: number) => {
		const failed = failures[row] as number;
		if ((failed & BUT_ONLY) !== 0) return;
		const state = rowState(columns, row, range);
		if (state === OUTSIDE) return;
		if (isUndated(columns, row)) undated++;
		if (isUnplaced(columns, row)) unplaced++;
		if (failed !== 0) return;
		if (state === CERTAIN) certain++;
		if (isBackground?.[row] === 1) background.push(row);
		else own.push(row);
	};
	for (const { start, end } of asked)
		for (let row = start; row < end; row++) if (index.isWide[row] === 0) ask(row);
	for (const row of wideRows(columns, index, range)) ask(row);
	const part = (counted: Uint32Array, besides: number[]): Part => ({
		counted,
		...inner,
		besides: Uint32Array.from(besides).sort()
	});
	const list = rowList([
		part(sums.own, own),
		...(sums.background ? [part(sums.background, background)] : [])
	]);
	return {
		columns,
		index,
		range,
		failures,
		candidates: sums.candidates,
		certain,
		tallies: { shown: list.length, total: columns.length, undated, unplaced },
		list
	};
}

/** Calls back with each row that the range has, whatever the filters say of it; in no order. */
export function eachInRange(
	columns: Columns,
	index: DateIndex,
	range: DayRange,
	call: (row: number) => void
): void {
	const { inner, asked } = splitRange(columns, index, range);
	const { isWide } = index;
	for (let row = inner.start; row < inner.end; row++) if (isWide[row] === 0) call(row);
	for (const { start, end } of asked)
		for (let row = start; row < end; row++)
			if (isWide[row] === 0 && rowState(columns, row, range) !== OUTSIDE) call(row);
	for (const row of wideRows(columns, index, range)) call(row);
}
