import { DamagedFile, EVENTS_FILE, type EventsFile } from '../lib/core/columns/events-file';
import { checkRecords } from '../lib/core/columns/records';
import type { Dossier } from '../lib/core/dossier/dossier';
import { shown, type Note } from '../lib/core/dossier/note';
import { words } from '../lib/core/view/search';
import { noteOf } from '../lib/server/columns/damage';
import { soundRecords } from '../lib/server/columns/records';

/** Rows that are checked at a time. */
const BATCH = 1024;

/** Notes that are kept: a fault of a whole table is told often enough. */
const MOST_NOTES = 1_000;

/** What a check of all records of a file found. */
export interface CheckedEvents {
	/** Sound events. */
	events: number;
	notes: Note[];
	/** Notes beside these. */
	more: number;
}

/**
 * Reads events.dateline: all columns and texts against their checksums, every record through the check, and of the
 * indexes of ids and sources an entry of each batch. A batch of rows is held at a time, and the ids of all.
 * @param frame the dossier without events
 */
export async function checkEvents(frame: Dossier, file: EventsFile): Promise<CheckedEvents> {
	const result: CheckedEvents = { events: 0, notes: [], more: 0 };
	const add = (notes: readonly Note[]) => {
		const room = Math.max(0, MOST_NOTES - result.notes.length);
		result.notes.push(...notes.slice(0, room));
		result.more += Math.max(0, notes.length - room);
	};
	const ids = new Set<string>();
	const begins = new Set<string>();
	const told = new Set<string>();
	/** A fault of one part is met at each of its rows, and told once. */
	const addDamage = (note: Note) => {
		const key = JSON.stringify(note);
		if (!told.has(key)) add([note]);
		told.add(key);
	};
	const asked = async (work: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof DamagedFile)) throw error;
			addDamage(noteOf(error));
		}
	};
	for (let start = 0; start < file.length; start += BATCH) {
		const rows = Array.from({ length: Math.min(BATCH, file.length - start) }, (_, i) => start + i);
		const { records, damage } = await soundRecords(file, rows);
		if (damage) addDamage(damage);
		const { dossier, notes } = checkRecords(frame, records);
		add(notes);
		result.events += dossier.events.length;
		for (const { id, title } of dossier.events) {
			for (const word of words(title)) begins.add(String.fromCodePoint(word.codePointAt(0) ?? 0));
			if (ids.has(id)) add([twice(id)]);
			ids.add(id);
		}
		// One of each batch: to look all of them up takes a hundred times as long as to read them.
		const [event] = dossier.events;
		if (!event) continue;
		await asked(async () => {
			if ((await file.rowOf(event.id)) === undefined) add([lost(event.id)]);
		});
		await asked(async () => {
			await file.rowsCiting(event.claims.slice(0, 1).map(({ source }) => source));
		});
	}
	for (const begin of begins) await asked(async () => void (await file.rowsWithWord(begin)));
	return result;
}

function twice(id: string): Note {
	return {
		file: EVENTS_FILE,
		feature: id,
		field: 'id',
		expected: 'an id that no other has',
		found: `${shown(id)} a second time`,
		mend: 'Give the second one an id of its own and import again; until then its link leads to the first.'
	};
}

function lost(id: string): Note {
	return {
		file: EVENTS_FILE,
		feature: id,
		field: 'id',
		expected: 'an id that the index of ids has',
		found: shown(id),
		mend: 'Import again: until then no link leads to the event.'
	};
}
