import type { Passage } from '../../dossier/schema';
import type { Span } from '../article';

/** Words at each end of a passage, where its text does not ask for more. */
const WORDS = 5;
const MAX_WORDS = 12;
const MAX_LENGTH = 150;

/**
 * The few words by which a passage of a text is found again: its first and its last. As many as make the
 * first stand only once in the text; the two never overlap. Of one word both are that word.
 */
export function anchorOf(text: string, span: Span): Passage {
	const words = [...text.slice(span.start, span.end).matchAll(/\S+/gu)].map(
		({ 0: word, index }) => ({
			start: span.start + index,
			end: span.start + index + word.length
		})
	);
	const [first] = words;
	const last = words.at(-1);
	if (!first || !last) return { start: '…', end: '…' };
	if (words.length === 1) {
		const only = text.slice(first.start, Math.min(first.end, first.start + MAX_LENGTH));
		return { start: only, end: only };
	}
	let count = Math.min(WORDS, Math.ceil(words.length / 2));
	const most = Math.min(MAX_WORDS, words.length - 1);
	let start = phrase(text, first.start, words[count - 1]?.end ?? first.end);
	while (count < most && occursTwice(text, start)) {
		count++;
		start = phrase(text, first.start, words[count - 1]?.end ?? first.end);
	}
	// A text that stands twice has no words of its own: the usual few are as good as any.
	if (occursTwice(text, start)) {
		count = Math.min(WORDS, Math.ceil(words.length / 2));
		start = phrase(text, first.start, words[count - 1]?.end ?? first.end);
	}
	const tail = Math.max(count, words.length - (WORDS - 1));
	const end = phrase(text, (words[tail] ?? last).start, last.end);
	return { start, end };
}

/** Words with one space between them, as a page shows them. */
function phrase(text: string, from: number, to: number): string {
	const words = text.slice(from, to).replace(/\s+/gu, ' ');
	if (words.length <= MAX_LENGTH) return words;
	return words.slice(0, MAX_LENGTH).replace(/\s\S*$/u, '');
}

function occursTwice(text: string, words: string): boolean {
	const at = text.indexOf(words);
	return at !== -1 && text.indexOf(words, at + 1) !== -1;
}
