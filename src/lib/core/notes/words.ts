import { fieldWords, type FieldWords } from '../dossier/fields';
import { MAX_NOTE_TEXT } from './schema';

const EVENT: FieldWords = {
	expected: 'the id of an event of this dossier',
	mend: 'Give the id as it stands in events.geojson; until then the note is about no event.'
};
const CLAIM: FieldWords = {
	expected: '{ "source", "by" } of a claim, as they stand in the event',
	mend: 'Give both as the claim has them; until then the note stands under the event.'
};
const STYLE: FieldWords = {
	expected: '{ "tone": ink, accent or quiet, "dash": true or false }',
	mend: 'Name a tone; colours are the theme’s. What a note is drawn as stands in "kind".'
};

/** What the fields of a note should hold, where that differs from fields of the same name elsewhere. */
const WORDS: Record<string, FieldWords> = {
	'properties.kind': {
		expected: 'text, arrow, line or area',
		mend: 'Say what it is drawn as; until then its geometry says so.'
	},
	'properties.text': {
		expected: `text of 1 to ${MAX_NOTE_TEXT} characters`,
		mend: 'Write what the reader should know there, and shorten it where it is longer; a note without text was left out.'
	},
	'properties.when': {
		expected:
			'the days on which it shows as an EDTF interval, e.g. 2021-05-12/2021-11-15, or one date',
		mend: 'Correct the interval, or leave it out; until then the note shows at every date.'
	},
	'properties.measure': { expected: 'true or false', mend: 'Write true, or leave it out.' },
	'properties.style': STYLE,
	'properties.style.tone': STYLE,
	'properties.style.dash': STYLE,
	'properties.author': {
		expected: 'who wrote it, in words',
		mend: 'Give a name, or leave it out.'
	},
	'properties.written': {
		expected: 'the day it was written, YYYY-MM-DD',
		mend: 'Give that day; without it the note is left out of what was known on a day.'
	},
	'properties.event': EVENT,
	'properties.claim': CLAIM,
	'properties.claim.source': CLAIM,
	'properties.claim.by': CLAIM
};

/** The words for a field of a note, as the check says them. */
export function noteWords(field: string): FieldWords {
	return WORDS[field] ?? fieldWords(field);
}
