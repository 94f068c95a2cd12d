import type { Article, Span } from '../article';
import type { Lookup } from './lookup';
import { isGreat, type Persons } from './persons';
import { joins, type Spot } from './spot';
import type { Token } from './tokens';
import { BODIES, HEADS, LOOSE, OFFICES, TITLES } from './words';

const SETTLEMENTS =
	/^(villages?|towns?|hamlets?|settlements?|districts?|suburbs?|communit(y|ies)|municipalit(y|ies)|provinces?|neighbou?rhoods?|commune|city|cities|port|island)$/;
const SORTS =
	/^(district|province|village|town|county|municipality|oblast|prefecture|governorate)$/;
const AT = /^(in|near|at|outside)$/;
/** Names have so many words at most. */
const MOST = 3;

/**
 * Names of places that no gazetteer has, where the text says that they are some: `the villages of Bumbacari and
 * Dudescu`, `Pingilikani, Kenya`, `the Gondra district`. They are kept, and stay unresolved.
 */
export function unknownNames(
	tokens: readonly Token[],
	spots: readonly Spot[],
	persons: Persons,
	lookup: Lookup
): Spot[] {
	const spotAt = new Map<number, Spot>();
	for (const spot of spots) for (let i = spot.from; i <= spot.to; i++) spotAt.set(i, spot);
	const found: Spot[] = [];

	const isFree = (i: number) => {
		const token = tokens[i];
		if (!token?.capital || token.titled || /^\p{N}/u.test(token.key) || spotAt.has(i)) return false;
		if (persons.words.has(i) || lookup.demonym(token.key)) return false;
		return ![LOOSE, BODIES, OFFICES, TITLES, HEADS].some((words) => words.has(token.key));
	};
	/** Last word of the unknown name at `from`; `from - 1` where there is none. */
	const runFrom = (from: number) => {
		let to = from - 1;
		while (
			to < from + MOST &&
			isFree(to + 1) &&
			(to < from || joins(tokens[to + 1] as Token, tokens[to] as Token))
		)
			to++;
		const next = tokens[to + 1];
		const more = to >= from && next?.capital && joins(next, tokens[to] as Token);
		return to >= from + MOST || more ? from - 1 : to;
	};
	const add = (from: number, to: number, sort: string) => {
		const { start } = tokens[from] as Token;
		const { end } = tokens[to] as Token;
		const key = tokens
			.slice(from, to + 1)
			.map((token) => token.key)
			.join(' ');
		found.push({ start, end, from, to, key, hits: [], word: false, said: sort });
	};

	for (let i = 1; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		const before = tokens[i - 1] as Token;
		if (token.first || before.sentence !== token.sentence) continue;
		const sort = tokens[i - 2];
		const listed =
			before.key === 'of' && sort?.sentence === token.sentence && SETTLEMENTS.test(sort.key);
		if (listed) {
			i = readList(i, sort.key);
			continue;
		}
		const to = isFree(i) ? runFrom(i) : i - 1;
		if (to < i) continue;
		const after = tokens[to + 1];
		const outer = spotAt.get(to + 1);
		const inside =
			AT.test(before.key) && /^\s*,\s*$/.test(after?.gap ?? '') && outer && isGreat(outer);
		const called =
			/^(the|in|of)$/.test(before.key) &&
			after?.gap === ' ' &&
			!after.capital &&
			SORTS.test(after.key);
		if (inside || called) add(i, to, called ? after.key : 'place');
		i = to;
	}
	return found;

	/** `of A, B and C`, of which some may be known. @returns its last word */
	function readList(from: number, sort: string): number {
		let i = from;
		for (;;) {
			const known = spotAt.get(i);
			const to = known ? known.to : runFrom(i);
			if (to < i) return i - 1 > from ? i - 1 : from;
			if (!known) add(i, to, sort);
			const next = tokens[to + 1];
			if (next?.sentence !== tokens[to]?.sentence) return to;
			if (next?.key === 'and' && /^\s*,?\s*$/.test(next.gap)) i = to + 2;
			else if (/^\s*,\s*$/.test(next?.gap ?? '') && next?.capital) i = to + 1;
			else return to;
			if (tokens[i]?.sentence !== tokens[to]?.sentence) return to;
		}
	}
}

/** The place that opens the report, `ANYALYA —`, where no name was found in it. */
export function unknownDateline(
	article: Article,
	tokens: readonly Token[],
	spots: readonly Spot[]
): Spot | undefined {
	const span = article.dateline?.place ?? openingPlace(article);
	if (!span || spots.some((spot) => spot.start < span.end && spot.end > span.start))
		return undefined;
	const from = tokens.findIndex((token) => token.start >= span.start && token.end <= span.end);
	if (from < 0) return undefined;
	let to = from;
	while ((tokens[to + 1]?.end ?? Infinity) <= span.end) to++;
	const key = tokens
		.slice(from, to + 1)
		.map((token) => token.key)
		.join(' ');
	return { ...span, from, to, key, hits: [], word: false, said: 'dateline' };
}

/** A name in capitals that a dash parts from the first words of a paragraph. */
function openingPlace({ text, blocks }: Article): Span | undefined {
	for (const { start, end, role } of blocks) {
		if (role !== 'body') continue;
		const match =
			/(?:^|\n)[ \t]*(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu}) ?(?:\([^)\n]{1,40}\) ?)?[—–] /u.exec(
				text.slice(start, Math.min(end, start + 2000))
			);
		const name = match?.[1];
		if (!match || !name) continue;
		const at = start + match.index + match[0].indexOf(name);
		return { start: at, end: at + name.length };
	}
	return undefined;
}

/** Whether two words differ by one letter: another, one more, one less, or two that changed places. */
export function isMisspelt(a: string, b: string): boolean {
	if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5)
		return false;
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	const rest = (word: string, n: number) => word.slice(i + n);
	return (
		rest(a, 1) === rest(b, 1) ||
		rest(a, 1) === rest(b, 0) ||
		rest(a, 0) === rest(b, 1) ||
		(a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2))
	);
}
