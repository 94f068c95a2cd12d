import { PRECISIONS, type Precision } from '../dossier/schema';
import { FAILS, type Filtered } from './filter';
import { COLUMNS, type Column, type ColumnName, type EventTable } from './table';
import type { FilterKey } from './view';

/** How many events each option would let through, by id. What no event has is left out: it counts 0. */
export type Counts = ReadonlyMap<string, number>;

/**
 * How many events each option of each filter would show, were it the only one chosen of its filter
 * and the other filters and the dates as they are.
 */
export interface Facets extends Record<ColumnName, Counts> {
	contested: number;
	/** Known at least this exactly: each holds the finer ones, and `unknown` all. */
	precision: ReadonlyMap<Precision, number>;
}

/** Publishers stand in the view as their sources. */
const FILTER_OF: Record<ColumnName, FilterKey> = {
	types: 'types',
	status: 'status',
	places: 'places',
	actors: 'actors',
	sources: 'sources',
	publishers: 'sources'
};

/** Counts the options of every filter in one pass over the events, in time that grows with their values. */
export function countFacets({ table, failures, inRange }: Filtered): Facets {
	const counts = COLUMNS.map((name) => ({
		column: table.columns[name],
		others: ~FAILS[FILTER_OF[name]],
		count: new Uint32Array(table.columns[name].ids.length)
	}));
	const byPrecision = new Uint32Array(PRECISIONS.length);
	let contested = 0;
	for (let row = 0; row < failures.length; row++) {
		const failed = failures[row] as number;
		// With two filters against it an event counts for no option of any.
		if (inRange[row] === 0 || (failed & (failed - 1)) !== 0) continue;
		for (const { column, others, count } of counts)
			if ((failed & others) === 0) add(column, row, count);
		if ((failed & ~FAILS.contested) === 0) contested += table.contested[row] as number;
		if ((failed & ~FAILS.precision) === 0) increment(byPrecision, table.precision[row] as number);
	}
	const columns = counts.map(({ column, count }, i) => [
		COLUMNS[i],
		new Map(column.ids.map((id, number) => [id, count[number] as number]))
	]);
	return {
		...(Object.fromEntries(columns) as Record<ColumnName, Counts>),
		contested,
		precision: atLeast(byPrecision)
	};
}

/** How many events each option has in the whole dossier, whatever is filtered. */
export function countAll(table: EventTable): Record<ColumnName, Counts> {
	return countFacets({
		table,
		failures: new Uint16Array(table.events.length),
		inRange: new Uint8Array(table.events.length).fill(1)
	} as Filtered);
}

/** Counts a row for each of its values. */
export function add({ starts, values }: Column, row: number, count: Uint32Array): void {
	const end = starts[row + 1] as number;
	for (let i = starts[row] as number; i < end; i++) increment(count, values[i] as number);
}

export function increment(count: Uint32Array, at: number): void {
	count[at] = (count[at] as number) + 1;
}

/** Of counts by place in PRECISIONS: how many are known at least that exactly. */
export function atLeast(byPrecision: Uint32Array): ReadonlyMap<Precision, number> {
	let sum = 0;
	return new Map(PRECISIONS.map((name, i) => [name, (sum += byPrecision[i] as number)]));
}
