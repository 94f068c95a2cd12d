import { DOSSIER_FILES, type DossierFile } from '../dossier/check';

/** A dossier's files as texts. */
export type FileTexts = Partial<Record<DossierFile, string>>;

export type JsonObject = Record<string, unknown>;

/**
 * A file of a dossier as an editor works with it: its records by their keys, each as it came, whatever in
 * it Dateline does not read among it.
 */
export interface DraftFile {
	/** What stands beside the list of records, the list's own place among it. */
	frame: JsonObject;
	/** In the file's order. Of `dossier.json` one, whose key is empty. */
	records: ReadonlyMap<string, unknown>;
	/** What a level is indented by. */
	indent: string;
}

/** Whatever is not there has no records. */
export type DraftFiles = Readonly<Partial<Record<DossierFile, DraftFile>>>;

/** Where a file has its records: in itself, it being a list; under a name; or it is one. */
type Holder = 'itself' | 'one' | { list: string; empty: JsonObject };

const FEATURES: Holder = {
	list: 'features',
	empty: { type: 'FeatureCollection', features: [] }
};
const HOLDERS: Record<DossierFile, Holder> = {
	'dossier.json': 'one',
	'sources.json': 'itself',
	'places.geojson': FEATURES,
	'events.geojson': FEATURES,
	'notes.geojson': FEATURES,
	'story.json': { list: 'stories', empty: { dateline: 1, stories: [] } }
};

const TAB = '\t';

/** Version of the format that is edited here. */
const VERSION = 1;

/**
 * Takes a dossier's files apart. One that is no JSON, has no list where its records should stand, or is of a
 * newer version of the format, is named: nothing in it can be edited, and nobody writes over it.
 */
export function readDraft(texts: FileTexts): { files: DraftFiles; broken: DossierFile[] } {
	const files: Partial<Record<DossierFile, DraftFile>> = {};
	const broken: DossierFile[] = [];
	for (const file of DOSSIER_FILES) {
		const text = texts[file];
		if (text === undefined) continue;
		const read = readOne(file, text);
		if (read) files[file] = read;
		else broken.push(file);
	}
	return { files, broken };
}

function readOne(file: DossierFile, text: string): DraftFile | undefined {
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		return undefined;
	}
	if (isNewer(value)) return undefined;
	const holder = HOLDERS[file];
	const indent = /^[[{]\s*?\n([ \t]+)/.exec(text)?.[1] ?? TAB;
	if (holder === 'one')
		return isObject(value) ? { frame: {}, records: new Map([['', value]]), indent } : undefined;
	const list = holder === 'itself' ? value : isObject(value) ? value[holder.list] : undefined;
	if (!Array.isArray(list)) return undefined;
	return {
		frame: holder === 'itself' || !isObject(value) ? {} : { ...value, [holder.list]: [] },
		records: keyed(list),
		indent
	};
}

/** Whether a file says that it is of a version of the format that is not known here yet. */
function isNewer(value: unknown): boolean {
	const version = isObject(value) ? value['dateline'] : undefined;
	return typeof version === 'number' && version > VERSION;
}

/** Why a file cannot be edited, in words behind its name. */
export function closedBecause(text: string | undefined): string {
	try {
		if (isNewer(parseJson(text ?? '')))
			return 'is of a newer version of the format: it is not edited here, and stays as it is. Update Dateline, or save the file for version 1.';
	} catch {
		// Said below.
	}
	return 'cannot be read, and so not be edited here: it stays as it is. Mend it in a text editor; the check of this dossier says where.';
}

/** Reads JSON, without keys that could reach an object's prototype. Throws a `SyntaxError`. */
export function parseJson(text: string): unknown {
	return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}

/** Records by their ids; what has none, or one that is taken, by its number behind a `#`, which no id has. */
function keyed(list: readonly unknown[]): Map<string, unknown> {
	const records = new Map<string, unknown>();
	list.forEach((record, i) => {
		const id = isObject(record) ? record['id'] : undefined;
		const key = typeof id === 'string' && id !== '' && !id.startsWith('#') ? id : `#${i + 1}`;
		records.set(records.has(key) ? `#${i + 1}` : key, record);
	});
	return records;
}

/** A file of a draft as text, laid out as it came. */
export function textOf(file: DossierFile, draft: DraftFile): string {
	const holder = HOLDERS[file];
	const records = [...draft.records.values()];
	const value =
		holder === 'one'
			? records[0]
			: holder === 'itself'
				? records
				: { ...holder.empty, ...draft.frame, [holder.list]: records };
	return `${JSON.stringify(value, null, draft.indent)}\n`;
}

/** All files of a draft as texts. */
export function textsOf(files: DraftFiles): FileTexts {
	const texts: FileTexts = {};
	for (const file of DOSSIER_FILES) {
		const draft = files[file];
		if (draft) texts[file] = textOf(file, draft);
	}
	return texts;
}

/** A record, or undefined where there is none. */
export function recordIn(files: DraftFiles, file: DossierFile, id: string): unknown {
	return files[file]?.records.get(id);
}

/** A file without records, for what a dossier has none of yet. */
export function emptyFile(file: DossierFile): DraftFile {
	const holder = HOLDERS[file];
	return {
		frame: typeof holder === 'object' ? holder.empty : {},
		records: new Map(),
		indent: TAB
	};
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
