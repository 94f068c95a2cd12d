import { shown } from '../../dossier/note';
import type { RowFault, TableRow } from '../import';

/** What is wrong with a value, wherever it stands. */
export interface CellFault {
	kind: string;
	expected: string;
	mend: string;
}

/** Why a row cannot be an event; thrown nowhere, handed up. */
export function faultIn(
	row: TableRow,
	column: string | undefined,
	{ kind, expected, mend }: CellFault,
	found: string | undefined
): RowFault {
	return { line: row.line, column, kind, expected, found: shown(found), mend };
}

export const CUT: CellFault = {
	kind: 'cut',
	expected: 'a text within the caps of the format (docs/format.md)',
	mend: 'It was cut, with an ellipsis at its end; shorten it in the table to keep its sense.'
};

export const NO_ID: CellFault = {
	kind: 'no-id',
	expected: 'an id of the row’s own',
	mend: 'An id was made of what the row holds: it stays the same as long as the row does. Give it one that stays.'
};
