import { EVENTS_FILE, MANY_EVENTS } from '../columns/events-file';
import { parseWhen, type Hemisphere, type When } from '../date/when';
import { checkNotes, mendNoteReferences } from '../notes/check';
import type { Dossier, DossierEvent, Place, Source } from './dossier';
import { publicationOf, publisherOf, sourceId } from './csl-source';
import { readJson, type FileContent } from './json';
import { mendDirections } from './directions';
import { soundGeometry } from './geometry';
import { fromGis } from './gis';
import { shown, type Note } from './note';
import { withOwnIds } from './id';
import { byDate } from './order';
import { mendReferences, type ClaimNumber } from './references';
import { fieldWords } from './fields';
import { salvage, salvageFeature } from './salvage';
import {
	eventFeature,
	header as headerSchema,
	placeFeature,
	source as sourceSchema,
	type CslItem,
	type DossierHeader
} from './schema';
import { readStories } from '../story/check';
import { noteMarkup } from './markup';
import { readBasemap } from './basemap';
import { unswap } from './swapped';

/** The files of a dossier folder. */
export const DOSSIER_FILES = [
	'dossier.json',
	'sources.json',
	'places.geojson',
	'events.geojson',
	'notes.geojson',
	'story.json'
] as const;
export type DossierFile = (typeof DOSSIER_FILES)[number];

const ID = /^[a-z0-9-]+$/;

/** Paths of the site that no dossier can take as its id. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
	'basemap',
	'gazetteer',
	'schema',
	'ingest',
	'oembed',
	'health'
]);

export interface CheckResult {
	/** Null only where nothing sound is left: neither a header nor an event. */
	dossier: Dossier | null;
	notes: Note[];
}

/**
 * Reads a dossier leniently: what is sound, and a note for each fault. Never throws.
 * @param name the folder's name, which stands in for the id where dossier.json gives none
 * @param files the content of each file that is there
 */
export function checkDossier(
	name: string,
	files: Partial<Record<DossierFile, FileContent>>
): CheckResult {
	const notes: Note[] = [];
	const read = (file: DossierFile): unknown => {
		const content = files[file];
		if (content === undefined) return undefined;
		const value = readJson(file, content, notes);
		mendDirections(file, value, notes);
		return value;
	};
	if (!ID.test(name) || RESERVED_IDS.has(name))
		notes.push({
			file: '.',
			expected:
				'a folder named as an address can be: a–z, 0–9 and -, and no path of the site itself',
			found: shown(name),
			mend: 'Rename the folder; the server leaves it out as it stands.'
		});
	const foundHeader = readHeader(name, read('dossier.json'), files, notes);
	const header = foundHeader ?? standIn(name);
	const sources = readSources(read('sources.json'), header.seasons, files, notes);
	const places = firstOfEachId(
		'places.geojson',
		readFeatures('places.geojson', read('places.geojson'), notes, (value, feature) =>
			readPlace(value, feature, notes)
		),
		notes
	);
	const claimNumbers = new Map<string, number[]>();
	const claimNumber: ClaimNumber = ({ id }, index) => claimNumbers.get(id)?.[index] ?? index;
	const events = withOwnIds(
		'events.geojson',
		readFeatures('events.geojson', read('events.geojson'), notes, (value, feature) =>
			readEvent(value, feature, header.seasons, claimNumbers, notes)
		),
		notes
	);
	const authorNotes = checkNotes(read('notes.geojson'), header.seasons, notes);
	if (!files['events.geojson'])
		notes.push({
			file: 'events.geojson',
			expected: 'the file with the events',
			found: 'nothing',
			mend: 'Add events.geojson, a GeoJSON FeatureCollection; docs/format.md shows one.'
		});
	if (events.length > MANY_EVENTS)
		notes.push({
			file: 'events.geojson',
			expected: `at most ${MANY_EVENTS} events, as many as a page can hold`,
			found: `${events.length}`,
			mend: `Write them as ${EVENTS_FILE} with dateline columns, and give the folder.`
		});
	if (!foundHeader && events.length === 0) return { dossier: null, notes };
	const dossier: Dossier = {
		header,
		sources,
		places,
		events,
		notes: authorNotes,
		stories: []
	};
	unswap(dossier, notes);
	mendReferences(dossier, claimNumber, notes);
	mendNoteReferences(authorNotes, events, sources, notes);
	noteMarkup(dossier, claimNumber, notes);
	dossier.stories = readStories(read('story.json'), dossier, notes);
	dossier.events.sort(byDate);
	return { dossier, notes };
}

function readHeader(
	name: string,
	value: unknown,
	files: Partial<Record<DossierFile, FileContent>>,
	notes: Note[]
): DossierHeader | undefined {
	if (value === undefined) {
		if (!files['dossier.json'])
			notes.push({
				file: 'dossier.json',
				expected: 'the file that names the dossier',
				found: 'nothing',
				mend: 'Add dossier.json with "dateline": 1, "id" and "title"; docs/format.md shows one.'
			});
		return undefined;
	}
	const header = salvage(headerSchema, value, { file: 'dossier.json' }, notes);
	if (header && header.id !== name)
		notes.push({
			file: 'dossier.json',
			field: 'id',
			expected: `the folder’s name, ${shown(name)}`,
			found: shown(header.id),
			mend: 'Name the folder and the dossier alike: the folder’s name is the address.'
		});
	if (!header) return undefined;
	return {
		...header,
		id: name,
		basemap: readBasemap(header.basemap, notes),
		types: firstOfEachId('dossier.json', header.types, notes, 'types'),
		actors: firstOfEachId('dossier.json', header.actors, notes, 'actors'),
		sides: firstOfEachId('dossier.json', header.sides, notes, 'sides')
	};
}

