import type { Span } from './article';

/** Words that end in a full stop and end no sentence; single letters are initials and need no list. */
const ABBREVIATIONS = new Set(
	`mr mrs ms dr prof gen col lt sgt capt maj adm brig cmdr sen rep gov pres hon rev st ste mt ft jr sr
	u.s u.k u.n e.u d.c a.m p.m e.g i.e etc vs no inc ltd co corp dept approx est jan feb mar apr jun jul aug
	sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun km sq`.split(/\s+/)
);

/** Abbreviations that a sentence may well end with, where the next word begins one. */
const CLOSING = new Set([
	'a.m',
	'p.m',
	'u.s',
	'u.k',
	'u.n',
	'e.u',
	'etc',
	'inc',
	'ltd',
	'co',
	'corp',
	'jr'
]);
const OPENERS =
	/^[“"'‘(«]*(The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|Some|More|Police|Officials|According)\b/;

/**
 * The sentences of a stretch of text, without the white space around them. A sentence ends at `.`, `!`, `?`,
 * `…` or their like and the quotes that close there, where what follows may begin one; a line break that is
 * followed by another, too. @param text all of it; offsets are in it
 */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
	const found: Span[] = [];
	let from = start;
	const close = (at: number) => {
		let a = from;
		let b = at;
		while (a < b && /\s/.test(text.charAt(a))) a++;
		while (b > a && /\s/.test(text.charAt(b - 1))) b--;
		if (b > a) found.push({ start: a, end: b });
		from = at;
	};
	for (let i = start; i < end; i++) {
		const char = text.charAt(i);
		if (char === '\n' && /^\s*\n/.test(text.slice(i + 1, Math.min(end, i + 40)))) {
			close(i);
			continue;
		}
		if (!'.!?…։。'.includes(char)) continue;
		let after = i + 1;
		while (after < end && '.!?…”"’\')»]'.includes(text.charAt(after))) after++;
		if (after < end && !/\s/.test(text.charAt(after))) continue;
		if (char === '.' && !endsAt(text, from, i, after, end)) {
			i = after - 1;
			continue;
		}
		close(after);
		i = after - 1;
	}
	close(end);
	return found;
}

/** Whether the full stop at `i` ends a sentence. @param after the first unit behind it and its quotes */
function endsAt(text: string, from: number, i: number, after: number, end: number): boolean {
	const next = text.slice(after, Math.min(end, after + 40)).trimStart();
	if (next === '') return true;
	if (/^[\p{Ll}]/u.test(next)) return false;
	const written = /[\p{L}.]+$/u.exec(text.slice(Math.max(from, i - 20), i))?.[0] ?? '';
	const word = written.toLowerCase();
	// `He sat. The sun`: short for a weekday only with a capital.
	if (/^(?:sat|sun|wed|mon|mar)$/.test(written)) return true;
	if (CLOSING.has(word)) return OPENERS.test(next);
	if (ABBREVIATIONS.has(word)) return /^no$/.test(word) && !/^\d/.test(next);
	// An initial: `J. Smith`. A one-letter word at a sentence's end is rarer.
	if (/^\p{L}$/u.test(word) && /\p{Lu}/u.test(text.charAt(i - 1))) return false;
	return true;
}

/** What is longer is no sentence: only its beginning is looked at. */
const MAX_SENTENCE = 2_000;

/** A sentence as it is written; of what is too long to be one, its beginning. */
export function writtenAt(text: string, { start, end }: Span): string {
	return text.slice(start, Math.min(end, start + MAX_SENTENCE));
}
