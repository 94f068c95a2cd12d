import type { Database } from './connect';
import { Query, run } from './query';

/** The kinds of terms, by their numbers in dateline.terms. */
export const KINDS = { types: 0, places: 1, actors: 2, publishers: 3, words: 4 } as const;
export type Named = Exclude<keyof typeof KINDS, 'words'>;

/** What the numbers of one kind stand for. */
export interface Dictionary {
	ids: ReadonlyMap<number, string>;
	numbers: ReadonlyMap<string, number>;
	/** How many events have each. */
	events: ReadonlyMap<string, number>;
}

/** The terms of a dossier but for words, read once. */
export type Terms = Record<Named, Dictionary>;

interface TermRow extends Record<string, unknown> {
	kind: number;
	number: number;
	id: string;
	events: string;
}

export async function readTerms(sql: Database, dossier: number): Promise<Terms> {
	const query = new Query();
	const rows = await run<TermRow>(
		sql,
		`SELECT kind, number, id, events FROM dateline.terms
		WHERE dossier = ${query.int(dossier)} AND kind < ${KINDS.words} ORDER BY kind, number`,
		query
	);
	const of = (name: Named): Dictionary => {
		const own = rows.filter(({ kind }) => kind === KINDS[name]);
		return {
			ids: new Map(own.map(({ number, id }) => [number, id])),
			numbers: new Map(own.map(({ number, id }) => [id, number])),
			events: new Map(own.map(({ id, events }) => [id, Number(events)]))
		};
	};
	return {
		types: of('types'),
		places: of('places'),
		actors: of('actors'),
		publishers: of('publishers')
	};
}

/** The numbers of those of some ids that there are. */
export function numbersOf({ numbers }: Dictionary, ids: readonly string[]): number[] {
	return ids.flatMap((id) => numbers.get(id) ?? []);
}
