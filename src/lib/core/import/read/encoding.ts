import { asWindows1252 } from '../../ingest/read/windows-1252';
import { Unusable } from './table';

/** How the bytes of a file are to be read. */
export interface Encoding {
	name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
	/** Bytes of the mark that it begins with. */
	mark: number;
	/** A sentence where it is not sure. */
	note?: string;
}

/** Share of NUL bytes from which on a file is UTF-16 without its mark, or no text. */
const BINARY = 0.05;
/** Share of control characters from which on a file is no text: what is packed has one byte in ten, text next to none. */
const CONTROLS = 0.02;
const LOOK = 64 * 1024;
const LF = 10;

/**
 * Finds out how a file is to be read: by its mark, else as UTF-8 if all of it is, else as windows-1252, which
 * is then said with the line that was not UTF-8. Reads the file to its end.
 * @throws Unusable for what is no text
 */
export async function encodingOf(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const begin: number[] = [];
	let looked = false;
	let line = 1;
	for await (const chunk of chunks) {
		if (begin.length < 3) begin.push(...chunk.subarray(0, 3 - begin.length));
		if (begin[0] === 0xff && begin[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
		if (begin[0] === 0xfe && begin[1] === 0xff) return { name: 'utf-16be', mark: 2 };
		// Nothing else is known of a file as long as that may be half a mark.
		if (begin.length === 1 && (begin[0] === 0xff || begin[0] === 0xfe)) continue;
		if (!looked) refuseBinary(chunk.subarray(0, LOOK));
		looked = true;
		try {
			decoder.decode(chunk, { stream: true });
		} catch {
			return fallback(line + linesBefore(chunk));
		}
		for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) line++;
	}
	try {
		decoder.decode();
	} catch {
		return fallback(line);
	}
	const marked = begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf;
	return { name: 'utf-8', mark: marked ? 3 : 0 };
}

function fallback(line: number): Encoding {
	return {
		name: 'windows-1252',
		mark: 0,
		note: `The file is not in UTF-8 (line ${line}), and was read as windows-1252: save it as UTF-8 if letters are wrong.`
	};
}

/** Ends of lines before the first byte of a chunk that is not UTF-8. */
function linesBefore(given: Uint8Array): number {
	let start = 0;
	// The end of a character that began in the chunk before.
	while (start < 3 && ((given[start] ?? 0) & 0xc0) === 0x80) start++;
	const chunk = given.subarray(start);
	let good = 0;
	let bad = chunk.length;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
		// Sound by itself: it does not go on with what the chunk before began.
		return 0;
	} catch {
		// Looked for below.
	}
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(chunk.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle;
		}
	}
	let lines = 0;
	for (let i = 0; i < good; i++) if (chunk[i] === LF) lines++;
	return lines;
}

function refuseBinary(head: Uint8Array): void {
	let nuls = 0;
	let controls = 0;
	for (const byte of head) {
		if (byte === 0) nuls++;
		// Not tab, the ends of lines and pages, the separator of RFC 8142, and the end of file of DOS.
		else if (byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1e && byte !== 0x1a)
			controls++;
	}
	if (nuls > BINARY * head.length)
		throw new Unusable(
			'The file is no text in UTF-8: many of its bytes are NUL. If it is a table, save it as CSV in UTF-8; UTF-16 needs its byte order mark.'
		);
	if (controls > CONTROLS * head.length)
		throw new Unusable(
			'The file is no table: it is a picture, a program or something else that is no text. Save the table as CSV in UTF-8.'
		);
}

/** Longest piece that is handed on at once, in bytes. */
export const PIECE = 64 * 1024;

/** The bytes of a file in UTF-8, without its mark, in pieces that are not too long. */
export async function* inUtf8(
	chunks: AsyncIterable<Uint8Array>,
	{ name, mark }: Encoding
): AsyncGenerator<Uint8Array> {
	let skip = mark;
	const decoder = name === 'utf-8' ? undefined : new TextDecoder(name, { ignoreBOM: true });
	const encoder = new TextEncoder();
	for await (const chunk of chunks) {
		const start = Math.min(skip, chunk.length);
		skip -= start;
		for (let at = start; at < chunk.length; at += PIECE) {
			const piece = chunk.subarray(at, at + PIECE);
			if (!decoder) yield piece;
			else yield encoder.encode(mended(name, decoder.decode(piece, { stream: true })));
		}
	}
	const rest = decoder?.decode();
	if (rest) yield encoder.encode(rest);
}

const mended = (name: Encoding['name'], text: string) =>
	name === 'windows-1252' ? asWindows1252(text) : text;
