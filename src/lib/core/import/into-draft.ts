import type { DossierFile } from '../dossier/check';
import type { CslItem, EventFeature } from '../dossier/schema';
import type { Edit } from '../draft/changes';
import { sameJson } from '../draft/diff';
import { isObject, recordIn, type DraftFiles } from '../draft/files';
import type { Vocabulary } from './import';

/** What was made of a table. */
export interface Brought {
	events: readonly EventFeature[];
	/** What its events cite, but for the data set itself, which stands in the vocabulary. */
	sources: readonly CslItem[];
	vocabulary: Vocabulary;
}

/** The files that an import writes to. */
export const IMPORTED_INTO: readonly DossierFile[] = [
	'dossier.json',
	'sources.json',
	'places.geojson',
	'events.geojson'
];

/**
 * The edits that bring a table's events into a draft, with what they name. Whatever has an id that is there
 * already is left out, but that the data set's own day of publication moves on to that of its newest row.
 * @returns also the ids of the events that were left out
 */
export function importing(
	files: DraftFiles,
	{ events, sources, vocabulary }: Brought
): { edits: Edit[]; taken: string[] } {
	const edits: Edit[] = [];
	/** Puts those that are not there at the end of their file. */
	const add = (file: DossierFile, brought: readonly { id?: string | number }[]): string[] => {
		const records = files[file]?.records;
		const ids = new Set(records?.keys());
		const there: string[] = [];
		for (const record of brought) {
			const id = String(record.id);
			if (ids.has(id)) {
				there.push(id);
				continue;
			}
			edits.push({ file, id, before: undefined, after: record, at: ids.size });
			ids.add(id);
		}
		return there;
	};
	const header = recordIn(files, 'dossier.json', '');
	if (isObject(header)) {
		const after = {
			...header,
			types: withMissing(header['types'], vocabulary.types),
			actors: withMissing(header['actors'], vocabulary.actors)
		};
		if (!sameJson(header, after))
			edits.push({ file: 'dossier.json', id: '', before: header, after, at: 0 });
	}
	for (const source of vocabulary.sources) {
		const before = recordIn(files, 'sources.json', String(source.id));
		const { issued } = source;
		if (!isObject(before) || !issued || dayOf(issued) <= dayOf(before['issued'])) continue;
		edits.push({
			...{ file: 'sources.json', id: String(source.id) },
			...{ before, after: { ...before, issued } }
		});
	}
	add('sources.json', [...vocabulary.sources, ...sources]);
	add('places.geojson', vocabulary.places);
	return { taken: add('events.geojson', events), edits };
}

/** A list of `dossier.json` with what it does not have; what is no list becomes one only where there is need. */
function withMissing(list: unknown, brought: readonly { id: string }[]): unknown {
	const there: unknown[] = Array.isArray(list) ? list : [];
	const ids = new Set(there.map((one) => (isObject(one) ? one['id'] : undefined)));
	const missing = brought.filter(({ id }) => !ids.has(id));
	return missing.length > 0 ? [...there, ...missing] : list;
}

/** CSL's date as a text that sorts, '' for none. */
function dayOf(issued: unknown): string {
	const lists = isObject(issued) ? issued['date-parts'] : undefined;
	const parts: unknown = Array.isArray(lists) ? lists[0] : undefined;
	return Array.isArray(parts) ? parts.map((part) => String(part).padStart(4, '0')).join('-') : '';
}
