import { isRead, type Article, type Span } from '../article';
import { sentencesOf } from '../sentences';
import { foldWord } from './fold';

/** A word of a text, as names are read from it. */
export interface Token extends Span {
	/** Folded (fold.ts). */
	key: string;
	/** Begins with a capital, or with a letter of a script that has none. */
	capital: boolean;
	/** All its letters are capitals, and there are two at least. */
	capitals: boolean;
	/** `’s` follows. */
	possessive: boolean;
	/** What stands between it and the word before: empty at the start of a sentence. */
	gap: string;
	/** First of its sentence, or of a quotation in it. */
	first: boolean;
	/** Number of its sentence. */
	sentence: number;
	/** Most words of its sentence have capitals: one says nothing. */
	titled: boolean;
}

const WORD =
	/(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}])\.?|\p{L}[\p{L}\p{M}]*(?:['’ʼ‘`][\p{L}\p{M}]+)*|\p{N}+/gu;
/** Words that headlines write small. */
const SMALL = new Set('of the in and a an to for on at by with from as or is vs'.split(' '));
const POSSESSIVE = /['’][sS]$/;
/** A sentence longer than this is read on as a new one: a page with no full stop must not cost more than its length. */
const LONGEST = 20_000;

/** The words of what an article reports, its byline too. */
export function tokensOf(article: Article): Token[] {
	const tokens: Token[] = [];
	let sentence = 0;
	for (const block of article.blocks) {
		if (!isRead(block) && block.role !== 'byline') continue;
		for (const span of sentencesOf(article.text, block)) {
			for (let start = span.start; start < span.end; start += LONGEST)
				readSentence(article.text, start, Math.min(span.end, start + LONGEST), sentence++, tokens);
		}
	}
	return tokens;
}

function readSentence(text: string, start: number, end: number, sentence: number, to: Token[]) {
	const from = to.length;
	const part = text.slice(start, end);
	let last = 0;
	let small = 0;
	let large = 0;
	for (const match of part.matchAll(WORD)) {
		const whole = match[0];
		const word = whole.replace(POSSESSIVE, '');
		const gap = part.slice(last, match.index);
		const capital = /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
		const letters = word.replace(/[^\p{L}]/gu, '');
		const first = to.length === from || /["“”«„]\s*$/.test(gap);
		to.push({
			start: start + match.index,
			end: start + match.index + word.length,
			key: foldWord(word),
			capital,
			capitals:
				letters.length > 1 &&
				letters === letters.toUpperCase() &&
				letters !== letters.toLowerCase(),
			possessive: word !== whole,
			gap,
			first,
			sentence,
			titled: false
		});
		last = match.index + whole.length;
		if (!first && !SMALL.has(word)) {
			if (capital) large++;
			else small++;
		}
	}
	if (large > 3 && large > 6 * small)
		for (let i = from; i < to.length; i++) (to[i] as Token).titled = true;
}
