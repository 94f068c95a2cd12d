import { rowMaker, type RowMaker } from '../../lib/core/columns/row-of';
import type { Dictionaries } from '../../lib/core/columns/row';
import { sourceReader } from '../../lib/core/columns/row-sources';
import { heldDay } from '../../lib/core/columns/columns';
import type { Hemisphere } from '../../lib/core/date/when';
import type { CslItem, EventFeature } from '../../lib/core/dossier/schema';
import { GrowingPlaces } from './places';
import { Cursor, Merge } from './merge';
import type { StoredEntry } from './read-record';
import type { StageResult } from './stage';
import type { Contents } from './contents';

/** The events of all runs, in the order of the columns, in the numbers of one dictionary. */
export interface MergedEvents {
	dictionaries: Dictionaries;
	/** Hands each over, one after the other; it is another a moment later. */
	each: (take: (entry: StoredEntry) => Promise<void> | undefined) => Promise<void>;
	close: () => void;
}

/**
 * @param dropped numbers of rows that are not to be imported after all
 * @param contents of the dossier as it will be: its vocabulary, and its sources with their days
 */
export async function mergedEvents(
	stages: readonly StageResult[],
	dropped: ReadonlySet<number>,
	contents: Pick<Contents, 'types' | 'actors' | 'places' | 'sources'>,
	seasons: Hemisphere
): Promise<MergedEvents> {
	const places = new GrowingPlaces();
	places.take(contents.places);
	const items = new Map(contents.sources.map((item) => [String(item.id), item]));
	const maker: RowMaker = rowMaker({
		types: [],
		actors: new Set(contents.actors.map(({ id }) => id)),
		places,
		seasons,
		sourceOf: (id) => items.get(id)
	});
	const dictionaries = {
		types: contents.types.map(({ id }) => id),
		places: [] as string[],
		actors: [] as string[],
		publishers: [] as string[]
	};
	const numberings = {
		types: numbering(dictionaries.types),
		places: numbering(dictionaries.places),
		actors: numbering(dictionaries.actors),
		publishers: numbering(dictionaries.publishers)
	};
	const translator = (own: Dictionaries) => {
		const of = {
			types: lazily(own.types, numberings.types),
			places: lazily(own.places, numberings.places),
			actors: lazily(own.actors, numberings.actors),
			publishers: lazily(own.publishers, numberings.publishers)
		};
		return ({ row }: StoredEntry): void => {
			row.type = of.types(row.type);
			renumber(row.places, of.places);
			renumber(row.actors, of.actors);
			renumber(row.publishers, of.publishers);
		};
	};
	const translators = new Map<Cursor, (entry: StoredEntry) => void>();
	const runs = stages.reduce((sum, stage) => sum + stage.runs.length, 0);
	for (const stage of stages) {
		const translate = translator(stage.dictionaries);
		for (const path of stage.runs) translators.set(new Cursor(path, runs), translate);
	}
	const settle = settler(items, seasons, maker, translator(maker.dictionaries));
	const merge = new Merge([...translators.keys()]);
	return {
		dictionaries,
		each: async (take) => {
			for (;;) {
				const { next } = merge;
				if (!next) return;
				if (!dropped.has(next.entry.number)) {
					// Numbers are given in the order of the file, however the entries lie in runs.
					const translate = translators.get(next) as (entry: StoredEntry) => void;
					translate(next.entry);
					settle(next.entry);
					const taken = take(next.entry);
					if (taken) await taken;
				}
				merge.step();
			}
		},
		close: () => {
			for (const cursor of translators.keys()) cursor.close();
		}
	};
}

/**
 * Puts in from when events are known that cite a source of the dossier: the day of the data set itself is that of
 * its newest row. Those whose status hangs on the order of their sources are asked anew.
 */
function settler(
	items: ReadonlyMap<string, CslItem>,
	seasons: Hemisphere,
	maker: RowMaker,
	translate: (entry: StoredEntry) => void
): (entry: StoredEntry) => void {
	const factsOf = sourceReader(seasons);
	const known = new Map(
		[...items].map(([id, item]) => [id, heldDay(factsOf(item).known)] as const)
	);
	return (entry) => {
		const { row } = entry;
		if (entry.anew) {
			const { settled, ...found } = maker.numbersOf(
				JSON.parse(entry.event) as EventFeature,
				entry.sources.map(([, json]) => JSON.parse(json) as CslItem),
				[]
			);
			Object.assign(row, found, { settled: settled ?? found.known });
			translate(entry);
			return;
		}
		const isOnly = row.sources.length === 1 && entry.sources.length === 0;
		for (const source of row.sources) {
			const day = known.get(source);
			if (day === undefined) continue;
			row.known = isOnly ? day : Math.min(row.known, day);
			row.settled = isOnly ? day : Math.max(row.settled, day);
		}
	};
}

function renumber(list: number[], numberOf: (own: number) => number): void {
	for (let i = 0; i < list.length; i++) list[i] = numberOf(list[i] as number);
}

/** The number in all of a number in a dictionary that may still grow. */
function lazily(ids: readonly string[], numberOf: (id: string) => number): (own: number) => number {
	const known: number[] = [];
	return (own) => (known[own] ??= numberOf(ids[own] as string));
}

function numbering(ids: string[]): (id: string) => number {
	const numbers = new Map(ids.map((id, number) => [id, number]));
	return (id) => {
		let number = numbers.get(id);
		if (number === undefined) {
			number = ids.length;
			ids.push(id);
			numbers.set(id, number);
		}
		return number;
	};
}
