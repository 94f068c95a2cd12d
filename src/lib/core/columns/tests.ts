import { PRECISIONS } from '../dossier/schema';
import { areaTest } from '../view/area';
import { anyIn, type Test } from '../view/filter';
import { STATUSES, type FilterKey, type Filters } from '../view/view';
import { isUndated, isUnplaced, PER_DEGREE, type Columns } from './columns';

/**
 * Rows that were looked up in the file for the filters that the columns cannot answer; rising, each once.
 * What is undefined keeps nothing out.
 */
export interface FoundRows {
	sources?: Uint32Array | undefined;
	q?: Uint32Array | undefined;
}

/**
 * The test of one filter over the rows; undefined where it lets every row through. Its meaning is that of
 * `core/view/filter.ts`, at positions of a hundred-thousandth of a degree.
 */
export function rowTest(
	columns: Columns,
	key: FilterKey,
	filters: Filters,
	found: FoundRows
): Test | undefined {
	switch (key) {
		case 'types':
			return filters.types && numberIn(columns.type, columns.types, filters.types);
		case 'status':
			return filters.status && numberIn(columns.status, STATUSES, filters.status);
		case 'places':
		case 'actors':
			return filters[key] && anyIn(columns[key], filters[key]);
		case 'contested':
			return filters.contested && ((row) => columns.contested[row] === 1);
		case 'precision': {
			if (!filters.precision) return undefined;
			const coarsest = PRECISIONS.indexOf(filters.precision);
			return (row) => (columns.precision[row] as number) <= coarsest;
		}
		case 'only': {
			if (!filters.only) return undefined;
			const has = filters.only === 'undated' ? isUndated : isUnplaced;
			return (row) => has(columns, row);
		}
		case 'area': {
			if (!filters.area) return undefined;
			const inside = areaTest(filters.area);
			const { lon, lat } = columns;
			return (row) =>
				!isUnplaced(columns, row) &&
				inside([(lon[row] as number) / PER_DEGREE, (lat[row] as number) / PER_DEGREE]);
		}
		case 'sources':
		case 'q':
			return found[key] && among(columns.length, found[key]);
	}
}

function numberIn(
	values: Uint8Array | Uint16Array,
	ids: readonly string[],
	chosen: readonly string[]
): Test {
	const wanted = Uint8Array.from(ids, (id) => Number(chosen.includes(id)));
	return (row) => wanted[values[row] as number] === 1;
}

function among(length: number, rows: Uint32Array): Test {
	const has = new Uint8Array(length);
	for (const row of rows) if (row < length) has[row] = 1;
	return (row) => has[row] === 1;
}
