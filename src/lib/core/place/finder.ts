import type MiniSearch from 'minisearch';
import type { Names } from '../dossier/schema';
import { emptyIndex, fold } from '../view/search';

interface Named {
	id: string;
	names: Names;
}

/** Finds what is named, by what was typed: the ids, the best first. All of them for nothing. */
export type Finder = (text: string) => string[];

/**
 * A finder by every name in every language and script. Beginnings of words are enough, accents may be left
 * out, a longer word may have a letter wrong. The index is built at the first search.
 */
export function finderOf(items: readonly Named[]): Finder {
	let index: MiniSearch | undefined;
	const folded = new Map(items.map(({ id, names }) => [id, Object.values(names).flat().map(fold)]));
	return (text) => {
		const typed = fold(text.trim());
		if (typed === '') return items.map(({ id }) => id);
		index ??= makeIndex(items);
		const found = index.search(text).map(({ id }) => id as string);
		// A name that begins as it was typed is meant before one that has a word of it, and of these the shortest.
		const rank = new Map(
			found.map((id) => {
				const begun = (folded.get(id) ?? []).filter((name) => name.startsWith(typed));
				return [id, Math.min(...begun.map(({ length }) => length), Number.MAX_SAFE_INTEGER)];
			})
		);
		return found.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
	};
}

function makeIndex(items: readonly Named[]): MiniSearch {
	const index = emptyIndex(['names']);
	index.addAll(
		items.map(({ id, names }) => ({
			id,
			names: [id, ...Object.values(names).flat()].join('\n')
		}))
	);
	return index;
}
