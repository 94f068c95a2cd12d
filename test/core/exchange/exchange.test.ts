import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../../src/lib/core/date/when';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { toCsv, inert } from '../../../src/lib/core/exchange/csv';
import { toGeoJson } from '../../../src/lib/core/exchange/geojson';
import { toKml } from '../../../src/lib/core/exchange/kml';
import { exportView } from '../../../src/lib/core/exchange/view';
import { syntheticDossier } from '../view/synthetic';
import { syntheticFiles } from '../../synthetic/dossier';
import { trickyText } from '../cite/samples';

const TODAY = 18_900;
const HOME = 'https://maps.example/synthetic';
const dossier = syntheticDossier(60, 5);
const view = (query: string, of = dossier) => exportView(of, query, TODAY, HOME);
const QUERIES = ['', 'from=2021-05-01&to=2021-09-30', 'asof=2021-08-01', 'types=type-1,type-2'];

/** RFC 4180 by its grammar. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, comma, quoted, bare, end] of text
		.replace(/^\ufeff/, '')
		.matchAll(/(,)|"((?:[^"]|"")*)"|([^",\r\n]+)|(\r\n)/g)) {
		const row = rows.at(-1) as string[];
		if (row.length === 0 && end === undefined) row.push('');
		if (comma) row.push('');
		else if (end) rows.push([]);
		else row[row.length - 1] += quoted?.replace(/""/g, '"') ?? bare ?? '';
	}
	rows.pop();
	return rows;
}

function records(text: string): Record<string, string>[] {
	const [names = [], ...rows] = readCsv(text);
	return rows.map((row) => {
		expect(row.length).toBe(names.length);
		return Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']));
	});
}

interface Read {
	features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
	dateline: { shown: number; sources: { number: number; id: string }[]; notes: string[] };
}
const geojson = (query: string, of = dossier) => JSON.parse(toGeoJson(view(query, of))) as Read;

/** A dossier whose first events have these titles. */
function titled(titles: readonly string[]): Dossier {
	const files = syntheticFiles({ events: titles.length, seed: 2 });
	const { features } = files['events.geojson'] as {
		features: { properties: { title: string; when: string } }[];
	};
	features.forEach(({ properties }, i) => {
		properties.title = titles[i] as string;
		properties.when = `2021-03-${String(i + 10)}`;
	});
	const bytes = Object.entries(files).map(([name, content]) => [
		name,
		new TextEncoder().encode(JSON.stringify(content))
	]);
	const { dossier } = checkDossier('synthetic', Object.fromEntries(bytes));
	if (!dossier) throw new Error('nothing sound');
	return dossier;
}
const anyTitles = fc.array(trickyText, { minLength: 1, maxLength: 5 });

