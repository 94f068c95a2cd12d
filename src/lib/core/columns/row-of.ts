import { parseWhen, type Hemisphere, type When } from '../date/when';
import type { DossierEvent, EventClaim, Place, Source } from '../dossier/dossier';
import {
	PRECISIONS,
	type CslItem,
	type EventFeature,
	type Geometry,
	type Precision
} from '../dossier/schema';
import { statusOf } from '../dossier/status';
import { pointOf } from '../place/geometry';
import { withAncestors } from '../place/within';
import { heldDay, NOWHERE, OPEN_AFTER, OPEN_BEFORE, PER_DEGREE, statusNumber } from './columns';
import type { Dictionaries, EventRow, RowNumbers } from './row';
import { sourceReader, type SourceFacts } from './row-sources';
import { wordFinder } from './row-words';

/** What rows are made against: the dossier's vocabulary and places, and the sources of sources.json. */
export interface RowContext {
	/** Ids of the types, in the order of dossier.json; others join behind them. */
	types: readonly string[];
	/** Ids of the actors; a Set may still grow while rows are made. */
	actors: Iterable<string>;
	/** Or what answers for places that are still coming in: each is there before a row that names it. */
	places: readonly Place[] | PlaceLookup;
	seasons: Hemisphere;
	/** The item of sources.json that has an id or a web address; without it there are none. */
	sourceOf?: (name: string) => CslItem | undefined;
}

/** Which ids are places', and what each lies within: itself, then the others. */
export interface PlaceLookup {
	has: (id: string) => boolean;
	chainOf: (id: string) => readonly string[];
}

/** An event as it stands in events.geojson; what is given there as `null` or left out may be so here. */
export type RowFeature = Omit<EventFeature, 'properties' | 'geometry'> & {
	geometry?: Geometry | null | undefined;
	properties: Omit<EventFeature['properties'], 'when' | 'concerns' | 'actors'> &
		Partial<Pick<EventFeature['properties'], 'when' | 'concerns' | 'actors'>>;
};

export interface RowMaker {
	/**
	 * @param event a sound one: as the schema of events.geojson has it, ids that lead somewhere
	 * @param sources those of its claims' CSL items that the context does not have
	 */
	rowOf: (event: RowFeature, sources: readonly CslItem[]) => EventRow;
	/** The same without its words: the texts that it is found by are put at the end of `texts`. */
	numbersOf: (event: RowFeature, sources: readonly CslItem[], texts: string[]) => RowNumbers;
	/** What the numbers of all rows so far stand for; grows with them. */
	dictionaries: Dictionaries;
}

/** Dates that are kept as read. */
const KEPT_DATES = 1 << 16;

/**
 * Makes rows of events, of the same meaning as `columnsOf` (from-dossier.ts). Dates, places, sources and words
 * are kept as they were read before: events of a table share most of them.
 */
