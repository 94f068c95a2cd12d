import { trimmed } from './text';
import type { TableRow } from '../import';

/** Where the columns of a table stand. */
export interface ColumnIndex {
	/** Number of the first of these columns that is there, or -1. Capitals and the white space around a name do not count. */
	at: (...names: readonly string[]) => number;
	/** The column's name as the table writes it. */
	name: (index: number) => string | undefined;
	has: (...names: readonly string[]) => boolean;
}

export function indexColumns(columns: readonly string[]): ColumnIndex {
	const numbers = new Map<string, number>();
	columns.forEach((column, i) => {
		const key = folded(column);
		if (!numbers.has(key)) numbers.set(key, i);
	});
	const at = (...names: readonly string[]) => {
		for (const name of names) {
			const number = numbers.get(folded(name));
			if (number !== undefined) return number;
		}
		return -1;
	};
	return {
		at,
		name: (index) => columns[index],
		has: (...names) => names.every((name) => numbers.has(folded(name)))
	};
}

function folded(name: string): string {
	return name
		.trim()
		.replace(/^\ufeff/, '')
		.toLowerCase();
}

/** The text of a cell, `''` where the column or the cell is not there. */
export function cellAt(row: TableRow, column: number): string {
	return column < 0 ? '' : trimmed(row.cells[column]);
}
