import { formatDay, parseDay } from '../date/day';
import type { MapPosition, View } from './view';

/** One key of the query string. `parse` gives undefined for what it cannot read. */
interface Key<T> {
	parse: (text: string) => T | undefined;
	stringify: (value: T) => string;
	/** What `parse` takes, in words, for the note on a wrong value. */
	expected: string;
}

type Known = Omit<View, 'others'>;
type KeyTable = { [K in keyof Known]-?: Key<NonNullable<View[K]>> };

const ID = /^[a-z0-9-]{1,120}$/;
const day: Key<number> = {
	parse: parseDay,
	stringify: formatDay,
	expected: 'a day that exists, e.g. 2021-05-13'
};

/** Every key of the view, in the order in which the address writes them. */
const KEYS: KeyTable = {
	from: day,
	to: day,
	event: {
		parse: (text) => (ID.test(text) ? text : undefined),
		stringify: (id) => id,
		expected: 'the id of an event'
	},
	map: {
		parse: parsePosition,
		stringify: ({ zoom, lat, lon }) => `${round(zoom, 2)}/${round(lat, 4)}/${round(lon, 4)}`,
		expected: 'zoom/latitude/longitude, e.g. 8/39.6/46.2'
	},
	labels: {
		parse: (text) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text : undefined),
		stringify: (language) => language,
		expected: 'a language code, e.g. hy'
	},
	theme: {
		parse: (text) => (text === 'light' || text === 'dark' ? text : undefined),
		stringify: (theme) => theme,
		expected: 'light or dark'
	}
};

/** Longest query string that is read or written, in characters. */
export const MAX_QUERY_LENGTH = 8_000;

/** A sentence on a key that could not be taken as it stands. */
export type ViewNote = string;

/** The view of a query string. Wrong values fall back to the default, each with a note; never throws. */
export function parseView(query: string): { view: View; notes: ViewNote[] } {
	if (query.length > MAX_QUERY_LENGTH)
		return {
			view: { others: [] },
			notes: [`The address is longer than ${MAX_QUERY_LENGTH} characters; it was not read.`]
		};
	const view: Record<string, unknown> = {};
	const others: [string, string][] = [];
	const notes: ViewNote[] = [];
	for (const [key, text] of new URLSearchParams(query)) {
		if (!Object.hasOwn(KEYS, key)) {
			others.push([key, text]);
			continue;
		}
		const { parse, expected } = KEYS[key as keyof Known];
		const value = parse(text);
		if (value === undefined)
			notes.push(`“${key}=${text.slice(0, 60)}” was left out: expected ${expected}.`);
		else view[key] = value;
	}
	const read = { ...view, others } as View;
	if (read.from !== undefined && read.to !== undefined && read.from > read.to) {
		[read.from, read.to] = [read.to, read.from];
		notes.push('“from” lay after “to”; the two were exchanged.');
	}
	return { view: read, notes };
}

/** The query string of a view, without `?`; empty where all is at its default. */
export function stringifyView(view: View): string {
	const params = new URLSearchParams();
	for (const key of Object.keys(KEYS) as (keyof Known)[]) {
		const value = view[key];
		if (value !== undefined) params.append(key, (KEYS[key] as Key<typeof value>).stringify(value));
	}
	for (const [key, text] of view.others) params.append(key, text);
	// Both are allowed in a query (RFC 3986, 3.4) and read better bare.
	return params.toString().replace(/%2C/g, ',').replace(/%2F/g, '/');
}

function parsePosition(text: string): MapPosition | undefined {
	const parts = text.split('/');
	const [zoom, lat, lon] = parts.map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : NaN));
	if (parts.length !== 3 || zoom === undefined || lat === undefined || lon === undefined)
		return undefined;
	const inRange = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
	return inRange ? { zoom, lat, lon } : undefined;
}

function round(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
