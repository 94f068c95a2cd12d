import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/lib/core/dossier/dossier';
import type { Precision } from '../../src/lib/core/dossier/schema';
import { placeLine, placesInWords } from '../../src/lib/ui/words';

const place = (id: string, name: string): Place => ({
	id,
	names: { en: [name] },
	kind: 'town',
	country: [],
	within: [],
	geometry: { type: 'Point', coordinates: [0, 0] }
});
const places = new Map(
	[
		place('harbour', 'Harbour'),
		place('north', 'North District'),
		place('south', 'South District')
	].map((found) => [found.id, found])
);
const words = (place: string | undefined, ...concerns: string[]) =>
	placesInWords(
		{ place, precision: 'near', concerns, geometry: null },
		(id) => places.get(id),
		'en'
	);
/** Of an event with a point and no place that has a name. */
const spot = (precision: Precision, ...coordinates: [number, number]) =>
	placesInWords(
		{ place: undefined, precision, concerns: [], geometry: { type: 'Point', coordinates } },
		() => undefined,
		'en'
	).at;
/** Without the marks that keep a name's direction to itself. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

describe('the places of an event in words', () => {
	it('say where it happened, as exactly as that is known, and what it is about', () => {
		const { at, about } = words('harbour', 'north', 'south');
		expect(plain(at ?? '')).toBe('near Harbour');
		expect(about.map(plain)).toEqual(['North District', 'South District']);
		expect(plain(placeLine(words('harbour', 'north')))).toBe('near Harbour');
	});

	it('say that no place is named, and then what it is about', () => {
		expect(plain(placeLine(words(undefined, 'north', 'south')))).toBe(
			'No place named; about North District, South District'
		);
		expect(placeLine(words(undefined))).toBe('No place named');
	});

	it('give a spot that has no name, no finer than it is known', () => {
		expect(spot('exact', -122.81632, 38.83583)).toBe('38.836° N, 122.816° W');
		expect(spot('near', 46.5, -39.25)).toBe('near 39.25° S, 46.50° E');
		expect(spot('province', 0, 0)).toBe('0.0° N, 0.0° E; where in the province is not known');
		expect(spot('unknown', 46.5, 39.25)).toBe(undefined);
	});

	it('leave out a place that nobody knows', () => {
		expect(placeLine(words('nowhere', 'nowhere'))).toBe('No place named');
	});
});
