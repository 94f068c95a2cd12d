import { ByteWriter } from './bytes';
import type { Stored, Table } from './layout';
import { mayBeNear } from '../near';
import type { Spool } from './spool';

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
	 * @param key texts rise as JavaScript compares them; hashes are hexadecimal, all of one length
	 * @param rows rising, each once
	 */
	async add(key: string, rows: Uint32Array): Promise<void> {
		if (this.#keys.length > 0 && this.#rows.length + this.#keyBytes >= BLOCK_BYTES)
			await this.#close();
		this.#keys.push(key);
		if (this.kind === 'text' && mayBeNear(key)) this.#near.push(key);
		this.#keyBytes += key.length;
		this.#counts.push(rows.length);
		let before = this.start;
		for (let i = 0; i < rows.length; i++) {
			const row = rows[i] as number;
			this.#rows.number(row - before);
			before = row;
		}
	}

	async finish(): Promise<Table> {
		if (this.#keys.length > 0) await this.#close();
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
		block.number(this.#keys.length);
		if (this.kind === 'hash') this.#hashes(block);
		else this.#texts(block, this.#keys);
		for (const count of this.#counts) block.number(count);
		block.bytes(this.#rows.take());
		this.#first.push(this.#keys[0] as string);
		this.#keys = [];
		this.#counts = [];
		this.#keyBytes = 0;
		await this.spool.add(block.take(), (stored) => this.#blocks.push(stored));
	}

	#hashes(block: ByteWriter): void {
		const digits = (this.#keys[0] as string).length;
		for (let at = 0; at < digits; at += 2)
			for (const key of this.#keys) block.byte(parseInt(key.slice(at, at + 2), 16));
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
