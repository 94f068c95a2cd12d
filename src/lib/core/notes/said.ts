import { dayInWords, whenInWords } from '../date/words';
import { isolated } from '../dossier/directions';
import { cut } from '../text';
import type { ShownNote } from './filter';
import { measureInWords } from './measure';
import type { AuthorNote } from './note';

/** Who wrote a note, and when: `Note by Ann Rees, 3 March 2026`. */
export function bylineOf({ author, written }: AuthorNote): string {
	const by = author === undefined ? 'Note' : `Note by ${isolated(author)}`;
	return written === undefined ? by : `${by}, ${dayInWords(written)}`;
}

/** When a note shows, what it measures, and whether it is only perhaps of the chosen dates. */
export function factsOf({ note, match }: ShownNote): string {
	return [
		note.when ? whenInWords(note.when) : 'any date',
		note.measured && measureInWords(note.measured),
		match === 'possible' && 'perhaps in this range'
	]
		.filter(Boolean)
		.join(' · ');
}

/** A note's text as one short line, to name it by. */
export function shortText({ text }: Pick<AuthorNote, 'text'>): string {
	return cut(text.replace(/\s+/gu, ' ').trim(), 60);
}
