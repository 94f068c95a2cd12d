import { EVENTS_FILE } from '../../core/columns/events-file';
import { checkRecords } from '../../core/columns/records';
import { mendEvents, type Frame } from '../../core/dossier/check';
import type { Dossier } from '../../core/dossier/dossier';
import { shown, type Note } from '../../core/dossier/note';
import { checkNotes, mendNoteReferences } from '../../core/notes/check';
import { fitted, OPENING_PANE } from '../../core/picture/opening';
import type { Store } from '../../core/store/store';
import { readStories } from '../../core/story/check';

/** Most events and sources that are looked up for what notes and stories say of them. */
const MOST_NAMED = 2_000;

/**
 * The dossier whose events stand in a store: all but these. Its notes and stories are held
 * against the events that they name, its vocabulary has every type of theirs, and its map opens where all
 * events are in sight, unless dossier.json says where.
 */
export async function completeFrame(
	{ dossier, notes, read }: Frame,
	store: Store
): Promise<Dossier> {
	const { header } = dossier;
	dossier.notes = checkNotes(read('notes.geojson'), header.seasons, notes);
	const told = read('story.json');
	if (read('events.geojson') !== undefined) noteSecond(notes);
	mendEvents(dossier, (_, index) => index, notes);
	const { facets, spread = [] } = await store.overview();
	addTypes(dossier, [...facets.types.keys()], notes);
	const map = header.openingView.map ?? fitted(spread, OPENING_PANE);
	header.openingView = { ...header.openingView, map };

	const named = await namedIn(dossier, told, store);
	const sources = [...dossier.sources, ...named.sources.filter(({ id }) => !has(dossier, id))];
	mendNoteReferences(dossier.notes, named.events, sources, notes);
	dossier.stories = readStories(told, { ...dossier, events: named.events, sources }, notes);
	return dossier;
}

const has = ({ sources }: Dossier, id: string) => sources.some((source) => source.id === id);

/** The events and sources that notes and stories name, as far as they are there. */
async function namedIn(dossier: Dossier, told: unknown, store: Store): Promise<Dossier> {
	const text = told === undefined ? '' : JSON.stringify(told);
	const inText = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id ?? '');
	const events = new Set([
		...dossier.notes.flatMap(({ event }) => event ?? []),
		...inText(/\bevent=([a-z0-9-]+)/g)
	]);
	const sources = new Set(
		inText(/\bsources=([a-z0-9,%-]+)/gi).flatMap((ids) => ids.split(/,|%2c/i))
	);
	const { records } = await store.records([...events].slice(0, MOST_NAMED));
	for (const id of [...sources].slice(0, MOST_NAMED))
		records.push(...(await store.citing([id], 1)).records);
	return checkRecords(dossier, records, { sources: [...sources] }).dossier;
}

function noteSecond(notes: Note[]): void {
	notes.push({
		file: 'events.geojson',
		expected: `no second file with events beside ${EVENTS_FILE}`,
		found: 'one',
		mend: `Remove the one that is out of date; until then only ${EVENTS_FILE} is read.`
	});
}

/** A type that dossier.json does not list is added under its id, as for any other event. */
function addTypes({ header }: Dossier, types: readonly string[], notes: Note[]): void {
	const known = new Set(header.types.map(({ id }) => id));
	for (const id of types) {
		if (known.has(id)) continue;
		notes.push({
			file: EVENTS_FILE,
			field: 'properties.type',
			expected: 'an id that stands in dossier.json’s types',
			found: shown(id),
			mend: 'Add it to dossier.json’s types, or correct the id.'
		});
		header.types.push({ id, label: id, role: 'word', incident: false });
	}
}
