import { createHash } from 'node:crypto';
import { DOSSIER_FILES, type DossierFile } from '../../core/dossier/check';
import { readDossierFolder } from '../read-folder';
import { revOf } from '../rev';

/** A file as an editor takes it up. */
export interface RawFile {
	/** Without a byte order mark. */
	text: string;
	/** SHA-256 of its bytes, hexadecimal. */
	hash: string;
}

/** What stands in a dossier's folder, to be edited. */
export interface RawFolder {
	/** The content hash of its files; see `revOf`. */
	rev: string;
	files: Partial<Record<DossierFile, RawFile>>;
	/** Files that are there and cannot be edited: too large, not readable, or no text in UTF-8. */
	closed: DossierFile[];
}

/** SHA-256 of bytes, or of a text in UTF-8, hexadecimal. */
export function hashOf(content: Uint8Array | string): string {
	return createHash('sha256').update(content).digest('hex');
}

/** Reads a dossier's folder as an editor needs it. Never throws. */
export async function readRawFolder(folder: string): Promise<RawFolder> {
	const { files } = await readDossierFolder(folder);
	const raw: RawFolder = { rev: revOf(files), files: {}, closed: [] };
	for (const name of DOSSIER_FILES) {
		const content = files[name];
		if (content === undefined) continue;
		const text = 'problem' in content ? undefined : textOf(content);
		if ('problem' in content || text === undefined) raw.closed.push(name);
		else raw.files[name] = { text, hash: hashOf(content) };
	}
	return raw;
}

function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
