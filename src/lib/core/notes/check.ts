import { formatDay, parseDay } from '../date/day';
import { parseWhen, type Hemisphere } from '../date/when';
import type { DossierEvent, Source } from '../dossier/dossier';
import { soundGeometry } from '../dossier/geometry';
import { fromGis } from '../dossier/gis';
import { noteMarkupIn } from '../dossier/markup';
import { shown, type Note } from '../dossier/note';
import { withOwnIds } from '../dossier/id';
import { byDate } from '../dossier/order';
import { salvageFeature } from '../dossier/salvage';
import type { Geometry } from '../dossier/schema';
import type { LonLat } from '../place/geometry';
import { polygonsOf } from '../place/rings';
import { crossesItself } from './crossing';
import { isClaim } from './known';
import { measured } from './measure';
import type { AuthorNote, NoteGeometry, NoteKind } from './note';
import { noteFeature, type NoteFeature } from './schema';
import { noteWords } from './words';

const FILE = 'notes.geojson';

/** Notes that are read of a file; more could be read by nobody. */
export const MAX_NOTES = 1_000;

/** Version of the format that this version of the app reads. */
const VERSION = 1;

const ID = /^[a-z0-9-]{1,120}$/;

/** Kinds that fit a geometry; the first is meant where none is written. */
const KINDS: Record<NoteGeometry['type'], readonly [NoteKind, ...NoteKind[]]> = {
	Point: ['text'],
	LineString: ['line', 'arrow'],
	Polygon: ['area']
};

/**
 * Reads the author's notes leniently: what is sound, in order of date, and what is to mend. Never throws.
 * @param value the file's content; undefined where there is none
 */
export function checkNotes(value: unknown, hemisphere: Hemisphere, notes: Note[]): AuthorNote[] {
	if (value === undefined) return [];
	const { features, dateline } = (value ?? {}) as { features?: unknown; dateline?: unknown };
	if (dateline !== undefined && dateline !== VERSION) {
		const newer = typeof dateline === 'number' && dateline > VERSION;
		notes.push({
			file: FILE,
			field: 'dateline',
			expected: `the format version ${VERSION}`,
			found: newer ? `${dateline}, a newer version` : shown(dateline),
			mend: newer
				? 'A newer version of Dateline wrote it: update the app, or export the notes for version 1. They were left out, the file is as it was.'
				: 'Write "dateline": 1. The notes were left out.'
		});
		return [];
	}
	if (!Array.isArray(features)) {
		notes.push({
			file: FILE,
			field: 'features',
			expected: 'a GeoJSON FeatureCollection with a list of features',
			found: shown(features ?? value),
			mend: 'Save the layer as GeoJSON (RFC 7946).'
		});
		return [];
	}
	if (features.length > MAX_NOTES)
		notes.push({
			file: FILE,
			field: 'features',
			expected: `at most ${MAX_NOTES} notes`,
			found: String(features.length),
			mend: `Leave out what readers do not need; the first ${MAX_NOTES} are shown.`
		});
	const items = features.slice(0, MAX_NOTES) as unknown[];
	const sound = items.flatMap((item, index) => checkNote(item, index, hemisphere, notes) ?? []);
	return withOwnIds(FILE, sound, notes).sort(byDate);
}

/**
 * Reads one note, as it stands in the file or comes from a form. Undefined where nothing sound is left of it.
 * @param index its number in the file, from 0
 * @param notes gets a note for each fault
 */
