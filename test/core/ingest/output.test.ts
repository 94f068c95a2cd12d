import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/lib/core/ingest/article';
import type { EventDraft, Reading } from '../../../src/lib/core/ingest/draft';
import type { PlaceMention } from '../../../src/lib/core/ingest/mention';
import { toFeatureCollection, toMentions } from '../../../src/lib/core/ingest/output';
import { readArticle } from '../../../src/lib/core/ingest/read/read';

const LINE =
	'The ferry crews and the port met in Old Harbour on Thursday, and spoke of the bridge.';

const spanOf = (text: string, words: string) => {
	const start = text.indexOf(words);
	return { start, end: start + words.length, text: words };
};
const candidate = {
	name: 'Old Harbour',
	lat: 10,
	lon: 20,
	kind: 'city',
	source: 'GeoNames',
	weight: 0.8
};
const placeIn = (text: string, id?: string): PlaceMention => ({
	...spanOf(text, 'Old Harbour'),
	name: 'Old Harbour',
	lat: 10,
	lon: 20,
	kind: 'city',
	...(id !== undefined && { id }),
	candidates: [{ ...candidate, ...(id !== undefined && { id, source: 'dossier' }) }],
	reason: 'the only one'
});

function reading(article: Article, place: PlaceMention | null): Reading {
	const { text } = article;
	const draft: EventDraft = {
		key: 'e1',
		title: 'Talks in Old Harbour',
		type: 'talks',
		when: '2021-05-13',
		place,
		geometry: place && { type: 'Point', coordinates: [20, 10] },
		precision: 'near',
		concerns: [],
		actors: ['port'],
		status: 'reported',
		claims: [
			{
				by: 'port',
				stance: 'reports',
				text: 'The two sides met',
				passage: { start: 'The ferry crews', end: 'of the bridge.' },
				span: spanOf(text, LINE),
				figures: []
			}
		],
		confidence: 0.7,
		reasons: ['Thursday before publication'],
		background: false,
		from: {},
		features: ['ownDate'],
		asks: []
	};
	const thursday = spanOf(text, 'Thursday');
	return {
		article,
		dates: [{ ...thursday, value: '2021-05-13', tense: 'past', reason: 'before publication' }],
		places: place ? [place] : [],
		hints: [],
		persons: [],
		drafts: [draft],
		notes: []
	};
}
const page = `<html><body><article><p>${LINE.replace('Old', '<b>Old</b>')}</p><p>${LINE.replace('Thursday', 'Friday')}</p></article></body></html>`;

interface Out {
	features: { geometry: unknown; properties: Record<string, unknown> }[];
}
const collection = (reading: Reading) => toFeatureCollection([{ reading }]) as Out;

describe('drafts as GeoJSON', () => {
	it('have what the command promises, each under its name', async () => {
		const article = await readArticle(LINE, { published: '2021-05-16', title: 'Talks' });
		const [feature] = collection(reading(article, placeIn(LINE, 'old-harbour'))).features;
		expect(feature?.geometry).toEqual({ type: 'Point', coordinates: [20, 10] });
		expect(feature?.properties).toMatchObject({
			title: 'Talks in Old Harbour',
			when: '2021-05-13',
			place: 'old-harbour',
			resolved: null,
			placeText: 'Old Harbour',
			precision: 'near',
			status: 'reported',
			confidence: 0.7,
			background: false,
			claims: [
				{
					by: 'port',
					passage: { start: 'The ferry crews', end: 'of the bridge.' },
					offsets: { start: 0, end: LINE.length }
				}
			],
			source: { title: 'Talks', published: '2021-05-16', url: null }
		});
	});

	it('say where a place lies that the dossier does not have', async () => {
		const article = await readArticle(LINE);
		const [feature] = collection(reading(article, placeIn(LINE))).features;
		expect(feature?.properties).toMatchObject({
			place: null,
			resolved: { name: 'Old Harbour', lat: 10, lon: 20, source: 'GeoNames' }
		});
	});

	it('leave open what the article leaves open', async () => {
		const article = await readArticle(LINE);
		const [unplaced] = collection(reading(article, null)).features;
		expect(unplaced?.geometry).toBeNull();
		expect(unplaced?.properties).toMatchObject({ place: null, resolved: null, placeText: null });
		const unknown: PlaceMention = {
			...placeIn(LINE),
			name: null,
			lat: null,
			lon: null,
			kind: null,
			candidates: []
		};
		const [unresolved] = collection(reading(article, unknown)).features;
		expect(unresolved?.properties).toMatchObject({
			place: null,
			resolved: null,
			placeText: 'Old Harbour'
		});
	});

	it('tell several files apart', async () => {
		const article = await readArticle(LINE);
		const one = reading(article, null);
		const { features } = toFeatureCollection([
			{ reading: one, file: 'a.txt' },
			{ reading: one, file: 'b.txt' }
		]) as Out;
		expect(features.map(({ properties }) => properties.file)).toEqual(['a.txt', 'b.txt']);
	});
});

describe('mentions', () => {
	it('have the offsets of the text that came', async () => {
		const { dates, places } = toMentions({
			reading: reading(await readArticle(LINE), placeIn(LINE))
		}) as { dates: unknown; places: unknown };
		expect(dates).toEqual([{ ...spanOf(LINE, 'Thursday'), value: '2021-05-13' }]);
		expect(places).toEqual([
			{
				...spanOf(LINE, 'Old Harbour'),
				name: 'Old Harbour',
				lat: 10,
				lon: 20,
				kind: 'city',
				candidates: [candidate]
			}
		]);
	});

	it('of a web page have the offsets of its markup', async () => {
		const article = await readArticle(page);
		const { text } = article;
		const { dates, places } = toMentions({
			reading: reading({ ...article, text }, { ...placeIn(text) })
		}) as Record<'dates' | 'places', { start: number; end: number }[]>;
		const words = ([span]: { start: number; end: number }[]) => page.slice(span?.start, span?.end);
		expect(words(dates)).toBe('Thursday');
		expect(words(places)).toBe('Old</b> Harbour');
	});
});
