import type { Columns } from '../../core/columns/columns';
import { dateIndex, type DateIndex } from '../../core/columns/dates';
import type { EventsFile } from '../../core/columns/events-file';
import { createColumnFilter } from '../../core/columns/filter';
import { nameWords, searchRows, type NameWords } from '../../core/columns/search';
import type { FoundRows } from '../../core/columns/tests';
import { parseDay } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';

/** Columns as known on one day, with what is worked out of them once. */
export interface Base {
	columns: Columns;
	index: DateIndex;
	filter: ReturnType<typeof createColumnFilter>;
	names: NameWords;
	/** Row of each record of the file; -1 where it is not known yet. Undefined: they are the same. */
	rows: Int32Array | undefined;
}

export function baseOf(columns: Columns, records: number, dossier: Dossier): Base {
	const index = dateIndex(columns);
	const opening = parseDay(dossier.header.openingView.from ?? '');
	return {
		columns,
		index,
		filter: createColumnFilter(columns, index, opening),
		names: nameWords(dossier, columns),
		rows:
			columns.length === records && isSame(columns.record) ? undefined : rowsOf(columns, records)
	};
}

function isSame(record: Uint32Array): boolean {
	for (let row = 0; row < record.length; row++) if (record[row] !== row) return false;
	return true;
}

function rowsOf({ record, length }: Columns, records: number): Int32Array {
	const rows = new Int32Array(records).fill(-1);
	for (let row = 0; row < length; row++) rows[record[row] as number] = row;
	return rows;
}

/** Rows, rising, of some records of the file. */
function held({ rows }: Base, records: Uint32Array): Uint32Array {
	if (!rows) return records;
	return records
		.map((record) => rows[record] ?? -1)
		.filter((row) => row !== 0xffff_ffff)
		.sort();
}

/** What the file finds for the filters that the columns cannot answer. */
export async function findRows(
	file: EventsFile,
	base: Base,
	q: string | undefined,
	sources: readonly string[] | undefined
): Promise<FoundRows> {
	const own = async (word: string, wrong: number) =>
		held(base, await file.rowsWithWord(word, wrong));
	const [found, citing] = await Promise.all([
		q === undefined ? undefined : searchRows(base.columns, base.names, q, own),
		sources && file.rowsCiting(sources).then((records) => held(base, records))
	]);
	return { q: found, sources: citing };
}
