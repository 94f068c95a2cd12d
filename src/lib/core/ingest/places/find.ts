import type { Article } from '../article';
import type { Hint, PlaceMention, PlacesFound } from '../mention';
import type { Gazetteers } from './gazetteer';
import { ENOUGH, evidence, type Scene } from './judge';
import { lookupOf, type Lookup } from './lookup';
import { findPersons } from './persons';
import { resolve } from './resolve';
import { spotNames } from './spot';
import { tokensOf, type Token } from './tokens';

/** Finds the places that an article names, in what it reports; what only looks like a place is left out. */
export function findPlaces(article: Article, gazetteers: Gazetteers): PlacesFound {
	const tokens = tokensOf(article);
	const lookup = lookupOf(gazetteers, article.text, article.language);
	const names = spotNames(tokens, lookup);
	const long = new Set<number>();
	for (const { from, to, hits } of names)
		if (to > from && hits.length > 0) for (let i = from; i <= to; i++) long.add(i);
	// `Dominican Republic` is a place, `Dominican` says of what country somebody is.
	const hints = findHints(tokens, long, lookup);
	const hinted = new Set(hints.map(({ start }) => start));
	const persons = findPersons(tokens, names, lookup);
	const small = new Set(tokens.filter(({ capital }) => !capital).map(({ key }) => key));
	const scene: Scene = { tokens, spots: names, persons, lookup, small };
	const spots = names.filter((spot, i) => !hinted.has(spot.start) && evidence(i, scene) >= ENOUGH);
	const places = resolve(
		spots,
		tokens,
		hints.map(({ country }) => country)
	).map(({ spot: { start, end }, entry, candidates, reason }): PlaceMention => ({
		start,
		end,
		text: article.text.slice(start, end),
		name: entry?.name ?? null,
		lat: entry?.lat ?? null,
		lon: entry?.lon ?? null,
		kind: entry?.kind ?? null,
		...(entry?.id !== undefined && { id: entry.id }),
		candidates,
		reason
	}));
	return { places, hints, persons: persons.mentions };
}

/** Words that say of what country somebody is. */
function findHints(tokens: readonly Token[], taken: ReadonlySet<number>, lookup: Lookup): Hint[] {
	const hints: Hint[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (!token.capital || taken.has(i)) continue;
		const next = tokens[i + 1];
		const pair =
			next?.capital && next.gap === ' ' ? lookup.demonym(`${token.key} ${next.key}`) : undefined;
		const country = pair ?? lookup.demonym(token.key);
		if (!country) continue;
		const end = pair && next ? next.end : token.end;
		hints.push({ start: token.start, end, text: lookup.text.slice(token.start, end), country });
		if (pair) i++;
	}
	return hints;
}
