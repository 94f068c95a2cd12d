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
	const { records, damage } = await recordsByRow(file, rows);
	return { records: rows.flatMap((row) => records.get(row) ?? []), damage: damage[0] };
}

/** The same by row, with a note for each row that lies in a damaged part: the same for all of one part. */
export async function recordsByRow(
	file: EventsFile,
	rows: readonly number[]
): Promise<{ records: Map<number, EventRecord>; damage: Note[] }> {
	if (rows.length === 0) return { records: new Map(), damage: [] };
	try {
		return { records: await file.records(rows), damage: [] };
	} catch (error) {
		if (!(error instanceof DamagedFile)) throw error;
		if (rows.length === 1) return { records: new Map(), damage: [noteOf(error)] };
	}
	const middle = rows.length >> 1;
	const before = await recordsByRow(file, rows.slice(0, middle));
	const after = await recordsByRow(file, rows.slice(middle));
	return {
		records: new Map([...before.records, ...after.records]),
		damage: [...before.damage, ...after.damage]
	};
}
