import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENTS_FILE } from '../core/columns/events-file';
import { DOSSIER_FILES, type DossierFile } from '../core/dossier/check';
import { MAX_FILE_BYTES, type FileContent } from '../core/dossier/json';

/** A dossier folder's files, and a stamp that changes when one of them does. */
export interface DossierFolder {
	files: Partial<Record<DossierFile, FileContent>>;
	stamp: string;
}

/**
 * Reads the files of a dossier folder. A file above the cap is not read; what is not there is left
 * out; what cannot be read says why. Never throws.
 */
export async function readDossierFolder(folder: string): Promise<DossierFolder> {
	// Asked first: what changes while it is read is then read again, rather than taken for what was read.
	const stamp = await folderStamp(folder);
	const found = await Promise.all(
		DOSSIER_FILES.map(async (name) => [name, await readOne(join(folder, name))] as const)
	);
	const files: DossierFolder['files'] = {};
	for (const [name, content] of found) if (content) files[name] = content;
	return { files, stamp };
}

/** Sizes, times and inodes of a folder's files: cheap to ask for, different after any change. */
export async function folderStamp(folder: string): Promise<string> {
	const parts = await Promise.all(
		[...DOSSIER_FILES, EVENTS_FILE].map((name) =>
			stat(join(folder, name)).then(
				({ size, mtimeMs, ino }) => `${name}:${size}:${mtimeMs}:${ino}`,
				() => `${name}:-`
			)
		)
	);
	return parts.join('|');
}

async function readOne(path: string): Promise<FileContent | undefined> {
	try {
		const { size } = await stat(path);
		if (size > MAX_FILE_BYTES) return { problem: 'too-large', size };
		return new Uint8Array(await readFile(path));
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		return code === 'ENOENT' ? undefined : { problem: 'unreadable', reason: code ?? String(error) };
	}
}
