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
		for (const [key, rows] of this.takeKeys()) await table.add(key, rows);
		return table.finish();
	}

	/** The hashes, rising, as keys of a table, with the rows of each, rising; none are left behind. */
	*takeKeys(): Generator<[key: string, rows: Uint32Array]> {
		const rows = this.#rows.take();
		const high = this.#high.take();
		const low = this.#low?.take();
		for (const same of runs(upTo(rows.length), high))
			for (const part of low ? runs(same, low) : [same]) {
				const first = part[0] as number;
				const key = low
					? hashKey(high[first] as number, low[first] as number)
					: hashKey(high[first] as number);
				// Entries were noted row by row: those of one hash still rise.
				yield [key, part.map((entry) => rows[entry] as number)];
			}
	}
}

/** Entries put together by their hash, by rising hash, and rising themselves. */
function* runs(entries: Uint32Array, hashes: Uint32Array): Generator<Uint32Array> {
	if (entries.length < 2) return yield* entries.length === 1 ? [entries] : [];
	// One sort of 64 bits: the hash above, the entry below.
	const pairs = new BigUint64Array(entries.length);
	const halves = new Uint32Array(pairs.buffer);
	entries.forEach((entry, i) => {
		halves[2 * i + HIGH] = hashes[entry] as number;
		halves[2 * i + 1 - HIGH] = entry;
	});
	pairs.sort();
	const sorted = new Uint32Array(entries.length);
	for (let i = 0; i < sorted.length; i++) sorted[i] = halves[2 * i + 1 - HIGH] as number;
	for (let start = 0, end; start < sorted.length; start = end) {
		const hash = hashes[sorted[start] as number];
		end = start + 1;
		while (end < sorted.length && hashes[sorted[end] as number] === hash) end++;
		yield sorted.subarray(start, end);
	}
}
