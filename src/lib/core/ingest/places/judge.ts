import type { Hit } from './gazetteer';
import type { Lookup } from './lookup';
import type { Persons } from './persons';
import { isGreat } from './persons';
import { joins, type Spot } from './spot';
import type { Token } from './tokens';
import { BODIES, BODIES_OF, HEADS, KIND_OF, LOCATIVE, LOOSE, SPEECH, TITLES } from './words';

/** How much speaks for a name being a place's where it stands. @returns below ENOUGH: no place */
export function evidence(
	spot: Spot,
	nth: number,
	spots: readonly Spot[],
	tokens: readonly Token[],
	persons: Persons,
	lookup: Lookup,
	small: ReadonlySet<string>
): number {
	const first = tokens[spot.from] as Token;
	const last = tokens[spot.to] as Token;
	const before = tokens[spot.from - 1];
	const before2 = tokens[spot.from - 2];
	const next = tokens[spot.to + 1];
	const single = spot.from === spot.to;
	const great = isGreat(spot);
	let sum = Math.max(...spot.hits.map(weightOf), spot.head ? 1 : 0);

	for (let i = spot.from; i <= spot.to; i++) if (persons.words.has(i)) return -9;

	const touches =
		before !== undefined && before.sentence === first.sentence && /^\s+$/.test(first.gap);
	const located = touches && LOCATIVE.has(before.key);
	if (located) sum += 2;
	if (touches && before.key === 'of' && before2) {
		if (KIND_OF.has(before2.key)) sum += 3;
		else if (BODIES_OF.has(before2.key) && before2.capital) return -9;
		else sum += 0.5;
	}
	if (
		touches &&
		before.key === 'the' &&
		single &&
		!great &&
		spot.hits.every(({ entry }) => entry.kind !== 'feature')
	)
		sum -= 1;

	// `Pandi, Bulacan` and `Texas, Ohio and Iowa`: places stand beside places.
	const following = spots[nth + 1];
	if (
		following &&
		following.from === spot.to + 1 &&
		/^\s*,\s*$/.test((tokens[following.from] as Token).gap)
	)
		sum += contains(following, spot) ? 3 : 1;
	const previous = spots[nth - 1];
	if (previous && previous.to === spot.from - 1 && /^\s*,\s*$/.test(first.gap))
		sum += contains(spot, previous) ? 3 : 1;
	if (previous && previous.to === spot.from - 2 && before?.key === 'and') sum += 0.7;

	// A part of a longer name.
	if (
		!first.titled &&
		next &&
		next.capital &&
		joins(next, last) &&
		next.sentence === last.sentence
	) {
		const other = following?.from === spot.to + 1;
		if (BODIES.has(next.key)) return -9;
		if (next.gap !== ' ' && !other) sum -= 2;
		else if (
			!great &&
			!other &&
			!LOOSE.has(next.key) &&
			!TITLES.has(next.key) &&
			!lookup.demonym(next.key)
		)
			sum -= 5;
	}
	if (
		!first.titled &&
		before &&
		before.capital &&
		before.sentence === first.sentence &&
		joins(first, before)
	) {
		const name =
			!LOOSE.has(before.key) &&
			!TITLES.has(before.key) &&
			!lookup.demonym(before.key) &&
			!HEADS.has(before.key);
		const other = previous?.to === spot.from - 1;
		if (name && !other) sum -= before.first && !persons.surnames.has(before.key) ? 1 : 4;
	}
	if (single && persons.surnames.has(first.key) && !located) sum -= 4;
	if (next && SPEECH.has(next.key) && !great && next.gap === ' ') sum -= 1.5;
	if (single && spot.word && !great) sum -= located && !first.first ? 1 : 3;
	if (single && small.has(first.key) && !located) sum -= 2;
	if (single && lookup.isFirstName(first.key) && !great) sum -= 1;
	if (first.first && !great) sum -= 0.5;
	if (first.titled && !great) sum -= 1;
	return sum;
}

/** Less is no place. */
export const ENOUGH = 1.5;

function weightOf({ entry, other }: Hit): number {
	if (entry.id !== undefined) return 6;
	const base =
		entry.kind === 'country'
			? 5
			: entry.kind === 'province'
				? 3.5
				: entry.kind === 'region' || entry.kind === 'feature' || entry.kind === 'lake'
					? 3
					: entry.kind === 'district'
						? 2
						: (entry.capital ? 0.7 * entry.capital : 0) +
							Math.max(0, Math.log10((entry.population ?? 0) + 1) - 3) * 0.9;
	return other ? base - 1.2 : base;
}

/** Whether one of the first's places is a part of the world in which one of the second's lies. */
export function contains(outer: Spot, inner: Spot): boolean {
	return outer.hits.some(({ entry: a }) =>
		inner.hits.some(({ entry: b }) => a !== b && isWithin(b, a))
	);
}

/** Whether a gazetteer says that a place lies in another, or it lies as near as that would make it. */
export function isWithin(inner: Hit['entry'], outer: Hit['entry']): boolean {
	if (outer.kind === 'country')
		return (
			inner.kind !== 'country' && inner.country === outer.country && outer.country !== undefined
		);
	if (outer.kind !== 'province' && outer.kind !== 'district' && outer.kind !== 'region')
		return false;
	if (inner.kind === 'country' || inner.kind === 'province') return false;
	if (inner.country !== outer.country && outer.country !== undefined) return false;
	if (inner.province !== undefined && inner.province === outer.name) return true;
	const most = outer.kind === 'province' ? 120 : 60;
	return Math.abs(inner.lat - outer.lat) < 2 && distanceKm(inner, outer) < most;
}

/** Great-circle distance in kilometres, by the haversine formula. */
export function distanceKm(
	a: { lat: number; lon: number },
	b: { lat: number; lon: number }
): number {
	const rad = Math.PI / 180;
	const h =
		Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
		Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
	return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
