import { DOSSIER_FILES, type DossierFile } from '../../core/dossier/check';
import { MAX_FILE_BYTES } from '../../core/dossier/json';
import type { FileTexts } from '../../core/draft/files';

/** A folder that the reader has let the page write into. */
interface Folder {
	getFileHandle(
		name: string,
		options: { create: boolean }
	): Promise<{
		createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
	}>;
}

type WithFolders = Window & {
	showDirectoryPicker?: (options: { mode: 'readwrite'; id: string }) => Promise<Folder>;
};

/** Whether this browser lets a page write into a folder that its reader picks. */
export function canWriteFolders(): boolean {
	return typeof (window as WithFolders).showDirectoryPicker === 'function';
}

/**
 * Writes a dossier's files into a folder that the reader picks; each is swapped in whole.
 * @returns false where none was picked
 */
export async function writeFolder(texts: FileTexts): Promise<boolean> {
	let folder: Folder | undefined;
	try {
		folder = await (window as WithFolders).showDirectoryPicker?.({
			mode: 'readwrite',
			id: 'dateline'
		});
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return false;
		throw error;
	}
	if (!folder) return false;
	for (const [name, text] of Object.entries(texts)) {
		const handle = await folder.getFileHandle(name, { create: true });
		const writable = await handle.createWritable();
		await writable.write(text);
		await writable.close();
	}
	return true;
}

/** A dossier's files as a zip with its folder in it. */
export async function zipOf(dossier: string, texts: FileTexts): Promise<Blob> {
	const { strToU8, zipSync } = await import('fflate');
	const files = Object.fromEntries(
		Object.entries(texts).map(([name, text]) => [`${dossier}/${name}`, strToU8(text)])
	);
	return new Blob([zipSync(files, { level: 6 }).slice()], { type: 'application/zip' });
}

/** Hands a file to the browser's downloads. */
export function download(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = Object.assign(document.createElement('a'), { href: address, download: name });
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Reads a dossier's files out of what the reader picked: the files themselves, or a zip of them. Throws with
 * a sentence where there is none among it, or one is too large.
 */
export async function readPicked(picked: readonly File[]): Promise<FileTexts> {
	const texts: FileTexts = {};
	for (const file of picked) {
		if (file.size > MAX_FILE_BYTES) throw tooLarge(file.name);
		if (/\.zip$/i.test(file.name)) Object.assign(texts, await unzipped(file));
		else {
			const name = dossierFile(file.name);
			if (name) texts[name] = await file.text();
		}
	}
	if (Object.keys(texts).length === 0)
		throw new Error(
			`A dossier’s files are expected (${DOSSIER_FILES.join(', ')}), or a zip of them; there is none among what was picked.`
		);
	return texts;
}

async function unzipped(file: File): Promise<FileTexts> {
	const { strFromU8, unzipSync } = await import('fflate');
	const texts: FileTexts = {};
	const bytes = new Uint8Array(await file.arrayBuffer());
	let large: string | undefined;
	let entries: Record<string, Uint8Array>;
	try {
		entries = unzipSync(bytes, {
			// What is not a dossier's is not unpacked, nor what says that it would be too large.
			filter: ({ name, originalSize }) => {
				if (dossierFile(name) === undefined) return false;
				if (originalSize > MAX_FILE_BYTES) large = name;
				return originalSize <= MAX_FILE_BYTES;
			}
		});
	} catch {
		throw new Error(`${file.name} is no zip that can be opened; nothing was taken.`);
	}
	if (large !== undefined) throw tooLarge(large);
	for (const [path, bytes] of Object.entries(entries)) {
		const name = dossierFile(path);
		if (name && bytes.byteLength <= MAX_FILE_BYTES) texts[name] = strFromU8(bytes);
	}
	return texts;
}

function dossierFile(path: string): DossierFile | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return DOSSIER_FILES.find((file) => file === name);
}

function tooLarge(name: string): Error {
	return new Error(`${name} has more than ${MAX_FILE_BYTES / 1024 / 1024} MB; it was not read.`);
}
