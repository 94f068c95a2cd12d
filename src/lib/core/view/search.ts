import MiniSearch from 'minisearch';
import type { Dossier } from '../dossier/dossier';
import type { Names } from '../dossier/schema';
import { withAncestors } from '../place/within';

/** Finds the events that hold words, as their ids. */
export type Search = (text: string) => ReadonlySet<string>;

const searches = new WeakMap<Dossier, Search>();

/**
 * The search over a dossier: titles, summaries, claims, sources, and the names of places and actors in
 * every language, so that `Kelbajar` finds what stands under `Kəlbəcər`. Every word has to be found;
 * its beginning is enough, and a longer one may have a letter wrong. The index is built at the first
 * search and kept as long as the dossier.
 */
export function searchOf(dossier: Dossier): Search {
	let search = searches.get(dossier);
	if (!search) {
		search = makeSearch(dossier);
		searches.set(dossier, search);
	}
	return search;
}

function makeSearch(dossier: Dossier): Search {
	let index: MiniSearch | undefined;
	let last: { text: string; found: ReadonlySet<string> } | undefined;
	return (text) => {
		if (last?.text === text) return last.found;
		index ??= makeIndex(dossier);
		const found = new Set<string>(index.search(text).map(({ id }) => id as string));
		last = { text, found };
		return found;
	};
}

/**
 * An index to search in some fields: all words, beginnings of words are enough, a longer word may have a
 * letter or two wrong, one with digits none.
 */
export function emptyIndex(fields: string[]): MiniSearch {
	return new MiniSearch({
		fields,
		tokenize: words,
		processTerm: (word) => word,
		searchOptions: {
			combineWith: 'AND',
			prefix: true,
			fuzzy: wrongLetters
		}
	});
}

/** How many letters of a word that is searched may be wrong, missing or too many. */
export function wrongLetters(word: string): number {
	return /\d/.test(word) ? 0 : word.length > 8 ? 2 : word.length > 4 ? 1 : 0;
}

function makeIndex({ events, places, sources, header }: Dossier): MiniSearch {
	const sourceOf = new Map(sources.map((source) => [source.id, source]));
	const allNames = (names: Names) => Object.values(names).flat().join('\n');
	const namesOf = new Map(places.map((place) => [place.id, allNames(place.names)]));
	const actorNames = new Map(header.actors.map((actor) => [actor.id, allNames(actor.names)]));
	const chainOf = withAncestors(places);
	const index = emptyIndex(['text', 'places', 'actors', 'sources']);
	index.addAll(
		events.map((event) => {
			const claims = event.claims;
			const named = [event.place, ...claims.map(({ place }) => place), ...event.concerns].flatMap(
				(id) => (id === undefined ? [] : chainOf(id))
			);
			const acting = [...event.actors, ...claims.map(({ by }) => by)];
			const cited = claims.map(({ source }) => sourceOf.get(source));
			return {
				id: event.id,
				text: [event.title, event.summary, ...claims.map(({ text }) => text)].join('\n'),
				places: [...new Set(named)].map((id) => namesOf.get(id)).join('\n'),
				actors: [...new Set(acting)].map((id) => actorNames.get(id) ?? id).join('\n'),
				sources: [...new Set(cited)]
					.map((source) => source && `${source.title}\n${source.publisher}`)
					.join('\n')
			};
		})
	);
	return index;
}

/** Letters that Unicode does not take apart, and that people without them on their keyboard write so. */
const PLAIN: Record<string, string> = {
	ə: 'e',
	ı: 'i',
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe'
};

/** Lower case, without accents and other marks: `Kəlbəcər` is `kelbecer`, `Şuşa` is `susa`. */
export function fold(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/[əıłøđðþßæœ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text, folded; apostrophes within a word are no break. */
export function words(text: string): string[] {
	return fold(text.replace(/['’ʼʻ`´]/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
}
