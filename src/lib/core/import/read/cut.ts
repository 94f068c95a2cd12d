import type { RowFault } from '../import';
import { MAX_CELL_BYTES, MAX_ROW_BYTES, Unusable } from './table';

/** Whole rows of a table in UTF-8, which can be read apart from all others. */
export interface Block {
	bytes: Uint8Array;
	/**
	 * Where the bytes may be parted, rising, the last being their end; and the line on which each part begins.
	 * Strings are cut from the text of one part, and keep no more than that in memory.
	 */
	ends: Uint32Array;
	lines: Uint32Array;
	/** Rows that were left out of it. */
	faults: RowFault[];
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const PART = 4096;
const MB = 1024 * 1024;

/**
 * Cuts the bytes of a table into blocks of whole rows. Ends of lines may be mixed; a cell that begins with a
 * quotation mark ends with one. Holds no more than a piece and one row; a row that is too long is passed over.
 *
 * @param pieces in UTF-8, none much longer than 256 kB
 * @param delimiter its byte
 * @throws Unusable where a quotation mark is never closed
 */
export async function* cutBlocks(
	pieces: AsyncIterable<Uint8Array>,
	delimiter: number
): AsyncGenerator<Block> {
	const special = new Uint8Array(256);
	for (const byte of [LF, CR, QUOTE, delimiter]) special[byte] = 1;

	let carried = new Uint8Array();
	let before = 0;
	let line = 1;
	let rowLine = 1;
	let atCell = true;
	let quoted = false;
	/** After a quotation mark in a quoted cell: its end, or the first of two. */
	let closing = false;
	let quoteLine = 0;
	/** What of the row is too long. */
	let skipping: 'cell' | 'row' | undefined;
	let cellStart = 0;

	for await (const piece of pieces) {
		const bytes = joined(carried, piece);
		const n = bytes.length;
		let blockStart = 0;
		let blockLine = rowLine;
		let rowStart = 0;
		let ends: number[] = [];
		let lines: number[] = [];
		const blockTo = (end: number, faults: RowFault[]): Block => {
			if ((ends.at(-1) ?? 0) < end - blockStart) ends.push(end - blockStart);
			const block = {
				bytes: bytes.subarray(blockStart, end),
				ends: Uint32Array.from(ends),
				lines: Uint32Array.from([blockLine, ...lines].slice(0, ends.length)),
				faults
			};
			ends = [];
			lines = [];
			return block;
		};
		for (let i = carried.length; i < n; i++) {
			const byte = bytes[i] as number;
			if (special[byte] === 0) {
				// What follows a closed cell is told when its row is read; here the cell goes on without quotes.
				if (closing) quoted = closing = false;
				atCell = false;
				while (i + 1 < n && special[bytes[i + 1] as number] === 0) i++;
				continue;
			}
			if (byte === QUOTE) {
				if (atCell) {
					quoted = true;
					quoteLine = line;
					atCell = false;
				} else if (quoted) closing = !closing;
				continue;
			}
			const secondHalf = byte === LF && (i > 0 ? bytes[i - 1] : before) === CR;
			if (byte !== delimiter && !secondHalf) line++;
			if (quoted && !closing) continue;
			if (secondHalf) {
				// It belongs to the end of line before, on whichever side of a border that is.
				if (i === blockStart) blockStart++;
				else if (ends.at(-1) === i - blockStart) ends[ends.length - 1] = i + 1 - blockStart;
			}
			quoted = closing = false;
			atCell = true;
			if (i - cellStart > MAX_CELL_BYTES) skipping ??= 'cell';
			cellStart = i + 1;
			if (byte === delimiter) continue;
			if (i - rowStart > MAX_ROW_BYTES) skipping ??= 'row';
			if (skipping !== undefined) {
				yield blockTo(rowStart, [tooLong(skipping, rowLine)]);
				skipping = undefined;
				blockStart = i + 1;
				blockLine = line;
			} else if (i + 1 - blockStart - (ends.at(-1) ?? 0) >= PART) {
				ends.push(i + 1 - blockStart);
				lines.push(line);
			}
			rowStart = i + 1;
			rowLine = line;
		}
		before = n > 0 ? (bytes[n - 1] as number) : before;
		if (n - cellStart > MAX_CELL_BYTES) skipping ??= 'cell';
		if (n - rowStart > MAX_ROW_BYTES) skipping ??= 'row';
		if (rowStart > blockStart) yield blockTo(rowStart, []);
		// A copy, which Node’s own `slice` is not.
		carried = skipping === undefined ? new Uint8Array(bytes.subarray(rowStart)) : new Uint8Array();
		cellStart = skipping === undefined ? cellStart - rowStart : 0;
	}
	if (quoted && !closing)
		throw new Unusable(
			`Line ${quoteLine}: a cell begins with a quotation mark that is never closed. Close it, or double it ("") where it belongs to the text; nothing was imported.`
		);
	const faults = skipping === undefined ? [] : [tooLong(skipping, rowLine)];
	if (carried.length > 0 || faults.length > 0)
		yield {
			bytes: carried,
			ends: Uint32Array.of(carried.length),
			lines: Uint32Array.of(rowLine),
			faults
		};
}

function tooLong(what: 'cell' | 'row', line: number): RowFault {
	const most = (what === 'cell' ? MAX_CELL_BYTES : MAX_ROW_BYTES) / MB;
	return {
		line,
		kind: 'too-long',
		expected: `a ${what} of at most ${most} MB`,
		found: 'a longer one',
		mend: 'Shorten it; an unclosed quotation mark before it is the usual cause.'
	};
}

function joined(carried: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> | Uint8Array {
	if (carried.length === 0) return piece;
	const bytes = new Uint8Array(carried.length + piece.length);
	bytes.set(carried);
	bytes.set(piece, carried.length);
	return bytes;
}
