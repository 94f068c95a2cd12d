import { upTo } from './bytes';
import { Growing } from './growing';
import type { Table } from './layout';
import type { Spool } from './spool';
import { hashKey } from './table-read';
import { TableWriter } from './table-write';

const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Holds and writes hashes of 32 or 64 bits with the rows that they were noted for. */
export class HashesWriter {
	readonly #rows = new Growing();
	readonly #high = new Growing();
	readonly #low: Growing | undefined;

	constructor(bits: 32 | 64) {
		this.#low = bits === 64 ? new Growing() : undefined;
	}

	add(row: number, high: number, low = 0): void {
		this.#rows.push(row);
		this.#high.push(high);
		this.#low?.push(low);
	}

	/** @param length number of rows */
	async write(spool: Spool, length: number): Promise<Table> {
		const table = new TableWriter(spool, 'hash', 0, length);
		for (const [high, low, rows] of this.#take()) {
			const full = table.addHash(high, low, rows);
			if (full) await full;
		}
		return table.finish();
	}

	/** The hashes, rising, as keys of a table, with the rows of each, rising; none are left behind. */
	*takeKeys(): Generator<[key: string, rows: Uint32Array]> {
		for (const [high, low, rows] of this.#take())
			yield [low === undefined ? hashKey(high) : hashKey(high, low), rows];
	}

	*#take(): Generator<[high: number, low: number | undefined, rows: Uint32Array]> {
		const rows = this.#rows.take();
		const high = this.#high.take();
		const low = this.#low?.take();
		const entries = upTo(rows.length);
		sortBy(entries, high, 0, entries.length);
		for (let start = 0, end; start < entries.length; start = end) {
			end = endOfRun(entries, high, start, entries.length);
			if (low) sortBy(entries, low, start, end);
			for (let from = start, to; from < end; from = to) {
				to = low ? endOfRun(entries, low, from, end) : end;
				const first = entries[from] as number;
				// Entries were noted row by row: those of one hash still rise.
				const own = new Uint32Array(to - from);
				for (let i = 0; i < own.length; i++) own[i] = rows[entries[from + i] as number] as number;
				yield [high[first] as number, low?.[first], own];
			}
		}
	}
}

/** Sorts some entries by rising hash, and where that is the same as they stood. @param to behind the last of them */
function sortBy(entries: Uint32Array, hashes: Uint32Array, from: number, to: number): void {
	// Those of one source, which may be all, are in order already: that takes neither time nor memory.
	let isSorted = true;
	for (let i = from + 1; i < to && isSorted; i++)
		isSorted =
			(hashes[entries[i - 1] as number] as number) <= (hashes[entries[i] as number] as number);
	if (isSorted) return;
	// One sort of 64 bits: the hash above, the entry below.
	const pairs = new BigUint64Array(to - from);
	const halves = new Uint32Array(pairs.buffer);
	for (let i = 0; i < pairs.length; i++) {
		const entry = entries[from + i] as number;
		halves[2 * i + HIGH] = hashes[entry] as number;
		halves[2 * i + 1 - HIGH] = entry;
	}
	pairs.sort();
	for (let i = 0; i < pairs.length; i++) entries[from + i] = halves[2 * i + 1 - HIGH] as number;
}

/** Behind the last of the entries that have the hash of the first of them. */
function endOfRun(entries: Uint32Array, hashes: Uint32Array, from: number, most: number): number {
	const hash = hashes[entries[from] as number];
	let end = from + 1;
	while (end < most && hashes[entries[end] as number] === hash) end++;
	return end;
}
