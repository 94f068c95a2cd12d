import type { RowFault, TableRow } from '../import';

/** A file that somebody wants imported, wherever it lies: on a disk, or dropped on a page. */
export interface TableSource {
	/** As a person knows it, without its folder. */
	name: string;
	/** In bytes. */
	size: number;
	/** Its bytes from the beginning; may be asked for more than once. */
	open: () => AsyncIterable<Uint8Array>;
	/** Some of them, from `start` to before `end`. */
	slice: (start: number, end: number) => Promise<Uint8Array>;
}

/** Some rows, in the order of the file. */
export interface Batch {
	rows: TableRow[];
	/** Rows that could not be read, or not as a row of this table. */
	faults: RowFault[];
}

/** What the numbers of a table's rows are. */
export type Unit = 'line' | 'feature' | 'row';

/** A file as a table. */
export interface Table {
	/** What it is, in words: `CSV, cells parted by semicolons`. */
	format: string;
	columns: readonly string[];
	/** What the numbers of its rows are. */
	unit: Unit;
	/** How it was read where that is not sure, each a sentence. */
	notes: readonly string[];
	/** @throws Unusable where the file breaks off, or is no table from some place on */
	batches: () => AsyncIterable<Batch>;
}

/** The file cannot be read as a table at all; the message says where and why, and how to mend it. */
export class Unusable extends Error {
	override readonly name = 'Unusable';
}

/** Most bytes of one cell of a table, and of one feature or row of it. */
export const MAX_CELL_BYTES = 1024 * 1024;
export const MAX_ROW_BYTES = 4 * MAX_CELL_BYTES;

/** Most columns that a table may have. */
export const MAX_COLUMNS = 2_000;

/** Names of columns as they come, each trimmed and its own: what has none is `column 3`, a second `id` is `id (2)`. */
export function columnNames(cells: readonly string[]): string[] {
	if (cells.length > MAX_COLUMNS)
		throw new Unusable(
			`The table has ${cells.length} columns: ${MAX_COLUMNS} are read at most. Leave out what no event is made of.`
		);
	const taken = new Set<string>();
	return cells.map((cell, i) => {
		const name = cell.trim() || `column ${i + 1}`;
		let own = name;
		for (let number = 2; taken.has(own); number++) own = `${name} (${number})`;
		taken.add(own);
		return own;
	});
}
