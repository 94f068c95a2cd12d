import type { Dossier } from '../dossier/dossier';
import type { Names } from '../dossier/schema';
import { words, wrongLetters } from '../view/search';
import type { Columns, ListName, Lists } from './columns';
import { isNear } from './near';

/** The words of the names that the numbers of some lists stand for. */
export interface NameWords {
	places: readonly (readonly string[])[];
	actors: readonly (readonly string[])[];
	publishers: readonly (readonly string[])[];
}

/** Names in every language, folded as the search folds them, once for many searches. */
export function nameWords(
	{ places, header }: Pick<Dossier, 'places' | 'header'>,
	columns: Record<ListName, Pick<Lists, 'ids'>>
): NameWords {
	const namesIn = (items: readonly { id: string; names: Names }[], { ids }: Pick<Lists, 'ids'>) => {
		const byId = new Map(items.map((item) => [item.id, item.names]));
		return ids.map((id) =>
			words(
				Object.values(byId.get(id) ?? {})
					.flat()
					.join('\n')
			)
		);
	};
	return {
		places: namesIn(places, columns.places),
		actors: namesIn(header.actors, columns.actors),
		publishers: columns.publishers.ids.map(words)
	};
}

/** Whether one of the words of a name begins with a word, or nearly is it. */
export function nameTest(word: string): (name: readonly string[]) => boolean {
	const wrong = wrongLetters(word);
	return (name) =>
		name.some((own) => own.startsWith(word) || (wrong > 0 && isNear(own, word, wrong)));
}

/** The rows, rising, of places, actors and publishers whose name has a word that begins so, or nearly is it. */
export function rowsNamed(columns: Columns, names: NameWords, word: string): Uint32Array {
	const has = new Uint8Array(columns.length);
	const isNamed = nameTest(word);
	for (const key of ['places', 'actors', 'publishers'] as const) {
		const wanted = Uint8Array.from(names[key], (own) => Number(isNamed(own)));
		if (!wanted.includes(1)) continue;
		const { starts, values } = columns[key];
		for (let row = 0; row < columns.length; row++)
			for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
				if (wanted[values[i] as number] === 1) has[row] = 1;
	}
	return rowsWhere(has);
}

/** Numbers of the places where a flag is set, rising. */
export function rowsWhere(flags: Uint8Array): Uint32Array {
	let count = 0;
	for (const flag of flags) count += flag;
	const rows = new Uint32Array(count);
	let into = 0;
	for (let row = 0; row < flags.length; row++) if (flags[row] === 1) rows[into++] = row;
	return rows;
}

/**
 * The rows in which every word of a text is found: in the event's own texts, or in the names of what it is
 * at, by and from. As in the search of a small dossier the beginning of a word is enough, and a longer one may
 * have a letter or two wrong.
 * @param own the rows, rising, whose own texts have a word that begins so, or is it but for so many letters
 */
export async function searchRows(
	columns: Columns,
	names: NameWords,
	text: string,
	own: (word: string, wrong: number) => Promise<Uint32Array>
): Promise<Uint32Array> {
	const wanted = [...new Set(words(text))];
	// What is no word at all is found nowhere, as in any other search.
	if (wanted.length === 0) return new Uint32Array();
	const times = new Uint8Array(columns.length);
	const found = await Promise.all(wanted.map((word) => own(word, wrongLetters(word))));
	found.forEach((rows, i) => {
		for (const row of rows) if (times[row] === i) times[row] = i + 1;
		for (const row of rowsNamed(columns, names, wanted[i] as string))
			if (times[row] === i) times[row] = i + 1;
	});
	return rowsWhere(times.map((count) => Number(count === wanted.length)));
}
