import { shown } from '../dossier/note';
import type { RowFault } from './import';
import type { Unit } from './read/table';

/** The fault of a row whose id an earlier row of its table has. @param before that row's number */
export function secondId(line: number, before: number, unit: Unit): RowFault {
	return {
		line,
		kind: 'duplicate',
		expected: 'an id that no row before it has',
		found: `the id of ${unit} ${before} a second time`,
		mend: 'Remove one of the two, or map another column to id.'
	};
}

/** The fault of a row whose id an event of the dossier has, where that one is not to be written over. */
export function takenId(line: number, id: string): RowFault {
	return {
		line,
		kind: 'taken',
		expected: 'an id that no event of the dossier has',
		found: shown(id),
		mend: 'That event stays as it is. To put a newer release of the same data set in its place, use dateline import.'
	};
}
