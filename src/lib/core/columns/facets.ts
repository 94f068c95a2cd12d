import { PRECISIONS } from '../dossier/schema';
import { FAILS } from '../view/filter';
import { add, atLeast, increment, type Counts, type Facets } from '../view/facets';
import { STATUSES } from '../view/view';
import type { Columns } from './columns';
import type { DateIndex } from './dates';
import { eachInRange, type FilteredRows } from './filter';

/**
 * The counts of `countFacets` of core/view, over columns, but for single sources: those are as many as the
 * events, and nobody counts them.
 */
export function countColumnFacets({ columns, index, range, failures }: CountedRows): Facets {
	const { type, status, places, actors, publishers, contested, precision } = columns;
	const counts = {
		types: new Uint32Array(columns.types.length),
		status: new Uint32Array(STATUSES.length),
		places: new Uint32Array(places.ids.length),
		actors: new Uint32Array(actors.ids.length),
		publishers: new Uint32Array(publishers.ids.length),
		precision: new Uint32Array(PRECISIONS.length)
	};
	let differing = 0;
	eachInRange(columns, index, range, (row) => {
		const failed = failures[row] as number;
		// With two filters against it a row counts for no option of any.
		if ((failed & (failed - 1)) !== 0) return;
		if ((failed & ~FAILS.types) === 0) increment(counts.types, type[row] as number);
		if ((failed & ~FAILS.status) === 0) increment(counts.status, status[row] as number);
		if ((failed & ~FAILS.places) === 0) add(places, row, counts.places);
		if ((failed & ~FAILS.actors) === 0) add(actors, row, counts.actors);
		if ((failed & ~FAILS.sources) === 0) add(publishers, row, counts.publishers);
		if ((failed & ~FAILS.contested) === 0) differing += contested[row] as number;
		if ((failed & ~FAILS.precision) === 0) increment(counts.precision, precision[row] as number);
	});
	const named = (ids: readonly string[], count: Uint32Array): Counts =>
		new Map(ids.map((id, number) => [id, count[number] as number]));
	return {
		types: named(columns.types, counts.types),
		status: named(STATUSES, counts.status),
		places: named(places.ids, counts.places),
		actors: named(actors.ids, counts.actors),
		publishers: named(publishers.ids, counts.publishers),
		sources: new Map(),
		contested: differing,
		precision: atLeast(counts.precision)
	};
}

type CountedRows = Pick<FilteredRows, 'columns' | 'index' | 'range' | 'failures'>;

/** How many rows each option has in the whole dossier, whatever is filtered. */
export function countAllRows(columns: Columns, index: DateIndex): Facets {
	const failures = new Uint16Array(columns.length);
	return countColumnFacets({ columns, index, range: {}, failures });
}
