import { MAX_ROW_BYTES } from './table';

/** The bytes of one JSON value among many in a file, or why they are none. */
export interface RawValue {
	/** From 1, among those of the file. */
	number: number;
	line: number;
	/** Undefined where it is too long, or nested too deep. */
	bytes: Uint8Array | undefined;
	problem?: 'long' | 'deep';
}

const LF = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const MAX_DEPTH = 40;
const FEATURES = '"features"';

/** Where the values stand in the file: each for itself, one list around them, or a list `features` of an object. */
export type Layout = 'bare' | 'list' | 'collection';

/** What is left at the end of a file. */
export interface ValueEnd {
	/** It ends in the middle of something, whose line this is. */
	open: number | undefined;
	/** The list `features` was there, where one was asked for. */
	seen: boolean;
}

/**
 * Cuts the objects out of a JSON file, however long it is; what stands around them is passed over. Holds a
 * piece and one object at most.
 * @param pieces in UTF-8
 */
export async function* cutValues(
	pieces: AsyncIterable<Uint8Array>,
	layout: Layout
): AsyncGenerator<RawValue, ValueEnd> {
	let depth = 0;
	/** Depth at which an object is one of those wanted; none so far where -1. */
	let base = layout === 'bare' ? 0 : layout === 'list' ? 1 : -1;
	let seen = layout !== 'collection';
	let inString = false;
	let escaped = false;
	/** The last string at depth 1, as far as it could be the key. */
	let key = '';
	let carried: Uint8Array[] = [];
	let length = 0;
	let deepest = 0;
	let line = 1;
	let valueLine = 0;
	let inside = false;
	let number = 0;

	for await (const piece of pieces) {
		let start = 0;
		for (let i = 0; i < piece.length; i++) {
			const byte = piece[i] as number;
			if (inString) {
				if (escaped) escaped = false;
				else if (byte === BACKSLASH) escaped = true;
				else if (byte === QUOTE) inString = false;
				if (!inside && depth === 1 && key.length <= FEATURES.length)
					key += String.fromCharCode(byte);
				continue;
			}
			if (byte === LF) line++;
			else if (byte === QUOTE) {
				inString = true;
				if (!inside) key = '"';
			} else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
				if (!inside && depth === base && byte === OPEN_OBJECT) {
					inside = true;
					start = i;
					length = deepest = 0;
					valueLine = line;
				} else if (!seen && depth === 1 && byte === OPEN_LIST && key === FEATURES) {
					seen = true;
					base = 2;
				}
				depth++;
				deepest = Math.max(deepest, depth - base);
			} else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
				depth--;
				if (inside && depth === base) {
					inside = false;
					number++;
					const long = length + i + 1 - start > MAX_ROW_BYTES;
					const problem = long ? 'long' : deepest > MAX_DEPTH ? 'deep' : undefined;
					if (problem) yield { number, line: valueLine, bytes: undefined, problem };
					else {
						const bytes = joined(carried, piece.subarray(start, i + 1));
						yield { number, line: valueLine, bytes };
					}
					carried = [];
				} else if (depth < base && base === 2) base = -1;
			}
		}
		if (inside) {
			length += piece.length - start;
			if (length > MAX_ROW_BYTES) carried = [];
			else carried.push(new Uint8Array(piece.subarray(start)));
		}
	}
	return { open: inside || inString || depth > 0 ? (inside ? valueLine : line) : undefined, seen };
}

function joined(carried: readonly Uint8Array[], last: Uint8Array): Uint8Array {
	if (carried.length === 0) return last;
	const all = [...carried, last];
	const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const one of all) {
		bytes.set(one, at);
		at += one.length;
	}
	return bytes;
}
