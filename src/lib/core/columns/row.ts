import type { Day } from '../date/day';

/** One event as a row of the columns, on its way into a file. Numbers are as in `Columns`. */
export interface EventRow {
	id: string;
	first: Day;
	last: Day;
	possibleFirst: Day;
	possibleLast: Day;
	sure: boolean;
	/** In units of a position; NOWHERE in `lat` where it is listed only. */
	lon: number;
	lat: number;
	type: number;
	precision: number;
	status: number;
	contested: boolean;
	known: Day;
	/** Day from which all that it says is known; `known` where this is left out. */
	settled?: Day;
	/** Numbers in the dictionaries. */
	places: readonly number[];
	actors: readonly number[];
	publishers: readonly number[];
	/** Ids of the sources that its claims cite. */
	sources: readonly string[];
	/** The words that its own texts are found by, as `words` of core/view/search.ts gives them; each once. */
	words: readonly string[];
}

/** A row without its words. */
export type RowNumbers = Omit<EventRow, 'words'>;

/** A row to be filled, again and again: a million of them leave nothing behind. Its sources are whose it is. */
export function emptyRow() {
	return {
		id: '',
		first: 0,
		last: 0,
		possibleFirst: 0,
		possibleLast: 0,
		sure: false,
		lon: 0,
		lat: 0,
		type: 0,
		precision: 0,
		status: 0,
		contested: false,
		known: 0,
		settled: 0,
		places: [] as number[],
		actors: [] as number[],
		publishers: [] as number[]
	};
}

/**
 * The texts of a row in UTF-8, one behind the other in some memory, which may be another's a moment later: its
 * words, a space between two, each once or more often, and the JSON of its event.
 */
export interface EncodedTexts {
	memory: Uint8Array;
	/** Byte at which the words begin, at which the event does, and behind its last one. */
	words: number;
	event: number;
	end: number;
	/** UTF-16 units of the event's JSON. */
	characters: number;
}

/** What the numbers of rows stand for; ids may still join while rows come in. */
export interface Dictionaries {
	types: readonly string[];
	places: readonly string[];
	actors: readonly string[];
	publishers: readonly string[];
}

/** Where a file is written to: at its end, or over bytes that were written before. */
export interface Sink {
	append: (bytes: Uint8Array) => Promise<void>;
	patch: (offset: number, bytes: Uint8Array) => Promise<void>;
}

/** Writes events.dateline row by row, in the order of the columns. */
export interface EventsWriter {
	/**
	 * @param event its Feature as JSON, as it would stand in events.geojson
	 * @param sources the CSL items that it cites and that sources.json does not have: id and JSON of each
	 */
	add: (
		row: EventRow,
		event: string,
		sources: readonly (readonly [id: string, json: string])[]
	) => Promise<void>;
	/** The same of texts that are encoded already; a promise only where something has to be waited for. */
	addEncoded: (
		row: RowNumbers,
		texts: EncodedTexts,
		sources: readonly (readonly [id: string, json: string])[]
	) => Promise<void> | undefined;
	/** Writes the columns and what leads to everything; before that the file is no file. */
	finish: (dictionaries: Dictionaries) => Promise<void>;
}
