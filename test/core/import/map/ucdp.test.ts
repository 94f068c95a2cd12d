import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../src/lib/core/date/day';
import { parseWhen } from '../../../../src/lib/core/date/when';
import { recognise } from '../../../../src/lib/core/import/map';
import type { RowMapper } from '../../../../src/lib/core/import/import';
import { checked, eventOf, refusalOf, rowsOf, sourcesOf, warningsOf } from './mapped';

const COLUMNS =
	'id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high'.split(
		','
	);

const BASE = {
	id: '5001',
	type_of_violence: '1',
	side_a: 'Government of Freedonia',
	side_b: 'Freedonia Front',
	source_article:
		'"Freedonia Wire,2016-01-02,Clashes, again, at the bridge";"The Courier,2016-01-03,Bridge"',
	where_prec: '1',
	where_coordinates: 'Old Bridge village',
	adm_1: 'North Province',
	adm_2: 'Bridge district',
	latitude: '34.5',
	longitude: '36.25',
	country: 'Freedonia',
	event_clarity: '1',
	date_prec: '1',
	date_start: '2016-01-01',
	date_end: '2016-01-01',
	deaths_a: '2',
	deaths_b: '1',
	deaths_civilians: '0',
	deaths_unknown: '1',
	low: '3',
	best: '4',
	high: '6'
};

function mapped(...changes: Partial<typeof BASE>[]) {
	const rows = rowsOf(
		COLUMNS,
		changes.map((change, i) => ({ ...BASE, id: String(5001 + i), ...change }))
	);
	const mapper = recognise(COLUMNS, rows) as RowMapper;
	return { mapper, results: rows.map(mapper.map) };
}
const only = (change: Partial<typeof BASE>) => {
	const { results } = mapped(change);
	const [result] = results;
	if (!result) throw new Error('no row');
	return result;
};

