import { cut } from '../text';
import { formatArea, parseArea } from './area';
import {
	anyOf,
	day,
	flag,
	idOf,
	idsOf,
	off,
	oneOf,
	position,
	searchText,
	type Key
} from './values';
import { EMBED_PARTS, KNOWN_PRECISIONS, STATUSES, THEMES, type View } from './view';

type Known = Omit<View, 'others' | 'base'>;
type KeyTable = { [K in keyof Known]-?: Key<NonNullable<View[K]>> };

/** Every key of the view, in the order in which the address writes them. */
const KEYS: KeyTable = {
	from: day,
	to: day,
	asof: day,
	q: searchText,
	types: idsOf('types'),
	status: anyOf(STATUSES),
	contested: flag,
	precision: oneOf(KNOWN_PRECISIONS),
	places: idsOf('places'),
	area: {
		parse: parseArea,
		stringify: formatArea,
		expected: 'a box west,south,east,north or a polygon lon,lat;lon,lat;… of 3 to 50 vertices'
	},
	actors: idsOf('actors'),
	sources: idsOf('sources'),
	only: oneOf(['undated', 'unplaced']),
	event: idOf('an event'),
	map: position,
	labels: {
		parse: (text) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text : undefined),
		stringify: (language) => language,
		expected: 'a language code, e.g. hy'
	},
	theme: oneOf(THEMES),
	fade: flag,
	lines: flag,
	notes: off,
	ui: anyOf(EMBED_PARTS),
	rev: {
		parse: (text) => (/^[0-9a-f]{12}$/.test(text) ? text : undefined),
		stringify: (rev) => rev,
		expected: 'the 12 hexadecimal digits of a dossier’s content hash'
	},
	story: idOf('a story'),
	step: idOf('a step of the story')
};

/** Longest query string that is read or written, in characters without its `?`. */
export const MAX_QUERY_LENGTH = 8_000;

/** Whether a query string, with or without `?`, is longer than any view's. */
export function isTooLong(query: string): boolean {
	return query.replace(/^\?/, '').length > MAX_QUERY_LENGTH;
}

/** Whether a key of a query string is one of the view's. */
export const isViewKey = (key: string): boolean => Object.hasOwn(KEYS, key);

/** A sentence on a key that could not be taken as it stands. */
export type ViewNote = string;

/**
 * The view of a query string, by itself: `readView` knows what a story's step adds to it. Wrong values fall
 * back to the default, each with a note; never throws.
 */
export function parseView(query: string): { view: View; notes: ViewNote[] } {
	if (isTooLong(query))
		return {
			view: { others: [] },
			notes: [`The address is longer than ${MAX_QUERY_LENGTH} characters; it was not read.`]
		};
	return readKeys(new URLSearchParams(query));
}

/** The same of keys that have been taken apart, however many. */
export function readKeys(keys: URLSearchParams): { view: View; notes: ViewNote[] } {
	const view: Record<string, unknown> = {};
	const others: [string, string][] = [];
	const notes: ViewNote[] = [];
	for (const [key, text] of keys) {
		if (!Object.hasOwn(KEYS, key)) {
			others.push([key, text]);
			continue;
		}
		const { parse, expected, mayBeEmpty } = KEYS[key as keyof Known];
		if (mayBeEmpty && text === '') continue;
		const value = parse(text);
		if (value === undefined)
			notes.push(`“${key}=${cut(text, 60)}” was left out: expected ${expected}.`);
		else view[key] = value;
	}
	const read = { ...view, others } as View;
	if (read.from !== undefined && read.to !== undefined && read.from > read.to) {
		[read.from, read.to] = [read.to, read.from];
		notes.push('“from” lay after “to”; the two were exchanged.');
	}
	return { view: read, notes };
}

/**
 * The query string of a view, without `?`; empty where all is at its default. It may be longer than
 * MAX_QUERY_LENGTH: whoever lets somebody choose that much has to refuse it.
 */
export function stringifyView(view: View): string {
	return eventLinks(view)(view.event);
}

/**
 * The query string of a view with one event or another chosen, as `stringifyView` gives it. All but the
 * event is written once, for a list of many links.
 */
export function eventLinks(view: View): (event: string | undefined) => string {
	const keys = Object.keys(KEYS) as (keyof Known)[];
	const at = keys.indexOf('event');
	const { base } = view;
	const before = written(view, keys.slice(0, at), [], base);
	const after = written(view, keys.slice(at + 1), view.others, base);
	return (event) =>
		[before, written({ event }, ['event'], [], base), after].filter(Boolean).join('&');
}

/** @param base what holds where nothing is written: what it has and the view has not is written empty */
function written(
	view: Partial<Known>,
	keys: readonly (keyof Known)[],
	others: View['others'],
	base: Partial<Known> = {}
): string {
	const params = new URLSearchParams();
	for (const key of keys) {
		const text = textOf(view, key);
		if (text !== textOf(base, key)) params.append(key, text ?? '');
	}
	for (const [key, text] of others) params.append(key, text);
	// All are allowed in a query (RFC 3986, 3.4) and read better bare.
	return params.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3B/g, ';');
}

function textOf(view: Partial<Known>, key: keyof Known): string | undefined {
	const value = view[key];
	return value === undefined ? undefined : (KEYS[key] as Key<typeof value>).stringify(value);
}
