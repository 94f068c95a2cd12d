import { EVENTS_FILE, type DamagedFile, type EventRecord } from '../lib/core/columns/events-file';
import { AGAIN } from '../lib/core/columns/file/damage';
import {
	indexCheck,
	sourceKey,
	type Index,
	type IndexCheck
} from '../lib/core/columns/index-check';
import type { IndexedFile } from '../lib/core/columns/read';
import { checkRecords } from '../lib/core/columns/records';
import type { Dossier } from '../lib/core/dossier/dossier';
import { shown, type Note } from '../lib/core/dossier/note';
import { noteOf } from '../lib/server/columns/damage';
import { recordsByRow } from '../lib/server/columns/records';

/** Rows that are checked at a time. */
const BATCH = 2048;

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
 * Reads events.dateline: all columns and texts against their checksums, every record through the check, and all of
 * the indexes of ids, sources and words against what the records say. A batch of rows is held at a time, the ids
 * of all, and of each row some bytes for what it is to be found by.
 * @param frame the dossier without events
 */
export async function checkEvents(frame: Dossier, file: IndexedFile): Promise<CheckedEvents> {
	const result: CheckedEvents = { events: 0, notes: [], more: 0 };
	const add = (notes: readonly Note[], count = notes.length) => {
		const room = Math.max(0, MOST_NOTES - result.notes.length);
		result.notes.push(...notes.slice(0, room));
		result.more += Math.max(0, count - Math.min(room, notes.length));
	};
	const told = new Set<string>();
	/** A fault of one part is met at each of its rows, and told once. */
	const addDamage = (note: Note) => {
		const key = JSON.stringify(note);
		if (!told.has(key)) add([note]);
		told.add(key);
	};
	const tellDamage = (error: DamagedFile) => addDamage(noteOf(error));
	const indexes = indexCheck(file, frame, MOST_NOTES, tellDamage);
	const ids = new Set<string>();
	for (let start = 0; start < file.length; start += BATCH) {
		const rows = Array.from({ length: Math.min(BATCH, file.length - start) }, (_, i) => start + i);
		const { records, damage } = await recordsByRow(file, rows);
		damage.forEach(addDamage);
		// Before the check, which mends what it is given.
		for (const row of rows) {
			const working = indexes.add(records.get(row));
			if (working) await working;
		}
		const { dossier, notes } = checkRecords(frame, [...records.values()]);
		add(notes);
		result.events += dossier.events.length;
		for (const { id } of dossier.events) {
			if (ids.has(id)) add([twice(id)]);
			ids.add(id);
		}
	}
	await addFindings(indexes, file, add);
	return result;
}

async function addFindings(
	{ finish, entryOf }: IndexCheck,
	file: IndexedFile,
	add: (notes: readonly Note[], count?: number) => void
): Promise<void> {
	const findings = await finish();
	for (const index of ['ids', 'sources', 'words'] as const) {
		const { lost, foreign, lostCount, foreignCount } = findings[index];
		const { records } = await recordsByRow(file, [...new Set(lost.map(({ row }) => row))]);
		const notes = lost.flatMap(({ row, key }) => {
			const { id, sources } = entryOf(records.get(row) as EventRecord);
			if (id === undefined) return [];
			const source = sources.find((source) => sourceKey(source) === key) ?? '';
			return [LOST[index](id, index === 'sources' ? source : key)];
		});
		// Of the words one stands for all: it is of no use to read a thousand of them.
		if (index !== 'words') add(notes, lostCount);
		else if (notes[0]) add([lostCount > 1 ? alsoOthers(notes[0], lostCount - 1) : notes[0]]);
		const [first] = foreign;
		if (first === undefined) continue;
		add([
			{
				file: EVENTS_FILE,
				feature: `the index of ${index}`,
				expected: 'rows whose events have what leads to them',
				found: `row ${first} under another’s${foreignCount > 1 ? `, and ${foreignCount - 1} more of the kind` : ''}`,
				mend: `${AGAIN} Until then ${WRONG[index]}.`
			}
		]);
	}
}

const IMPORT_AGAIN = 'Import again, or write the file anew with dateline columns: until then';

const LOST: Record<Index, (id: string, key: string) => Note> = {
	ids: (id) => ({
		file: EVENTS_FILE,
		feature: id,
		field: 'id',
		expected: 'an id that the index of ids has',
		found: shown(id),
		mend: `${IMPORT_AGAIN} no link leads to the event.`
	}),
	sources: (id, source) => ({
		file: EVENTS_FILE,
		feature: id,
		field: 'properties.claims',
		expected: 'sources that the index of sources leads from',
		found: shown(source),
		mend: `${IMPORT_AGAIN} the event is not found by this source.`
	}),
	words: (id, word) => ({
		file: EVENTS_FILE,
		feature: id,
		expected: 'words that the index of words leads from',
		found: shown(word),
		mend: `${IMPORT_AGAIN} the search does not find all that has its words.`
	})
};

const WRONG: Record<Index, string> = {
	ids: 'a link may lead nowhere',
	sources: 'a filter by source may show what does not cite it',
	words: 'the search may find what does not have the word'
};

function alsoOthers(note: Note, others: number): Note {
	return { ...note, found: `${note.found}, and ${others} more of the kind` };
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
