import type { RowMapper, TableRow } from '../import';
import { acledMapper } from './acled';
import { ucdpMapper } from './ucdp';
import { usgsMapper } from './usgs';
import { viinaMapper } from './viina';

export { guessMapping } from './guess';
export { ownMapper } from './own';
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
