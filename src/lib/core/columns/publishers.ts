import { add } from '../view/facets';
import { eachInRange, type FilteredRows } from './filter';

/** A publisher, or a data set that is the source itself, behind what is shown. */
export interface PublisherCount {
	/** Empty where the sources name none. */
	name: string;
	/** Events with a claim from it. */
	count: number;
}

/**
 * Whose sources the claims of the rows that are shown cite, those of most rows first, then by name. Rows of which
 * nobody's source is cited count for none.
 */
export function countPublishers({
	columns,
	index,
	range,
	failures
}: Pick<FilteredRows, 'columns' | 'index' | 'range' | 'failures'>): PublisherCount[] {
	const { publishers } = columns;
	const counts = new Uint32Array(publishers.ids.length);
	eachInRange(columns, index, range, (row) => {
		if (failures[row] === 0) add(publishers, row, counts);
	});
	return publishers.ids
		.map((name, number) => ({ name, count: counts[number] as number }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
