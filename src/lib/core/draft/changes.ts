import type { DossierFile } from '../dossier/check';
import { emptyFile, type DraftFile, type DraftFiles } from './files';

/** One record before and after; undefined where there was, or is, none. */
export interface Edit {
	file: DossierFile;
	/** The record's key: its id; empty for `dossier.json`. */
	id: string;
	before: unknown;
	after: unknown;
	/** Its number in the file from 0, where the record comes or goes. */
	at?: number | undefined;
}

/** What is done, and undone, as one. */
export interface Change {
	/** In words, after “Undo”: `the title of lake-sev`. */
	label: string;
	edits: readonly Edit[];
	/** What is typed into one field is one change: changes with the same tag, one after the other, are joined. */
	tag?: string | undefined;
}

/** What was done to a dossier since it was opened for editing. */
export interface History {
	readonly changes: readonly Change[];
	/** How many of them hold; those after it are undone. */
	readonly cursor: number;
}

export const NO_HISTORY: History = { changes: [], cursor: 0 };

/**
 * The files with edits done. Throws where a record is not what an edit takes it for: the edit was made for
 * other files.
 */
export function applied(files: DraftFiles, edits: readonly Edit[]): DraftFiles {
	const next: Partial<Record<DossierFile, DraftFile>> = { ...files };
	// Copied once, however many edits there are: an import has some twenty thousand.
	const copies = new Map<DossierFile, Map<string, unknown>>();
	for (const edit of edits) {
		const file = next[edit.file] ?? emptyFile(edit.file);
		const records = copies.get(edit.file) ?? new Map(file.records);
		if (records.has(edit.id) !== (edit.before !== undefined))
			throw new Error(
				`An edit expected ${edit.before === undefined ? 'no' : 'a'} record “${edit.id}” in ${edit.file}; there is ${edit.before === undefined ? 'one' : 'none'}.`
			);
		const after = withRecord(records, edit);
		copies.set(edit.file, after);
		next[edit.file] = { ...file, records: after };
	}
	return next;
}

/** The records with an edit done, the given ones changed or others instead. */
function withRecord(
	records: Map<string, unknown>,
	{ id, before, after, at }: Edit
): Map<string, unknown> {
	if (before === undefined && at !== undefined && at < records.size) {
		const list = [...records];
		list.splice(at, 0, [id, after]);
		return new Map(list);
	}
	if (after === undefined) records.delete(id);
	else records.set(id, after);
	return records;
}

/** The edits that take a change back. */
export function undoing(change: Change): Edit[] {
	return change.edits
		.map((edit) => ({ ...edit, before: edit.after, after: edit.before }))
		.reverse();
}

/** The edit that puts a record in a file, in place of the one with its key or at the end. */
export function putting(files: DraftFiles, file: DossierFile, id: string, after: unknown): Edit {
	const records = files[file]?.records;
	return { file, id, before: records?.get(id), after, at: numberOf(records, id) };
}

/** The edit that takes a record out of a file. */
export function removing(files: DraftFiles, file: DossierFile, id: string): Edit {
	const records = files[file]?.records;
	return { file, id, before: records?.get(id), after: undefined, at: numberOf(records, id) };
}

function numberOf(records: ReadonlyMap<string, unknown> | undefined, id: string): number {
	const at = [...(records?.keys() ?? [])].indexOf(id);
	return at < 0 ? (records?.size ?? 0) : at;
}

/** The history with one more change; what was undone is forgotten. */
export function withChange({ changes, cursor }: History, change: Change): History {
	const held = changes.slice(0, cursor);
	const last = held.at(-1);
	const joined = last && changes.length === cursor ? joinedWith(last, change) : undefined;
	if (joined) return { changes: [...held.slice(0, -1), joined], cursor };
	return { changes: [...held, change], cursor: cursor + 1 };
}

/** Two changes as one, where they are to the same field of the same record. */
function joinedWith(last: Change, change: Change): Change | undefined {
	const [before, after] = [last.edits[0], change.edits[0]];
	if (change.tag === undefined || change.tag !== last.tag || !before || !after) return undefined;
	if (last.edits.length > 1 || change.edits.length > 1) return undefined;
	if (before.file !== after.file || before.id !== after.id) return undefined;
	return { ...change, edits: [{ ...after, before: before.before, at: before.at }] };
}
