import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, parseView, stringifyView } from '../../../src/lib/core/view/codec';
import type { View } from '../../../src/lib/core/view/view';

const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.integer({ min: -100_000, max: 100_000 });
const degrees = (limit: number) =>
	fc.integer({ min: -limit * 10_000, max: limit * 10_000 }).map((n) => n / 10_000);
const known = ['from', 'to', 'event', 'map', 'labels', 'theme'];
const views: fc.Arbitrary<View> = fc
	.record({
		range: fc.tuple(option(day), option(day)),
		event: option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
		map: option(
			fc.record({
				zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
				lat: degrees(90),
				lon: degrees(180)
			})
		),
		labels: option(fc.constantFrom('en', 'hy', 'az', 'ru', 'zh-Hant')),
		theme: option(fc.constantFrom('light' as const, 'dark' as const)),
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
				others: [['asof', '2021-05-14']]
			})
		).toBe('from=2021-05-12&to=2021-05-14&event=lake-sev&map=8/39.6/46.2&asof=2021-05-14');
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
		['theme=pink', 'light or dark'],
		['labels=', 'a language code']
	])('falls back with a note at %s', (query, expected) => {
		const { view, notes } = parseView(query);
		expect(defined(view)).toEqual({ others: [] });
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain(expected);
	});

	it('exchanges a first day after the last one, and says so', () => {
		const { view, notes } = parseView('from=2021-05-14&to=2021-05-12');
		expect([view.from, view.to]).toEqual([18_759, 18_761]);
		expect(notes).toHaveLength(1);
	});

	it('is not read beyond its length', () => {
		const { view, notes } = parseView(`q=${'a'.repeat(MAX_QUERY_LENGTH)}`);
		expect(view.others).toEqual([]);
		expect(notes).toHaveLength(1);
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
