import type { RowFault, TableRow } from '../import';
import type { Table } from './table';

/** Rows by which dates and decimals are told, and most characters of their cells that are held. */
const ROWS = 2_000;
const CHARACTERS = 8_000_000;

/** The first rows of a table. */
export interface Sample {
	rows: TableRow[];
	/** Those among them that could not be read. */
	faults: RowFault[];
	/** There are no others. */
	isWhole: boolean;
}

/** Reads the first rows of a table. @throws Unusable where it breaks off among them */
export async function sampleOf(table: Table): Promise<Sample> {
	const sample: Sample = { rows: [], faults: [], isWhole: false };
	let held = 0;
	for await (const { rows, faults } of table.batches()) {
		sample.faults.push(...faults);
		for (const row of rows) {
			if (sample.rows.length >= ROWS || held > CHARACTERS) return sample;
			sample.rows.push(row);
			for (const { length } of row.cells) held += length;
		}
	}
	sample.isWhole = true;
	return sample;
}
