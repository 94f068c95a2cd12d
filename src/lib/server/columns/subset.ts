import type { EventsFile } from '../../core/columns/events-file';
import { unsettledRows } from '../../core/columns/as-of';
import type { Columns } from '../../core/columns/columns';
import { checkRecords } from '../../core/columns/records';
import { searchRows } from '../../core/columns/search';
import type { Day } from '../../core/date/day';
import type { Dossier, Excerpt } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import { readView, viewOfStep } from '../../core/story/address';
import type { View } from '../../core/view/view';
import { setHome } from './home';
import { engineOf, type OpenEvents } from './open';
import { soundRecords } from './records';

/** A dossier whose events may stand in events.dateline. */
export interface WithEvents {
	/** Without events where there are `events`. */
	dossier: Dossier;
	events?: OpenEvents | undefined;
}

export interface Subset {
	/** An ordinary dossier; its `excerpt` says of how many events. */
	dossier: Dossier;
	/** What in the file keeps some of these events out. */
	notes: Note[];
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
 * chooses, and what these name. A dossier without columns is given back as it is. Throws DamagedFile where
 * the file's indexes cannot be read.
 * @param query of the address, with or without `?`
 */
export async function subsetOf(
	{ dossier: frame, events }: WithEvents,
	query: string,
	wish: SubsetWish
): Promise<Subset> {
	if (!events) return { dossier: frame, notes: [] };
	const asked = await viewIn(frame, events.file, query);
	const story = wish.steps ? frame.stories.find(({ id }) => id === asked.story) : undefined;
	const views = story?.steps.length
		? story.steps.map((step): View => ({ ...viewOfStep(step), others: [] }))
		: [asked];
	const parts: Part[] = [];
	for (const view of views)
		parts.push(
			await rowsOf(frame, events, view, { ...wish, limit: Math.ceil(wish.limit / views.length) })
		);
	const excerpt = excerptOf(parts);
	if (wish.allOrNone && excerpt.held < excerpt.shown)
		return { dossier: { ...frame, excerpt: { ...excerpt, held: 0 } }, notes: [] };
	const rows = new Set(parts.flatMap((part) => [...part.rows]));
	for (const { event } of [asked, ...views]) {
		const row = event === undefined ? undefined : await events.file.rowOf(event);
		if (row !== undefined) rows.add(row);
	}
	// As known on a day, what was not settled by then may have stood at another date or place.
	const { asof } = asked;
	const loose = asof === undefined ? [] : unsettledRows(events.columns, asof);
	if (loose.length <= wish.limit) for (const row of loose) rows.add(row);
	const { dossier, notes } = await dossierOf(frame, events, [...rows], asked);
	return { dossier: { ...dossier, excerpt }, notes };
}

/** Some rows as an ordinary dossier, with what they name and what the view asks for. */
export async function dossierOf(
	frame: Dossier,
	{ file }: Pick<OpenEvents, 'file'>,
	rows: readonly number[],
	{ sources = [], places = [] }: Partial<Pick<View, 'sources' | 'places'>> = {}
): Promise<Subset> {
	const citing: number[] = [];
	for (const id of sources) {
		const [row] = frame.sources.some((source) => source.id === id)
			? []
			: await file.rowsCiting([id]);
		if (row !== undefined) citing.push(row);
	}
	const { records, damage } = await soundRecords(file, rows);
	const told = await soundRecords(file, citing);
	const items = told.records
		.flatMap((record) => record.sources)
		.filter((item) => sources.includes(String((item as { id?: unknown } | null)?.id)));
	const { dossier, notes } = checkRecords(frame, records, { sources, places, items });
	const ids = new Set(dossier.events.map(({ id }) => id));
	dossier.notes = frame.notes.filter(({ event }) => event === undefined || ids.has(event));
	setHome(dossier, frame);
	return { dossier, notes: [...(damage ? [damage] : []), ...notes] };
}

/** Takes any id for one that is there: whether it is, the file says. */
const ANY = { has: () => true };

/** The view of an address, with the ids of sources alone that the file or the dossier has. */
async function viewIn(frame: Dossier, file: EventsFile, query: string): Promise<View> {
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
		if (own.has(id) || (await file.rowsCiting([id])).length > 0) there.push(id);
	return { ...view, sources: there.length > 0 ? there : undefined };
}

interface Part {
	rows: Uint32Array;
	shown: number;
	total: number;
	/** What other dates show is not among the rows. */
	beyond: boolean;
}

/** The first rows of a view's list. */
async function rowsOf(
	frame: Dossier,
	{ file, columns }: OpenEvents,
	view: View,
	{ limit, allDates = false }: SubsetWish
): Promise<Part> {
	const { filter, names } = engineOf(frame, columns);
	const { q, sources, asof } = view;
	const withWords =
		q === undefined
			? undefined
			: await searchRows(columns, names, q, (word, wrong) => file.rowsWithWord(word, wrong));
	const found = {
		sources: sources && (await file.rowsCiting(sources)),
		q: asof === undefined ? withWords : knownRows(columns, asof, withWords)
	};
	const filtered = filter(view, found);
	const { list, candidates } = filtered;
	const all = allDates && candidates <= limit;
	const rows = all ? filter({ ...view, from: undefined, to: undefined }, found).list : list;
	return {
		rows: rows.rowsFrom(0, limit),
		shown: list.length,
		total: asof === undefined ? columns.length : knownRows(columns, asof).length,
		beyond: allDates && !all
	};
}

/** Of these rows, or of all, those of which something was known on a day. */
function knownRows(
	{ length, known }: Columns,
	asof: Day,
	rows: Uint32Array = Uint32Array.from({ length }, (_, row) => row)
): Uint32Array {
	return rows.filter((row) => (known[row] as number) <= asof);
}

function excerptOf(parts: readonly Part[]): Excerpt {
	const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
	return {
		held: sum(({ rows, shown }) => Math.min(rows.length, shown)),
		shown: sum(({ shown }) => shown),
		total: Math.max(...parts.map(({ total }) => total)),
		...(parts.some(({ beyond }) => beyond) && { datesOnly: true })
	};
}
