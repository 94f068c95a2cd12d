import { sourceId } from '../dossier/csl-source';
import type { Dossier } from '../dossier/dossier';
import { DamagedFile, type EventRecord } from './events-file';
import { damaged } from './file/damage';
import { murmur3, SEEDS } from './file/hash';
import { HashesWriter } from './file/hashes-write';
import { compareTable, type Compared } from './file/table-check';
import { WordRows } from './file/words-write';
import { hashKey, type TableReader } from './file/table-read';
import { mayBeNear } from './near';
import type { IndexedFile } from './read';
import { wordFinder } from './row-words';

export type Index = keyof IndexedFile['tables'];
export type IndexFindings = Record<Index, Compared>;

/** What a record is to be found by. */
export interface IndexEntry {
	/** Undefined where it has none. */
	id: string | undefined;
	/** Ids of the sources that its claims cite, and the words of its own texts as the index has them; each once. */
	sources: readonly string[];
	words: readonly string[];
}

/** Holds the indexes of a file against its records: all keys, in time that grows as the file does. */
export interface IndexCheck {
	/** Takes the record of the next row, undefined where it cannot be read; gives a promise where it works. */
	add: (record: EventRecord | undefined) => Promise<void> | undefined;
	/** What the indexes and the records say of each other, once all rows were taken. */
	finish: () => Promise<IndexFindings>;
	entryOf: (record: EventRecord) => IndexEntry;
}

/** The key that a source has in its index. */
export function sourceKey(id: string): string {
	return hashKey(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]));
}

/**
 * @param frame the dossier without events: a claim may cite one of its sources
 * @param most how many faults of each kind are listed
 * @param tellDamage is told each part of an index that cannot be read
 */
export function indexCheck(
	file: IndexedFile,
	frame: Pick<Dossier, 'sources'>,
	most: number,
	tellDamage: (error: DamagedFile) => void
): IndexCheck {
	const { tables, length } = file;
	const entryOf = entryReader(frame);
	const ids = new HashesWriter(32);
	const sources = new HashesWriter(64);
	const words = new WordRows();
	const known = new Uint8Array(length);
	const isKnown = (row: number) => known[row] === 1;
	const found: Compared[] = [];
	const segments = coversAll(file) ? tables.words : [];
	if (segments.length === 0 && length > 0)
		tellDamage(damaged('the index of words', `parts for all of ${length} rows`, 'gaps'));
	/** Whether every record so far could be read. */
	let allKnown = true;
	let row = 0;
	let segment = 0;

	async function closeSegment(table: TableReader): Promise<void> {
		segment++;
		/** The words of these rows that another may nearly be. */
		const near: string[] = [];
		function* keys(): ReturnType<WordRows['takeKeys']> {
			for (const [key, rows] of words.takeKeys(table.table.start)) {
				if (mayBeNear(key)) near.push(key);
				yield [key, rows];
			}
		}
		const compared = await compareTable(table, keys(), isKnown, most, tellDamage);
		found.push(compared);
		if (!table.table.near) return;
		try {
			const listed = await table.near();
			const asExpected =
				listed.length === near.length && listed.every((word, i) => word === near[i]);
			// Where words are lost or foreign that is told already, and rows that are not known have words of theirs.
			if (!asExpected && allKnown && compared.lostCount + compared.foreignCount === 0)
				throw damaged(`the words of ${table.name}`, 'those of its keys', 'others');
		} catch (error) {
			if (!(error instanceof DamagedFile)) throw error;
			tellDamage(error);
		}
	}

	function add(record: EventRecord | undefined): Promise<void> | undefined {
		const entry = record && entryOf(record);
		const own = row++;
		if (entry?.id === undefined) allKnown = false;
		else {
			known[own] = 1;
			ids.add(own, murmur3(entry.id, SEEDS[0]));
			for (const id of entry.sources)
				sources.add(own, murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]));
		}
		const table = segments[segment];
		if (!table) return undefined;
		words.add(isKnown(own) ? (entry?.words ?? []) : []);
		return words.length === table.table.rows ? closeSegment(table) : undefined;
	}

	return {
		add,
		entryOf,
		finish: async () => ({
			ids: await compareTable(tables.ids, ids.takeKeys(), isKnown, most, tellDamage),
			sources: await compareTable(tables.sources, sources.takeKeys(), isKnown, most, tellDamage),
			words: together(found, most)
		})
	};
}

/** Whether the parts of the index of words have all rows, each once. */
function coversAll({ tables: { words }, length }: IndexedFile): boolean {
	let end = 0;
	for (const { table } of words) {
		if (table.start !== end || table.rows === 0) return false;
		end += table.rows;
	}
	return end === length;
}

function together(parts: readonly Compared[], most: number): Compared {
	const sum = (of: (part: Compared) => number) => parts.reduce((all, part) => all + of(part), 0);
	return {
		lost: parts.flatMap(({ lost }) => lost).slice(0, most),
		foreign: parts.flatMap(({ foreign }) => foreign).slice(0, most),
		lostCount: sum(({ lostCount }) => lostCount),
		foreignCount: sum(({ foreignCount }) => foreignCount)
	};
}

interface CitedSource {
	id: string;
	title?: string | undefined;
}

/** Reads what `rowMaker` and `writeDossierEvents` note of an event, from its record as it stands. */
function entryReader(frame: Pick<Dossier, 'sources'>): (record: EventRecord) => IndexEntry {
	const byId = new Map(frame.sources.map((source) => [source.id, source]));
	const byAddress = new Map(frame.sources.map((source) => [source.url, source]));
	const wordsOf = wordFinder();
	const read = new WeakMap<object, CitedSource & { url?: string | undefined }>();
	const itemOf = (item: object) => {
		let known = read.get(item);
		if (!known) {
			const { id, URL, title } = item as { id?: unknown; URL?: unknown; title?: unknown };
			const url = textOf(URL);
			known = { id: sourceId({ id: String(id), URL: url }), title: textOf(title), url };
			read.set(item, known);
		}
		return known;
	};
	const citedAs = (name: string, items: readonly unknown[]): CitedSource => {
		for (const item of items)
			if (typeof item === 'object' && item !== null) {
				const own = itemOf(item);
				if (own.url === name || own.id === name) return own;
			}
		return byId.get(name) ?? byAddress.get(name) ?? { id: name };
	};
	return ({ event, sources }) => {
		const { id, properties } = Object(event) as { id?: unknown; properties?: unknown };
		const { title, summary, claims } = Object(properties) as Record<string, unknown>;
		const texts = [textOf(title), textOf(summary)];
		const cited = new Set<string>();
		for (const claim of Array.isArray(claims) ? (claims as unknown[]) : []) {
			const { source: name, text } = Object(claim) as { source?: unknown; text?: unknown };
			texts.push(textOf(text));
			if (typeof name !== 'string') continue;
			const source = citedAs(name, sources);
			cited.add(source.id);
			texts.push(source.title);
		}
		return { id: textOf(id), sources: [...cited], words: wordsOf(texts) };
	};
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