describe('every export', () => {
	it.each(QUERIES)('of “%s” has what the view shows, numbered and matched alike', (query) => {
		const { numbering } = view(query);
		const expected = numbering.events.map(({ event, number, match }) => [event.id, number, match]);
		expect(expected.length).toBeGreaterThan(3);
		const features = geojson(query).features;
		expect(
			features.map(({ id, properties }) => [id, properties['number'], properties['match']])
		).toEqual(expected);
		expect(
			records(toCsv(view(query))).map(({ id, number, match }) => [id, Number(number), match])
		).toEqual(expected);
		const marks = [...toKml(view(query)).matchAll(/<Placemark id="event-(.*?)">\n<name>(\d+)\./g)];
		expect(marks.map(([, id, number]) => [id, Number(number)])).toEqual(
			expected.map(([id, number]) => [id, number])
		);
	});

	it('writes the derived status, as of the day asked for', () => {
		for (const query of QUERIES) {
			const { statusOf, numbering } = view(query);
			const derived = numbering.events.map(({ event }) => statusOf(event));
			expect(geojson(query).features.map(({ properties }) => properties)).toMatchObject(derived);
			expect(records(toCsv(view(query)))).toMatchObject(
				derived.map((status) => ({
					status: status.status,
					contested: String(status.contested),
					overdue: String(status.overdue)
				}))
			);
		}
	});

	it('bounds a doubtful day by the days about it, and an open one not at all', () => {
		const whens = ['2021-05-13~', '2021-05', '../2021-05-14', null];
		const made = titled(['a', 'b', 'c', 'd']);
		made.events.forEach((event, i) => {
			const parsed = parseWhen(whens[i] ?? '');
			event.when = parsed.ok ? parsed.when : null;
		});
		expect(
			geojson('', made).features.map(({ properties }) => [
				properties['when'],
				properties['earliest'],
				properties['latest']
			])
		).toEqual([
			['2021-05-13~', '2021-05-12', '2021-05-14'],
			['2021-05', '2021-05-01', '2021-05-31'],
			['../2021-05-14', null, '2021-05-14'],
			[null, null, null]
		]);
		const kml = toKml(view('', made));
		expect(kml).toContain('<TimeSpan><begin>2021-05-12</begin><end>2021-05-14</end></TimeSpan>');
		expect(kml).toContain('<TimeSpan><end>2021-05-14</end></TimeSpan>');
		expect(kml.match(/<TimeSpan>/g)?.length).toBe(3);
	});

	it('places nothing that the sources place nowhere', () => {
		const unknown = new Set(
			dossier.events.filter(({ precision }) => precision === 'unknown').map(({ id }) => id)
		);
		expect(unknown.size).toBeGreaterThan(3);
		for (const { id, geometry } of geojson('').features)
			expect(geometry === null, id).toBe(unknown.has(id));
		for (const { id, longitude } of records(toCsv(view(''))))
			expect(longitude === '', id).toBe(unknown.has(id as string));
	});
});

describe('GeoJSON', () => {
	it('can be a dossier’s events again: the same events come out of it', () => {
		const files = syntheticFiles({ events: 60, seed: 5 });
		const { dossier: again, notes } = checkDossier('synthetic', {
			...Object.fromEntries(
				Object.entries(files).map(([name, content]) => [
					name,
					new TextEncoder().encode(JSON.stringify(content))
				])
			),
			'events.geojson': new TextEncoder().encode(toGeoJson(view('')))
		});
		expect(notes).toEqual([]);
		const drawn = dossier.events.map((event) =>
			event.precision === 'unknown' ? { ...event, geometry: null } : event
		);
		expect(JSON.parse(JSON.stringify(again?.events))).toEqual(JSON.parse(JSON.stringify(drawn)));
	});

	it('winds outer rings counterclockwise and holes clockwise', () => {
		const clockwise = [
			[0, 0],
			[0, 4],
			[4, 4],
			[4, 0],
			[0, 0]
		] as [number, number][];
		const made = titled(['a']);
		const [event] = made.events;
		if (!event) throw new Error('no event');
		event.precision = 'region';
		event.geometry = { type: 'Polygon', coordinates: [clockwise, clockwise.toReversed()] };
		const [feature] = geojson('', made).features;
		expect(feature?.geometry).toEqual({
			type: 'Polygon',
			coordinates: [clockwise.toReversed(), clockwise]
		});
	});

	it('numbers its sources as the view does, whatever numbers they have of their own', () => {
		const sources = dossier.sources.map((source, i) => ({
			...source,
			csl: { ...source.csl, number: `R-${i}` }
		}));
		const { dateline } = geojson('', { ...dossier, sources });
		expect(dateline.sources.length).toBeGreaterThan(3);
		expect(dateline.sources.map(({ number, id }) => [id, number])).toEqual(
			view('').numbering.sources.map(({ source, number }) => [source.csl.id, number])
		);
	});

	it('says what of the address was left out', () => {
		const { dateline, features } = geojson('from=2021-02-30&types=type-1,nothing');
		expect(dateline.notes.length).toBe(2);
		expect(features.length).toBe(dateline.shown);
	});
});

