import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, ownMapper, previewMapping } from '../../../../src/lib/core/import/map';
import { TARGETS, type Mapping, type TableRow } from '../../../../src/lib/core/import/import';
import { checked, eventOf, refusalOf, rowsOf, sourcesOf, warningsOf } from './mapped';

const COLUMNS = [
	'id',
	'title',
	'date',
	'end',
	'lat',
	'lon',
	'type',
	'place',
	'precision',
	'actors',
	'text',
	'url',
	'headline',
	'outlet',
	'published'
];
const MAPPING: Mapping = {
	columns: {
		id: 'id',
		title: 'title',
		date: 'date',
		end: 'end',
		lat: 'lat',
		lon: 'lon',
		type: 'type',
		place: 'place',
		precision: 'precision',
		actors: 'actors',
		text: 'text',
		'source-url': 'url',
		'source-title': 'headline',
		'source-publisher': 'outlet',
		'source-date': 'published'
	},
	dateOrder: 'dmy',
	decimal: '.',
	dataset: { title: 'Bridges watched', publisher: 'Bridge Watch', issued: '2022-01-31' }
};
const BASE: Record<string, string> = {
	id: 'b1',
	title: 'Bridge closed',
	date: '13/05/2021',
	lat: '50.5',
	lon: '30.25',
	type: 'Road closed',
	place: 'Old Bridge',
	actors: 'Council; Police',
	text: 'The bridge was closed.',
	url: 'https://courier.example/bridge',
	headline: 'Bridge shut',
	outlet: 'The Courier',
	published: '14/05/2021'
};

function mapped(records: Record<string, string>[], mapping: Partial<Mapping> = {}) {
	const mapper = ownMapper({ ...MAPPING, ...mapping }, COLUMNS);
	return { mapper, results: rowsOf(COLUMNS, records).map(mapper.map) };
}
const only = (change: Record<string, string>, mapping: Partial<Mapping> = {}) => {
	const [result] = mapped([{ ...BASE, ...change }], mapping).results;
	if (!result) throw new Error('no row');
	return result;
};

