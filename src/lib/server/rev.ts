import { createHash } from 'node:crypto';
import type { DossierFolder } from './read-folder';

/**
 * A dossier's content hash: 12 hexadecimal digits that stay the same as long as its files say the same,
 * however they are laid out, and whichever version of the app reads them.
 * A file that could not be read counts as one that is not there.
 */
export function revOf(files: DossierFolder['files']): string {
	const hash = createHash('sha256');
	for (const [name, file] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
		if (file instanceof Uint8Array)
			hash.update(`${name}\n${content(Buffer.from(file).toString())}\n`);
	return hash.digest('hex').slice(0, 12);
}

/**
 * The content hash of a dossier whose events stand in events.dateline.
 * @param rest the other files' own
 * @param events the version of events.dateline: see `versionOf` of columns/open.ts
 */
export function revWithEvents(rest: string, events: string): string {
	return createHash('sha256')
		.update(`${rest}\nevents.dateline\n${events}\n`)
		.digest('hex')
		.slice(0, 12);
}

/** What a JSON text says, its keys in order and its white space gone; another text as it is. */
function content(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), inOrder);
	} catch {
		return text;
	}
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
