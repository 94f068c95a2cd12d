import type { DossierFile } from '../dossier/check';
import { ROLES, SYMBOLS, type EventType, type Geometry, type Names } from '../dossier/schema';
import { geometry as geometrySchema } from '../dossier/schema';
import { safeParse } from 'valibot';
import { isObject, recordIn, type DraftFiles, type JsonObject } from './files';

/** An actor as a draft has it, whether or not the rest of it is sound. */
export interface ListedActor {
	id: string;
	names: Names;
}

/** A place as a draft has it. */
export interface ListedPlace {
	id: string;
	names: Names;
	kind: string;
	/** Null where there is none that can be drawn. */
	geometry: Geometry | null;
}

/** A source as a draft has it. */
export interface ListedSource {
	id: string;
	title: string;
	publisher: string;
	url: string;
}

/** Names by language as far as they are texts. */
export function namesOf(value: unknown): Names {
	if (!isObject(value)) return {};
	return Object.fromEntries(
		Object.entries(value).flatMap(([language, list]) => {
			const names = (Array.isArray(list) ? list : []).filter(
				(name): name is string => typeof name === 'string' && name !== ''
			);
			return names.length > 0 ? [[language, names]] : [];
		})
	);
}

/** The dossier's actors, in its order. */
export function actorsIn(files: DraftFiles): ListedActor[] {
	return listed(files, 'actors').map((actor) => ({
		id: textIn(actor, 'id'),
		names: namesOf(actor['names'])
	}));
}

/** The dossier's types of events; one without a role that there is has that of a word. */
export function typesIn(files: DraftFiles): EventType[] {
	return listed(files, 'types').map((type) => ({
		id: textIn(type, 'id'),
		label: textIn(type, 'label') || textIn(type, 'id'),
		role: ROLES.find((role) => role === type['role']) ?? 'word',
		symbol: SYMBOLS.find((symbol) => symbol === type['symbol']),
		incident: type['incident'] === true
	}));
}

/** The dossier's sides, by id and label. */
export function sidesIn(files: DraftFiles): { id: string; label: string }[] {
	return listed(files, 'sides').map((side) => ({
		id: textIn(side, 'id'),
		label: textIn(side, 'label') || textIn(side, 'id')
	}));
}

/** Which half of the globe its seasons are of. */
export function hemisphereIn(files: DraftFiles): 'north' | 'south' {
	const header = recordIn(files, 'dossier.json', '');
	return isObject(header) && header['seasons'] === 'south' ? 'south' : 'north';
}

/** The language that names are shown in, and all that the dossier's labels and names come in. */
export function languagesIn(files: DraftFiles): { main: string; all: string[] } {
	const header = recordIn(files, 'dossier.json', '');
	const own = isObject(header) ? header : {};
	const main = textIn(own, 'language') || 'en';
	const label = own['labelLanguages'];
	const labels = Array.isArray(label)
		? label.filter((language) => typeof language === 'string')
		: [];
	const named = [...actorsIn(files), ...placesIn(files)].flatMap(({ names }) => Object.keys(names));
	return { main, all: [...new Set([main, ...labels, ...named])] };
}

const places = new WeakMap<ReadonlyMap<string, unknown>, ListedPlace[]>();

/** The places, in the file's order: the same list as long as none of them changes. */
export function placesIn(files: DraftFiles): ListedPlace[] {
	return once(files, 'places.geojson', places, (id, record) => {
		const properties = isObject(record['properties']) ? record['properties'] : {};
		const read = safeParse(geometrySchema, record['geometry']);
		return {
			id,
			names: namesOf(properties['names']),
			kind: textIn(properties, 'kind'),
			geometry: read.success ? read.output : null
		};
	});
}

const sources = new WeakMap<ReadonlyMap<string, unknown>, ListedSource[]>();

/** The sources, in the file's order: the same list as long as none of them changes. */
export function sourcesIn(files: DraftFiles): ListedSource[] {
	return once(files, 'sources.json', sources, (id, record) => ({
		id,
		title: textIn(record, 'title'),
		publisher: textIn(record, 'container-title') || textIn(record, 'publisher'),
		url: textIn(record, 'URL')
	}));
}

const events = new WeakMap<ReadonlyMap<string, unknown>, { id: string; title: string }[]>();

/** The events by id and title, in the file's order: the same list as long as none of them changes. */
export function eventsIn(files: DraftFiles): { id: string; title: string }[] {
	return once(files, 'events.geojson', events, (id, record) => {
		const properties = isObject(record['properties']) ? record['properties'] : {};
		return { id, title: textIn(properties, 'title') || id };
	});
}

/** The publishers of its sources, each once, in alphabetical order. */
export function publishersIn(files: DraftFiles): string[] {
	const names = sourcesIn(files).map(({ publisher }) => publisher);
	return [...new Set(names.filter(Boolean))].sort((a, b) => a.localeCompare(b, 'en'));
}

function once<T>(
	files: DraftFiles,
	file: DossierFile,
	made: WeakMap<ReadonlyMap<string, unknown>, T[]>,
	read: (id: string, record: JsonObject) => T
): T[] {
	const records = files[file]?.records;
	if (!records) return [];
	let list = made.get(records);
	if (!list) {
		list = [...records].flatMap(([id, record]) => (isObject(record) ? [read(id, record)] : []));
		made.set(records, list);
	}
	return list;
}

/** The items of a list of `dossier.json` that have an id. */
function listed(files: DraftFiles, list: string): JsonObject[] {
	const header = recordIn(files, 'dossier.json', '');
	const items = isObject(header) ? header[list] : undefined;
	if (!Array.isArray(items)) return [];
	return items.filter((item): item is JsonObject => isObject(item) && textIn(item, 'id') !== '');
}

function textIn(object: JsonObject, name: string): string {
	const value = object[name];
	return typeof value === 'string' ? value : '';
}
