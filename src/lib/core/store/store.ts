import type { EventRecord } from '../columns/events-file';
import type { PlaceOutside } from '../columns/outside';
import type { PublisherCount } from '../columns/publishers';
import type { Day } from '../date/day';
import type { DayRange } from '../date/match';
import type { Note } from '../dossier/note';
import type { LonLat } from '../place/geometry';
import type { Box } from '../view/area';
import type { Facets } from '../view/facets';
import type { Tallies } from '../view/filter';
import type { Filters } from '../view/view';

/**
 * A dossier's events, whether they stand in files or in a database. Whoever asks does not know which: the meaning
 * of every answer is that of `core/columns`, and the same questions get the same answers of either. An answer is of the
 * version `rev` and of no other: where the data have become others meanwhile there is none, but StoreAway.
 */
export interface Store {
	/** The data's version: 12 hexadecimal digits, others once an event is another. */
	readonly rev: string;
	/** All events there are. */
	readonly total: number;
	/** What cannot be reached at the moment, of all events; `missing` alone says so. */
	reach(): Promise<Answer<object>>;
	/** What does not hang on a view. */
	overview(): Promise<Answer<Overview>>;
	/** Some events of the list, in its order. */
	list(question: Question, wish: ListWish): Promise<Answer<ListPage>>;
	/**
	 * How many are shown, and how many each option of each filter would show.
	 * @param bare without the options: `facets` is empty
	 */
	counts(question: Question, bare?: boolean): Promise<Answer<Counts>>;
	/**
	 * What passes the filters, whatever its dates, in bins, as `countBins` of core/columns/histogram.ts counts them.
	 * @param edges first day of each bin, rising, and the day after the last; 2 to MOST_EDGES
	 */
	bins(question: Question, edges: readonly Day[]): Promise<Answer<Bins>>;
	/** What is shown in a tile, as a Mapbox Vector Tile; see `tile.ts`. Not compressed; empty where nothing is. */
	tile(question: Question, tile: Square): Promise<Answer<{ bytes: Uint8Array }>>;
	/** Whose sources the claims of the events shown cite: `countPublishers` of core/columns. */
	publishers(question: Question): Promise<Answer<{ publishers: PublisherCount[] }>>;
	/**
	 * The places of what is shown and stands outside a box, `placesOutside` of core/columns: the first of them, and how
	 * many there are.
	 */
	outside(question: Question, box: Box, limit: number): Promise<Answer<Outside>>;
	/**
	 * The records of what something, but not all, was known of on a day: its date or place may have been others then
	 * (`unsettledRows` of core/columns). The first of them, and how many there are.
	 */
	unsettled(day: Day, limit: number): Promise<Answer<{ records: EventRecord[]; total: number }>>;
	/** The records of these events, in this order; what there is not is left out. */
	records(ids: readonly string[]): Promise<Answer<{ records: EventRecord[] }>>;
	/** The first events, in the dossier's order, that cite one of these sources, and how many do. */
	citing(
		sources: readonly string[],
		limit: number
	): Promise<Answer<{ records: EventRecord[]; total: number }>>;
}

/** What a view asks of events. An id that there is not lets nothing through. */
export interface Question extends Filters, DayRange {
	/** Only what had been reported by then, `known` of core/columns: what it says is what is known now. */
	asof?: Day | undefined;
}

export const MOST_EDGES = 2_000;

/** An answer, and what of the events could not be asked: what it counts leaves that out. */
export type Answer<T> = T & {
	missing?: readonly Missing[] | undefined;
	/** What at the store keeps some records out, e.g. a damaged part of its file. */
	notes?: readonly Note[] | undefined;
};

/** Events that cannot be reached at the moment. */
export interface Missing {
	/** First and last day of them, by their own first day; undefined: no bound. */
	from?: Day | undefined;
	to?: Day | undefined;
}

/** A square of the Web-Mercator world: of the 2^z by 2^z at level z, counted from the west and the north; z 0 to MOST_LEVEL. */
export interface Square {
	z: number;
	x: number;
	y: number;
}

export const MOST_LEVEL = 30;

/** Where the list goes on: behind (or before) an event with these days and this id. */
export interface ListPlace {
	/** 1: among those that stand last, since they were over before the dossier's own time. */
	background: 0 | 1;
	/** As in a column: OPEN_BEFORE, OPEN_AFTER. */
	first: Day;
	last: Day;
	id: string;
}

export interface ListWish {
	/** At most so many events, 1 to MOST_LISTED. */
	limit: number;
	/** Those behind this place; undefined: from the first on. */
	after?: ListPlace | undefined;
	/** Those before this place, the nearest of them, in the order of the list all the same. */
	before?: ListPlace | undefined;
	/** Only what stands in one of these squares; 1 to MOST_SQUARES. */
	squares?: readonly Square[] | undefined;
	/** Without the records: ids, places in the list and states alone. */
	bare?: boolean | undefined;
}

export const MOST_LISTED = 20_000;
export const MOST_SQUARES = 64;

export interface Listed extends ListPlace {
	/** Possibly, or certainly inside the dates. */
	match: 'possible' | 'certain';
	/** Where its symbol stands; undefined where it is listed only. */
	at?: LonLat | undefined;
	record?: EventRecord | undefined;
}

export interface ListPage {
	events: Listed[];
	/** Whether there are more in that direction. */
	more: boolean;
}

export interface Counts {
	/** `total` is what was known on the question's day. */
	tallies: Tallies;
	/** What passes all filters, whatever its dates. */
	candidates: number;
	/** Of those shown. */
	certain: number;
	/** Without single sources. What counts 0 may be left out. */
	facets: Facets;
}

export interface Bins {
	/** By id of a type: certain and possible of each bin, `[certain, possible, certain, possible …]`. */
	counts: ReadonlyMap<string, readonly number[]>;
	/** Wholly before the first edge, or behind the last; first and last are ±Infinity where there are none. */
	before: { count: number; first: Day; last: Day };
	after: { count: number; first: Day; last: Day };
	/** Rows that stand at no day. */
	undated: number;
	/** First and last day of any that passes; undefined: none is dated. */
	bounds?: { first: Day; last: Day } | undefined;
}

/** Counts of no option. */
export const NO_FACETS: Facets = {
	types: new Map(),
	status: new Map(),
	places: new Map(),
	actors: new Map(),
	sources: new Map(),
	publishers: new Map(),
	precision: new Map(),
	contested: 0
};

export interface Outside {
	places: PlaceOutside[];
	total: number;
}

export interface Overview {
	/** How many events each option has, whatever is filtered. */
	facets: Facets;
	/** First and last day of any event; undefined: none is dated. */
	bounds?: { first: Day; last: Day } | undefined;
	/** Some spots: what holds these in sight holds all of them, e.g. two corners of their box. Undefined: there are none. */
	spread?: readonly LonLat[] | undefined;
	/** The first day on which anything had been published. */
	firstKnown?: Day | undefined;
}

/** The store does not answer this question, nor will it: what is asked is none, or what it stands on is damaged. */
export class StoreRefusal extends Error {
	override readonly name = 'StoreRefusal';
}

/** The store cannot be asked at all at the moment, e.g. since its database is away. It says why, and no secrets. */
export class StoreAway extends Error {
	override readonly name = 'StoreAway';
}
