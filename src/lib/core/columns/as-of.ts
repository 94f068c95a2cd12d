import type { Day } from '../date/day';
import { LISTS, type Columns, type Lists } from './columns';

/**
 * The columns of what was known on a day: the rows that a source had reported by then, in the same order.
 * What they say is what is known of them now. Of a row whose `settled` is later than the day some claims were
 * not known yet: its date, place, status and lists may have been others, and its record tells which
 * (`dossierAsOf` of core/dossier/known.ts). The dictionaries stay the same objects.
 * @param day the last whose publications count, in days since 1970-01-01
 */
export function columnsAsOf(columns: Columns, day: Day): Columns {
	return gather(
		columns,
		rowsWhere(columns, (row) => (columns.known[row] as number) <= day)
	);
}

/** The rows, rising, that were known on a day but not settled yet. */
export function unsettledRows({ length, known, settled }: Columns, day: Day): Uint32Array {
	return rowsWhere(
		{ length },
		(row) => (known[row] as number) <= day && (settled[row] as number) > day
	);
}

function rowsWhere({ length }: Pick<Columns, 'length'>, test: (row: number) => boolean) {
	const rows = new Uint32Array(length);
	let kept = 0;
	for (let row = 0; row < length; row++) if (test(row)) rows[kept++] = row;
	return rows.slice(0, kept);
}

/** Some rows as columns of their own; each keeps the number of its record. @param rows rising */
export function gather(columns: Columns, rows: Uint32Array): Columns {
	const gathered: Columns = {
		...columns,
		length: rows.length,
		record: of(columns.record, rows),
		first: of(columns.first, rows),
		last: of(columns.last, rows),
		possibleFirst: of(columns.possibleFirst, rows),
		possibleLast: of(columns.possibleLast, rows),
		sure: of(columns.sure, rows),
		lon: of(columns.lon, rows),
		lat: of(columns.lat, rows),
		type: of(columns.type, rows),
		precision: of(columns.precision, rows),
		status: of(columns.status, rows),
		contested: of(columns.contested, rows),
		known: of(columns.known, rows),
		settled: of(columns.settled, rows)
	};
	for (const name of LISTS) gathered[name] = listsOf(columns[name], rows);
	return gathered;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

function of<T extends Numbers>(values: T, rows: Uint32Array): T {
	const some = new (values.constructor as new (length: number) => T)(rows.length);
	for (let i = 0; i < rows.length; i++) some[i] = values[rows[i] as number] as number;
	return some;
}

function listsOf({ ids, starts, values }: Lists, rows: Uint32Array): Lists {
	const own = new Uint32Array(rows.length + 1);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i] as number;
		own[i + 1] = (own[i] as number) + (starts[row + 1] as number) - (starts[row] as number);
	}
	const some = new Uint32Array(own[rows.length] as number);
	for (let i = 0; i < rows.length; i++) {
		let at = own[i] as number;
		const end = starts[(rows[i] as number) + 1] as number;
		for (let j = starts[rows[i] as number] as number; j < end; j++)
			some[at++] = values[j] as number;
	}
	return { ids, starts: own, values: some };
}