export function rowMaker(context: RowContext): RowMaker {
	const { seasons } = context;
	const types = interned(context.types);
	const places = interned();
	const actors = interned();
	const publishers = interned();
	const knownActors: ReadonlySet<string> =
		context.actors instanceof Set ? context.actors : new Set(context.actors);
	const knownPlaces = 'chainOf' in context.places ? context.places : lookupOf(context.places);
	const dates = new Map<string, When | null>();
	const factsOf = sourceReader(seasons);
	const wordsOf = wordFinder();

	const whenOf = (text: string): When | null => {
		let when = dates.get(text);
		if (when === undefined) {
			const parsed = parseWhen(text, seasons);
			when = parsed.ok ? parsed.when : null;
			if (dates.size > KEPT_DATES) dates.clear();
			dates.set(text, when);
		}
		return when;
	};

	/** Numbers of a place and of all that it lies in. */
	const chains = new Map<string, readonly number[]>();
	const chainNumbers = (place: string): readonly number[] => {
		let chain = chains.get(place);
		if (chain === undefined) {
			if (!knownPlaces.has(place)) return [];
			const known = knownPlaces.chainOf(place).filter((outer) => knownPlaces.has(outer));
			chain = known.map(places.number);
			chains.set(place, chain);
		}
		return chain;
	};

	const sourceOf = (name: string, sources: readonly CslItem[]): CslItem | undefined => {
		for (const item of sources) if (item.URL === name || factsOf(item).id === name) return item;
		return context.sourceOf?.(name);
	};

	function numbersOf(
		{ id, geometry, properties }: RowFeature,
		sources: readonly CslItem[],
		texts: string[]
	): RowNumbers {
		const { claims, title, summary } = properties;
		const when = properties.when ? whenOf(properties.when) : null;
		const precision = properties.precision ?? 'unknown';
		const [lon, lat] = positionOf(geometry, precision);
		texts.push(title);
		if (summary !== undefined) texts.push(summary);
		const cited: string[] = [];
		const facts: (SourceFacts | undefined)[] = [];
		const placeNumbers: number[] = [];
		const actorNumbers: number[] = [];
		const publisherNumbers: number[] = [];
		let known = Infinity;
		let settled = -Infinity;
		const putPlace = (place: string | undefined) => {
			if (place === undefined) return;
			for (const number of chainNumbers(place)) put(placeNumbers, number);
		};
		putPlace(properties.place);
		for (const actor of properties.actors ?? [])
			if (knownActors.has(actor)) put(actorNumbers, actors.number(actor));
		for (const claim of claims) {
			const item = sourceOf(claim.source, sources);
			const fact = item && factsOf(item);
			facts.push(fact);
			const day = fact?.known ?? Infinity;
			if (day < known) known = day;
			if (day > settled) settled = day;
			put(cited, fact?.id ?? claim.source);
			put(publisherNumbers, publishers.number(fact?.publisher ?? ''));
			if (claim.place !== undefined) putPlace(claim.place);
			if (knownActors.has(claim.by)) put(actorNumbers, actors.number(claim.by));
			texts.push(claim.text);
			if (item && !texts.includes(item.title)) texts.push(item.title);
		}
		const { status, contested } = standing(properties.claims, facts);
		return {
			id,
			first: when ? heldDay(when.first) : OPEN_AFTER,
			last: when ? heldDay(when.last) : OPEN_AFTER,
			possibleFirst: when ? heldDay(when.possibleFirst) : OPEN_BEFORE,
			possibleLast: when ? heldDay(when.possibleLast) : OPEN_AFTER,
			sure: when !== null && !when.doubtful,
			lon,
			lat,
			type: types.number(properties.type),
			precision: PRECISIONS.indexOf(precision),
			status,
			contested,
			known: heldDay(known),
			settled: heldDay(settled),
			places: placeNumbers,
			actors: actorNumbers,
			publishers: publisherNumbers,
			sources: cited
		};
	}

	return {
		rowOf: (event, sources) => {
			const texts: string[] = [];
			return { ...numbersOf(event, sources, texts), words: wordsOf(texts) };
		},
		numbersOf,
		dictionaries: {
			types: types.ids,
			places: places.ids,
			actors: actors.ids,
			publishers: publishers.ids
		}
	};
}

function lookupOf(places: readonly Place[]): PlaceLookup {
	const ids = new Set(places.map(({ id }) => id));
	return { has: (id) => ids.has(id), chainOf: withAncestors(places) };
}

/** Appends what a short list does not have yet. */
function put<T>(list: T[], value: T): void {
	if (!list.includes(value)) list.push(value);
}

function interned(begin: readonly string[] = []): {
	ids: string[];
	number: (id: string) => number;
} {
	const ids = [...begin];
	const numbers = new Map(ids.map((id, number) => [id, number]));
	const number = (id: string) => {
		let found = numbers.get(id);
		if (found === undefined) {
			found = ids.length;
			ids.push(id);
			numbers.set(id, found);
		}
		return found;
	};
	return { ids, number };
}

function positionOf(
	geometry: Geometry | null | undefined,
	precision: Precision
): [lon: number, lat: number] {
	const at = precision === 'unknown' ? undefined : pointOf(geometry ?? null);
	return at ? [Math.round(at[0] * PER_DEGREE), Math.round(at[1] * PER_DEGREE)] : [0, NOWHERE];
}

const [DENIED, PLANNED, REPORTED] = (['denied', 'planned', 'reported'] as const).map(
	statusNumber
) as [number, number, number];

/** What `statusOf` says; of one claim by itself it is known from its stance. */
function standing(
	claims: EventFeature['properties']['claims'],
	facts: readonly (SourceFacts | undefined)[]
): { status: number; contested: boolean } {
	const [only] = claims;
	if (only && claims.length === 1) {
		const { stance } = only;
		const status = stance === 'denies' ? DENIED : stance === 'announces' ? PLANNED : REPORTED;
		return { status, contested: false };
	}
	const sources = new Map<string, Source>();
	const named = claims.map((claim, i) => {
		const fact = facts[i];
		const source = fact?.id ?? claim.source;
		if (fact) sources.set(source, { published: fact.published } as Source);
		return { ...claim, source } as unknown as EventClaim;
	});
	// Whether a plan is overdue is no column: the day does not matter.
	const event = { claims: named, when: null } as unknown as DossierEvent;
	const { status, contested } = statusOf(event, sources, 0);
	return { status: statusNumber(status), contested };
}
