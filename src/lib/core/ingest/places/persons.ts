import type { PersonMention } from '../mention';
import type { Lookup } from './lookup';
import { joins, type Spot } from './spot';
import type { Token } from './tokens';
import { BODIES, HEADS, LOOSE, OFFICES, PARTICLES, SPEECH, TITLES } from './words';

/** The persons of a text, and what a word of theirs alone stands for. */
export interface Persons {
	mentions: PersonMention[];
	/** Numbers of the words that are in a person's name. */
	words: Set<number>;
	/** Last words of their names. */
	surnames: Set<string>;
}

/** Names have so many words at most. */
const MOST = 5;

/** After these a name is never a place's. */
const ALWAYS = /^(mr|mrs|ms|miss|sir|dame)$/;

const isName = (token: Token) => token.capital && !/^\p{N}/u.test(token.key);

/**
 * Finds persons: what follows a title; a first name with what follows it; two or more words with capitals of which
 * a verb of speaking says that they speak; and a surname that stands alone after that.
 */
export function findPersons(
	tokens: readonly Token[],
	spots: readonly Spot[],
	lookup: Lookup
): Persons {
	const words = new Set<number>();
	const surnames = new Set<string>();
	const spans: [from: number, to: number][] = [];
	/** The longest name of a place at each word, to leave `San Jose` and `Prince Edward Island` alone. */
	const placeAt = new Map<number, Spot>();
	for (const spot of spots) for (let i = spot.from; i <= spot.to; i++) placeAt.set(i, spot);

	const take = (from: number, to: number) => {
		for (let i = from; i <= to; i++) words.add(i);
		const last = tokens[to] as Token;
		if (last.key.length > 2) surnames.add(last.key);
		spans.push([from, to]);
	};
	const greatAt = (i: number) => {
		const spot = placeAt.get(i);
		return spot !== undefined && isGreat(spot);
	};
	/** Words with a capital that speak, somewhere in the text: `Mirzoyan told Lavrov`. */
	const speakers = new Set<string>();
	tokens.forEach((token, i) => {
		const next = tokens[i + 1];
		if (token.capital && next?.gap === ' ' && SPEECH.has(next.key) && !greatAt(i))
			speakers.add(token.key);
	});
	/** Last word of the run of names that begins at `from`; `from - 1` where none does. */
	const runFrom = (from: number) => {
		let to = from - 1;
		for (let i = from; i < tokens.length && i < from + MOST; i++) {
			const token = tokens[i] as Token;
			if (i > from && !inName(token, tokens[i - 1] as Token)) break;
			if (isName(token)) {
				if (
					LOOSE.has(token.key) ||
					lookup.demonym(token.key) ||
					HEADS.has(token.key) ||
					BODIES.has(token.key) ||
					(OFFICES.has(token.key) && !TITLES.has(token.key))
				)
					break;
				to = i;
			} else if (!PARTICLES.has(token.key)) break;
		}
		return to;
	};

	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (!token.capital && !TITLES.has(token.key)) continue;
		const place = placeAt.get(i);
		const long = place && place.to > place.from && place.hits.length > 0;
		const next = tokens[i + 1];
		if (
			TITLES.has(token.key) &&
			next &&
			isName(next) &&
			titleGap(next) &&
			next.sentence === token.sentence
		) {
			if (long && place.from <= i && place.to > i) continue;
			let from = i + 1;
			while (
				from < i + MOST &&
				from < tokens.length &&
				TITLES.has((tokens[from] as Token).key) &&
				isName(tokens[from] as Token)
			)
				from++;
			const to = runFrom(from);
			const whole = placeAt.get(from);
			// `President of France` has its `of`; `the president France wants` is rare.
			if (to > from || (to === from && (ALWAYS.test(token.key) || !(whole && isGreat(whole))))) {
				take(from, to);
				i = to;
			}
			continue;
		}
		const nation = place?.hits.some(({ entry, other }) => entry.kind === 'country' && !other);
		if (!isName(token) || long || token.titled || LOOSE.has(token.key)) continue;
		// `Armenia and Russia Ararat Mirzoyan`: a country begins no person's name that is no first name.
		if (nation && !lookup.isFirstName(token.key)) continue;
		const to = runFrom(i);
		if (to <= i) continue;
		const after = tokens[to + 1];
		const inner = placeAt.get(i + 1);
		if (
			inner &&
			inner.to > inner.from &&
			inner.from === i + 1 &&
			inner.hits.length > 0 &&
			inner.to >= to &&
			!lookup.isFirstName(token.key)
		)
			continue;
		const spoke = after !== undefined && SPEECH.has(after.key) && /^[ ,]*$/.test(after.gap);
		// `Jordan Smith`, but `Victoria, Australia`.
		const free = !greatAt(i + 1) && !TITLES.has((tokens[i + 1] as Token).key);
		const firstName =
			lookup.isFirstName(token.key) && (spoke || free || !(place && isGreat(place)));
		const initial = /^\p{L}$/u.test((tokens[i + 1] as Token).key) && to > i + 1;
		const speaks = speakers.has((tokens[to] as Token).key);
		if (firstName || initial || speaks || (spoke && !(place && isGreat(place)))) {
			take(i, to);
			i = to;
		}
	}
	// The surname alone, wherever it stands.
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (words.has(i) || !isName(token) || !surnames.has(token.key)) continue;
		if (!placeAt.has(i)) {
			words.add(i);
			spans.push([i, i]);
		}
	}
	spans.sort((a, b) => a[0] - b[0]);
	const mentions = spans.map(([from, to]) => {
		const { start } = tokens[from] as Token;
		const { end } = tokens[to] as Token;
		return { start, end, text: lookup.text.slice(start, end) };
	});
	return { mentions, words, surnames };
}

const titleGap = (token: Token) => /^\.?\s+$/.test(token.gap);

function inName(token: Token, before: Token): boolean {
	if (token.sentence !== before.sentence || before.possessive) return false;
	return joins(token, before) || (/^\.\s$/.test(token.gap) && before.key.length === 1);
}

/** A country or a province: what is called after a person stays what it is. */
export function isGreat(spot: Spot): boolean {
	return spot.hits.some(
		({ entry, other }) =>
			!other &&
			(entry.kind === 'country' ||
				entry.kind === 'province' ||
				entry.kind === 'region' ||
				(entry.population ?? 0) > 2_000_000 ||
				entry.id !== undefined)
	);
}