export function checkNote(
	value: unknown,
	index: number,
	hemisphere: Hemisphere,
	notes: Note[]
): AuthorNote | undefined {
	const { item, feature } = identified(fromGis(value), index, notes);
	const where = { file: FILE, feature };
	const faults: Note[] = [];
	const read = salvageFeature(noteFeature, item, where, faults);
	notes.push(...faults.map((fault) => ({ ...fault, ...noteWords(fault.field ?? '') })));
	if (!read) return undefined;
	const { text, when, style, author, written, event, claim, measure } = read.properties;
	const add = (field: string, words: Pick<Note, 'expected' | 'found' | 'mend'>) =>
		notes.push({ ...where, field, ...words });

	noteMarkupIn(text, { ...where, field: 'properties.text' }, notes);
	const whole = single(read.geometry, add);
	const geometry = drawable(whole, where, notes);
	const shows = when === null ? undefined : parseWhen(when, hemisphere);
	if (shows && !shows.ok)
		add('properties.when', { ...noteWords('properties.when'), found: shown(when) });
	const mayBeGone = faults.some(({ field }) => field === 'properties.written');
	if (written === undefined && !mayBeGone)
		add('properties.written', { ...noteWords('properties.written'), found: 'nothing' });
	if (claim && event === undefined)
		add('properties.claim', {
			expected: 'an "event" beside it',
			found: 'nothing',
			mend: 'Name the event whose claim it is.'
		});
	const noPlace = faults.some(({ field }) => field?.startsWith('geometry'));
	if (!geometry && event === undefined && !noPlace)
		add('geometry', {
			expected: 'a Point, a LineString or a Polygon, or an "event" that the note is about',
			found: 'nothing',
			mend: 'Draw where it belongs, or name its event; until then it is listed, not drawn.'
		});
	return {
		id: read.id,
		kind: kindOf(read.properties.kind, geometry, add),
		text,
		when: shows?.ok ? shows.when : null,
		geometry,
		...(measure && { measure, ...sizeOf(whole, add) }),
		style,
		...(author !== undefined && { author }),
		...(written !== undefined && { written: parseDay(written) }),
		...(event !== undefined && { event, ...(claim && { claim }) })
	};
}

/**
 * Notes every event and claim that is not there and takes it out of the notes in place: a remark on a claim that is not
 * there stands under its event, one on an event that is not there is listed.
 */
export function mendNoteReferences(
	authorNotes: readonly AuthorNote[],
	events: readonly DossierEvent[],
	sources: readonly Source[],
	notes: Note[]
): void {
	const byId = new Map(events.map((event) => [event.id, event]));
	const byAddress = new Map(sources.map(({ url, id }) => [url, id]));
	for (const note of authorNotes) {
		if (note.event === undefined) continue;
		const where = { file: FILE, feature: note.id };
		const event = byId.get(note.event);
		if (!event) {
			const field = 'properties.event';
			notes.push({ ...where, field, ...noteWords(field), found: shown(note.event) });
			delete note.event;
			delete note.claim;
			continue;
		}
		if (!note.claim) continue;
		const { source, by } = note.claim;
		const claim = { source: byAddress.get(source) ?? source, by };
		if (event.claims.some((made) => isClaim(made, claim))) note.claim = claim;
		else {
			const field = 'properties.claim';
			notes.push({ ...where, field, ...noteWords(field), found: shown(note.claim) });
			delete note.claim;
		}
	}
}

/** A note as the file has it: `checkNote` reads the same note from it. What is at its default is left out. */
export function toFeature(note: AuthorNote): NoteFeature {
	const { id, kind, text, when, geometry, style, author, written, event, claim } = note;
	return {
		type: 'Feature',
		id,
		geometry,
		properties: {
			...(geometry && { kind }),
			text,
			...(when && { when: when.edtf }),
			...(note.measure && { measure: true }),
			...((style.tone !== 'ink' || style.dash) && {
				style: {
					...(style.tone !== 'ink' && { tone: style.tone }),
					...(style.dash && { dash: true })
				}
			}),
			...(author !== undefined && { author }),
			...(written !== undefined && { written: formatDay(written) }),
			...(event !== undefined && { event }),
			...(claim && { claim })
		}
	};
}

type Add = (field: string, words: Pick<Note, 'expected' | 'found' | 'mend'>) => void;

/** A note without a usable id is not lost: it gets one of its number. */
function identified(value: unknown, index: number, notes: Note[]) {
	const id = (value as { id?: unknown } | null)?.id;
	if (typeof value !== 'object' || value === null || (typeof id === 'string' && ID.test(id)))
		return { item: value, feature: typeof id === 'string' ? id : `no. ${index + 1}` };
	const made = `note-${index + 1}`;
	const feature = typeof id === 'string' && id ? id.slice(0, 120) : `no. ${index + 1}`;
	notes.push({
		file: FILE,
		feature,
		field: 'id',
		...noteWords('id'),
		found: shown(id),
		mend: `Write an id in small letters with hyphens, e.g. no-bridge; until then it is ${made}.`
	});
	return { item: { ...value, id: made }, feature };
}

