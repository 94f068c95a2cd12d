import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/lib/core/dossier/dossier';
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
	placesInWords({ place, precision: 'near', concerns }, (id) => places.get(id), 'en');
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

	it('leave out a place that nobody knows', () => {
		expect(placeLine(words('nowhere', 'nowhere'))).toBe('No place named');
	});
});
