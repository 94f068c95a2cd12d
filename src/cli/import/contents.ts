import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENTS_FILE } from '../../lib/core/columns/events-file';
import type { Hemisphere } from '../../lib/core/date/when';
import type { DossierFile } from '../../lib/core/dossier/check';
import { fromGis } from '../../lib/core/dossier/gis';
import type {
	Actor,
	CslItem,
	EventFeature,
	EventType,
	PlaceFeature
} from '../../lib/core/dossier/schema';
import type { Vocabulary } from '../../lib/core/import/import';
import { readRawFolder } from '../../lib/server/edit/files';

/** What stands in a dossier's files, as it stands there: what nobody reads is kept. */
export interface Contents {
	folder: string;
	texts: Partial<Record<DossierFile, string>>;
	header: Record<string, unknown>;
	types: readonly EventType[];
	actors: readonly Actor[];
	sources: readonly CslItem[];
	places: readonly PlaceFeature[];
	events: readonly EventFeature[];
	seasons: Hemisphere;
	/** Path of its events.dateline, where it has one. */
	columns: string | undefined;
}

type Item = Record<string, unknown>;

/** Reads a dossier to import into; a sentence where that cannot be. */
export async function readContents(folder: string): Promise<Contents | string> {
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder)
		return `${folder} is no folder. An import goes into a dossier that is there: make one with dateline init ${folder}.`;
	const { files, closed } = await readRawFolder(folder);
	if (closed.length > 0)
		return `${closed.join(', ')} of ${folder} cannot be read: too large, not in UTF-8, or not allowed. Nothing was imported.`;
	if (!files['dossier.json'])
		return `${folder} has no dossier.json: it is no dossier. Make one with dateline init in a folder of its own.`;
	const path = join(folder, EVENTS_FILE);
	const hasColumns = await stat(path).then(
		(found) => found.isFile(),
		() => false
	);
	const texts = Object.fromEntries(
		Object.entries(files).map(([name, { text }]) => [name, text])
	) as Contents['texts'];
	return contentsOf(folder, texts, hasColumns ? path : undefined);
}

/**
 * What stands in the files of a dossier; a sentence where one of them is not to be read.
 * @param folder what it is called in words
 * @param columns path of its events.dateline
 */
export function contentsOf(
	folder: string,
	texts: Contents['texts'],
	columns: string | undefined
): Contents | string {
	const parsed: Partial<Record<DossierFile, unknown>> = {};
	for (const [name, text] of Object.entries(texts) as [DossierFile, string][])
		try {
			parsed[name] = JSON.parse(text);
		} catch {
			return `${name} of ${folder} is no valid JSON: mend it first, dateline check ${folder} says where. Nothing was imported.`;
		}
	const header = parsed['dossier.json'];
	if (!isItem(header)) return `dossier.json of ${folder} is no dossier’s: expected an object.`;
	return {
		folder,
		texts,
		header,
		types: itemsOf<EventType>(header['types']),
		actors: itemsOf<Actor>(header['actors']),
		sources: itemsOf<CslItem>(parsed['sources.json']),
		places: featuresOf<PlaceFeature>(parsed['places.geojson']),
		events: featuresOf<EventFeature>(parsed['events.geojson']),
		seasons: header['seasons'] === 'south' ? 'south' : 'north',
		columns
	};
}

/** The contents with what an import brings; what has an id that is there already stays as it is, but for the data set. */
export function withVocabulary(before: Contents, brought: Vocabulary): Contents {
	const missing = <T extends { id: string | number }>(there: readonly T[], new_: readonly T[]) => {
		const ids = new Set(there.map(({ id }) => String(id)));
		return new_.filter(({ id }) => !ids.has(String(id)));
	};
	const newer = new Map(brought.sources.map((source) => [String(source.id), source]));
	return {
		...before,
		types: [...before.types, ...missing(before.types, brought.types)],
		actors: [...before.actors, ...missing(before.actors, brought.actors)],
		places: [...before.places, ...missing(before.places, brought.places)],
		sources: [
			...before.sources.map((source) => ({ ...source, ...newer.get(String(source.id)) })),
			...missing(before.sources, brought.sources)
		]
	};
}

function featuresOf<T>(value: unknown): T[] {
	return isItem(value)
		? itemsOf<Item>(value['features']).map((feature) => fromGis(feature) as T)
		: [];
}

function itemsOf<T>(value: unknown): T[] {
	return Array.isArray(value) ? (value.filter(isItem) as T[]) : [];
}

function isItem(value: unknown): value is Item {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