describe('CSV', () => {
	it('gives every title back, and begins no cell with what a spreadsheet runs', () => {
		fc.assert(
			fc.property(anyTitles, (titles) => {
				const made = titled(titles);
				for (const [i, row] of records(toCsv(view('', made))).entries()) {
					const title = row['title'] as string;
					expect(title).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
					expect(title.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/, '')).toBe(made.events[i]?.title);
				}
			})
		);
	});

	it('leaves what is harmless alone, and can be undone', () => {
		expect(inert("Azerbaijan's reply, at 10 − 3")).toBe("Azerbaijan's reply, at 10 − 3");
		expect(inert('=1+1')).toBe("'=1+1");
		expect(inert("'=1+1")).toBe("''=1+1");
		expect(inert('＝1+1')).toBe("'＝1+1");
	});

	it('has the address of a source at the place of its number, and none where there is none', () => {
		const bare = new Set(dossier.sources.filter((_, i) => i % 2 === 0));
		const sources = dossier.sources.map((source) =>
			bare.has(source) ? { ...source, url: undefined } : source
		);
		const of = { ...dossier, sources };
		const urls = new Map(
			view('', of).numbering.sources.map((item) => [item.number, item.source.url])
		);
		let mixed = 0;
		for (const row of records(toCsv(view('', of)))) {
			const numbers = row['sources']?.split(' | ').filter(Boolean).map(Number) ?? [];
			const expected = numbers.map((number) => urls.get(number) ?? '');
			if (new Set(expected.map(Boolean)).size === 2) mixed++;
			expect(row['sourceUrls']).toBe(expected.some(Boolean) ? expected.join(' | ') : '');
		}
		expect(mixed).toBeGreaterThan(3);
	});

	it('keeps a formula in its quotes where cells are parted at semicolons', () => {
		const text = toCsv(view('', titled(['a;=cmd|x!A1'])));
		expect(text).toContain('"a;=cmd|x!A1"');
	});

	it('keeps coordinates as numbers, negative ones too', () => {
		const numbers = records(toCsv(view(''))).map(({ longitude }) => longitude as string);
		expect(numbers.some((text) => text.startsWith('-'))).toBe(true);
		for (const text of numbers) expect(text).toMatch(/^(-?\d+(\.\d+)?)?$/);
	});
});

describe('KML', () => {
	it('has ids that XML allows, each once, whatever the events are called', () => {
		const ids = ['2021-05-12-harbour', '-walk-out', 'armed', 'event-armed', '7'];
		const named = titled(ids);
		named.events.forEach((event, i) => (event.id = ids[i] as string));
		const text = toKml(view('', named));
		const found = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
		// An NCName (Namespaces in XML 1.0), of the letters that ids here are made of.
		for (const id of found) expect(id).toMatch(/^[A-Za-z_][A-Za-z0-9._-]*$/);
		expect(new Set(found).size).toBe(found.length);
		for (const id of ids) expect(found).toContain(`event-${id}`);
	});
	it('says whom it is owed to and under which licence, and nothing where a dossier says nothing', () => {
		const described = (header: Partial<Dossier['header']>) => {
			const dossier = titled(['plain']);
			const text = toKml(view('', { ...dossier, header: { ...dossier.header, ...header } }));
			return /<description>(.*?)<\/description>/s.exec(text)?.[1];
		};
		const owed = { attribution: 'The Harbour Survey.', licence: 'CC-BY-4.0' };
		expect(described(owed)).toContain('The Harbour Survey · Licence: CC-BY-4.0');
		expect(described({ attribution: undefined, licence: undefined })).not.toContain('Licence');
	});
	it('has nothing in it but its own elements, whatever the titles say', () => {
		const own = new Set(
			[...toKml(view('', titled(['plain']))).matchAll(/<\/?([\w?]+)/g)].map(([, name]) => name)
		);
		fc.assert(
			fc.property(anyTitles, (titles) => {
				const text = toKml(view('', titled(titles)));
				for (const [, name] of text.matchAll(/<\/?([^\s>/]+)/g)) expect(own).toContain(name);
				expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
				// A description is HTML to those who show it: unescaped once, it has paragraphs alone.
				for (const [, html = ''] of text.matchAll(/<description>(.*?)<\/description>/gs)) {
					const once = html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
					for (const [mark] of once.matchAll(/<[^>]*>/g)) expect(mark).toMatch(/^<\/?p>$/);
				}
			})
		);
	});
});
