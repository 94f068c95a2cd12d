import type { Hit } from './gazetteer';
import type { Lookup } from './lookup';
import { isWithin } from './near';
import { isGreat, type Persons } from './persons';
import { joins, type Spot } from './spot';
import type { Token } from './tokens';
import {
	BODIES,
	BODIES_OF,
	DIRECTIONS,
	HEADS,
	KIND_OF,
	LOCATIVE,
	LOOSE,
	NAMESAKES,
	OFFICES,
	SPEECH,
	TITLES
} from './words';

/** What a name is judged by. */
export interface Scene {
	tokens: readonly Token[];
	/** All names that may be a place's, in order. */
	spots: readonly Spot[];
	persons: Persons;
	lookup: Lookup;
	/** Words that the text has without a capital, too. */
	small: ReadonlySet<string>;
}

/** Less evidence is no place. */
export const ENOUGH = 1.5;

const NEVER = -9;

/** How much speaks for a name being a place's where it stands; below ENOUGH it is none. @param nth its number */
export function evidence(nth: number, scene: Scene): number {
	const { tokens, spots, persons } = scene;
	const spot = spots[nth] as Spot;
	for (let i = spot.from; i <= spot.to; i++) if (persons.words.has(i)) return NEVER;
	const after = tokens[spot.to + 1];
	const first = tokens[spot.from] as Token;
	const last = tokens[spot.to] as Token;
	// A sum of money: US$10.
	if (/\$$/.test(first.gap) || scene.lookup.text.charAt(last.end) === '$') return NEVER;

	if (after && NAMESAKES.has(after.key) && /^[ -]$/.test(after.gap)) return NEVER;

	const single = spot.from === spot.to;
	const great = isGreat(spot);
	if (single && isNoName(spot, nth, scene)) return NEVER;
	const { sum: position, located } = positioned(spot, scene);
	let sum = Math.max(...spot.hits.map(weightOf), spot.head ? 1 : 0);
	const company = beside(nth, scene);
	sum += position + company + apart(nth, scene);
	if (after && SPEECH.has(after.key) && !great && !located && after.gap === ' ') sum -= 1.5;
	if (first.titled && !great) sum -= 1;
	if (first.first && !great) sum -= 0.5;
	if (!single) return sum;

	if (persons.surnames.has(first.key) && !located) sum -= great ? 1.5 : 4;
	if (scene.lookup.isFirstName(first.key) && !great && !located) sum -= 0.7;
	const nation = spot.hits.some(({ entry, other }) => entry.kind === 'country' && !other);
	if (spot.word && !nation) sum -= company >= 3 ? 1 : located && !first.first ? 1.7 : great ? 3 : 4;
	if (scene.small.has(first.key) && !located) sum -= 2;
	return sum;
}

/** One word that is no name at all: `Western`, `OK`. */
function isNoName(spot: Spot, nth: number, { tokens, spots }: Scene): boolean {
	const token = tokens[spot.from] as Token;
	const loose = [LOOSE, TITLES, DIRECTIONS, HEADS, BODIES, OFFICES].some((words) =>
		words.has(token.key)
	);
	if (loose && !spot.hits.some(({ entry }) => entry.id !== undefined)) return true;
	if (!token.capitals || token.titled) return false;
	const listed = spots[nth - 1]?.to === spot.from - 1 && /^\s*,\s*$/.test(token.gap);
	if (listed) return false;
	// `OK` and `AK` are states where they follow a town; a short name in capitals is as a rule another thing's.
	if (spot.hits.some(({ capitals }) => capitals))
		return token.key.length === 2 && !spot.hits.some(({ entry }) => entry.kind === 'country');
	return token.end - token.start <= 5 && !token.first && !isGreat(spot);
}