describe('rows of a table that somebody has mapped', () => {
	it('become events with their sources, and pass the check without a note', () => {
		const { mapper, results } = mapped([
			BASE,
			{ ...BASE, id: 'b2', url: '', headline: '', outlet: '' }
		]);
		expect(checked(mapper, results).notes).toEqual([]);
		const [first, second] = results;
		if (!first || !second) throw new Error('no rows');
		expect(eventOf(first)).toMatchObject({
			id: 'b1',
			geometry: { coordinates: [30.25, 50.5] },
			properties: {
				title: 'Bridge closed',
				when: '2021-05-13',
				type: 'road-closed',
				precision: 'near',
				actors: ['council', 'police'],
				claims: [{ by: 'The Courier', stance: 'reports', text: 'The bridge was closed.' }]
			}
		});
		expect(sourcesOf(first)).toMatchObject([
			{ title: 'Bridge shut', issued: { 'date-parts': [[2021, 5, 14]] }, URL: BASE['url'] }
		]);
		// Without a source of its own the data set is cited, and its publisher speaks.
		expect(eventOf(second).properties.claims).toMatchObject([
			{ by: 'Bridge Watch', source: 'bridges-watched' }
		]);
		expect(sourcesOf(second)).toEqual([]);
	});

	it('with no more than a date and a position are listed by the data set, in words that say so', () => {
		const mapper = ownMapper(
			{ ...MAPPING, columns: { date: 'date', lat: 'lat', lon: 'lon' } },
			COLUMNS
		);
		const [row] = rowsOf(COLUMNS, [BASE]);
		if (!row) throw new Error('no row');
		const result = mapper.map(row);
		expect(eventOf(result).properties).toMatchObject({
			title: 'Event',
			claims: [{ text: 'Listed in Bridges watched.' }]
		});
		expect(warningsOf(result).map(({ kind }) => kind)).toEqual(['no-id']);
	});

	it.each([
		['50,5', '30,25', ',' as const],
		['50.5', '30.25', '.' as const],
		['+50.5', '30.25e0', '.' as const]
	])('have %s and %s as degrees where the decimal mark is %s', (lat, lon, decimal) => {
		expect(eventOf(only({ lat, lon }, { decimal })).geometry).toEqual({
			type: 'Point',
			coordinates: [30.25, 50.5]
		});
	});

	it('have a column of points as latitude and longitude both', () => {
		const columns = { ...MAPPING.columns, lat: 'text', lon: 'text' };
		for (const text of [
			'POINT (30.25 50.5)',
			'point(30.25 50.5)',
			'POINT Z (30.25 50.5 12)',
			'SRID=4326;POINT(30.25 50.5)'
		])
			expect(eventOf(only({ text }, { columns })).geometry).toEqual({
				type: 'Point',
				coordinates: [30.25, 50.5]
			});
		expect(eventOf(only({ text: 'POINT EMPTY' }, { columns })).geometry).toBeNull();
		expect(refusalOf(only({ text: 'LINESTRING (1 2, 3 4)' }, { columns })).kind).toBe('position');
	});

	it('without a position are listed; with half of one they are refused', () => {
		const { geometry, properties } = eventOf(only({ lat: '', lon: '' }));
		expect([geometry, properties.precision]).toEqual([null, 'unknown']);
		expect(refusalOf(only({ lat: '' })).kind).toBe('position');
	});

	it.each([
		['90', '180', undefined],
		['-90', '-180', undefined],
		['0', '0', 'zero-position'],
		['0', '30', undefined]
	])('at the edge of the range, %s and %s, are taken (warning: %s)', (lat, lon, kind) => {
		const result = only({ lat, lon });
		expect(eventOf(result).geometry).toEqual({
			type: 'Point',
			coordinates: [Number(lon), Number(lat)]
		});
		expect(warningsOf(result).map((fault) => fault.kind)).toEqual(kind ? [kind] : []);
	});

	it.each([
		['date', { date: '31/02/2021' }, 'date'],
		['date', { date: '0000-00-00' }, 'date'],
		['date', { date: '44329' }, 'date-serial'],
		['end', { end: '12/05/2021' }, 'date'],
		['lat, lon', { lat: '90.01' }, 'swapped'],
		['lat, lon', { lat: '200', lon: '200' }, 'position'],
		['lat, lon', { lat: '0x10' }, 'position'],
		['lat, lon', { lat: 'Infinity' }, 'position'],
		['lat, lon', { lat: '50,5' }, 'position'],
		['lat, lon', { lat: '50.5 N' }, 'position']
	])('are refused for %s: %o', (column, change, kind) => {
		expect(refusalOf(only(change))).toMatchObject({ line: 2, column, kind });
	});

	it('ask for the order of the date rather than guess it', () => {
		expect(refusalOf(only({ date: '03/04/2021' }, { dateOrder: undefined })).kind).toBe(
			'date-order'
		);
		expect(eventOf(only({ date: '03/04/2021' })).properties.when).toBe('2021-04-03');
	});

	it('have no link but http and https, and no day of publication that is none', () => {
		const result = only({ url: 'javascript:alert(1)', published: 'soon' });
		expect(JSON.stringify(eventOf(result))).not.toContain('javascript');
		expect(sourcesOf(result)[0]).not.toHaveProperty('URL');
		expect(warningsOf(result).map(({ kind }) => kind)).toEqual(['link', 'source-date']);
	});

	it('keep markup as text, and cut what is longer than the format holds, and say so', () => {
		expect(eventOf(only({ title: '<b>Bridge</b>' })).properties.title).toBe('<b>Bridge</b>');
		const long = only({ title: 'x'.repeat(2_001), text: 'y'.repeat(20_001) });
		const { title, claims } = eventOf(long).properties;
		expect([title.length, claims[0]?.text.length]).toEqual([2_000, 20_000]);
		expect(warningsOf(long).map(({ kind, column }) => [kind, column])).toEqual([
			['cut', 'title'],
			['cut', 'text']
		]);
	});

	it('of more types than a vocabulary has are refused', () => {
		const records = Array.from({ length: 1_001 }, (_, i) => ({
			...BASE,
			id: `b${i}`,
			type: `T${i}`
		}));
		const { results } = mapped(records);
		expect(results.filter((result) => 'refused' in result)).toHaveLength(1);
		const last = results.at(-1);
		if (!last) throw new Error('no row');
		expect(refusalOf(last)).toMatchObject({ column: 'type', kind: 'types' });
	});

	it('keep two names apart that make one slug', () => {
		const { mapper, results } = mapped([
			{ ...BASE, actors: 'A.B', type: 'C D', place: 'Town' },
			{ ...BASE, id: 'b2', actors: 'a b|A-B', type: 'C-D', place: 'town' }
		]);
		expect(checked(mapper, results).notes).toEqual([]);
		expect(mapper.vocabulary.actors).toHaveLength(3);
		expect(mapper.vocabulary.types).toHaveLength(2);
		expect(mapper.vocabulary.places).toHaveLength(2);
	});

	it('pass the check whatever their cells hold, but for HTML in them and days of publication that are missing', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.constantFrom(
				'',
				' ',
				'__proto__',
				'constructor',
				'2021-05-13',
				'13/05/2021',
				'50',
				'-0',
				'\u202eabc',
				'\u202e',
				'exact',
				'https://a.example/1',
				'https://',
				'=1+1',
				';|;',
				'\u0000'
			)
		);
		// Dates and positions that hold, mostly: otherwise every row would be refused.
		const row = fc
			.tuple(
				fc.array(cell, { minLength: 15, maxLength: 15 }),
				fc.constantFrom('13/05/2021', '2021', ''),
				fc.constantFrom('50', '91', '')
			)
			.map(([cells, date, degrees]) =>
				cells.with(2, date).with(3, '').with(4, degrees).with(5, degrees)
			);
		let kept = 0;
		fc.assert(
			fc.property(fc.array(row, { maxLength: 6 }), (cells) => {
				const mapper = ownMapper(MAPPING, COLUMNS);
				const results = cells
					.map((row, i): TableRow => ({ line: i + 2, cells: row }))
					.map(mapper.map);
				const ids = new Set<string>();
				const unlike = results.filter((result) => {
					if ('refused' in result) return false;
					const isNew = !ids.has(result.event.id);
					ids.add(result.event.id);
					return isNew;
				});
				kept += unlike.length;
				const { notes } = checked(mapper, unlike);
				expect(
					notes.filter(({ expected, field }) => expected !== 'plain text' && field !== 'issued')
				).toEqual([]);
			}),
			{ numRuns: 300 }
		);
		expect(kept).toBeGreaterThan(300);
	});
});

