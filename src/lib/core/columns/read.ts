import type { EventRecord, EventsFile, ReadRange } from './events-file';
import { ChunksReader } from './file/chunks-read';
import { murmur3, SEEDS } from './file/hash';
import { readHeader } from './file/header-read';
import { PREAMBLE_BYTES, type Header } from './file/layout';
import { once } from './file/once';
import { readPreamble } from './file/preamble';
import { readRows } from './file/rows-read';
import { Source, type Inflate } from './file/source';
import { hashKey, TableReader } from './file/table-read';
import { cutWord } from './file/cut-word';

/** The file, with the tables that lead from a key to rows, for who looks through all of it. */
export interface IndexedFile extends EventsFile {
	readonly tables: {
		readonly ids: TableReader;
		readonly sources: TableReader;
		/** One for some rows each, one behind the other. */
		readonly words: readonly TableReader[];
	};
}

/** Comes after every letter of a word. */
const AFTER_ALL = '\uffff';

/**
 * Opens events.dateline (docs/columns.md): reads its first bytes and its header; all else when it is asked for.
 * Everything is checked before it is used. What `read` throws is passed on.
 * @param read gives exactly the bytes that it is asked for, fewer only where the file ends
 * @param inflate raw deflate (RFC 1951); it may stop at `atMost` bytes and throws where the bytes are none
 * @throws DamagedFile
 */
export async function openEvents(read: ReadRange, inflate: Inflate): Promise<IndexedFile> {
	const source = new Source(read, inflate);
	const preamble = readPreamble(await source.bytes(0, PREAMBLE_BYTES, 'its first 64 bytes'));
	source.length = preamble.length;
	const json = await source.json(preamble.header, 'its header');
	return new OpenFile(source, readHeader(json, preamble.header.offset), preamble.header.offset);
}

class OpenFile implements IndexedFile {
	readonly length: number;
	readonly #chunks: ChunksReader;
	readonly tables: IndexedFile['tables'];
	readonly columns = once(() => readRows(this.source, this.header));

	constructor(
		readonly source: Source,
		readonly header: Header,
		end: number
	) {
		this.length = header.rows;
		this.#chunks = new ChunksReader(source, header, end);
		this.tables = {
			ids: new TableReader(source, 'the index of ids', 'hash', header.ids, 8),
			sources: new TableReader(source, 'the index of sources', 'hash', header.sources, 16),
			words: header.words.map(
				(table, i) => new TableReader(source, `part ${i} of the index of words`, 'text', table)
			)
		};
	}

	records(rows: readonly number[]): Promise<Map<number, EventRecord>> {
		return this.#chunks.records(rows);
	}

	async rowOf(id: string): Promise<number | undefined> {
		const key = hashKey(murmur3(id, SEEDS[0]));
		const rows = await this.tables.ids.rows(key, key);
		// Two ids may share a hash: the record says which it is.
		const records = await this.records(rows);
		return rows.find((row) => (Object(records.get(row)?.event) as { id?: unknown }).id === id);
	}

	async rowsCiting(sources: readonly string[]): Promise<Uint32Array> {
		const found = await Promise.all(
			[...new Set(sources)].map((id) => {
				const key = hashKey(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]));
				return this.tables.sources.rows(key, key);
			})
		);
		return rising(found);
	}

	async rowsWithWord(word: string, wrong = 0): Promise<Uint32Array> {
		const begin = cutWord(word);
		if (begin === '') return new Uint32Array();
		const { words } = this.tables;
		return rising(
			await Promise.all([
				...words.map((table) => table.rows(begin, begin + AFTER_ALL)),
				...(wrong > 0 ? words.map((table) => table.rowsNear(begin, wrong)) : [])
			])
		);
	}
}

/** Lists of rows as one, rising, each row once. */
function rising(lists: readonly (readonly number[])[]): Uint32Array {
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	all.sort();
	let kept = 0;
	for (let i = 0; i < all.length; i++)
		if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i] as number;
	return all.slice(0, kept);
}