describe('rows of UCDP GED', () => {
	it('are recognised in any order of the columns, in capitals, and as version 5 and 24 name them', () => {
		const columns = COLUMNS.map((name) => name.toUpperCase()).reverse();
		expect(recognise(columns, [])?.dataset).toBe('UCDP GED');
		const renamed = COLUMNS.map((name) =>
			name === 'best'
				? 'best_est'
				: name === 'low'
					? 'low_est'
					: name === 'high'
						? 'high_est'
						: name
		);
		const mapper = recognise(renamed, []) as RowMapper;
		const [row] = rowsOf(COLUMNS, [BASE]);
		if (!row) throw new Error('no row');
		const [claim] = eventOf(mapper.map(row)).properties.claims;
		expect(claim?.figures?.[0]).toMatchObject({ n: 4, min: 3, max: 6 });
	});

	it('are not other tables: one column less that tells, and it is none', () => {
		expect(
			recognise(
				COLUMNS.filter((name) => name !== 'where_prec'),
				[]
			)
		).toBeUndefined();
	});

	it('keep id, place, day, sides and type, and pass the check without a note', () => {
		const { mapper, results } = mapped(
			{},
			{ where_prec: '4', where_coordinates: 'North Province' },
			{ where_prec: '6', where_coordinates: 'Freedonia', adm_1: '', adm_2: '' }
		);
		const { dossier, notes } = checked(mapper, results);
		expect(notes).toEqual([]);
		const [first, second, third] = results.map(eventOf);
		expect(first).toMatchObject({
			id: 'ucdp-5001',
			geometry: { type: 'Point', coordinates: [36.25, 34.5] },
			properties: {
				title: 'State-based conflict, Old Bridge village',
				when: '2016-01-01',
				type: 'state-based-conflict',
				precision: 'exact',
				actors: ['government-of-freedonia', 'freedonia-front']
			}
		});
		const places = new Map(dossier?.places.map((place) => [place.id, place]));
		const names = (id: string | undefined): string[] => {
			const place = places.get(id ?? '');
			return place ? [place.names['en']?.[0] ?? '', ...names(place.within[0])] : [];
		};
		expect(names(first?.properties.place)).toEqual([
			'Old Bridge village',
			'Bridge district',
			'North Province',
			'Freedonia'
		]);
		expect(places.get(first?.properties.place ?? '')?.located).toBe('UCDP GED');
		expect(names(third?.properties.place)).toEqual(['Freedonia']);
		expect(second?.properties.precision).toBe('province');
		// The country stands once, whether it is a place of its own or the end of a chain.
		expect(dossier?.places.filter((place) => place.names['en']?.[0] === 'Freedonia')).toHaveLength(
			1
		);
	});

	it.each([
		['1', 'exact', undefined],
		['2', 'near', 25],
		['3', 'district', undefined],
		['4', 'province', undefined],
		['5', 'region', undefined],
		['6', 'country', undefined],
		['7', 'region', undefined]
	])('have a where_prec of %s as %s', (where_prec, precision, radiusKm) => {
		const { properties } = eventOf(only({ where_prec }));
		expect([properties.precision, properties.radiusKm]).toEqual([precision, radiusKm]);
	});

	it('count a where_prec that the codebook does not have as unknown, and say so', () => {
		for (const where_prec of ['0', '8', '', '1.5', '__proto__', 'constructor']) {
			const result = only({ where_prec });
			expect(eventOf(result).properties.precision).toBe('unknown');
			expect(warningsOf(result).map(({ kind, column }) => [kind, column])).toEqual([
				['code', 'where_prec']
			]);
		}
	});

	it.each([
		['1', '2016-01-05', '2016-01-05', '2016-01-05'],
		['2', '2016-02-28', '2016-03-02', '2016-02-28/2016-03-02'],
		['3', '2016-01-04', '2016-01-10', '2016-01-04/2016-01-10'],
		['4', '2016-02-01', '2016-02-29', '2016-02'],
		['4', '2017-02-01', '2017-02-28', '2017-02'],
		['4', '2016-02-01', '2016-02-28', '2016-02-01/2016-02-28'],
		['5', '2016-01-01', '2016-12-31', '2016'],
		['5', '2016-01-01', '2017-12-31', '2016-01-01/2017-12-31'],
		['1', '2016-01-05 00:00:00.000', '2016-01-05 00:00:00.000', '2016-01-05']
	])(
		'of date_prec %s from %s to %s are at %s, with the same bounds',
		(date_prec, date_start, date_end, when) => {
			const { properties } = eventOf(only({ date_prec, date_start, date_end }));
			expect(properties.when).toBe(when);
			const parsed = parseWhen(properties.when ?? '');
			expect(parsed.ok && [parsed.when.first, parsed.when.last]).toEqual([
				parseDay(date_start.slice(0, 10)),
				parseDay(date_end.slice(0, 10))
			]);
		}
	);

	it('cite each article that can be told apart, and claim nothing of what it says', () => {
		const result = only({});
		const { claims } = eventOf(result).properties;
		expect(claims.map(({ by }) => by)).toEqual([
			'Uppsala Conflict Data Program',
			'Freedonia Wire',
			'The Courier'
		]);
		expect(sourcesOf(result)).toMatchObject([
			{
				title: 'Clashes, again, at the bridge',
				'container-title': 'Freedonia Wire',
				issued: { 'date-parts': [[2016, 1, 2]] }
			},
			{ title: 'Bridge', 'container-title': 'The Courier' }
		]);
		for (const source of sourcesOf(result)) expect(source).not.toHaveProperty('URL');
		expect(new Set(claims.slice(1).map(({ text }) => text)).size).toBe(1);
	});

	it.each([
		['a quote that does not close', '"Freedonia Wire,2016-01-02,Clashes'],
		['two days between commas', '"Freedonia Wire,2016-01-02,2016-01-03,Clashes"'],
		['no day', '"Freedonia Wire, Clashes"'],
		['a day that does not exist', '"Freedonia Wire,2016-02-30,Clashes"'],
		['a semicolon without quotes', 'Freedonia Wire,2016-01-02,Clashes; more'],
		['one sound entry and one that is not', '"Freedonia Wire,2016-01-02,Clashes";"Courier"']
	])('cite the data set alone where a list of articles has %s, and say so', (_, source_article) => {
		const result = only({ source_article });
		expect(eventOf(result).properties.claims).toHaveLength(1);
		expect(sourcesOf(result)).toEqual([]);
		expect(warningsOf(result).map(({ kind }) => kind)).toEqual(['articles']);
	});

	it('give an article that two rows cite one id, also where its headline has entities', () => {
		const { results } = mapped(
			{ source_article: '"Wire,2016-01-02,The &#8220;Front&#8221; says"' },
			{ source_article: '"Wire,2016-01-02,The “Front” says"' },
			{ source_article: '"Wire,2016-01-03,The “Front” says"' }
		);
		const ids = results.flatMap(sourcesOf).map(({ id }) => id);
		expect(ids[0]).toBe(ids[1]);
		expect(ids[2]).not.toBe(ids[0]);
	});

	it('keep a headline’s tags as text', () => {
		const [source] = sourcesOf(only({ source_article: '"Wire,2016-01-02,<b>Bold</b> &lt;i&gt;"' }));
		expect(source?.title).toBe('<b>Bold</b> &lt;i&gt;');
	});

	it('leave out bounds that the best estimate lies outside of, and counts that are none', () => {
		const wide = only({ low: '5', best: '4', high: '6' });
		expect(eventOf(wide).properties.claims[0]?.figures?.[0]).toEqual({
			what: 'killed',
			side: 'all-sides-together',
			n: 4
		});
		expect(warningsOf(wide).map(({ kind }) => kind)).toEqual(['count-range']);
		const none = only({ deaths_a: 'many', best: '-1' });
		expect(warningsOf(none).map(({ kind, column }) => [kind, column])).toEqual([
			['count', 'best'],
			['count', 'deaths_a']
		]);
	});

	it('give no figure where nobody is said to have died', () => {
		const zero = {
			deaths_a: '0',
			deaths_b: '0',
			deaths_unknown: '0',
			low: '0',
			best: '0',
			high: '0'
		};
		expect(eventOf(only(zero)).properties.claims[0]?.figures).toBeUndefined();
	});

	it.each([
		['date_start', { date_start: '2016-02-30' }],
		['date_start', { date_start: '0000-00-00' }],
		['date_start', { date_start: '0016-01-01' }],
		['date_start', { date_start: '022' }],
		['date_start', { date_start: '' }],
		['date_end', { date_end: '2015-12-31' }],
		['date_end', { date_end: '22' }],
		['latitude, longitude', { latitude: '91', longitude: '181' }],
		['latitude, longitude', { latitude: 'north' }],
		['latitude, longitude', { longitude: '' }]
	])('are refused for their %s, with line and how to mend it', (column, change) => {
		const refused = refusalOf(only(change));
		expect(refused).toMatchObject({ line: 2, column });
		expect(refused.mend).not.toBe('');
	});

	it('say both readings of a latitude that is out of range because the two are swapped', () => {
		const refused = refusalOf(only({ latitude: '136.25', longitude: '34.5' }));
		expect(refused.kind).toBe('swapped');
		expect(refused.found).toContain('136.25, 34.5');
		expect(refused.mend).toContain('latitude 34.5, longitude 136.25');
	});

	it('are told apart as probably swapped by the rows of their country alone, and taken as they stand', () => {
		const spots = Array.from({ length: 30 }, (_, i) => ({
			latitude: String(50 + (i % 6)),
			longitude: String(30 + (i % 5))
		}));
		const { results } = mapped(
			...spots,
			{ latitude: '32', longitude: '52' },
			{ latitude: '32', longitude: '52', country: 'Sylvania' }
		);
		expect(results.slice(0, 30).flatMap(warningsOf)).toEqual([]);
		const [swapped, other] = results.slice(30);
		if (!swapped || !other) throw new Error('no rows');
		expect(warningsOf(swapped).map(({ kind }) => kind)).toEqual(['swapped']);
		expect(eventOf(swapped).geometry).toEqual({ type: 'Point', coordinates: [52, 32] });
		expect(warningsOf(other)).toEqual([]);
	});

	it('get the same ids at a second import, whatever the order of the rows', () => {
		const changes = [{}, { adm_2: '' }, { where_coordinates: 'Mill' }, { side_b: 'Others' }];
		const ids = (order: Partial<typeof BASE>[]) => {
			const { mapper } = mapped(...order);
			const { places, actors } = mapper.vocabulary;
			return [...places.map(({ id }) => id), ...actors.map(({ id }) => id)].sort();
		};
		expect(ids(changes.toReversed())).toEqual(ids(changes));
	});

	it('have the year of their newest row, about, as the data set’s day', () => {
		const { mapper } = mapped({}, { date_start: '2018-05-01', date_end: '2018-05-01' }, {});
		expect(mapper.vocabulary.sources[0]?.issued).toEqual({ 'date-parts': [[2018]], circa: true });
	});
});
