import type { DossierFile } from '../../core/dossier/check';
import { fieldIn } from '../../core/draft/fields';

/** What the records of each file are called. */
export const RECORDS: Record<DossierFile, { one: string; many: string }> = {
	'dossier.json': { one: 'dossier', many: 'Dossier' },
	'events.geojson': { one: 'event', many: 'Events' },
	'sources.json': { one: 'source', many: 'Sources' },
	'places.geojson': { one: 'place', many: 'Places' },
	'notes.geojson': { one: 'note', many: 'Notes' },
	'story.json': { one: 'story', many: 'Stories' }
};

/** A record in a line: its title, name or text, and beside it when it was. */
export function recordInWords(
	file: DossierFile,
	id: string,
	record: unknown,
	language: string
): { title: string; when: string } {
	const text = (path: string) => {
		const found = fieldIn(record, path);
		return typeof found === 'string' && found.trim() !== '' ? found : undefined;
	};
	const names = fieldIn(record, 'properties.names') as Record<string, unknown> | undefined;
	const inLanguage = names && (names[language] ?? Object.values(names)[0]);
	const name: unknown = Array.isArray(inLanguage) && inLanguage[0] ? inLanguage[0] : undefined;
	const issued = fieldIn(record, 'issued.date-parts[0]');
	const title =
		text('title') ??
		text('properties.title') ??
		(typeof name === 'string' ? name : undefined) ??
		text('properties.text') ??
		(id || RECORDS[file].many);
	return {
		title: title.slice(0, 300),
		when:
			text('properties.when') ??
			(Array.isArray(issued) ? issued.map((part) => String(part).padStart(2, '0')).join('-') : '')
	};
}

/** A record's line in a list. */
export interface RecordRow {
	id: string;
	title: string;
	when: string;
}

/** Puts records of a file into lines: of a record that has not changed the line is the same object. */
export function recordRows(
	file: DossierFile,
	language: string
): (id: string, record: unknown) => RecordRow {
	const made = new WeakMap<object, RecordRow>();
	return (id, record) => {
		if (typeof record !== 'object' || record === null)
			return { id, ...recordInWords(file, id, record, language) };
		const known = made.get(record);
		if (known?.id === id) return known;
		const row = { id, ...recordInWords(file, id, record, language) };
		made.set(record, row);
		return row;
	};
}
