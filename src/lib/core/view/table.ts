import type { Dossier, DossierEvent } from '../dossier/dossier';
import { PRECISIONS } from '../dossier/schema';
import type { Status } from '../dossier/status';
import { symbolPoint } from '../place/precision';
import { withAncestors } from '../place/within';
import { searchOf, type Search } from './search';

/** The values that events have for one filter, by number: row i is values[starts[i]] to values[starts[i+1]-1]. */
export interface Column {
	/** What each number stands for. */
	ids: readonly string[];
	starts: Uint32Array;
	values: Uint32Array;
}

/** What the filters ask of a dossier's events, worked out once. Rows are in the order of the events. */
export interface EventTable {
	events: readonly DossierEvent[];
	columns: Record<ColumnName, Column>;
	/** Place of the event's precision in PRECISIONS: 0 is the finest. */
	precision: Uint8Array;
	contested: Uint8Array;
	/**
	 * Four numbers a row, in days: the first and the last that are possible, and those between which a range has
	 * to hold the event for it to be certainly inside – infinite where it never is.
	 */
	dates: Float64Array;
	undated: Uint8Array;
	unplaced: Uint8Array;
	search: Search;
}

export const COLUMNS = ['types', 'status', 'places', 'actors', 'sources', 'publishers'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/**
 * The table of a dossier. An event's places are its own and its claims', with all that they lie
 * within; its actors are those who take part and those who make a claim.
 */
export function eventTable(
	dossier: Dossier,
	statusOf: (event: DossierEvent) => Status
): EventTable {
	const { events } = dossier;
	const chainOf = withAncestors(dossier.places);
	const actors = new Set(dossier.header.actors.map(({ id }) => id));
	const publishers = new Map(dossier.sources.map(({ id, publisher }) => [id, publisher]));
	const statuses = events.map(statusOf);
	const flags = (test: (event: DossierEvent) => boolean) =>
		Uint8Array.from(events, (event) => Number(test(event)));
	return {
		events,
		columns: {
			types: column(events, ({ type }) => [type]),
			status: column(events, (_, i) => [statuses[i]?.status as string]),
			places: column(events, ({ place, claims }) =>
				[place, ...claims.map((claim) => claim.place)].flatMap((id) =>
					id === undefined ? [] : chainOf(id)
				)
			),
			actors: column(events, (event) => [
				...event.actors,
				...event.claims.map(({ by }) => by).filter((by) => actors.has(by))
			]),
			sources: column(events, ({ claims }) => claims.map(({ source }) => source)),
			publishers: column(events, ({ claims }) =>
				claims.map(({ source }) => publishers.get(source) ?? '')
			)
		},
		precision: Uint8Array.from(events, ({ precision }) => PRECISIONS.indexOf(precision)),
		contested: Uint8Array.from(statuses, ({ contested }) => Number(contested)),
		dates: datesOf(events),
		undated: flags(({ when }) => !when),
		unplaced: flags((event) => !symbolPoint(event)),
		search: searchOf(dossier)
	};
}

function datesOf(events: readonly DossierEvent[]): Float64Array {
	const dates = new Float64Array(4 * events.length);
	events.forEach(({ when }, i) => {
		const sure = when && !when.doubtful ? [when.first, when.last] : [-Infinity, Infinity];
		dates.set([when?.possibleFirst ?? -Infinity, when?.possibleLast ?? Infinity, ...sure], 4 * i);
	});
	return dates;
}

/** The column of what events have for one filter, each value once a row. */
export function column(
	events: readonly DossierEvent[],
	idsOf: (event: DossierEvent, i: number) => readonly string[]
): Column {
	const numbers = new Map<string, number>();
	const starts = new Uint32Array(events.length + 1);
	const values: number[] = [];
	events.forEach((event, i) => {
		for (const id of new Set(idsOf(event, i))) {
			const number = numbers.get(id) ?? numbers.size;
			numbers.set(id, number);
			values.push(number);
		}
		starts[i + 1] = values.length;
	});
	return { ids: [...numbers.keys()], starts, values: Uint32Array.from(values) };
}
