import { open } from 'node:fs/promises';
import { compareKeys, readRecord, recordLength, Records, type EventEntry } from './record';

/** Bytes of entries that are held before they are sorted and written. */
export const RUN_BYTES = 12 * 1024 * 1024;
const PAGE = 256 * 1024;

interface Key {
	first: number;
	last: number;
	id: string;
	start: number;
}

/** Gathers entries, and puts them on the disk in sorted runs as they become many. */
export class Runs {
	readonly #records = new Records();
	#keys: Key[] = [];
	readonly files: string[] = [];

	/**
	 * @param nameOf the path of a run, by its number
	 * @param most bytes that are held
	 */
	constructor(
		readonly nameOf: (number: number) => string,
		readonly most = RUN_BYTES
	) {}

	/** Takes an entry in; a promise where it has to be waited for. */
	add(entry: EventEntry): Promise<void> | undefined {
		const { first, last, id } = entry.row;
		this.#keys.push({ first, last, id, start: this.#records.add(entry) });
		return this.#records.length >= this.most ? this.flush() : undefined;
	}

	/** Writes what is held as a run. */
	async flush(): Promise<void> {
		if (this.#keys.length === 0) return;
		const path = this.nameOf(this.files.length);
		const { bytes } = this.#records;
		const file = await open(path, 'wx');
		try {
			const page = Buffer.allocUnsafe(PAGE);
			let filled = 0;
			for (const { start } of this.#keys.sort(compareKeys)) {
				const length = recordLength(bytes, start);
				if (filled + length > PAGE && filled > 0) {
					await writeAll(file, page.subarray(0, filled));
					filled = 0;
				}
				if (length > PAGE) await writeAll(file, bytes.subarray(start, start + length));
				else filled += bytes.copy(page, filled, start, start + length);
			}
			if (filled > 0) await writeAll(file, page.subarray(0, filled));
		} finally {
			await file.close();
		}
		this.files.push(path);
		this.#keys = [];
		this.#records.clear();
	}
}

/** Writes all of some bytes: a system may take a part of them at a time. */
export async function writeAll(
	file: { write: (bytes: Uint8Array) => Promise<{ bytesWritten: number }> },
	bytes: Uint8Array
): Promise<void> {
	for (let at = 0; at < bytes.length;) {
		const { bytesWritten } = await file.write(bytes.subarray(at));
		at += bytesWritten;
	}
}

/** A run, entry after entry. `next` is true while there is one in `entry`. */
export interface Cursor {
	entry: EventEntry;
	next: () => boolean | Promise<boolean>;
	close: () => Promise<void>;
}

/** Opens a run, before its first entry. */
export async function openRun(path: string): Promise<Cursor> {
	const file = await open(path, 'r');
	let page = Buffer.allocUnsafe(PAGE);
	let at = 0;
	let end = 0;
	let over = false;
	const fill = async (least: number): Promise<boolean> => {
		const rest = end - at;
		const next = least > page.length ? Buffer.allocUnsafe(least) : page;
		page.copy(next, 0, at, end);
		page = next;
		[at, end] = [0, rest];
		while (end < page.length && !over) {
			const { bytesRead } = await file.read(page, end, page.length - end);
			if (bytesRead === 0) over = true;
			end += bytesRead;
		}
		return end >= least;
	};
	const cursor: Cursor = {
		entry: undefined as unknown as EventEntry,
		next: () => {
			if (end - at >= 4) {
				const length = recordLength(page, at);
				if (end - at >= length) {
					cursor.entry = readRecord(page, at);
					at += length;
					return true;
				}
			}
			return slowly();
		},
		close: () => file.close()
	};
	const slowly = async (): Promise<boolean> => {
		if (!(await fill(4))) return false;
		if (!(await fill(recordLength(page, at)))) throw new Error(`${path} is cut short.`);
		const length = recordLength(page, at);
		cursor.entry = readRecord(page, at);
		at += length;
		return true;
	};
	return cursor;
}

/** Takes the entries of sorted cursors in the order of the columns, one at a time. */
export class Merge {
	readonly #heap: Cursor[] = [];

	static async of(cursors: readonly Cursor[]): Promise<Merge> {
		const merge = new Merge();
		for (const cursor of cursors) if (await cursor.next()) merge.#push(cursor);
		return merge;
	}

	/** The cursor that has the next entry; undefined where there is none left. */
	get next(): Cursor | undefined {
		return this.#heap[0];
	}

	/** Goes on to the entry after it; a promise where it has to be waited for. */
	step(): Promise<void> | undefined {
		const cursor = this.#heap[0] as Cursor;
		const found = cursor.next();
		if (typeof found !== 'boolean') return found.then((there) => this.#settle(there));
		this.#settle(found);
		return undefined;
	}

	#settle(there: boolean): void {
		const heap = this.#heap;
		if (!there) {
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
