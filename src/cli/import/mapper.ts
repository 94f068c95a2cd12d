import type { Mapping, RowMapper } from '../../lib/core/import/import';
import { ownMapper, recognise } from '../../lib/core/import/map';

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
