import type { DayRange, Match } from '../date/match';
import type { DossierEvent } from '../dossier/dossier';
import { PRECISIONS } from '../dossier/schema';
import { symbolPoint } from '../place/precision';
import { areaTest } from './area';
import type { Column, EventTable } from './table';
import { FILTERS, type FilterKey, type Filters } from './view';

/** An event that the view shows, and whether its date is certainly inside the range. */
export interface ShownEvent {
	event: DossierEvent;
	match: Exclude<Match, 'outside'>;
}

/** How many events a view shows. */
export interface Tallies {
	shown: number;
	/** All that the dossier has. */
	total: number;
	/** Of those that all filters but `only` let through: without a date, without a spot on the map. */
	undated: number;
	unplaced: number;
}

/** What a view lets through. */
export interface Filtered {
	/** In the order of the dossier. List and map draw from this. */
	shown: readonly ShownEvent[];
	/** What passes all filters, whatever its date. The same array as long as the filters are the same. */
	candidates: readonly DossierEvent[];
	tallies: Tallies;
	table: EventTable;
	/** By row of the table: a bit, FAILS[key], for each filter that keeps the event out. */
	failures: Uint16Array;
	/** By row of the table: 0 where the date is outside the range, 1 where it is possible, 2 certain. */
	inRange: Uint8Array;
}

/** The bit of each filter. */
export const FAILS = Object.fromEntries(FILTERS.map((key, i) => [key, 1 << i])) as Record<
	FilterKey,
	number
>;

/**
 * The filter over a table. What the filters other than the dates say is kept from call to call, so
 * that a step of the slider matches dates and counts, and does nothing else; a step at which no date
 * comes or goes gives the very result of before. What is shown depends on the view alone. Another engine – typed arrays throughout, a worker – can stand behind the same
 * signature: list, map, timeline and `countFacets` ask for no more than `Filtered`.
 */
export function createFilter(table: EventTable): (view: Filters & DayRange) => Filtered {
	const pairs = pairsOf(table.events);
	let filters: Filters | undefined;
	let failures: Uint16Array = new Uint16Array();
	let candidates: readonly DossierEvent[] = [];
	let result: Filtered | undefined;
	return (view) => {
		const kept = filters;
		const sameFilters = kept !== undefined && FILTERS.every((key) => kept[key] === view[key]);
		if (!sameFilters) {
			filters = view;
			failures = failuresOf(table, view);
			candidates = table.events.filter((_, i) => failures[i] === 0);
		}
		const inRange = statesIn(table, view);
		if (sameFilters && result && sameStates(inRange, result.inRange)) return result;
		result = { ...count(table, failures, inRange, pairs), candidates, failures };
		return result;
	};
}

const OUTSIDE = 0;
const POSSIBLE = 1;
const CERTAIN = 2;

/** How each row's date stands to a range, as `matchRange` says of one. */
function statesIn({ dates, events }: EventTable, { from, to }: DayRange): Uint8Array {
	const states = new Uint8Array(events.length);
	if (from === undefined && to === undefined) return states.fill(CERTAIN);
	const first = from ?? -Infinity;
	const last = to ?? Infinity;
	for (let i = 0, at = 0; i < states.length; i++, at += 4) {
		if ((dates[at + 1] as number) < first || (dates[at] as number) > last) continue;
		const sure = (dates[at + 2] as number) >= first && (dates[at + 3] as number) <= last;
		states[i] = sure ? CERTAIN : POSSIBLE;
	}
	return states;
}

function sameStates(a: Uint8Array, b: Uint8Array): boolean {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/** What a view may show of each event: one object each, so that what is shown as before is the same object. */
function pairsOf(events: readonly DossierEvent[]): Record<1 | 2, readonly ShownEvent[]> {
	return {
		[POSSIBLE]: events.map((event): ShownEvent => ({ event, match: 'possible' })),
		[CERTAIN]: events.map((event): ShownEvent => ({ event, match: 'certain' }))
	};
}

function count(
	table: EventTable,
	failures: Uint16Array,
	inRange: Uint8Array,
	pairs: Record<1 | 2, readonly ShownEvent[]>
): Omit<Filtered, 'candidates' | 'failures'> {
	const shown: ShownEvent[] = [];
	let undated = 0;
	let unplaced = 0;
	for (let i = 0; i < inRange.length; i++) {
		const state = inRange[i] as 0 | 1 | 2;
		if (state === OUTSIDE) continue;
		const failed = failures[i] as number;
		if (failed === 0) shown.push(pairs[state][i] as ShownEvent);
		if ((failed & ~FAILS.only) !== 0) continue;
		undated += table.undated[i] as number;
		unplaced += table.unplaced[i] as number;
	}
	const tallies = { shown: shown.length, total: inRange.length, undated, unplaced };
	return { shown, tallies, table, inRange };
}

/** A row passes or not. */
export type Test = (row: number) => boolean;

function failuresOf(table: EventTable, filters: Filters): Uint16Array {
	const failures = new Uint16Array(table.events.length);
	for (const [key, passes] of testsOf(table, filters)) {
		const bit = FAILS[key];
		for (let i = 0; i < failures.length; i++)
			if (!passes(i)) failures[i] = (failures[i] as number) | bit;
	}
	return failures;
}

function testsOf(table: EventTable, filters: Filters): [FilterKey, Test][] {
	const { columns, events } = table;
	const tests: [FilterKey, Test][] = [];
	for (const key of ['types', 'status', 'places', 'actors', 'sources'] as const) {
		const chosen = filters[key];
		if (chosen) tests.push([key, anyIn(columns[key], chosen)]);
	}
	if (filters.contested) tests.push(['contested', (i) => table.contested[i] === 1]);
	if (filters.precision) {
		const coarsest = PRECISIONS.indexOf(filters.precision);
		tests.push(['precision', (i) => (table.precision[i] as number) <= coarsest]);
	}
	if (filters.only) {
		const flags = table[filters.only];
		tests.push(['only', (i) => flags[i] === 1]);
	}
	if (filters.area) {
		const inside = areaTest(filters.area);
		tests.push([
			'area',
			(i) => {
				const at = symbolPoint(events[i] as DossierEvent);
				return at !== undefined && inside(at);
			}
		]);
	}
	if (filters.q) {
		const found = table.search(filters.q);
		tests.push(['q', (i) => found.has((events[i] as DossierEvent).id)]);
	}
	return tests;
}

/** Whether a row has any of these values. */
export function anyIn({ ids, starts, values }: Column, chosen: readonly string[]): Test {
	const set = new Set(chosen);
	const wanted = Uint8Array.from(ids, (id) => Number(set.has(id)));
	return (row) => {
		const end = starts[row + 1] as number;
		for (let i = starts[row] as number; i < end; i++)
			if (wanted[values[i] as number] === 1) return true;
		return false;
	};
}
