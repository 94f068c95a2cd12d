import { mendEvents, readEvents, readItems, type DossierFile } from '../dossier/check';
import { mendDirections } from '../dossier/directions';
import type { Dossier, Place, Source } from '../dossier/dossier';
import { MAX_DEPTH, withoutRefusedKeys } from '../dossier/json';
import type { Note } from '../dossier/note';
import { withAncestors } from '../place/within';
import { EVENTS_FILE, type EventRecord } from './events-file';

/** What else of a dossier a part of it is to hold, whether its events name it or not. */
export interface Wanted {
	sources?: readonly string[] | undefined;
	places?: readonly string[] | undefined;
	/** CSL items that other records carry. */
	items?: readonly unknown[] | undefined;
}

/**
 * Some records as an ordinary dossier: their events, in the order of the dossier, and of the sources and
 * places those that they name. They are checked as events.geojson is: what is sound, and a note for each
 * fault. Never throws.
 * @param frame the dossier without events; it is not changed
 */
export function checkRecords(
	frame: Dossier,
	records: readonly EventRecord[],
	wanted: Wanted = {}
): { dossier: Dossier; notes: Note[] } {
	const notes: Note[] = [];
	const features = sound(
		records.map(({ event }) => event),
		'events.geojson',
		notes
	);
	const items = sound(
		distinctItems([...records, { event: undefined, sources: wanted.items ?? [] }]),
		'sources.json',
		notes
	);
	const { seasons } = frame.header;
	const { events, claimNumber } = readEvents({ features }, seasons, notes);
	const known = indexOf(frame);
	const own = readItems(items, seasons, notes).filter(({ id }) => !known.sources.has(id));
	const claims = events.flatMap((event) => event.claims);
	const cited = [...claims.map(({ source }) => source), ...(wanted.sources ?? [])];
	const shared = cited.flatMap((id) => known.sources.get(id) ?? known.byAddress.get(id) ?? []);
	const named = [
		...events.flatMap(({ place, concerns }) => [place, ...concerns]),
		...claims.map(({ place }) => place),
		...(wanted.places ?? [])
	].flatMap((id) => (id === undefined ? [] : known.chainOf(id)));
	const dossier: Dossier = {
		...frame,
		// A type that the vocabulary lacks joins it here alone.
		header: { ...frame.header, types: [...frame.header.types] },
		sources: [...new Set(shared), ...own],
		places: [...new Set(named)].flatMap((id) => known.places.get(id) ?? []),
		events
	};
	mendEvents(dossier, claimNumber, notes);
	return { dossier, notes: notes.filter(isOfRecords).map(inFile) };
}

/** The CSL items of some records, each id once: several events cite one article. */
function distinctItems(records: readonly EventRecord[]): unknown[] {
	const items = new Map<unknown, unknown>();
	for (const { sources } of records)
		for (const item of sources) {
			const id = (item as { id?: unknown } | null)?.id ?? item;
			if (!items.has(id)) items.set(id, item);
		}
	return [...items.values()];
}

/** What is nested deeper than any event or source is left out, and so are keys and signs that do harm. */
function sound(values: unknown[], file: DossierFile, notes: Note[]): unknown[] {
	const flat = values.filter((value) => {
		if (!isDeeper(value, MAX_DEPTH)) return true;
		notes.push({
			file,
			expected: `JSON nested at most ${MAX_DEPTH} deep`,
			found: 'a record that is deeper',
			mend: 'Remove the needless nesting, and import again; it was left out.'
		});
		return false;
	});
	withoutRefusedKeys(file, flat, notes);
	mendDirections(file, flat, notes);
	return flat;
}

/** Whether anything lies within more arrays and objects than this. It goes no deeper itself, however deep they are. */
function isDeeper(value: unknown, depth: number): boolean {
	if (depth < 0) return true;
	if (typeof value !== 'object' || value === null) return false;
	for (const key in value)
		if (isDeeper((value as Record<string, unknown>)[key], depth - 1)) return true;
	return false;
}

/** What is at fault in the frame itself is told where that is read. */
const isOfRecords = ({ file }: Note) => file === 'events.geojson' || file === 'sources.json';
const inFile = (note: Note): Note => ({ ...note, file: EVENTS_FILE });

interface FrameIndex {
	sources: ReadonlyMap<string, Source>;
	byAddress: ReadonlyMap<string | undefined, Source>;
	places: ReadonlyMap<string, Place>;
	chainOf: (id: string) => readonly string[];
}

const indexes = new WeakMap<Dossier, FrameIndex>();

function indexOf(frame: Dossier): FrameIndex {
	const known = indexes.get(frame);
	if (known) return known;
	const made: FrameIndex = {
		sources: new Map(frame.sources.map((source) => [source.id, source])),
		byAddress: new Map(frame.sources.map((source) => [source.url, source])),
		places: new Map(frame.places.map((place) => [place.id, place])),
		chainOf: withAncestors(frame.places)
	};
	indexes.set(frame, made);
	return made;
}
