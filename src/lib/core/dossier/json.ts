import { rescueItems } from './broken';
import { jsonFaultAt } from './json-fault';
import { shown, type Note } from './note';

/** What a reader hands over for one file: its bytes, or why there are none. */
export type FileContent =
	Uint8Array | { problem: 'too-large'; size: number } | { problem: 'unreadable'; reason: string };

/** Largest file that is read, in bytes. Larger dossiers belong in the columnar form. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Deepest nesting of arrays and objects that is parsed. */
export const MAX_DEPTH = 40;

const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses one file of a dossier after checking its size and depth, and without keys that could
 * reach an object's prototype. Of a list in a file that is no JSON as a whole, the sound items are
 * rescued. Never throws; undefined where nothing could be read.
 */
export function readJson(file: string, content: FileContent, notes: Note[]): unknown {
	if ('problem' in content) {
		notes.push(
			content.problem === 'too-large'
				? tooLarge(file, content.size)
				: {
						file,
						expected: 'a file that can be read',
						found: content.reason,
						mend: 'Check that it is a file and that its permissions allow reading.'
					}
		);
		return undefined;
	}
	if (content.byteLength > MAX_FILE_BYTES) {
		notes.push(tooLarge(file, content.byteLength));
		return undefined;
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		notes.push({
			file,
			expected: 'text in UTF-8',
			found: 'bytes that are not UTF-8',
			mend: 'Save the file again with the encoding UTF-8.'
		});
		return undefined;
	}
	const depth = depthOf(text);
	if (depth > MAX_DEPTH) {
		notes.push({
			file,
			expected: `JSON nested at most ${MAX_DEPTH} deep`,
			found: `${depth} levels`,
			mend: 'Remove the needless nesting.'
		});
		return undefined;
	}
	try {
		return withoutRefusedKeys(file, JSON.parse(text), notes);
	} catch (error) {
		const { values, lostAtLines } = rescueItems(text);
		notes.push({
			file,
			expected: 'valid JSON',
			found: jsonFault(text, error),
			mend:
				'Mend the file at that place: a comma or bracket too many or too few is the usual cause.' +
				(values.length > 0
					? ` Until then ${values.length} of its items are read${lostAtLines.length > 0 ? `, and what begins at line ${lostAtLines.join(', ')} is left out` : ''}.`
					: '')
		});
		if (values.length === 0) return undefined;
		return withoutRefusedKeys(
			file,
			file === 'sources.json' ? values : { type: 'FeatureCollection', features: values },
			notes
		);
	}
}

function tooLarge(file: string, size: number): Note {
	return {
		file,
		expected: `at most ${MAX_FILE_BYTES / 1024 / 1024} MB`,
		found: `${Math.round(size / 1024 / 1024)} MB`,
		mend: 'Split the dossier, or leave out what its readers do not need. The file was not read.'
	};
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inString) {
			if (code === 0x5c) i++;
			else if (code === 0x22) inString = false;
		} else if (code === 0x22) inString = true;
		else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
		else if (code === 0x7d || code === 0x5d) depth--;
	}
	return deepest;
}

/** `line 5, column 3: Unexpected token`: the place is ours, since engines name it as an offset, or not at all. */
function jsonFault(text: string, error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	const before = text.slice(0, jsonFaultAt(text)).split('\n');
	const column = (before.at(-1)?.length ?? 0) + 1;
	const reason = message.replace(
		/ in JSON at position.*$| at position.*$|, [^]* is not valid JSON$/,
		''
	);
	return `line ${before.length}, column ${column}: ${reason}`;
}

/** The same value without keys that could reach an object's prototype, and a note for each; changed in place. */
export function withoutRefusedKeys(file: string, root: unknown, notes: Note[]): unknown {
	const queue: unknown[] = [root];
	for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
		if (typeof value !== 'object' || value === null) continue;
		for (const key of Object.keys(value)) {
			if (!Array.isArray(value) && REFUSED_KEYS.has(key)) {
				notes.push({
					file,
					field: key,
					expected: 'no key of this name',
					found: shown(key),
					mend: 'Rename or remove the key; it was left out.'
				});
				delete (value as Record<string, unknown>)[key];
			} else queue.push((value as Record<string, unknown>)[key] ?? null);
		}
	}
	return root;
}
