import { shown } from '../../dossier/note';
import type { RowFault, TableRow } from '../import';
import type { CellStrings } from './cell-strings';
import type { Block } from './cut';

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/** The rows of a block. */
export interface Scanned {
	rows: TableRow[];
	faults: RowFault[];
}

/**
 * Reads the rows of a block. Lines with nothing on them are passed over; rows with too many or too few cells,
 * with NUL bytes or with text behind a closed quotation mark are faults.
 *
 * @param delimiter its character code
 * @param width how many cells a row has; undefined: whatever it has
 * @param columns where the strings of each column are kept from block to block; without them each is made anew
 */
export function scanBlock(
	block: Block,
	delimiter: number,
	width: number | undefined,
	columns?: readonly CellStrings[]
): Scanned {
	const found: Scanned = { rows: [], faults: [...block.faults] };
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let start = 0;
	block.ends.forEach((end, part) => {
		const text = decoder.decode(block.bytes.subarray(start, end));
		const line = block.lines[part] as number;
		// As many units as bytes: each is a byte, and the bytes can be read in place of the text.
		if (columns && width !== undefined && text.length === end - start && isPlain(text))
			scanPlain(text, block.bytes, start, delimiter, width, line, columns, found);
		else scanText(text, delimiter, width, line, found);
		start = end;
	});
	return found;
}

/** Whether no cell of a text is in quotation marks, and nothing in it is a fault by itself. */
function isPlain(text: string): boolean {
	return !text.includes('"') && !text.includes('\0');
}

/**
 * What `scanText` gives of a plain text in ASCII, with the cells of columns that repeat as strings made before.
 * @param bytes that the text is of, from `offset` on
 */
function scanPlain(
	text: string,
	bytes: Uint8Array,
	offset: number,
	delimiter: number,
	width: number,
	line: number,
	columns: readonly CellStrings[],
	{ rows, faults }: Scanned
): void {
	const n = text.length;
	for (let at = 0; at < n;) {
		const first = bytes[offset + at] as number;
		if (first === LF || first === CR) {
			if (first === CR || at === 0 || bytes[offset + at - 1] !== CR) line++;
			at++;
			continue;
		}
		const cells: string[] = [];
		for (;;) {
			const start = at;
			let hash = 0x811c9dc5;
			let byte = delimiter;
			// FNV-1a: the hash of a cell is there when its end is found.
			for (; at < n; at++) {
				byte = bytes[offset + at] as number;
				if (byte === delimiter || byte === LF || byte === CR) break;
				hash = Math.imul(hash ^ byte, 0x01000193);
			}
			const strings = columns[cells.length];
			cells.push(
				strings && !strings.isOver ? strings.of(text, start, at, hash) : text.substring(start, at)
			);
			if (at >= n || byte !== delimiter) break;
			at++;
		}
		if (cells.length === width) rows.push({ line, cells });
		else faults.push(wrongWidth(line, width, cells.length));
	}
}

/** The rows of a text that begins with a row and ends with one. @param line on which it begins */
export function scanText(
	text: string,
	delimiter: number,
	width: number | undefined,
	line: number,
	{ rows, faults }: Scanned
): void {
	const n = text.length;
	let at = 0;
	let nul = text.indexOf('\0');
	while (at < n) {
		const first = text.charCodeAt(at);
		if (first === LF || first === CR) {
			if (first === CR || at === 0 || text.charCodeAt(at - 1) !== CR) line++;
			at++;
			continue;
		}
		const rowLine = line;
		const cells: string[] = [];
		let behind = -1;
		for (;;) {
			// One cell; afterwards `at` is on what ended it.
			if (at < n && text.charCodeAt(at) === QUOTE) {
				const start = at + 1;
				let end = text.indexOf('"', start);
				let doubled = false;
				while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) {
					doubled = true;
					end = text.indexOf('"', end + 2);
				}
				if (end === -1) end = n;
				const cell = text.substring(start, end);
				line += linesIn(cell);
				at = end + 1;
				const tail = at;
				at = cellEnd(text, at, delimiter);
				cells.push(doubled ? cell.replaceAll('""', '"') : cell);
				for (let i = tail; i < at && behind === -1; i++)
					if (text.charCodeAt(i) !== SPACE) behind = i;
			} else {
				const start = at;
				at = cellEnd(text, at, delimiter);
				cells.push(text.substring(start, at));
			}
			if (at >= n || text.charCodeAt(at) !== delimiter) break;
			at++;
		}
		if (behind !== -1)
			faults.push(
				fault(
					rowLine,
					'quote',
					'a closing quotation mark at the end of its cell',
					`${shown(text.slice(behind, at))} behind it`,
					'Double quotation marks inside a quoted cell ("").'
				)
			);
		else if (nul !== -1 && nul < at)
			faults.push(
				fault(
					rowLine,
					'nul',
					'text',
					'a NUL byte',
					'Remove the NUL bytes; the file may be damaged.'
				)
			);
		else if (width !== undefined && cells.length !== width)
			faults.push(wrongWidth(rowLine, width, cells.length));
		else rows.push({ line: rowLine, cells });
		if (nul !== -1 && nul < at) nul = text.indexOf('\0', at);
	}
}

/** Where a cell without quotation marks ends. */
function cellEnd(text: string, at: number, delimiter: number): number {
	const n = text.length;
	while (at < n) {
		const code = text.charCodeAt(at);
		if (code === delimiter || code === LF || code === CR) break;
		at++;
	}
	return at;
}

/** Ends of lines in a cell. */
function linesIn(cell: string): number {
	let lines = 0;
	for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines++;
	for (let at = cell.indexOf('\r'); at !== -1; at = cell.indexOf('\r', at + 1))
		if (cell.charCodeAt(at + 1) !== LF) lines++;
	return lines;
}

function wrongWidth(line: number, width: number, found: number): RowFault {
	return fault(
		line,
		'cells',
		`${width} cells, as the first line has`,
		String(found),
		'Put cells that hold the delimiter or an end of line between quotation marks.'
	);
}

function fault(
	line: number,
	kind: string,
	expected: string,
	found: string,
	mend: string
): RowFault {
	return { line, kind, expected, found, mend };
}
