import { fieldWords } from '../../../core/dossier/fields';
import type { Note } from '../../../core/dossier/note';

/** What a form asks for where the check speaks of the file: by the field's path, list numbers left out. */
const WORDS: Record<string, Pick<Note, 'expected' | 'mend'>> = {
	'properties.type': { expected: 'a type', mend: 'Choose one.' },
	'properties.claims[].by': {
		expected: 'who says it',
		mend: 'Choose an actor, or write the publisher’s name.'
	},
	'properties.claims[].stance': { expected: 'a stance', mend: 'Choose one.' },
	'properties.claims[].text': {
		expected: 'what is claimed',
		mend: 'Say it in your own words.'
	},
	'properties.claims[].source': {
		expected: 'a source',
		mend: 'Choose one of the dossier’s, or paste the address of an article.'
	},
	'properties.claims[].passage': {
		expected: 'the first and the last few words, at most 160 characters each',
		mend: 'Copy them as they stand in the article.'
	},
	'properties.claims[].figures[]': {
		expected: 'a whole number, not below nothing',
		mend: 'Give the number, or “at least” and “at most”, the greater one last.'
	},
	'properties.claims[].figures[].what': { expected: 'what is counted', mend: 'Choose one.' },
	'properties.claims[].figures[].side': {
		expected: 'whose losses they are',
		mend: 'Choose one of the actors.'
	},
	'properties.claims[].media[].kind': {
		expected: 'what it is',
		mend: 'Choose one.'
	},
	'properties.names': {
		expected: 'a name',
		mend: 'Give at least one, the preferred one first.'
	},
	'actors[].names': {
		expected: 'a name',
		mend: 'Give at least one, the preferred one first.'
	},
	'properties.country': { expected: 'codes of two letters', mend: 'Write them as AM, AZ.' },
	labelLanguages: { expected: 'codes of languages', mend: 'Write them as en, hy.' },
	issued: {
		expected: 'the day of publication',
		mend: 'Give it as far as it is known; without it nobody can say what was known when.'
	},
	accessed: { expected: 'the day on which it was read', mend: 'Write it as 2021-05-20.' },
	basemap: {
		expected: 'the address of a ground map, and the hosts that it needs',
		mend: 'Until they are there the app’s own is drawn.'
	}
};

/** A note in the words of a form. What the check says of more than the field itself stays as it is. */
export function inFormWords(note: Note): Note {
	const field = note.field ?? '';
	if (note.expected !== fieldWords(field).expected) return note;
	let key = field.replace(/\[\d+\]/g, '[]');
	// A field of its own words has none of what is around it.
	for (; key; key = key.replace(/(\.[^.[]+|\[\]|^[^.[]+)$/, '')) {
		const words = WORDS[key];
		if (words && fieldWords(key).expected === note.expected) return { ...note, ...words };
	}
	return note;
}
