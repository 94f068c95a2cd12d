import { matchRange, type DayRange, type Match } from '../date/match';
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
	/** By row of the table: 1 where the date is not outside the range. */
	inRange: Uint8Array;
}

/** The bit of each filter. */
export const FAILS = Object.fromEntries(FILTERS.map((key, i) => [key, 1 << i])) as Record<
	FilterKey,
	number
>;

/**
 * The filter over a table. What the filters other than the dates say is kept from call to call, so
 * that a step of the slider matches dates and counts, and does nothing else. Its result depends on
 * the view alone. Another engine – typed arrays throughout, a worker – can stand behind the same
 * signature: list, map, timeline and `countFacets` ask for no more than `Filtered`.
 */
export function createFilter(table: EventTable): (view: Filters & DayRange) => Filtered {
	let filters: Filters | undefined;
	let failures: Uint16Array = new Uint16Array();
	let candidates: readonly DossierEvent[] = [];
	let range: DayRange = {};
	let result: Filtered | undefined;
	return (view) => {
		const kept = filters;
		const sameFilters = kept !== undefined && FILTERS.every((key) => kept[key] === view[key]);
		if (sameFilters && result && range.from === view.from && range.to === view.to) return result;
		if (!sameFilters) {
			filters = view;
			failures = failuresOf(table, view);
			candidates = table.events.filter((_, i) => failures[i] === 0);
		}
		range = { from: view.from, to: view.to };
		result = { ...match(table, failures, range), candidates, failures };
		return result;
	};
}

function match(
	table: EventTable,
	failures: Uint16Array,
	range: DayRange
): Omit<Filtered, 'candidates' | 'failures'> {
	const { events } = table;
	const shown: ShownEvent[] = [];
	const inRange = new Uint8Array(events.length);
	let undated = 0;
	let unplaced = 0;
	for (let i = 0; i < events.length; i++) {
		const event = events[i] as DossierEvent;
		const found = matchRange(event.when, range);
		if (found === 'outside') continue;
		inRange[i] = 1;
		const failed = failures[i] as number;
		if (failed === 0) shown.push({ event, match: found });
		if ((failed & ~FAILS.only) !== 0) continue;
		undated += table.undated[i] as number;
		unplaced += table.unplaced[i] as number;
	}
	const tallies = { shown: shown.length, total: events.length, undated, unplaced };
	return { shown, tallies, table, inRange };
}

/** A row passes or not. */
type Test = (row: number) => boolean;

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

function anyIn({ ids, starts, values }: Column, chosen: readonly string[]): Test {
	const wanted = Uint8Array.from(ids, (id) => Number(chosen.includes(id)));
	return (row) => {
		const end = starts[row + 1] as number;
		for (let i = starts[row] as number; i < end; i++)
			if (wanted[values[i] as number] === 1) return true;
		return false;
	};
}