/** What stands before it: `in Pandi`, `the city of Mobile`, but `University of Texas`. */
function positioned(spot: Spot, { tokens }: Scene): { sum: number; located: boolean } {
	const first = tokens[spot.from] as Token;
	const back = (n: number) => {
		const token = tokens[spot.from - n];
		return token?.sentence === first.sentence ? token : undefined;
	};
	if (spot.inflected) return { sum: 1.5, located: true };
	if (first.gap.trim() !== '') return { sum: 0, located: false };
	const the = back(1)?.key === 'the' ? 1 : 0;
	const preposition = back(1 + the);
	if (preposition && LOCATIVE.has(preposition.key)) return { sum: the ? 1.5 : 2, located: true };
	if (preposition?.key === 'of') {
		const kind = back(2 + the);
		if (kind && (KIND_OF.has(kind.key) || /^\d+$/.test(kind.key)))
			return { sum: the ? 2 : 3, located: true };
		if (kind?.capital && BODIES_OF.has(kind.key)) return { sum: NEVER, located: false };
		return { sum: 0.5, located: false };
	}
	return { sum: the && spot.from === spot.to && !isGreat(spot) ? -1 : 0, located: false };
}

/** Places stand beside places: `Pandi, Bulacan`, `Texas, Ohio and Iowa`. */
function beside(nth: number, { tokens, spots }: Scene): number {
	const spot = spots[nth] as Spot;
	const following = spots[nth + 1];
	const previous = spots[nth - 1];
	const comma = /^\s*[,(]\s*$/;
	let sum = 0;
	if (following?.from === spot.to + 1 && comma.test((tokens[following.from] as Token).gap))
		sum += contains(following, spot) ? 3 : 1;
	if (previous?.to === spot.from - 1 && comma.test((tokens[spot.from] as Token).gap))
		sum += contains(spot, previous) ? 3 : 1;
	if (previous?.to === spot.from - 2 && tokens[spot.from - 1]?.key === 'and') sum += 0.7;
	return sum;
}

/** Words with capitals that it stands together with are a longer name, of which it is a part. */
function apart(nth: number, { tokens, spots, persons, lookup, small }: Scene): number {
	const spot = spots[nth] as Spot;
	const first = tokens[spot.from] as Token;
	const last = tokens[spot.to] as Token;
	if (first.titled) return 0;
	const nation = spot.hits.some(({ entry, other }) => entry.kind === 'country' && !other);
	const area = nation || spot.hits.some(({ entry, other }) => entry.kind === 'province' && !other);
	let sum = 0;

	const next = tokens[spot.to + 1];
	const following = spots[nth + 1];
	if (
		next?.capital &&
		joins(next, last) &&
		!(following?.from === spot.to + 1 && isGreat(following))
	) {
		if (BODIES.has(next.key)) return NEVER;
		const open = LOOSE.has(next.key) || TITLES.has(next.key) || lookup.demonym(next.key);
		if (next.gap.trim() !== '') sum -= 2;
		else if (!open && !(area && OFFICES.has(next.key))) sum -= nation ? 3 : 5;
	}

	const before = tokens[spot.from - 1];
	const previous = spots[nth - 1];
	if (
		before?.capital &&
		joins(first, before) &&
		!(previous?.to === spot.from - 1 && isGreat(previous))
	) {
		const open =
			LOOSE.has(before.key) ||
			TITLES.has(before.key) ||
			DIRECTIONS.has(before.key) ||
			HEADS.has(before.key) ||
			lookup.demonym(before.key);
		// At the start of a sentence any word has a capital.
		const any = before.first && !persons.surnames.has(before.key);
		if (!open)
			sum -= any ? (small.has(before.key) || /(ing|ed|ly)$/.test(before.key) ? 0.5 : 2) : 4;
	}
	return sum;
}

function weightOf({ entry, other }: Hit): number {
	if (entry.id !== undefined) return 6;
	const weights: Record<string, number> = {
		country: 5,
		province: 3.5,
		region: 3,
		feature: 3,
		lake: 3,
		district: 2
	};
	const people = Math.max(0, Math.log10((entry.population ?? 0) + 1) - 3);
	const weight = weights[entry.kind] ?? 0.7 * (entry.capital ?? 0) + 0.9 * people;
	return other ? weight - 1.2 : weight;
}

/** Whether one of the first's places is a part of the world in which one of the second's lies. */
export function contains(outer: Spot, inner: Spot): boolean {
	return outer.hits.some(({ entry: a }) =>
		inner.hits.some(({ entry: b }) => a !== b && isWithin(b, a))
	);
}
