import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '$lib/core/dossier/dossier';
import { findPlaces } from '$lib/core/ingest/places/find';
import { distanceKm } from '$lib/core/ingest/places/near';
import { article, place, read } from './reading';

const WORDS = [
	'Paris',
	'in',
	'Texas',
	',',
	'.',
	'the',
	'of',
	'Lake',
	'New',
	'York',
	'U.S.',
	'Armenian',
	'and',
	'border',
	'Москва',
	'Երևան',
	'—',
	'“',
	'”',
	'’s',
	'Mr',
	'Smith',
	'said',
	'\n\n',
	'villages',
	'Qorvath',
	'😀',
	'$',
	'County',
	'US$10'
];
const texts = fc.oneof(
	fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')),
	fc.string({ unit: 'grapheme', maxLength: 300 }),
	fc.string({ unit: 'binary', maxLength: 300 })
);

describe('Whatever the text', () => {
	it('mentions lie in it, in order, do not overlap, and are written as they say', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const { places, hints, persons } = read(text);
				for (const list of [places, hints, persons]) {
					let last = 0;
					for (const one of list) {
						expect(one.start).toBeGreaterThanOrEqual(last);
						expect(one.end).toBeGreaterThan(one.start);
						expect(one.text).toBe(text.slice(one.start, one.end));
						last = one.end;
					}
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('a resolved mention is its first candidate, an unresolved one has no position', () => {
		fc.assert(
			fc.property(texts, (text) => {
				for (const { name, lat, lon, candidates } of read(text).places) {
					if (name === null) expect([lat, lon]).toEqual([null, null]);
					else
						expect([name, lat, lon]).toEqual([
							candidates[0]?.name,
							candidates[0]?.lat,
							candidates[0]?.lon
						]);
					for (const one of candidates) {
						expect(Math.abs(one.lat)).toBeLessThanOrEqual(90);
						expect(Math.abs(one.lon)).toBeLessThanOrEqual(180);
					}
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('it is read without the world’s gazetteer, and without a dossier', () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(() => findPlaces(article(text), { dossier: [] })).not.toThrow();
			})
		);
	});

	it('no text has no places', () => {
		expect(read('')).toEqual({ places: [], hints: [], persons: [] });
	});
});

describe('A hostile text of 200,000 characters is read to its end', () => {
	it.each([
		['one name over and over', 'Paris '],
		['one long run of capitals', 'Qx '],
		['no space at all', 'Paris,'],
		['lists', 'the villages of Qa, Qb and '],
		['titles', 'Mr '],
		['initials', 'A. '],
		['quotes', '“'],
		['possessives', 'Anne’s '],
		['borders', 'border between '],
		['Russian', 'Москвы ']
	])('%s', (_, part) => {
		const text = part.repeat(Math.ceil(200_000 / part.length));
		expect(() => read(text)).not.toThrow();
	});
});

describe('Places at the edges of the map', () => {
	const at = (id: string, lat: number, lon: number): Place =>
		place(id, 'village', { en: [`Q${id}ville`] }, [], [lat, lon]);
	it.each([
		['zero', 0, 0],
		['east', 10, 180],
		['west', 10, -180],
		['north', 90, 0],
		['south', -90, 0]
	])('%s: is found where it is', (id, lat, lon) => {
		expect(read(`A fire in Q${id}ville.`, [at(id, lat, lon)]).places[0]).toMatchObject({
			id,
			lat,
			lon
		});
	});

	it('two places of one name at one point are one', () => {
		const twins = [at('a', 5, 5), { ...at('a', 5, 5), id: 'b' }];
		const [found] = read('A fire in Qaville.', twins).places;
		expect(found?.candidates).toHaveLength(1);
		expect(found?.name).toBe('Qaville');
	});

	it('two places of one name far apart, of which nothing tells, are both kept and neither is taken for sure', () => {
		const far = [at('a', 50, 100), { ...at('a', -50, -100), id: 'b' }];
		const [found] = read('A fire in Qaville.', far).places;
		expect(found?.candidates.map(({ id }) => id).sort()).toEqual(['a', 'b']);
		expect(found?.candidates[0]?.weight).toBeLessThanOrEqual(0.5);
	});

	it('distances hold across ±180°, at the poles and between opposite points', () => {
		const km = (a: [number, number], b: [number, number]) =>
			distanceKm({ lat: a[0], lon: a[1] }, { lat: b[0], lon: b[1] });
		expect(km([0, 180], [0, -180])).toBeCloseTo(0, 6);
		expect(km([90, 0], [90, 137])).toBeCloseTo(0, 6);
		expect(km([0, 0], [0, 180])).toBeCloseTo(Math.PI * 6371, 3);
		expect(km([0, 0], [0, 1])).toBeCloseTo((Math.PI * 6371) / 180, 3);
	});
});