describe('the guess which column is which', () => {
	const guess = (columns: string[], ...cells: string[][]) =>
		guessMapping(
			columns,
			cells.map((row, i) => ({ line: i + 2, cells: row }))
		);

	it('knows the usual names in any letters', () => {
		const { mapping, questions } = guess(
			['Event ID', 'Headline', 'EVENT_DATE', 'Latitude', 'Lng', 'URL'],
			['1', 'A', '2021-05-13', '50.5', '30.5', 'https://a.example']
		);
		expect(mapping.columns).toEqual({
			id: 'Event ID',
			title: 'Headline',
			date: 'EVENT_DATE',
			lat: 'Latitude',
			lon: 'Lng',
			'source-url': 'URL'
		});
		expect([mapping.dateOrder, mapping.decimal, questions]).toEqual(['ymd', '.', []]);
	});

	it.each([
		[['13/05/2021', '03/04/2021'], 'dmy', 0],
		[['05/13/2021', '03/04/2021'], 'mdy', 0],
		[['03/04/2021', '12/12/2021'], undefined, 1],
		[['13/05/2021', '05/13/2021'], undefined, 1],
		[['2021-05-13'], 'ymd', 0],
		[['13.05.2021'], 'dmy', 0]
	])('has the order of %j as %s', (dates, order, asked) => {
		const { mapping, questions } = guess(
			['title', 'date', 'lat', 'lon'],
			...dates.map((date) => ['A', date, '1', '2'])
		);
		expect(mapping.dateOrder).toBe(order);
		expect(questions).toHaveLength(asked);
	});

	it('sees decimal commas and columns of points', () => {
		expect(guess(['title', 'date', 'y', 'x'], ['A', '2021', '50,5', '30,5']).mapping.decimal).toBe(
			','
		);
		const { columns } = guess(['title', 'date', 'geom'], ['A', '2021', 'POINT (1 2)']).mapping;
		expect([columns.lat, columns.lon]).toEqual(['geom', 'geom']);
	});

	it('asks for what it does not find, and maps no column twice', () => {
		const { mapping, questions } = guess(['foo', 'bar']);
		expect(mapping.columns).toEqual({});
		expect(questions).toHaveLength(3);
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'id',
						'date',
						'time',
						'start',
						'end',
						'name',
						'event',
						'type',
						'source',
						'text',
						'x',
						'y',
						'__proto__',
						''
					)
				),
				(names) => {
					const used = Object.values(guess(names).mapping.columns);
					expect(new Set(used).size).toBe(used.length);
				}
			)
		);
	});

	it('is shown on the first rows, with what becomes of each', () => {
		const columns = ['title', 'date', 'lat', 'lon'];
		const rows = rowsOf(columns, [
			{ title: 'A', date: '2021-05-13', lat: '1', lon: '2' },
			{ title: 'B', date: '022', lat: '1', lon: '2' }
		]);
		const { mapping } = guessMapping(columns, rows);
		const preview = previewMapping(mapping, columns, rows);
		expect(preview.map(({ line, fields }) => [line, fields.title])).toEqual([
			[2, 'A'],
			[3, 'B']
		]);
		expect(preview.map(({ result }) => 'event' in result)).toEqual([true, false]);
		expect(
			Object.keys(preview[0]?.fields ?? {}).every((key) =>
				(TARGETS as readonly string[]).includes(key)
			)
		).toBe(true);
	});
});
