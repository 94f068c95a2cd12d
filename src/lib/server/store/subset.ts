import type { EventRecord } from '../../core/columns/events-file';
import { checkRecords } from '../../core/columns/records';
import type { Dossier, Excerpt } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import type { Answer, ListPage, Missing, Question, Store } from '../../core/store/store';
import { readView, viewOfStep } from '../../core/story/address';
import type { View } from '../../core/view/view';
import { setHome } from './home';

/** A dossier whose events may stand in a store. */
export interface WithStore {
	/** Without events where there is a `store`. */
	dossier: Dossier;
	store?: Store | undefined;
}

export interface Subset {
	/** An ordinary dossier; its `excerpt` says of how many events. */
	dossier: Dossier;
	/** What in the store keeps some of these events out. */
	notes: Note[];
	/** Events that the store cannot reach at the moment: they are not among those counted. */
	missing?: readonly Missing[] | undefined;
}

/** How much of a dossier's events is read, and which. */
export interface SubsetWish {
	/** Most of them. */
	limit: number;
	/** What other dates show too, where all of it is no more than the limit: a slider is to move over it. */
	allDates?: boolean;
	/** Nothing where that is more than the limit: whoever takes part of it for all would be misled. */
	allOrNone?: boolean;
	/** Each step of the view's story. */
	steps?: boolean;
}

/**
 * What an address shows of a dossier, as an ordinary dossier: the first events of its list, the event that it
 * chooses, and what these name. A dossier without a store is given back as it is. Throws DamagedFile where
 * the file's indexes cannot be read, StoreAway.
 * @param query of the address, with or without `?`
 */
export async function subsetOf(
	{ dossier: frame, store }: WithStore,
	query: string,
	wish: SubsetWish
): Promise<Subset> {
	if (!store) return { dossier: frame, notes: [] };
	const asked = await viewIn(frame, store, query);
	const story = wish.steps ? frame.stories.find(({ id }) => id === asked.story) : undefined;
	const views = story?.steps.length
		? story.steps.map((step): View => ({ ...viewOfStep(step), others: [] }))
		: [asked];
	const parts: Part[] = [];
	for (const view of views)
		parts.push(await partOf(store, view, { ...wish, limit: Math.ceil(wish.limit / views.length) }));
	const excerpt = excerptOf(parts);
	if (wish.allOrNone && excerpt.held < excerpt.shown)
		return { dossier: { ...frame, excerpt: { ...excerpt, held: 0 } }, notes: [] };
	const found = parts.flatMap((part) => part.records);
	const damage = parts.flatMap((part) => part.notes);
	const chosen = [asked, ...views].flatMap(({ event }) => event ?? []);
	if (chosen.length > 0) found.push(...(await store.records([...new Set(chosen)])).records);
	// As known on a day, what was not settled by then may have stood at another date or place.
	const { asof } = asked;
	if (asof !== undefined) {
		const loose = await store.unsettled(asof, wish.limit);
		if (loose.total <= wish.limit) found.push(...loose.records);
	}
	const { dossier, notes } = await dossierOf(frame, store, found, asked);
	const missing = parts.find((part) => part.missing?.length)?.missing;
	return {
		dossier: { ...dossier, excerpt },
		notes: [...damage.slice(0, 1), ...notes],
		...(missing && { missing })
	};
}

/** Some records as an ordinary dossier, each once, with what they name and what the view asks for. */
export async function dossierOf(
	frame: Dossier,
	store: Store,
	records: readonly EventRecord[],
	{ sources = [], places = [] }: Partial<Pick<View, 'sources' | 'places'>> = {}
): Promise<Subset> {
	const own = new Set(frame.sources.map(({ id }) => id));
	const told: EventRecord[] = [];
	for (const id of sources) if (!own.has(id)) told.push(...(await store.citing([id], 1)).records);
	const items = told
		.flatMap((record) => record.sources)
		.filter((item) => sources.includes(String((item as { id?: unknown } | null)?.id)));
	const { dossier, notes } = checkRecords(frame, distinct(records), { sources, places, items });
	const ids = new Set(dossier.events.map(({ id }) => id));
	dossier.notes = frame.notes.filter(({ event }) => event === undefined || ids.has(event));
	setHome(dossier, frame);
	return { dossier, notes };
}

function distinct(records: readonly EventRecord[]): EventRecord[] {
	const byId = new Map<unknown, EventRecord>();
	for (const record of records) {
		const id = (record.event as { id?: unknown } | null)?.id ?? record;
		if (!byId.has(id)) byId.set(id, record);
	}
	return [...byId.values()];
}

/** Takes any id for one that is there: whether it is, the store says. */
const ANY = { has: () => true };

/** The view of an address, with the ids of sources alone that the store or the dossier has. */
async function viewIn(frame: Dossier, store: Store, query: string): Promise<View> {
	const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
	const { view } = readView(query, {
		ids: {
			events: ANY,
			sources: ANY,
			types: ids(frame.header.types),
			actors: ids(frame.header.actors),
			places: ids(frame.places)
		},
		stories: frame.stories
	});
	if (!view.sources) return view;
	const own = ids(frame.sources);
	const there: string[] = [];
	for (const id of view.sources)
		if (own.has(id) || (await store.citing([id], 1)).total > 0) there.push(id);
	return { ...view, sources: there.length > 0 ? there : undefined };
}

interface Part {
	records: EventRecord[];
	/** Of the events shown, so many. */
	held: number;
	shown: number;
	total: number;
	/** What other dates show is not among the records. */
	beyond: boolean;
	notes: readonly Note[];
	missing: readonly Missing[] | undefined;
}

/** The first events of a view's list. */
async function partOf(
	store: Store,
	view: View,
	{ limit, allDates = false, allOrNone = false }: SubsetWish
): Promise<Part> {
	const { tallies, candidates, missing } = await store.counts(view, true);
	const all = allDates && candidates <= limit;
	const question: Question = all ? { ...view, from: undefined, to: undefined } : view;
	const none = allOrNone && tallies.shown > limit;
	const page: Answer<ListPage> = none
		? { events: [], more: true }
		: await store.list(question, { limit });
	return {
		records: page.events.flatMap(({ record }) => record ?? []),
		held: none ? 0 : Math.min(limit, all ? candidates : tallies.shown),
		shown: tallies.shown,
		total: tallies.total,
		beyond: allDates && !all,
		notes: page.notes ?? [],
		missing: missing ?? page.missing
	};
}

function excerptOf(parts: readonly Part[]): Excerpt {
	const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
	return {
		held: sum(({ held, shown }) => Math.min(held, shown)),
		shown: sum(({ shown }) => shown),
		total: Math.max(...parts.map(({ total }) => total)),
		...(parts.some(({ beyond }) => beyond) && { datesOnly: true })
	};
}
