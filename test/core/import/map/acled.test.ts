import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/lib/core/date/day';
import { parseWhen } from '../../../../src/lib/core/date/when';
import { recognise } from '../../../../src/lib/core/import/map';
import type { RowMapper } from '../../../../src/lib/core/import/import';
import { checked, eventOf, refusalOf, rowsOf, warningsOf } from './mapped';

const COLUMNS =
	'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'.split(
		','
	);
const BASE = {
	event_id_cnty: 'FRE1234',
	event_date: '2021-05-13',
	time_precision: '1',
	event_type: 'Battles',
	sub_event_type: 'Armed clash',
	actor1: 'Forces of Freedonia',
	assoc_actor_1: 'Police; Border guard',
	actor2: 'Front of Sylvania',
	assoc_actor_2: '',
	country: 'Freedonia',
	admin1: 'North',
	admin2: 'Bridge',
	admin3: '',
	location: 'Old Bridge',
	latitude: '34.5',
	longitude: '36.25',
	geo_precision: '1',
	source: 'Wire; Courier',
	notes: 'On 13 May, forces clashed at a bridge.',
	fatalities: '3',
	timestamp: '1621000000'
};

function mapped(...changes: Partial<typeof BASE>[]) {
	const rows = rowsOf(
		COLUMNS,
		changes.map((change, i) => ({ ...BASE, event_id_cnty: `FRE${i}`, ...change }))
	);
	const mapper = recognise(COLUMNS, rows) as RowMapper;
	return { mapper, results: rows.map(mapper.map) };
}
const only = (change: Partial<typeof BASE>) => {
	const [result] = mapped(change).results;
	if (!result) throw new Error('no row');
	return result;
};

describe('rows of ACLED', () => {
	it('become events of the format that pass the check without a note', () => {
		const { mapper, results } = mapped(
			{},
			{ event_type: 'Protests', sub_event_type: 'Peaceful protest', actor2: '' },
			{ location: '', admin1: '', admin2: '' }
		);
		expect(mapper.dataset).toBe('ACLED');
		const { dossier, notes } = checked(mapper, results);
		expect(notes).toEqual([]);
		expect(dossier?.header.types.map(({ label, role }) => [label, role])).toEqual([
			['Battles', 'armed'],
			['Protests', 'movement']
		]);
		const [first, , third] = results.map(eventOf);
		expect(first).toMatchObject({
			id: 'acled-fre0',
			properties: {
				title: 'Armed clash, Old Bridge',
				when: '2021-05-13',
				precision: 'exact',
				actors: ['forces-of-freedonia', 'police', 'border-guard', 'front-of-sylvania']
			}
		});
		expect(first?.properties.claims).toEqual([
			{
				by: 'Armed Conflict Location & Event Data (ACLED)',
				stance: 'reports',
				text: 'On 13 May, forces clashed at a bridge. Sources named: Wire; Courier.',
				source: 'acled',
				figures: [{ what: 'killed', side: 'all-sides-together', n: 3 }]
			}
		]);
		expect(third?.properties.title).toBe('Armed clash, Freedonia');
		// 1,621,000,000 seconds after 1970 is 14 May 2021 in UTC.
		expect(mapper.vocabulary.sources[0]?.issued).toEqual({ 'date-parts': [[2021, 5, 14]] });
	});

	it.each([
		['1', '2021-05-13', '2021-05-13', '2021-05-13', false],
		['2', '2021-05-13', '2021-05-10', '2021-05-16', true],
		['2', '2021-01-01', '2020-12-29', '2021-01-04', true],
		['3', '2021-05-15', '2021-05-01', '2021-05-31', true]
	])(
		'of time_precision %s on %s claim no more than %s to %s',
		(time_precision, event_date, first, last, doubtful) => {
			const { properties } = eventOf(only({ time_precision, event_date }));
			const parsed = parseWhen(properties.when ?? '');
			const day = (text: string) =>
				dayOf(...(text.split('-').map(Number) as [number, number, number]));
			expect(parsed.ok && [parsed.when.first, parsed.when.last, parsed.when.doubtful]).toEqual([
				day(first),
				day(last),
				doubtful
			]);
		}
	);

	it.each([
		['1', 'exact', undefined],
		['2', 'near', 20],
		['3', 'region', undefined]
	])('have a geo_precision of %s as %s', (geo_precision, precision, radiusKm) => {
		const { properties } = eventOf(only({ geo_precision }));
		expect([properties.precision, properties.radiusKm]).toEqual([precision, radiusKm]);
	});

	it('are uncertain where a code is none of the codebook’s, and say so', () => {
		const result = only({ geo_precision: '4', time_precision: '' });
		expect(eventOf(result).properties).toMatchObject({ precision: 'unknown', when: '2021-05-13?' });
		expect(warningsOf(result).map(({ column }) => column)).toEqual([
			'geo_precision',
			'time_precision'
		]);
	});

	it('have their dates in each of the forms in which ACLED gives them', () => {
		for (const event_date of ['13 May 2021', '2021-05-13', '13-05-2021', '13-May-2021'])
			expect(eventOf(only({ event_date })).properties.when).toBe('2021-05-13');
		expect(refusalOf(only({ event_date: '05/13/2021' })).column).toBe('event_date');
	});

	it('get an id that stays where they have none, and say so', () => {
		const [a, b, c] = mapped(
			{ event_id_cnty: '' },
			{ event_id_cnty: '' },
			{ event_id_cnty: '', notes: 'Else.' }
		).results;
		if (!a || !b || !c) throw new Error('no rows');
		expect(warningsOf(a).map(({ kind }) => kind)).toEqual(['no-id']);
		expect(eventOf(a).id).toBe(eventOf(b).id);
		expect(eventOf(a).id).not.toBe(eventOf(c).id);
	});
});
