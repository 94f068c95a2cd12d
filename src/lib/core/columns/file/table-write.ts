import { ByteWriter } from './bytes';
import type { Stored, Table } from './layout';
import { mayBeNear } from '../near';
import type { Spool } from './spool';
import { hashKey } from './table-read';

/** Bytes after which a block is closed: small enough for a look-up to fetch, large enough to compress. */
const BLOCK_BYTES = 1 << 14;

export type KeyKind = 'text' | 'hash';

/**
 * Writes keys and their rows: blocks, each compressed by itself, and a directory of their first keys. A block
 * has the number of its keys, the keys, how many rows each has, and the rows: the first, then steps. Texts are
 * written as the number of bytes shared with the key before, the number of others, and those; hashes as planes
 * of bytes, the highest first.
 */
export class TableWriter {
	readonly #first: string[] = [];
	readonly #blocks: Stored[] = [];
	readonly #rows = new ByteWriter();
	readonly #encoder = new TextEncoder();
	#keys: string[] = [];
	/** Words that another may nearly be. */
	readonly #near: string[] = [];
	/** Hashes, one number of 32 bits behind the other. */
	#hashes: number[] = [];
	#counts: number[] = [];
	#keyBytes = 0;
	#offset: number | undefined;

	constructor(
		readonly spool: Spool,
		readonly kind: KeyKind,
		/** Row from which rows are counted. */
		readonly start: number,
		readonly rows: number
	) {}

	/**
	 * Takes the next text and its rows; a promise where something has to be waited for.
	 * @param key texts rise as JavaScript compares them
	 * @param rows rising, each once
	 */
	add(key: string, rows: Uint32Array): Promise<void> | undefined {
		if (this.#isFull()) return this.#close().then(() => this.add(key, rows));
		this.#keys.push(key);
		if (mayBeNear(key)) this.#near.push(key);
		this.#note(key.length, rows);
		return undefined;
	}

	/** The same of a hash, of 32 bits or of 64 in two halves; hashes rise, and all have one length. */
	addHash(high: number, low: number | undefined, rows: Uint32Array): Promise<void> | undefined {
		if (this.#isFull()) return this.#close().then(() => this.addHash(high, low, rows));
		this.#hashes.push(high);
		if (low !== undefined) this.#hashes.push(low);
		this.#note(low === undefined ? 8 : 16, rows);
		return undefined;
	}

	#isFull(): boolean {
		return this.#counts.length > 0 && this.#rows.length + this.#keyBytes >= BLOCK_BYTES;
	}

	/** @param keyBytes letters of the key, a hash in hexadecimal */
	#note(keyBytes: number, rows: Uint32Array): void {
		this.#keyBytes += keyBytes;
		this.#counts.push(rows.length);
		let before = this.start;
		for (let i = 0; i < rows.length; i++) {
			const row = rows[i] as number;
			this.#rows.number(row - before);
			before = row;
		}
	}

	async finish(): Promise<Table> {
		if (this.#counts.length > 0) await this.#close();
		await this.spool.settled();
		const offset = this.#offset ?? this.spool.offset;
		const of = (field: 'stored' | 'raw' | 'crc') => this.#blocks.map((block) => block[field]);
		const directory = await this.spool.put(
			this.#encoder.encode(
				JSON.stringify({
					first: this.#first,
					stored: of('stored'),
					raw: of('raw'),
					crc: of('crc')
				})
			)
		);
		const table = { offset, directory, start: this.start, rows: this.rows };
		if (this.#near.length === 0) return table;
		const near = new ByteWriter();
		near.number(this.#near.length);
		this.#texts(near, this.#near);
		return { ...table, near: await this.spool.put(near.take()) };
	}

	async #close(): Promise<void> {
		// Blocks lie one behind the other: what came before them is there first.
		if (this.#offset === undefined) {
			await this.spool.settled();
			this.#offset = this.spool.offset;
		}
		const block = new ByteWriter();
		block.number(this.#counts.length);
		if (this.kind === 'hash') this.#putHashes(block);
		else {
			this.#first.push(this.#keys[0] as string);
			this.#texts(block, this.#keys);
		}
		for (const count of this.#counts) block.number(count);
		block.bytes(this.#rows.take());
		this.#keys = [];
		this.#hashes = [];
		this.#counts = [];
		this.#keyBytes = 0;
		await this.spool.add(block.take(), (stored) => this.#blocks.push(stored));
	}

	#putHashes(block: ByteWriter): void {
		const hashes = this.#hashes;
		/** Numbers of 32 bits in a hash. */
		const width = hashes.length / this.#counts.length;
		this.#first.push(hashKey(...hashes.slice(0, width)));
		for (let part = 0; part < width; part++)
			for (let shift = 24; shift >= 0; shift -= 8)
				for (let at = part; at < hashes.length; at += width)
					block.byte(((hashes[at] as number) >>> shift) & 255);
	}

	#texts(block: ByteWriter, keys: readonly string[]): void {
		let before = new Uint8Array();
		for (const key of keys) {
			const bytes = this.#encoder.encode(key);
			let shared = 0;
			while (shared < before.length && before[shared] === bytes[shared]) shared++;
			block.number(shared);
			block.number(bytes.length - shared);
			block.bytes(bytes.subarray(shared));
			before = bytes;
		}
	}
}
