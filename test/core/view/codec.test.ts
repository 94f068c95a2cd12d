import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	eventLinks,
	MAX_QUERY_LENGTH,
	parseView,
	stringifyView
} from '../../../src/lib/core/view/codec';
import type { Area } from '../../../src/lib/core/view/area';
import { MAX_TEXT, plainText } from '../../../src/lib/core/view/values';
import {
	FILTERS,
	KNOWN_PRECISIONS,
	STATUSES,
	THEMES,
	type View
} from '../../../src/lib/core/view/view';

const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.integer({ min: -100_000, max: 100_000 });
const degrees = (limit: number) =>
	fc.integer({ min: -limit * 10_000, max: limit * 10_000 }).map((n) => n / 10_000);
const known = [
	...['from', 'to', 'asof', ...FILTERS],
	...['event', 'map', 'labels', 'theme', 'fade', 'lines']
];
const ids = fc
	.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,40}$/), { minLength: 1, maxLength: 8 })
	.map((list) => list.sort());
const lonLat = fc.tuple(degrees(180), degrees(90));
const areas: fc.Arbitrary<Area> = fc.oneof(
	fc
		.tuple(lonLat, lonLat)
		.filter(([a, b]) => a[0] !== b[0] && a[1] < b[1])
		.map(([[west, south], [east, north]]) => ({ kind: 'box' as const, west, south, east, north })),
	fc
		.array(lonLat, { minLength: 3, maxLength: 50 })
		.map((vertices) => ({ kind: 'polygon' as const, vertices }))
);
const views: fc.Arbitrary<View> = fc
	.record({
		range: fc.tuple(option(day), option(day)),
		asof: option(day),
		types: option(ids),
		actors: option(ids),
		sources: option(ids),
		places: option(ids),
		area: option(areas),
		q: option(
			fc
				.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
				.map(plainText)
				.filter((text) => text !== '' && [...text].length <= MAX_TEXT)
		),
		contested: option(fc.constant(true as const)),
		status: option(fc.subarray([...STATUSES], { minLength: 1 })),
		precision: option(fc.constantFrom(...KNOWN_PRECISIONS)),
		only: option(fc.constantFrom('undated' as const, 'unplaced' as const)),
		event: option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
		map: option(
			fc.record({
				zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
				lat: degrees(90),
				lon: degrees(180)
			})
		),
		labels: option(fc.constantFrom('en', 'hy', 'az', 'ru', 'zh-Hant')),
		theme: option(fc.constantFrom(...THEMES)),
		fade: option(fc.constant(true as const)),
		lines: option(fc.constant(true as const)),
		others: fc.array(
			fc.tuple(
				fc.string({ minLength: 1, maxLength: 12 }).filter((key) => !known.includes(key)),
				fc.string({ maxLength: 20 })
			),
			{ maxLength: 3 }
		)
	})
	.map(({ range: [a, b], ...view }) => {
		const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
		return { ...view, from, to };
	});

const defined = (view: View) => JSON.parse(JSON.stringify(view)) as unknown;

describe('the view in the address', () => {
	it('comes back as it was written, unknown keys and all', () => {
		fc.assert(
			fc.property(views, (view) => {
				const { view: read, notes } = parseView(stringifyView(view));
				expect(notes).toEqual([]);
				expect(defined(read)).toEqual(defined(view));
			})
		);
	});

	it('is the same in a link to another event, but for the event', () => {
		fc.assert(
			fc.property(views, option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)), (view, event) => {
				const { view: read, notes } = parseView(eventLinks(view)(event));
				expect(notes).toEqual([]);
				expect(defined(read)).toEqual(defined({ ...view, event }));
			})
		);
	});

	it('is written in one form only', () => {
		fc.assert(
			fc.property(views, (view) => {
				const query = stringifyView(view);
				expect(stringifyView(parseView(query).view)).toBe(query);
			})
		);
	});

	it('is readable', () => {
		expect(
			stringifyView({
				from: 18_759,
				to: 18_761,
				event: 'lake-sev',
				map: { zoom: 8, lat: 39.6, lon: 46.2 },
				others: [['rev', '3f2a']]
			})
		).toBe('from=2021-05-12&to=2021-05-14&event=lake-sev&map=8/39.6/46.2&rev=3f2a');
		expect(
			stringifyView({
				types: ['talks', 'call', 'talks'],
				status: ['confirmed', 'denied'],
				area: { kind: 'box', west: 45, south: 39.12344, east: 47, north: 41 },
				q: '  lake  Sev ',
				others: []
			})
		).toBe('q=lake+Sev&types=call,talks&status=denied,confirmed&area=45,39.1234,47,41');
		expect(stringifyView({ others: [] })).toBe('');
	});

	it.each([
		['from=2021-02-30', 'a day that exists'],
		['from=yesterday', 'a day that exists'],
		['to=2021-5-1', 'a day that exists'],
		['event=<script>', 'the id of an event'],
		['map=8/91/0', 'zoom/latitude/longitude'],
		['map=8/1e9/0', 'zoom/latitude/longitude'],
		['map=NaN/0/0', 'zoom/latitude/longitude'],
		['map=8/39.6', 'zoom/latitude/longitude'],
		['theme=pink', 'light, dark or print'],
		['labels=', 'a language code'],
		['asof=soon', 'a day that exists'],
		['types=', 'ids of types'],
		['types=talks,', 'ids of types'],
		['actors=A', 'ids of actors'],
		['sources=a;b', 'ids of sources'],
		['places=../x', 'ids of places'],
		['area=1,2,3', 'a box west,south,east,north'],
		['area=0,0;1,1', '3 to 50 vertices'],
		[`q=${'a'.repeat(201)}`, 'at most 200 characters'],
		['q=+', 'words to find'],
		['contested=yes', 'expected 1'],
		['status=denied,maybe', 'denied, planned, reported and confirmed'],
		['precision=unknown', 'exact, near, district, province, region or country'],
		['only=all', 'undated or unplaced']
	])('falls back with a note at %s', (query, expected) => {
		const { view, notes } = parseView(query);
		expect(defined(view)).toEqual({ others: [] });
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain(expected);
	});

	it('takes the free fields of a form for what they are', () => {
		expect(parseView('from=&to=&q=')).toEqual({ view: { others: [] }, notes: [] });
	});

	it('exchanges a first day after the last one, and says so', () => {
		const { view, notes } = parseView('from=2021-05-14&to=2021-05-12');
		expect([view.from, view.to]).toEqual([18_759, 18_761]);
		expect(notes).toHaveLength(1);
	});

	it('is not read beyond its length', () => {
		const { view, notes } = parseView(`q=${'a'.repeat(MAX_QUERY_LENGTH)}`);
		expect(view).toEqual({ others: [] });
		expect(notes).toHaveLength(1);
		const longest = `?x=${'a'.repeat(MAX_QUERY_LENGTH - 2)}`;
		expect(parseView(longest).notes).toEqual([]);
	});

	it('never throws, whatever the query', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...known), (text, key) => {
				parseView(text);
				parseView(`${key}=${text}`);
			})
		);
	});
});
