import { cut } from '../text';

/** What the check found wrong in one place, in words that help to mend it. */
export interface Note {
	/** File of the dossier, e.g. `events.geojson`. */
	file: string;
	/** Id of the feature, source, actor …; its number from 1 where it has no usable id. */
	feature?: string | undefined;
	/** Path inside it, e.g. `properties.claims[2].source`. */
	field?: string | undefined;
	expected: string;
	found: string;
	mend: string;
}

const MAX_FOUND = 120;

/** A value as a note shows it: JSON, cut at 120 characters; `nothing` where there is none. */
export function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = typeof value === 'string' ? JSON.stringify(value) : safeJson(value);
	return cut(text, MAX_FOUND);
}

function safeJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}

/** One note as a line of text: `events.geojson · lake-sev · properties.when: expected …`. */
export function noteInWords(note: Note): string {
	const where = [note.file, note.feature, note.field].filter(Boolean).join(' · ');
	return `${where}: expected ${note.expected}; found ${note.found}. ${note.mend}`;
}
