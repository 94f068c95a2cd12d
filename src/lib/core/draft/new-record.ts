import type { DossierFile } from '../dossier/check';
import { untaken } from '../dossier/id';
import { parseWhen } from '../date/when';
import { formatDay } from '../date/day';
import { fold } from '../view/search';
import type { Edit } from './changes';
import { withField, fieldIn } from './fields';
import { isObject, type DraftFiles } from './files';
import { languagesIn } from './listed';

/** A record that is not in its file yet, and the key that it gets there. */
export interface NewRecord {
	file: DossierFile;
	id: string;
	record: unknown;
}

/** As the format has it, less the length that a number behind it may need. */
const MAX_ID = 110;
const ID = /^[a-z0-9-]{1,120}$/;

export function isId(text: string): boolean {
	return ID.test(text);
}

/**
 * A text as an id: `Troops near Lake Sev` → `troops-near-lake-sev`. Letters of other scripts have no place
 * in one; empty where nothing is left.
 */
export function idFrom(text: string): string {
	return fold(text)
		.replace(/['’ʼʻ`´]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_ID)
		.replace(/^-+|-+$/g, '');
}

/** An id for a record of a file that none there has, from a text; `instead` where the text gives none. */
export function freeId(
	files: DraftFiles,
	file: DossierFile,
	text: string,
	instead: string,
	own?: string
): string {
	const records = files[file]?.records;
	return untaken(idFrom(text) || instead, (id) => id !== own && Boolean(records?.has(id)));
}

/** What an event is called until it has a title. */
const UNNAMED: Partial<Record<DossierFile, string>> = {
	'events.geojson': 'new-event',
	'places.geojson': 'new-place',
	'sources.json': 'new-source',
	'notes.geojson': 'new-note',
	'story.json': 'new-story'
};

/** Whether an id says no more than that its record is new. */
export function isPlaceholder(file: DossierFile, id: string): boolean {
	const name = UNNAMED[file];
	return name !== undefined && new RegExp(`^${name}(-\\d+)?$`).test(id);
}

/**
 * The id that a record's own words suggest: of an event its title and first day, of a place its first name, of
 * a source its publisher and day. None that another record of the file has.
 * @param own the id that it has now, if it stands in the file
 */
export function suggestedId(
	files: DraftFiles,
	file: DossierFile,
	record: unknown,
	own?: string
): string {
	const words = wordsOf(file, record).filter((word) => idFrom(word));
	return freeId(files, file, words.join(' '), UNNAMED[file] ?? 'new', own);
}

function wordsOf(file: DossierFile, record: unknown): string[] {
	const text = (path: string) => {
		const value = fieldIn(record, path);
		return typeof value === 'string' ? value : '';
	};
	switch (file) {
		case 'events.geojson':
			return [text('properties.title'), firstDay(text('properties.when'))];
		case 'places.geojson':
			return [latinName(fieldIn(record, 'properties.names'))];
		case 'sources.json': {
			const parts = fieldIn(record, 'issued.date-parts[0]');
			const day = Array.isArray(parts) ? parts.map((part) => String(part).padStart(2, '0')) : [];
			return [text('container-title') || text('publisher') || text('title'), day.join('-')];
		}
		default:
			return [];
	}
}

/** As far as the date gives it: `2021-05-13`, `2021-05`, `2021`; nothing for what is no date. */
function firstDay(when: string): string {
	const read = parseWhen(when);
	if (!read.ok || typeof read.when.start === 'string') return '';
	const { unit, first } = read.when.start;
	if (first < -719_528) return '';
	return formatDay(first).slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4);
}

/** The first name that gives an id, English before others. */
function latinName(names: unknown): string {
	if (!isObject(names)) return '';
	const lists = [names['en'], ...Object.values(names)];
	return (
		lists
			.flat()
			.filter((name) => typeof name === 'string')
			.find((name) => idFrom(name)) ?? ''
	);
}

/** A claim that says nothing yet. */
export function newClaim(): Record<string, unknown> {
	return { by: '', stance: 'reports', text: '', source: '' };
}

/** An event that says nothing yet. */
export function newEvent(files: DraftFiles): NewRecord {
	const file = 'events.geojson';
	const id = freeId(files, file, '', 'new-event');
	const properties = { title: '', when: null, type: '', claims: [newClaim()] };
	return { file, id, record: { type: 'Feature', id, geometry: null, properties } };
}

/** A place with a name, and nothing else. */
export function newPlace(files: DraftFiles, name = '', language = 'en'): NewRecord {
	const file = 'places.geojson';
	const id = freeId(files, file, name, 'new-place');
	const properties = { kind: '', names: { [language]: [name] } };
	return { file, id, record: { type: 'Feature', id, geometry: null, properties } };
}

/** A source with what is known of it. */
export function newSource(files: DraftFiles, fields: Record<string, unknown> = {}): NewRecord {
	const file = 'sources.json';
	const id = suggestedId(files, file, fields);
	return { file, id, record: { type: 'article-newspaper', title: '', ...fields, id } };
}

/**
 * A note that says nothing yet.
 * @param written the day, `2021-05-14`
 */
function newNote(files: DraftFiles, written: string): NewRecord {
	const file = 'notes.geojson';
	const id = freeId(files, file, '', 'new-note');
	const properties = { kind: 'text', text: '', written };
	return { file, id, record: { type: 'Feature', id, geometry: null, properties } };
}

/** A story without steps. */
export function newStory(files: DraftFiles): NewRecord {
	const file = 'story.json';
	const id = freeId(files, file, '', 'new-story');
	return { file, id, record: { id, title: '', steps: [] } };
}

/**
 * An empty record of a file of many.
 * @param today `2021-05-14`
 */
export function newRecord(
	files: DraftFiles,
	file: Exclude<DossierFile, 'dossier.json'>,
	today: string
): NewRecord {
	switch (file) {
		case 'events.geojson':
			return newEvent(files);
		case 'places.geojson':
			return newPlace(files, '', languagesIn(files).main);
		case 'sources.json':
			return newSource(files);
		case 'notes.geojson':
			return newNote(files, today);
		case 'story.json':
			return newStory(files);
	}
}

/** Where records of a file are named, by the file that names them; `[]` stands for each of a list. */
const NAMED: Partial<Record<DossierFile, Partial<Record<DossierFile, string[]>>>> = {
	'places.geojson': {
		'events.geojson': ['properties.place', 'properties.concerns[]', 'properties.claims[].place'],
		'places.geojson': ['properties.within[]']
	},
	'sources.json': { 'events.geojson': ['properties.claims[].source'] }
};

/**
 * The edits that give a record another id, and name it so wherever it is named. Throws where the id is no
 * id, or is another record's.
 */
export function renaming(files: DraftFiles, file: DossierFile, from: string, to: string): Edit[] {
	const records = files[file]?.records;
	if (!isId(to)) throw new Error(`An id of a–z, 0–9 and - is expected; “${to}” is none.`);
	if (records?.has(to)) throw new Error(`An id that no other has is expected; “${to}” is taken.`);
	const before = records?.get(from);
	if (!records || !isObject(before)) throw new Error(`There is no record “${from}” in ${file}.`);
	const at = [...records.keys()].indexOf(from);
	const edits: Edit[] = [
		{ file, id: from, before, after: undefined, at },
		{ file, id: to, before: undefined, after: { ...before, id: to }, at }
	];
	for (const [other, paths] of Object.entries(NAMED[file] ?? {}) as [DossierFile, string[]][])
		for (const [id, record] of files[other]?.records ?? []) {
			if (other === file && id === from) continue;
			const after = paths.reduce((now, path) => withName(now, path, from, to), record);
			if (after !== record) edits.push({ file: other, id, before: record, after });
		}
	return edits;
}

/** A record that names `to` at a path wherever it named `from`; the same one where it did not. */
function withName(record: unknown, path: string, from: string, to: string): unknown {
	const [head = '', ...rest] = path.split('[]');
	if (rest.length === 0)
		return fieldIn(record, head) === from ? withField(record, head, to) : record;
	const list = fieldIn(record, head);
	if (!Array.isArray(list)) return record;
	return list.reduce<unknown>(
		(now, _, i) => withName(now, `${head}[${i}]${rest.join('[]')}`, from, to),
		record
	);
}
