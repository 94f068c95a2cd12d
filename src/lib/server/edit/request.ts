import { DOSSIER_FILES, type DossierFile } from '../../core/dossier/check';
import { MAX_FILE_BYTES, readJson } from '../../core/dossier/json';
import type { Note } from '../../core/dossier/note';
import { Refused } from './refused';

/** What is to be written, and what the editor took it to stand on. */
export interface SaveRequest {
	/** The hash with which each file was read; null for one that was not there. Every file to be written is in it. */
	base: Partial<Record<DossierFile, string | null>>;
	/** Sound JSON each. */
	files: Partial<Record<DossierFile, string>>;
}

/** Most that one request may hold, in bytes: two of the largest files as they stand in JSON. */
export const MAX_BODY_BYTES = 2 * MAX_FILE_BYTES + 1024 * 1024;

/**
 * Reads a body no farther than it may go.
 * @throws {Refused} 413, on one that is larger than `most` bytes
 */
export async function readBody(request: Request, most = MAX_BODY_BYTES): Promise<string> {
	const tooLarge = () =>
		new Refused(
			413,
			`At most ${megabytes(most)} MB are taken at a time: save fewer files at once.`
		);
	if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
		size += chunk.byteLength;
		if (size > most) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

/**
 * What a body asks to be written.
 * @throws {Refused} 400 where it is not of this shape, 413 on a file that the server would not read again,
 *   422 on a file that is no sound JSON, with its name and the place in it
 */
export function readSave(body: string): SaveRequest {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		throw new Refused(400, 'The request itself is no JSON.');
	}
	const { base, files } = (isRecord(value) ? value : {}) as Record<string, unknown>;
	if (!isRecord(base) || !isRecord(files))
		throw new Refused(400, 'The request holds no “base” and “files”, by name.');
	for (const name of [...Object.keys(base), ...Object.keys(files)])
		if (!isDossierFile(name))
			throw new Refused(400, `“${name.slice(0, 120)}” is no file of a dossier.`);
	for (const [name, hash] of Object.entries(base))
		if (hash !== null && !(typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)))
			throw new Refused(400, `“base” holds no hash for ${name}.`);
	if (Object.keys(files).length === 0)
		throw new Refused(400, 'The request names no file to write.');
	for (const [name, text] of Object.entries(files)) {
		if (typeof text !== 'string') throw new Refused(400, `“files” holds no text for ${name}.`);
		if (!Object.hasOwn(base, name))
			throw new Refused(400, `“base” does not say which ${name} this one takes the place of.`);
		checkText(name, text);
	}
	return { base, files };
}

function checkText(file: string, text: string): void {
	const bytes = new TextEncoder().encode(text);
	if (bytes.byteLength > MAX_FILE_BYTES)
		throw new Refused(
			413,
			`${file} would have more than ${megabytes(MAX_FILE_BYTES)} MB, and would not be read again.`
		);
	const notes: Note[] = [];
	readJson(file, bytes, notes);
	const [note] = notes;
	if (note)
		throw new Refused(
			422,
			`${[file, note.field].filter(Boolean).join(' · ')}: expected ${note.expected}; found ${note.found}. Nothing was written.`
		);
}

function isDossierFile(name: string): name is DossierFile {
	return (DOSSIER_FILES as readonly string[]).includes(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function megabytes(bytes: number): number {
	return Math.floor(bytes / 1024 / 1024);
}
