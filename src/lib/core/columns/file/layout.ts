import type { ListName } from '../columns';

/** What stands where in events.dateline; docs/columns.md tells it for other readers. */

export const MAGIC = 'DATELINE';
export const VERSION = 1;
export const PREAMBLE_BYTES = 64;

/** More rows than this no file has. */
export const MAX_ROWS = 1 << 24;
/** Rows of a chunk of texts, at most. */
export const CHUNK_ROWS = 256;
/** A chunk is closed once its texts have so many characters. */
export const CHUNK_CHARACTERS = 1 << 20;
/** More bytes than this nothing has that is inflated at once. */
export const MAX_RAW = 1 << 28;
/** The header is small; its caps keep a wrong length from asking for much. */
export const MAX_HEADER = 1 << 24;
/** Deflate makes of a byte at most 1032 (zlib’s technical notes), and an empty end more. */
export const MAX_RATIO = 1032;

/** Bytes in the file, compressed by themselves with raw deflate (RFC 1951). */
export interface Stored {
	offset: number;
	/** Bytes in the file, and once inflated. */
	stored: number;
	raw: number;
	/** CRC-32 of the bytes in the file. */
	crc: number;
}

/** Numbers in planes of `width` bytes. */
export interface Planes extends Stored {
	count: number;
	width: number;
}

/** Keys, rising, with the rows of each, in blocks; `stored` bytes of the directory that lists the blocks. */
export interface Table {
	/** Where the blocks begin, one behind the other. */
	offset: number;
	directory: Stored;
	/** Of words: those that are found by one with a letter or two wrong, rising, as the keys of a block are written. */
	near?: Stored;
	/** Row from which the rows of its keys are counted, and how many rows it covers. */
	start: number;
	rows: number;
}

/** Of the blocks of a table, one number or text each. */
export interface Directory {
	first: readonly string[];
	stored: readonly number[];
	raw: readonly number[];
	crc: readonly number[];
}

export const ROW_COLUMNS = [
	'span',
	'earlier',
	'later',
	'sure',
	'type',
	'precision',
	'status',
	'contested',
	'known',
	'settled'
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

export interface ListSections {
	/** By row: 0 for the next of the sets that no row had before, else one more than the number of its set. */
	set: Planes;
	/** How many values each set has, and the values. */
	counts: Planes;
	values: Planes;
	ids: Stored;
}

export interface Header {
	rows: number;
	precisions: readonly string[];
	statuses: readonly string[];
	/** Rows without a begin, then those with one, by the day since the row before, then those without a date. */
	first: Planes & { before: number; undated: number; day: number };
	columns: Record<RowColumn, Planes>;
	/** `spot`: 0 for no spot, else one more than the number of the spot; without it lon and lat are by row. */
	positions: { west: number; south: number; lon: Planes; lat: Planes; spot?: Planes };
	types: Stored;
	lists: Record<ListName, ListSections>;
	/** Four numbers a chunk: rows, bytes before it that are no chunk's, stored bytes, raw bytes, CRC-32. */
	chunks: Planes;
	ids: Table;
	sources: Table;
	words: readonly Table[];
}

/** Numbers of a chunk in `chunks`. */
export const CHUNK_FIELDS = 5;

/** What the preamble says. */
export interface Preamble {
	header: Stored;
	/** Length of the whole file. */
	length: number;
}
