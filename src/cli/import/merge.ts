import { closeSync, openSync, readSync } from 'node:fs';
import { compareKeys, AT, UNIT } from './record';
import { StoredEntry } from './read-record';

/** Bytes of all runs together that are held while they are merged; of one at least, and at most. */
const HELD = 16 * 1024 * 1024;
const LEAST_PAGE = 32 * 1024;
const MOST_PAGE = 256 * 1024;

/**
 * A run, entry after entry. It is read as it is wanted, and waited for: what was written a moment ago is in
 * memory, and a promise for each page costs more than the page.
 */
export class Cursor {
	readonly entry = new StoredEntry();
	readonly #file: number;
	#page: Buffer;
	#ints: Int32Array;
	#at = 0;
	#end = 0;

	/** @param runs how many are read side by side */
	constructor(
		readonly path: string,
		runs: number
	) {
		this.#file = openSync(path, 'r');
		const share = Math.floor(HELD / runs / UNIT) * UNIT;
		this.#page = Buffer.allocUnsafeSlow(Math.min(MOST_PAGE, Math.max(LEAST_PAGE, share)));
		this.#ints = new Int32Array(this.#page.buffer);
	}

	/** Goes on to the next entry; false where there is none. @throws what the file system throws */
	next(): boolean {
		if (this.#end - this.#at < UNIT && !this.#fill(UNIT)) return false;
		const length = this.#length();
		if (this.#end - this.#at < length && !this.#fill(length))
			throw new Error(`${this.path} is cut short.`);
		this.entry.read(this.#page, this.#ints, this.#at);
		this.#at += length;
		return true;
	}

	close(): void {
		closeSync(this.#file);
	}

	#length(): number {
		return this.#ints[this.#at / UNIT + AT.length] as number;
	}

	/** Reads on until so many bytes are there. */
	#fill(least: number): boolean {
		const before = this.#page;
		if (least > before.length) {
			this.#page = Buffer.allocUnsafeSlow((least + UNIT - 1) & ~(UNIT - 1));
			this.#ints = new Int32Array(this.#page.buffer);
		}
		before.copy(this.#page, 0, this.#at, this.#end);
		this.#end -= this.#at;
		this.#at = 0;
		while (this.#end < least) {
			const room = this.#page.length - this.#end;
			const had = readSync(this.#file, this.#page, this.#end, room, null);
			if (had === 0) return false;
			this.#end += had;
		}
		return true;
	}
}

/** Takes the entries of sorted cursors in the order of the columns, one at a time. */
export class Merge {
	readonly #heap: Cursor[] = [];

	constructor(cursors: readonly Cursor[]) {
		for (const cursor of cursors) if (cursor.next()) this.#push(cursor);
	}

	/** The cursor that has the next entry; undefined where there is none left. */
	get next(): Cursor | undefined {
		return this.#heap[0];
	}

	/** Goes on to the entry after it. */
	step(): void {
		const heap = this.#heap;
		if (!(heap[0] as Cursor).next()) {
			const last = heap.pop() as Cursor;
			if (heap.length === 0) return;
			heap[0] = last;
		}
		let at = 0;
		for (;;) {
			const left = 2 * at + 1;
			if (left >= heap.length) return;
			const right = left + 1;
			const least = right < heap.length && this.#before(right, left) ? right : left;
			if (!this.#before(least, at)) return;
			this.#swap(least, at);
			at = least;
		}
	}

	#push(cursor: Cursor): void {
		const heap = this.#heap;
		heap.push(cursor);
		for (let at = heap.length - 1; at > 0;) {
			const parent = (at - 1) >> 1;
			if (!this.#before(at, parent)) return;
			this.#swap(at, parent);
			at = parent;
		}
	}

	#before(a: number, b: number): boolean {
		return (
			compareKeys((this.#heap[a] as Cursor).entry.row, (this.#heap[b] as Cursor).entry.row) < 0
		);
	}

	#swap(a: number, b: number): void {
		const heap = this.#heap;
		[heap[a], heap[b]] = [heap[b] as Cursor, heap[a] as Cursor];
	}
}
