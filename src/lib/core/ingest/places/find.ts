import type { Article } from '../article';
import type { Hint, PlaceMention, PlacesFound } from '../mention';
import { joinBorders } from './border';
import { candidate, dossierNames, type Entry, type Gazetteers } from './gazetteer';
import { ENOUGH, evidence } from './judge';
import { lookupOf, type Lookup } from './lookup';
import { isMetonym } from './metonym';
import { findPersons } from './persons';
import { resolve, type Resolved } from './resolve';
import { spotNames, type Spot } from './spot';
import { tokensOf, type Token } from './tokens';
import { isMisspelt, unknownDateline, unknownNames } from './unknown';

/** Weight of a place of which a name is taken for a slip of the pen. */
const MISSPELT = 0.3;

/**
 * Finds the places that an article names in what it reports, what each was taken for and what else it may be. What only
 * looks like a place (persons, bodies, words) is left out; a word that says of what country somebody is, is a hint.
 * Takes time in proportion to the text's length. Never throws.
 */
export function findPlaces(article: Article, gazetteers: Gazetteers): PlacesFound {
	const own = dossierNames(gazetteers.dossier);
	const tokens = tokensOf(article);
	const lookup = lookupOf(own, gazetteers.world, article.text, article.language);
	const names = spotNames(tokens, lookup);
	const hints = findHints(tokens, names, lookup);
	const hinted = new Set(hints.map(({ start }) => start));
	const persons = findPersons(tokens, names, lookup);
	const small = new Set(tokens.filter(({ capital }) => !capital).map(({ key }) => key));
	const scene = { tokens, spots: names, persons, lookup, small };
	const known = names.filter((spot, i) => !hinted.has(spot.start) && evidence(i, scene) >= ENOUGH);
	const joined = joinBorders(known, tokens, gazetteers.dossier, (key) => own.get(key));
	const opening = unknownDateline(article, tokens, known);
	const spots = [
		...joined,
		...unknownNames(tokens, names, persons, lookup),
		...(opening ? [opening] : [])
	]
		.sort((a, b) => a.start - b.start)
		.filter((spot, i, all) => i === 0 || (all[i - 1] as Spot).end <= spot.start);
	const resolved = resolve(
		spots,
		tokens,
		hints.map(({ country }) => country)
	);
	const misspelt = misspellings(resolved);
	return {
		places: resolved.map((one) => mention(one, misspelt, tokens, article.text)),
		hints,
		persons: persons.mentions
	};
}

function mention(
	{ spot, entry, candidates, reason }: Resolved,
	misspelt: (key: string) => Entry | undefined,
	tokens: readonly Token[],
	text: string
): PlaceMention {
	const { start, end } = spot;
	const found: PlaceMention = {
		start,
		end,
		text: text.slice(start, end),
		name: entry?.name ?? null,
		lat: entry?.lat ?? null,
		lon: entry?.lon ?? null,
		kind: entry?.kind ?? null,
		...(entry?.id !== undefined && { id: entry.id }),
		...(entry && isMetonym(spot, entry, tokens) && { metonym: true as const }),
		candidates,
		reason
	};
	if (candidates.length > 0) return found;
	const meant = misspelt(spot.key);
	if (!meant) return found;
	return {
		...found,
		candidates: [candidate(meant, MISSPELT)],
		reason: `No gazetteer has this name; it may be misspelt for ${meant.name}, which the article names.`
	};
}

/** So many names are compared with one that no gazetteer has. */
const MOST_NAMES = 200;

/** Of a name that no gazetteer has: a resolved one from which it differs by a letter. */
function misspellings(resolved: readonly Resolved[]): (key: string) => Entry | undefined {
	const known = new Map<string, Entry>();
	for (const { spot, entry } of resolved)
		if (entry && known.size < MOST_NAMES) known.set(spot.key, entry);
	const asked = new Map<string, Entry | undefined>();
	return (key) => {
		if (!asked.has(key)) {
			const right = [...known.keys()].find((other) => isMisspelt(key, other));
			asked.set(key, right === undefined ? undefined : known.get(right));
		}
		return asked.get(key);
	};
}

/** Words that say of what country somebody is. Not of a longer name: `Dominican Republic` is a place. */
function findHints(tokens: readonly Token[], names: readonly Spot[], lookup: Lookup): Hint[] {
	const taken = new Set<number>();
	for (const { from, to, hits } of names)
		if (to > from && hits.length > 0) for (let i = from; i <= to; i++) taken.add(i);
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
