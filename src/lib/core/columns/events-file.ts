import type { Columns } from './columns';

/**
 * `events.dateline`: a dossier's events where they are too many for events.geojson. The columns of all
 * of them come first; their texts lie in chunks behind, each fetched when somebody looks at one of its
 * events. docs/columns.md has the bytes.
 */
export const EVENTS_FILE = 'events.dateline';

/** More events than this do not fit events.geojson: they are carried as columns. */
export const MANY_EVENTS = 20_000;

/** Bytes of the file, from `start` to before `end`: a slice of a buffer, of a file, of a range request. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** What stands in the file about one event, as it would stand in events.geojson and sources.json: not checked yet. */
export interface EventRecord {
	/** The event's Feature. */
	event: unknown;
	/** The CSL items that its claims cite and that sources.json does not have. */
	sources: readonly unknown[];
}

/** The file, opened: its columns, and its texts by range. */
export interface EventsFile {
	readonly length: number;
	/** Reads and verifies all columns; the same object at every call. Throws DamagedFile. */
	columns(): Promise<Columns>;
	/** The records of some rows, chunks read once and kept as long as there is room. Throws DamagedFile. */
	records(rows: readonly number[]): Promise<Map<number, EventRecord>>;
	/** The row of an event's id; undefined where there is none. */
	rowOf(id: string): Promise<number | undefined>;
	/** The rows, rising, that cite one of these sources. */
	rowsCiting(sources: readonly string[]): Promise<Uint32Array>;
	/**
	 * The rows, rising, whose own texts – title, summary, claims, titles of sources – have a word that begins so.
	 * Names of places and actors are not among them: those are found in the dictionaries of the columns.
	 * @param word one, folded as `words` of core/view/search.ts gives it
	 * @param wrong how many of its letters may be wrong, missing or too many, 2 at most; a word is then meant as a whole.
	 * For digits it holds no further than one word of the two has none
	 */
	rowsWithWord(word: string, wrong?: number): Promise<Uint32Array>;
}

/** The file is not what it says that it is: truncated, tampered with, of a newer version. */
export class DamagedFile extends Error {
	override readonly name = 'DamagedFile';
}
