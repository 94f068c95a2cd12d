import type { EncodedTexts } from '../row';
import { cutWord } from './cut-word';
import type { Table } from './layout';
import { Growing } from './growing';
import type { Spool } from './spool';
import { TableWriter } from './table-write';
import { WordNumbers } from './word-numbers';

/** A segment is closed at so many rows, words noted, or distinct words: what is held stays bounded. */
const SEGMENT_ROWS = 1 << 18;
const SEGMENT_NOTED = 1 << 22;
const SEGMENT_WORDS = 1 << 18;

/** The words of some rows, and by each word the rows that have it. */
export class WordRows {
	readonly #numbers = new WordNumbers();
	/** The numbers of the words of all rows, one row after the other, and how many each row has. */
	readonly #noted = new Growing();
	readonly #counts = new Growing();
	/** By word: the row that had it last, counted from 1. */
	#lastRows: Uint32Array = new Uint32Array(1 << 12);
	readonly #note = (number: number) => {
		const row = this.#counts.length + 1;
		if (number >= this.#lastRows.length) this.#lastRows = doubled(this.#lastRows);
		if (this.#lastRows[number] === row) return;
		this.#lastRows[number] = row;
		this.#noted.push(number);
	};

	get length(): number {
		return this.#counts.length;
	}

	get isFull(): boolean {
		return (
			this.length >= SEGMENT_ROWS ||
			this.#noted.length >= SEGMENT_NOTED ||
			this.#numbers.size >= SEGMENT_WORDS
		);
	}

	/** Takes the words of the next row, each once. */
	add(words: readonly string[]): void {
		for (const word of words) this.#noted.push(this.#numbers.number(word));
		this.#counts.push(words.length);
	}

	/** The same of words that are encoded already. */
	addEncoded({ memory, words, event }: EncodedTexts): void {
		const before = this.#noted.length;
		this.#numbers.each(memory, words, event, this.#note);
		this.#counts.push(this.#noted.length - before);
	}

	/**
	 * The words as they are cut, rising, with the rows of each, rising; none are left behind.
	 * @param start number of the first row
	 */
	*takeKeys(start: number): Generator<[key: string, rows: Uint32Array]> {
		const counts = this.#counts.take();
		const noted = this.#noted.take();
		const words = this.#numbers.take();
		this.#lastRows.fill(0);

		// Counting sort: the rows of each word, one word behind the other.
		const ends = new Uint32Array(words.length + 1);
		for (const number of noted) ends[number + 1] = (ends[number + 1] as number) + 1;
		for (let i = 0; i < words.length; i++)
			ends[i + 1] = (ends[i + 1] as number) + (ends[i] as number);
		const rows = new Uint32Array(noted.length);
		const next = ends.slice();
		let at = 0;
		for (let i = 0; i < counts.length; i++)
			for (let n = counts[i] as number; n > 0; n--) {
				const number = noted[at++] as number;
				const place = next[number] as number;
				rows[place] = start + i;
				next[number] = place + 1;
			}

		for (const [key, numbers] of byKey(words)) {
			const parts = numbers.map((n) => rows.subarray(ends[n], ends[n + 1]));
			yield [key, parts.length === 1 ? (parts[0] as Uint32Array) : merged(parts)];
		}
	}
}

/** Writes the index of words in segments of rows, while rows come in. */
export class WordsWriter {
	readonly tables: Table[] = [];
	readonly #rows = new WordRows();
	#start = 0;

	constructor(readonly spool: Spool) {}

	/** Notes the words of the next row; gives a promise where a segment is written. */
	add(words: readonly string[]): Promise<void> | undefined {
		this.#rows.add(words);
		return this.#rows.isFull ? this.flush() : undefined;
	}

	/** The same of words that are encoded already. */
	addEncoded(texts: EncodedTexts): Promise<void> | undefined {
		this.#rows.addEncoded(texts);
		return this.#rows.isFull ? this.flush() : undefined;
	}

	async flush(): Promise<void> {
		const { length } = this.#rows;
		if (length === 0) return;
		const table = new TableWriter(this.spool, 'text', this.#start, length);
		for (const [key, rows] of this.#rows.takeKeys(this.#start)) {
			const full = table.add(key, rows);
			if (full) await full;
		}
		this.#start += length;
		this.tables.push(await table.finish());
	}
}

function doubled(rows: Uint32Array): Uint32Array {
	const more = new Uint32Array(2 * rows.length);
	more.set(rows);
	return more;
}

/** Words as they are cut, rising, with the numbers of those that are cut so. */
function byKey(words: readonly string[]): [key: string, numbers: number[]][] {
	const order = words.map((word, number): [string, number] => [
		cutWord(word).toWellFormed(),
		number
	]);
	order.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
	const keys: [string, number[]][] = [];
	for (const [key, number] of order) {
		const last = keys.at(-1);
		if (last?.[0] === key) last[1].push(number);
		else keys.push([key, [number]]);
	}
	return keys;
}

function merged(parts: readonly Uint32Array[]): Uint32Array {
	const all = new Set(parts.flatMap((part) => [...part]));
	return Uint32Array.from(all).sort();
}
