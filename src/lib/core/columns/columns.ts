import type { Day } from '../date/day';
import type { Status } from '../dossier/status';
import { PRECISIONS } from '../dossier/precisions';
import type { Column } from '../view/table';
import { STATUSES } from '../view/view';

/**
 * Events as typed arrays, for dossiers of more events than a page can hold as objects: what map,
 * timeline, filters and counts ask of them. Their texts stay in the file (`events-file.ts`).
 */

/** A day of an interval that has no end on that side, or whose end nobody gave. */
export const OPEN_BEFORE: Day = -(2 ** 31);
export const OPEN_AFTER: Day = 2 ** 31 - 1;

/** Units of a position in a degree: a step of 1e-5 degrees is at most 1.1 metres. */
export const PER_DEGREE = 100_000;

/** Latitude, in units, of an event that has no spot on the map. */
export const NOWHERE = 2 ** 31 - 1;

/** Values that rows have for one filter, by number; ids, or a publisher's name. */
export type Lists = Column;

/** The columns whose values are lists; the sources of a row are not among them: they are as many as the events. */
export const LISTS = ['places', 'actors', 'publishers'] as const;
export type ListName = (typeof LISTS)[number];

/** One row an event, in the order of a dossier's events: by first day, last day, id; undated ones last. */
export interface Columns extends Record<ListName, Lists> {
	length: number;
	/** Number of the row's record in the file; the row itself, unless this is what was known on a day. */
	record: Uint32Array;
	/** Bounds as written, in days since 1970-01-01; an undated row has OPEN_AFTER in both. */
	first: Int32Array;
	last: Int32Array;
	/** Bounds widened by what is in doubt; an undated row has OPEN_BEFORE and OPEN_AFTER. */
	possibleFirst: Int32Array;
	possibleLast: Int32Array;
	/** 1: the date is given and free of doubt. Only then can a row be certainly inside a range. */
	sure: Uint8Array;
	/** Where the symbol stands, in units of a position; NOWHERE in `lat` where it is listed only. */
	lon: Int32Array;
	lat: Int32Array;
	/** Index in `types`. */
	type: Uint16Array;
	types: readonly string[];
	/** Index in PRECISIONS. */
	precision: Uint8Array;
	/** Index in STATUSES. */
	status: Uint8Array;
	contested: Uint8Array;
	/** First day on which a source of it was published; OPEN_AFTER where no source has a date. */
	known: Int32Array;
	/**
	 * First day on which all sources of it were published; OPEN_AFTER where one has no date. As known on a day
	 * from `known` to before this one the row may be another: its record tells.
	 */
	settled: Int32Array;
}

/** Whether a row has no date. */
export function isUndated({ first }: Columns, row: number): boolean {
	return first[row] === OPEN_AFTER;
}

/** Whether a row has no spot on the map. */
export function isUnplaced({ lat }: Columns, row: number): boolean {
	return lat[row] === NOWHERE;
}

/** A day with `Infinity` for no bound, as a column holds it. */
export function heldDay(day: Day): Day {
	return Math.max(OPEN_BEFORE, Math.min(OPEN_AFTER, day));
}

/** A day of a column, with `Infinity` for no bound. */
export function freeDay(day: Day): Day {
	return day === OPEN_BEFORE ? -Infinity : day === OPEN_AFTER ? Infinity : day;
}

export function statusNumber(status: Status['status']): number {
	return STATUSES.indexOf(status);
}

/** Columns with room for so many rows, all of them undated, unplaced and of the first of everything. */
export function emptyColumns(length: number): Columns {
	const lists = (): Lists => ({
		ids: [],
		starts: new Uint32Array(length + 1),
		values: new Uint32Array()
	});
	return {
		length,
		record: Uint32Array.from({ length }, (_, row) => row),
		first: new Int32Array(length).fill(OPEN_AFTER),
		last: new Int32Array(length).fill(OPEN_AFTER),
		possibleFirst: new Int32Array(length).fill(OPEN_BEFORE),
		possibleLast: new Int32Array(length).fill(OPEN_AFTER),
		sure: new Uint8Array(length),
		lon: new Int32Array(length),
		lat: new Int32Array(length).fill(NOWHERE),
		type: new Uint16Array(length),
		types: [],
		precision: new Uint8Array(length).fill(PRECISIONS.indexOf('unknown')),
		status: new Uint8Array(length).fill(statusNumber('reported')),
		contested: new Uint8Array(length),
		known: new Int32Array(length).fill(OPEN_AFTER),
		settled: new Int32Array(length).fill(OPEN_AFTER),
		places: lists(),
		actors: lists(),
		publishers: lists()
	};
}
