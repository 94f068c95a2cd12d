import type { Mapping, RowMapper, TableRow } from '../import';
import { acledMapper } from './acled';
import { ownMapper } from './own';
import { ucdpMapper } from './ucdp';
import { usgsMapper } from './usgs';
import { viinaMapper } from './viina';

export { guessMapping } from './guess';
export { ownMapper };
export { previewMapping, type PreviewRow } from './preview';

/**
 * The mapper of a data set that is known by the names of its columns, in any order; undefined for any other table.
 * A mapper remembers what its rows have brought: each file needs one of its own.
 * @param sample the first rows; the names of the columns have been enough so far
 */
export function recognise(
	columns: readonly string[],
	sample: readonly TableRow[]
): RowMapper | undefined {
	void sample;
	return ucdpMapper(columns) ?? acledMapper(columns) ?? viinaMapper(columns) ?? usgsMapper(columns);
}

/** How the rows of a table become events, as plain data: whoever has it makes a mapper of their own. */
export interface MapperSpec {
	columns: readonly string[];
	/** Undefined for a data set that is known by its columns. */
	mapping: Mapping | undefined;
}

/** @throws Error where there is no mapping and the columns are not known */
export function mapperOf({ columns, mapping }: MapperSpec): RowMapper {
	const mapper = mapping ? ownMapper(mapping, columns) : recognise(columns, []);
	if (!mapper) throw new Error('The table is not known, and there is no mapping.');
	return mapper;
}
