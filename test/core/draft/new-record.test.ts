import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied } from '../../../src/lib/core/draft/changes';
import { readDraft, textsOf, type DraftFiles } from '../../../src/lib/core/draft/files';
import {
	freeId,
	idFrom,
	isId,
	isPlaceholder,
	newEvent,
	newPlace,
	newRecord,
	newSource,
	renaming,
	suggestedId
} from '../../../src/lib/core/draft/new-record';
import { checkDossier, type DossierFile } from '../../../src/lib/core/dossier/check';

const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (id: string, properties: object) => ({
	type: 'Feature',
	id,
	geometry: null,
	properties
});
const files = readDraft({
	'dossier.json': JSON.stringify({ dateline: 1, id: 'd', title: 'D', language: 'hy' }),
	'sources.json': JSON.stringify([
		{ id: 'courier', type: 'article', title: 'A', issued: { 'date-parts': [[2023, 3, 1]] } }
	]),
	'places.geojson': collection([
		feature('lake', { kind: 'lake', names: { en: ['Lake'] } }),
		feature('shore', { kind: 'town', names: { en: ['Shore'] }, within: ['lake'] })
	]),
	'events.geojson': collection([
		feature('meeting', {
			title: 'Meeting',
			when: '2023-03-01',
			type: 't',
			place: 'lake',
			concerns: ['shore', 'lake'],
			extra: { kept: true },
			claims: [
				{ by: 'X', stance: 'reports', text: 'T', source: 'courier', place: 'lake' },
				{ by: 'Y', stance: 'denies', text: 'T', source: 'courier' }
			]
		})
	])
}).files;
const withRecord = (files: DraftFiles, file: DossierFile, id: string, record: unknown) =>
	applied(files, [{ file, id, before: undefined, after: record }]);

describe('an id from words', () => {
	it('is one that the format takes, or nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
				const id = idFrom(text);
				expect(id === '' || isId(id)).toBe(true);
			})
		);
	});
	it('keeps the letters of names that have more than the alphabet’s', () => {
		expect(idFrom('Troops near Lake Sev’s shore')).toBe('troops-near-lake-sevs-shore');
		expect(idFrom('Kəlbəcər – Şuşa')).toBe('kelbecer-susa');
		expect(idFrom('Սև լիճ')).toBe('');
	});
	it('is never one that another record has', () => {
		const taken = withRecord(files, 'events.geojson', 'meeting-2', {});
		expect(freeId(taken, 'events.geojson', 'Meeting', 'x')).toBe('meeting-3');
		expect(freeId(taken, 'events.geojson', 'Meeting', 'x', 'meeting')).toBe('meeting');
		expect(freeId(taken, 'events.geojson', 'Սև', 'new-event')).toBe('new-event');
	});
	it.each([
		['2021-05-13', 'talks-in-sochi-2021-05-13'],
		['2021-05~', 'talks-in-sochi-2021-05'],
		['2020-23', 'talks-in-sochi-2020'],
		['../2021-05-14', 'talks-in-sochi'],
		['last week', 'talks-in-sochi']
	])('of an event ends in its day as far as %s gives it', (when, id) => {
		const record = { properties: { title: 'Talks in Sochi', when } };
		expect(suggestedId(files, 'events.geojson', record)).toBe(id);
	});
	it('of a source is its paper and day, of a place its name in letters that an id has', () => {
		const source = { 'container-title': 'The Post', issued: { 'date-parts': [[2023, '3', 2]] } };
		expect(suggestedId(files, 'sources.json', source)).toBe('the-post-2023-03-02');
		const place = { properties: { names: { hy: ['Սոթք'], az: ['Zod'] } } };
		expect(suggestedId(files, 'places.geojson', place)).toBe('zod');
	});
});

describe('a new record', () => {
	it('has a key of its own each time, which says that it has no name yet', () => {
		for (const file of [
			'events.geojson',
			'places.geojson',
			'sources.json',
			'notes.geojson',
			'story.json'
		] as const) {
			const first = newRecord(files, file, '2023-03-02');
			const next = withRecord(files, file, first.id, first.record);
			const second = newRecord(next, file, '2023-03-02');
			expect(second.id).not.toBe(first.id);
			for (const id of [first.id, second.id]) expect(isPlaceholder(file, id)).toBe(true);
			expect(isPlaceholder(file, 'newcastle')).toBe(false);
		}
	});
	it('passes the check once what it lacks is filled in', () => {
		const event = newEvent(files).record as { properties: Record<string, unknown> };
		const place = newPlace(files, 'Harbour');
		const source = newSource(files, { 'container-title': 'The Post' });
		Object.assign(source.record as object, { title: 'T', issued: { 'date-parts': [[2023]] } });
		Object.assign((place.record as { properties: object }).properties, { kind: 'town' });
		Object.assign(event.properties, {
			title: 'Strike',
			type: 't',
			place: place.id,
			claims: [{ by: 'The Post', stance: 'reports', text: 'T', source: source.id }]
		});
		let now = readDraft({
			'dossier.json': JSON.stringify({
				dateline: 1,
				id: 'd',
				title: 'D',
				types: [{ id: 't', label: 'T', role: 'word' }]
			}),
			'events.geojson': collection([])
		}).files;
		now = withRecord(now, 'events.geojson', 'new-event', event);
		now = withRecord(now, 'places.geojson', place.id, place.record);
		now = withRecord(now, 'sources.json', source.id, source.record);
		const texts = Object.entries(textsOf(now)).map(([file, text]) => [
			file,
			new TextEncoder().encode(text)
		]);
		const { notes, dossier } = checkDossier('d', Object.fromEntries(texts) as object);
		expect(notes).toEqual([]);
		expect(dossier?.events[0]?.title).toBe('Strike');
	});
});

describe('another id for a record', () => {
	it('stands wherever it was named, and nothing else changes', () => {
		const after = applied(files, renaming(files, 'places.geojson', 'lake', 'lake-sev'));
		const texts = (files: DraftFiles) => JSON.stringify(textsOf(files));
		// Within the texts a name in quotes stands between escaped ones.
		expect(texts(after)).toBe(
			texts(files)
				.replaceAll('\\"lake\\"', '\\"lake-sev\\"')
				.replace('\\"kind\\": \\"lake-sev\\"', '\\"kind\\": \\"lake\\"')
		);
	});
	it('keeps the record’s number in its file', () => {
		const after = applied(files, renaming(files, 'places.geojson', 'lake', 'lake-sev'));
		expect([...(after['places.geojson']?.records.keys() ?? [])]).toEqual(['lake-sev', 'shore']);
	});
	it('of a source reaches every claim', () => {
		const after = applied(files, renaming(files, 'sources.json', 'courier', 'courier-2023'));
		expect(textsOf(after)['events.geojson']?.match(/"courier-2023"/g)).toHaveLength(2);
		expect(textsOf(after)['events.geojson']).not.toContain('"courier"');
	});
	it('is refused where it is none, or another’s', () => {
		expect(() => renaming(files, 'places.geojson', 'lake', 'shore')).toThrow(/taken/);
		expect(() => renaming(files, 'places.geojson', 'lake', 'Lake Sev')).toThrow(/a–z/);
		expect(() => renaming(files, 'places.geojson', 'none', 'some')).toThrow(/no record/);
	});
});
