import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/lib/core/import/map';
import type { RowMapper } from '../../../../src/lib/core/import/import';
import { checked, eventOf, rowsOf, sourcesOf, warningsOf } from './mapped';

const EXTRACT =
	'event_id_1pd,date,n_reports,event_ids_matching,sources_matching,source_urls,target_classes,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,a_ukr,a_rus,representative_text'.split(
		','
	);
const BASE = {
	event_id_1pd: '77',
	date: '20220301',
	event_ids_matching: '12',
	sources_matching: 'nv',
	source_urls: 'https://nv.ua/made-up/1.html',
	target_classes: 'FUEL_STORAGE_TERMINAL',
	asciiname: 'Oldbridge',
	ADM1_NAME: 'North',
	ADM2_NAME: '',
	longitude: '31.5',
	latitude: '50.5',
	a_ukr: '0',
	a_rus: '1',
	representative_text: 'A made-up headline'
};

function mapped(columns: readonly string[], ...records: Record<string, string>[]) {
	const rows = rowsOf(columns, records);
	const mapper = recognise(columns, rows) as RowMapper;
	return { mapper, results: rows.map(mapper.map) };
}
const only = (change: Partial<typeof BASE>) => {
	const [result] = mapped(EXTRACT, { ...BASE, ...change }).results;
	if (!result) throw new Error('no row');
	return result;
};

describe('rows of VIINA', () => {
	it('of the extract of its de-duplicated events pass the check without a note', () => {
		const { mapper, results } = mapped(EXTRACT, BASE, {
			...BASE,
			event_id_1pd: '78',
			source_urls: '',
			asciiname: ''
		});
		expect(mapper.dataset).toBe('VIINA');
		expect(checked(mapper, results).notes).toEqual([]);
		const [first, second] = results.map(eventOf);
		expect(first).toMatchObject({
			id: 'viina-77',
			geometry: { coordinates: [31.5, 50.5] },
			properties: {
				title: 'Fuel storage terminal, Oldbridge',
				when: '2022-03-01~',
				precision: 'near',
				actors: ['russian-or-russian-aligned-armed-forces'],
				claims: [{ by: 'NV', stance: 'reports' }]
			}
		});
		expect(second?.properties.claims).toMatchObject([
			{ by: 'VIINA (Zhukov & Ayers)', source: 'viina' }
		]);
		expect(second?.properties.claims[0]?.text).toContain('Reported by NV.');
	});

	it('have a headline as the title of its only article, and never as a claim', () => {
		expect(sourcesOf(only({}))).toMatchObject([
			{ title: 'A made-up headline', URL: 'https://nv.ua/made-up/1.html', 'container-title': 'NV' }
		]);
		expect(eventOf(only({})).properties.claims[0]?.text).not.toContain('headline');
	});

	it('leave the text out where it may be another article’s, or is a passage rather than a headline', () => {
		const several = only({ source_urls: 'https://nv.ua/1.html|https://nv.ua/2.html' });
		const merged = only({ event_ids_matching: '12|13' });
		const long = only({ representative_text: 'word '.repeat(40) });
		for (const result of [several, merged, long])
			for (const source of sourcesOf(result)) expect(source.title).toBe('[Report of 2022-03-01]');
	});

	it('pair an address with its outlet by its host, not by the order of two sorted lists', () => {
		const result = only({
			sources_matching: 'ntv|nv',
			source_urls: 'https://nv.ua/1.html|https://www.ntv.ru/2|https://t.me/somebody/3'
		});
		expect(eventOf(result).properties.claims.map(({ by }) => by)).toEqual(['NV', 'NTV', 't.me']);
	});

	it('take a page elsewhere that one outlet reported as that outlet’s report of it', () => {
		const result = only({ sources_matching: 'liveuamap', source_urls: 'https://t.me/somebody/3' });
		expect(eventOf(result).properties.claims[0]?.by).toBe('Live Universal Awareness Map');
		expect(sourcesOf(result)[0]?.['container-title']).toBe('t.me');
	});

	it('leave out what is no web address, and say so', () => {
		const result = only({ source_urls: 'javascript:alert(1)|https://nv.ua/1.html|nv.ua' });
		expect(sourcesOf(result).map(({ URL }) => URL)).toEqual(['https://nv.ua/1.html']);
		expect(warningsOf(result).map(({ kind }) => kind)).toEqual(['link', 'link']);
	});

	it('with several classes are of a type of their own, and name all of them in the claim', () => {
		const { title, claims } = eventOf(
			only({ target_classes: 'FUEL_STORAGE_TERMINAL|PORT_EXPORT_LOGISTICS' })
		).properties;
		expect(title).toBe('Several targets, Oldbridge');
		expect(claims[0]?.text).toContain('fuel storage terminal, port export logistics');
	});

	it('of version 1 have the type of the first category that is set, and the precision of the geocoder', () => {
		const columns =
			'event_id,report_id,source,date,time,url,text,lang,address,longitude,latitude,GEO_PRECISION,GEO_API,t_mil_b,t_artillery_b,a_rus_b'.split(
				','
			);
		const record = {
			event_id: '5',
			source: 'unian',
			date: '20220301',
			time: '08:05',
			url: 'https://www.unian.ua/1',
			text: 'Made up',
			address: 'Oldbridge, North',
			longitude: '31',
			latitude: '50',
			GEO_PRECISION: 'ADM1',
			t_mil_b: '1',
			t_artillery_b: '1',
			a_rus_b: '0'
		};
		const { mapper, results } = mapped(columns, record, {
			...record,
			event_id: '6',
			GEO_PRECISION: 'STREET',
			t_artillery_b: '0'
		});
		expect(checked(mapper, results).notes).toEqual([]);
		expect(results.map(eventOf)).toMatchObject([
			{
				properties: {
					title: 'Shelling or rockets, Oldbridge, North',
					precision: 'province',
					time: '08:05'
				}
			},
			{ properties: { title: 'War or military operations, Oldbridge, North', precision: 'exact' } }
		]);
	});
});