/** What a dossier is called as long as its dossier.json cannot be read. */
function standIn(name: string): DossierHeader {
	const id = ID.test(name) ? name : 'dossier';
	return salvage(headerSchema, { dateline: 1, id, title: name }, { file: '' }, []) as DossierHeader;
}

function readSources(
	value: unknown,
	hemisphere: Hemisphere,
	files: Partial<Record<DossierFile, FileContent>>,
	notes: Note[]
): Source[] {
	const file = 'sources.json';
	if (value === undefined && files[file]) return [];
	if (!Array.isArray(value)) {
		notes.push({
			file,
			expected: 'an array of CSL-JSON items',
			found: shown(value),
			mend: 'Export the sources as CSL-JSON, e.g. from Zotero, into sources.json.'
		});
		return [];
	}
	const sources = value.flatMap((item: unknown, index): Source[] => {
		const feature = idOf(item, index);
		const csl = salvage(sourceSchema, item, { file, feature }, notes);
		return csl ? [readSource(csl, feature, hemisphere, notes)] : [];
	});
	return firstOfEachId(file, sources, notes);
}

function readSource(csl: CslItem, feature: string, hemisphere: Hemisphere, notes: Note[]): Source {
	const published = publicationOf(csl, hemisphere);
	const noted = notes.some(
		(note) =>
			note.file === 'sources.json' && note.feature === feature && note.field?.startsWith('issued')
	);
	if (!published && !noted)
		notes.push({
			file: 'sources.json',
			feature,
			field: 'issued',
			expected: 'the day of publication as { "date-parts": [[2021, 5, 13]] }',
			found: shown(csl.issued),
			mend: 'Give the day of publication; without it nobody can say what was known when.'
		});
	return {
		id: sourceId(csl),
		title: csl.title,
		publisher: publisherOf(csl),
		authors: (csl.author ?? []).map(
			(author) => author.literal ?? [author.given, author.family].filter(Boolean).join(' ')
		),
		published,
		url: csl.URL,
		archiveUrl: csl.archive_location,
		language: csl.language,
		note: csl.note,
		csl
	};
}

function readFeatures<T>(
	file: DossierFile,
	value: unknown,
	notes: Note[],
	read: (value: unknown, feature: string) => T | undefined
): T[] {
	if (value === undefined) return [];
	const features = (value as { features?: unknown } | null)?.features;
	if (!Array.isArray(features)) {
		notes.push({
			file,
			field: 'features',
			expected: 'a GeoJSON FeatureCollection with a list of features',
			found: shown(features ?? value),
			mend: 'Save the layer as GeoJSON (RFC 7946).'
		});
		return [];
	}
	const sound = features.flatMap((item: unknown, index): T[] => {
		const feature = fromGis(item);
		const sound = read(feature, idOf(feature, index));
		return sound ? [sound] : [];
	});
	return sound;
}

function readPlace(value: unknown, feature: string, notes: Note[]): Place | undefined {
	const where = { file: 'places.geojson', feature };
	const sound = salvageFeature(placeFeature, value, where, notes);
	if (!sound) return undefined;
	const geometry = soundGeometry(sound.geometry, where, notes);
	return { id: sound.id, geometry, ...sound.properties };
}

function readEvent(
	value: unknown,
	feature: string,
	hemisphere: Hemisphere,
	claimNumbers: Map<string, number[]>,
	notes: Note[]
): DossierEvent | undefined {
	const file = 'events.geojson';
	const kept = new Map<string, number[]>();
	const sound = salvageFeature(eventFeature, value, { file, feature }, notes, kept);
	if (!sound) return undefined;
	const numbers = kept.get('properties.claims');
	if (numbers) claimNumbers.set(sound.id, numbers);
	const { when, claims, precision, ...rest } = sound.properties;
	if (sound.geometry && !precision)
		notes.push({
			file,
			feature,
			field: 'properties.precision',
			...fieldWords('properties.precision'),
			found: 'nothing, beside a geometry',
			mend: 'Say how exactly the sources place it; until then it is listed, not drawn.'
		});
	const read = (field: string, text: string | null | undefined): When | null => {
		const found = text ? readWhen(text, hemisphere) : null;
		if (text && !found)
			notes.push({ file, feature, field, ...fieldWords(field), found: shown(text) });
		return found;
	};
	return {
		id: sound.id,
		geometry: soundGeometry(sound.geometry, { file, feature }, notes),
		...rest,
		precision: precision ?? 'unknown',
		when: read('properties.when', when),
		claims: claims.map(({ when, ...claim }, i) => {
			const own = read(`properties.claims[${numbers?.[i] ?? i}].when`, when);
			return own ? { ...claim, when: own } : claim;
		})
	};
}

function readWhen(text: string | null, hemisphere: Hemisphere): When | null {
	const parsed = text === null ? undefined : parseWhen(text, hemisphere);
	return parsed?.ok ? parsed.when : null;
}

function idOf(item: unknown, index: number): string {
	const found = (item as { id?: unknown } | null)?.id;
	return typeof found === 'string' && found ? found.slice(0, 120) : `no. ${index + 1}`;
}

function firstOfEachId<T extends { id?: string | undefined }>(
	file: string,
	items: T[],
	notes: Note[],
	list = ''
): T[] {
	const seen = new Set<string>();
	return items.filter(({ id }) => {
		if (id === undefined) return true;
		if (!seen.has(id)) return seen.add(id);
		notes.push({
			file,
			feature: id,
			field: list ? `${list} · id` : 'id',
			expected: 'an id that no other has',
			found: `${shown(id)} a second time`,
			mend: 'Give the second one an id of its own; until then only the first is used.'
		});
		return false;
	});
}