/** A GIS writes one line as a list of one: that one is meant. Of several the first is drawn. */
function single(geometry: Geometry | null, add: Add): NoteGeometry | null {
	if (!geometry) return null;
	if (!geometry.type.startsWith('Multi')) return geometry as NoteGeometry;
	const { type, coordinates } = geometry as Extract<Geometry, { type: `Multi${string}` }>;
	if (coordinates.length > 1)
		add('geometry', {
			expected: 'one Point, LineString or Polygon a note',
			found: `a ${type} of ${coordinates.length}`,
			mend: 'Make a note of each; until then the first is drawn.'
		});
	return { type: type.slice('Multi'.length), coordinates: coordinates[0] } as NoteGeometry;
}

/** What is drawn of a geometry, with a note for what its author would not want. */
function drawable(
	geometry: NoteGeometry | null,
	where: Pick<Note, 'file' | 'feature'>,
	notes: Note[]
): NoteGeometry | null {
	const faults: Note[] = [];
	const sound = soundGeometry(geometry, where, faults) as NoteGeometry | null;
	const sized = hasSize(geometry);
	for (const fault of faults)
		notes.push(
			// Of an event's area a ring is drawn in its stead.
			!sized && fault.expected === 'an area'
				? { ...fault, mend: 'Draw its outline, or give a Point; until then its text stands there.' }
				: fault
		);
	if (geometry?.type === 'LineString' && !sized)
		notes.push({
			...where,
			field: 'geometry.coordinates',
			expected: 'a line',
			found: 'positions that all lie at one point',
			mend: 'Draw the line, or give a Point; until then its text stands there.'
		});
	if (sized && geometry?.type === 'Polygon' && geometry.coordinates.some(crosses))
		notes.push({
			...where,
			field: 'geometry.coordinates',
			expected: 'an area whose outline does not cross itself',
			found: 'one that does',
			mend: 'Move the corner that lies on the wrong side. It is drawn, filled whole; its size is not given.'
		});
	return sound;
}

const crosses = (ring: LonLat[]) => crossesItself(ring);

function hasSize(geometry: NoteGeometry | null): boolean {
	if (geometry?.type === 'Polygon') return polygonsOf(geometry).length > 0;
	if (geometry?.type !== 'LineString') return true;
	const [first] = geometry.coordinates;
	return geometry.coordinates.some((at) => at.join() !== first?.join());
}

/** What an author asked to be measured. Of an area that crosses itself nobody knows what is in it. */
function sizeOf(geometry: NoteGeometry | null, add: Add): Pick<AuthorNote, 'measured'> {
	const found = geometry ? measured(geometry) : undefined;
	if (!found) {
		add('properties.measure', {
			expected: 'a line or an area to measure',
			found: geometry ? `a ${geometry.type}` : 'nothing',
			mend: 'Leave "measure" out, or draw what is to be measured.'
		});
		return {};
	}
	const crossed = geometry?.type === 'Polygon' && geometry.coordinates.some(crosses);
	return crossed ? {} : { measured: found };
}

/** What a note is drawn as. Where that does not fit its geometry, the geometry says it. */
function kindOf(kind: NoteKind | undefined, geometry: NoteGeometry | null, add: Add): NoteKind {
	if (!geometry) return 'text';
	const fitting = KINDS[geometry.type];
	if (kind === undefined || fitting.includes(kind)) return kind ?? fitting[0];
	add('properties.kind', {
		expected: `${fitting.join(' or ')}, as the geometry is a ${geometry.type}`,
		found: shown(kind),
		mend: `Correct the one or the other; until then it is drawn as ${fitting[0] === 'text' ? 'text' : `${fitting[0] === 'area' ? 'an' : 'a'} ${fitting[0]}`}.`
	});
	return fitting[0];
}
