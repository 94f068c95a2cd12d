import { describe, expect, it } from 'vitest';
import { fieldWords } from '../../src/lib/core/dossier/fields';
import type { Note } from '../../src/lib/core/dossier/note';
import { inFormWords } from '../../src/lib/ui/edit/forms/form-words';

const note = (field: string, words = fieldWords(field)): Note => ({
	file: 'events.geojson',
	feature: 'talks',
	field,
	...words,
	found: 'nothing'
});

describe('a note beside a field', () => {
	it.each([
		'properties.claims[3].by',
		'properties.claims[0].source',
		'properties.claims[0].figures[2].side',
		'properties.claims[0].passage.end',
		'properties.names',
		'issued.date-parts',
		'basemap'
	])('asks for what the form has, and for no JSON: %s', (field) => {
		const { expected, mend } = inFormWords(note(field));
		expect(`${expected} ${mend}`).not.toMatch(/[{}"[\]]|\.json/);
		expect(expected).not.toBe(fieldWords(field).expected);
	});

	it('stays as it is where the check says more than what the field should hold', () => {
		const found = note('properties.claims[0].source', {
			expected: 'an id that stands in sources.json',
			mend: 'Add it to sources.json, or correct the id.'
		});
		expect(inFormWords(found)).toBe(found);
		const when = note('properties.claims[0].when');
		expect(inFormWords(when)).toBe(when);
	});
});
