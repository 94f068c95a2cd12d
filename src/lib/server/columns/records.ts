import { DamagedFile, type EventRecord, type EventsFile } from '../../core/columns/events-file';
import type { Note } from '../../core/dossier/note';
import { noteOf } from './damage';

/**
 * The records of some rows, in their order; those that lie in a damaged part of the file are left out, with a
 * note on it.
 */
export async function soundRecords(
	file: EventsFile,
	rows: readonly number[]
): Promise<{ records: EventRecord[]; damage?: Note | undefined }> {
	if (rows.length === 0) return { records: [] };
	try {
		const found = await file.records(rows);
		return { records: rows.flatMap((row) => found.get(row) ?? []) };
	} catch (error) {
		if (!(error instanceof DamagedFile)) throw error;
		if (rows.length === 1) return { records: [], damage: noteOf(error) };
	}
	const middle = rows.length >> 1;
	const before = await soundRecords(file, rows.slice(0, middle));
	const after = await soundRecords(file, rows.slice(middle));
	return {
		records: [...before.records, ...after.records],
		damage: before.damage ?? after.damage
	};
}
