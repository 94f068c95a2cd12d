import { PRECISIONS } from '../dossier/precisions';
import type { Precision } from '../dossier/schema';
import type { Facets } from '../view/facets';
import { COLUMNS, type ColumnName } from '../view/table';
import {
	MOST_EDGES,
	MOST_LEVEL,
	type Answer,
	type Bins,
	type Counts,
	type ListPlace,
	type Overview,
	type Square
} from './store';

/** The answers of a store as JSON, and what is asked besides the view as values of an address. */

type Counted = readonly (readonly [string, number])[];
type WireFacets = Record<ColumnName | 'precision', Counted> & { contested: number };
/** A day, or null for none: JSON knows no infinity. */
type WireDay = number | null;
type WireBeside = { count: number; first: WireDay; last: WireDay };

export type WireCounts = Omit<Counts, 'facets'> & { facets: WireFacets };
export type WireOverview = Omit<Overview, 'facets'> & { facets: WireFacets };
export type WireBins = Omit<Bins, 'counts' | 'before' | 'after'> & {
	counts: readonly (readonly [string, readonly number[]])[];
	before: WireBeside;
	after: WireBeside;
};

export const wireCounts = (counts: Answer<Counts>): Answer<WireCounts> => ({
	...counts,
	facets: wireFacets(counts.facets)
});
export const countsOf = (wire: Answer<WireCounts>): Answer<Counts> => ({
	...wire,
	facets: facetsOf(wire.facets)
});

export const wireOverview = (overview: Answer<Overview>): Answer<WireOverview> => ({
	...overview,
	facets: wireFacets(overview.facets)
});
export const overviewOf = (wire: Answer<WireOverview>): Answer<Overview> => ({
	...wire,
	facets: facetsOf(wire.facets)
});

export const wireBins = (bins: Answer<Bins>): Answer<WireBins> => ({
	...bins,
	counts: [...bins.counts],
	before: wireBeside(bins.before),
	after: wireBeside(bins.after)
});
export const binsOf = (wire: Answer<WireBins>): Answer<Bins> => ({
	...wire,
	counts: new Map(wire.counts),
	before: besideOf(wire.before),
	after: besideOf(wire.after)
});

function wireFacets(facets: Facets): WireFacets {
	const some = (counts: ReadonlyMap<string, number>) =>
		[...counts].filter(([, count]) => count > 0);
	const lists = COLUMNS.map((name) => [name, some(facets[name])] as const);
	return {
		...(Object.fromEntries(lists) as unknown as Record<ColumnName, Counted>),
		precision: [...facets.precision],
		contested: facets.contested
	};
}

function facetsOf(wire: WireFacets): Facets {
	const lists = COLUMNS.map((name) => [name, new Map(wire[name])] as const);
	return {
		...(Object.fromEntries(lists) as unknown as Pick<Facets, ColumnName>),
		precision: new Map(
			wire.precision.filter((one): one is [Precision, number] =>
				(PRECISIONS as readonly string[]).includes(one[0])
			)
		),
		contested: wire.contested
	};
}

const wireDay = (day: number): WireDay => (Number.isFinite(day) ? day : null);
const wireBeside = ({ count, first, last }: Bins['before']): WireBeside => ({
	count,
	first: wireDay(first),
	last: wireDay(last)
});
const besideOf = ({ count, first, last }: WireBeside): Bins['before'] => ({
	count,
	first: first ?? Infinity,
	last: last ?? -Infinity
});

/** `0.18750.18750.an-id`: a place in the list. */
export const formatPlace = ({ background, first, last, id }: ListPlace): string =>
	`${background}.${first}.${last}.${id}`;

const PLACE = /^([01])\.(-?\d{1,10})\.(-?\d{1,10})\.([a-z0-9-]{1,200})$/;

/** Undefined for what is no place. */
export function parsePlace(text: string): ListPlace | undefined {
	const [, background, first, last, id] = PLACE.exec(text) ?? [];
	if (id === undefined) return undefined;
	const days = { first: Number(first), last: Number(last) };
	const isDay = (day: number) => day >= -(2 ** 31) && day < 2 ** 31;
	if (!isDay(days.first) || !isDay(days.last)) return undefined;
	return { background: background === '1' ? 1 : 0, ...days, id };
}

/** `5/18/12`: a square. */
export const formatSquare = ({ z, x, y }: Square): string => `${z}/${x}/${y}`;

/** Undefined for what is no square of the world. */
export function parseSquare(text: string): Square | undefined {
	const [, z, x, y] = /^(\d{1,2})\/(\d{1,10})\/(\d{1,10})$/.exec(text) ?? [];
	const square = { z: Number(z), x: Number(x), y: Number(y) };
	const side = 2 ** square.z;
	return square.z <= MOST_LEVEL && square.x < side && square.y < side ? square : undefined;
}

/** Rising days as the first and the steps from each to the next, alike ones together: `18750.31.28.7*52`. */
export function formatEdges(edges: readonly number[]): string {
	let text = String(edges[0] ?? '');
	for (let i = 1; i < edges.length;) {
		const step = (edges[i] as number) - (edges[i - 1] as number);
		let times = 1;
		while ((edges[i + times] as number) - (edges[i + times - 1] as number) === step) times++;
		text += times === 1 ? `.${step}` : `.${step}*${times}`;
		i += times;
	}
	return text;
}

/** Undefined for what is none, or has more than MOST_EDGES. */
export function parseEdges(text: string): number[] | undefined {
	if (!/^-?\d{1,10}(\.[1-9]\d{0,9}(\*[1-9]\d{0,3})?)+$/.test(text)) return undefined;
	const [first, ...steps] = text.split('.') as [string, ...string[]];
	const edges = [Number(first)];
	for (const step of steps) {
		const [days, times = '1'] = step.split('*') as [string, string?];
		if (edges.length + Number(times) > MOST_EDGES) return undefined;
		for (let i = 0; i < Number(times); i++) edges.push((edges.at(-1) as number) + Number(days));
	}
	return edges.every((day) => Math.abs(day) < 2 ** 31) ? edges : undefined;
}
