import type { Span } from '../article';
import type { Hit } from './gazetteer';
import type { Lookup } from './lookup';
import type { Token } from './tokens';
import { HEADS, INNER, FRONTS, LOOSE } from './words';

/** A name in the text that may be a place's. */
export interface Spot extends Span {
	/** Numbers of its first and last word. */
	from: number;
	to: number;
	/** Folded. */
	key: string;
	hits: readonly Hit[];
	/** An English word, too. */
	word: boolean;
	/** Written with the ending of a case, as where something is. */
	inflected?: boolean;
	/** The word in it that says what it is: `county`, `lake`. */
	head?: string;
	/** What stands behind it and says what it is, in small letters: `Guangdong province`. */
	said?: string;
}

/** Names have so many words at most. */
const MOST = 7;

/** Whether a word goes on with the name that the word before it belongs to. */
export function joins(token: Token, before: Token): boolean {
	if (token.sentence !== before.sentence || before.possessive) return false;
	return (
		/^(\s|\s?[-–—‑]\s?|\u00a0)$/u.test(token.gap) ||
		(token.gap === '. ' && /^(st|ft|mt|dr)$/.test(before.key))
	);
}

/** All names of places, the longest at each word, not overlapping, in order. */
export function spotNames(tokens: readonly Token[], lookup: Lookup): Spot[] {
	const spots: Spot[] = [];
	for (let i = 0; i < tokens.length;) {
		const spot = longestAt(tokens, i, lookup);
		if (spot) spots.push(spot);
		i = spot ? spot.to + 1 : i + 1;
	}
	return spots;
}

function longestAt(tokens: readonly Token[], from: number, lookup: Lookup): Spot | undefined {
	const first = tokens[from] as Token;
	if (!first.capital) return undefined;
	let key = '';
	let best: Spot | undefined;
	for (let to = from; to < tokens.length && to < from + MOST; to++) {
		const token = tokens[to] as Token;
		const before = tokens[to - 1];
		if (to > from && before) {
			const anne = before.possessive && token.gap.trim() === '';
			if (!anne && !joins(token, before)) break;
			const inside = token.capital || INNER.has(token.key) || /[-–‑]/.test(token.gap);
			if (!inside && !lookup.beginsOwn(key)) break;
			key += anne ? 's ' : ' ';
		}
		key += token.key;
		// The dossier’s names may end in small letters: `Armenian–Azerbaijani border`.
		if (!token.capital && !lookup.isOwn(key)) continue;
		const found = lookup.find(key);
		if (!found) continue;
		const hits = found.hits.filter(
			(hit) =>
				!hit.capitals || first.capitals || /\./.test(lookup.text.slice(first.start, first.end))
		);
		if (hits.length === 0) continue;
		best = {
			start: first.start,
			end: token.end,
			from,
			to,
			key: found.key,
			hits,
			word: found.word,
			inflected: found.key !== key
		};
	}
	return withHead(tokens, from, best) ?? best;
}

/** Before a name these are part of it, known or not. */
const NATURAL = new Set(['lake', 'mt', 'ft', 'cape']);

/** Whether the word after is part of the same name. */
function goesOn(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	return (
		next !== undefined && next.capital && !LOOSE.has(next.key) && joins(next, tokens[at] as Token)
	);
}

/** `Nyanza Province`, `Lake Sev`, `Plum Island`: a name with a word that says what it is, known as a whole or not. */
function withHead(
	tokens: readonly Token[],
	from: number,
	best: Spot | undefined
): Spot | undefined {
	const first = tokens[from] as Token;
	if (best) {
		let to = best.to;
		let next = tokens[to + 1];
		if (next?.key === 'international' && tokens[to + 2]?.key === 'airport') {
			to++;
			next = tokens[to + 1];
		}
		const last = tokens[to];
		if (!next || !last || !joins(next, last) || !HEADS.has(next.key)) return undefined;
		if (!next.capital) return { ...best, said: next.key };
		// `Santa Ana City Council` is no city's name.
		if (goesOn(tokens, to + 1) || (best.head === undefined && HEADS.has(last.key)))
			return undefined;
		return { ...best, to: to + 1, end: next.end, head: next.key };
	}
	const second = tokens[from + 1];
	if (
		NATURAL.has(first.key) &&
		second?.capital &&
		joins(second, first) &&
		!first.titled &&
		!LOOSE.has(second.key) &&
		!goesOn(tokens, from + 1)
	)
		return {
			start: first.start,
			end: second.end,
			from,
			to: from + 1,
			key: `${first.key} ${second.key}`,
			hits: [],
			word: false,
			head: first.key
		};
	if (LOOSE.has(first.key) && !FRONTS.has(first.key)) return undefined;
	// An unknown name of up to three words before a head, or after a front.
	let to = from;
	while (to < from + 3) {
		const next = tokens[to + 1];
		if (!next || !joins(next, tokens[to] as Token) || !next.capital) break;
		if (HEADS.has(next.key) && !next.titled && !first.titled && !goesOn(tokens, to + 1)) {
			if (first.first && LOOSE.has(first.key)) return undefined;
			return {
				start: first.start,
				end: next.end,
				from,
				to: to + 1,
				key: tokens
					.slice(from, to + 2)
					.map((t) => t.key)
					.join(' '),
				hits: [],
				word: false,
				head: next.key
			};
		}
		to++;
	}
	return undefined;
}
