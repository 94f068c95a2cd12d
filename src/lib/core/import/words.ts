import type { RowFault } from './import';
import type { Unit } from './read/table';

/** `line 12 · event_date: expected a day; found "0000-00-00". Give the day.` */
export function faultInWords(
	{ line, column, expected, found, mend }: RowFault,
	unit: Unit
): string {
	const where = `${unit} ${line}${column === undefined ? '' : ` · ${column}`}`;
	return `${where}: expected ${expected}; found ${found}. ${mend}`;
}
