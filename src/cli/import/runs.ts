import { open } from 'node:fs/promises';
import { compareKeys, Records, type EventEntry } from './record';

/** Bytes of entries that are held before they are sorted and written. */
export const RUN_BYTES = 12 * 1024 * 1024;
const PAGE = 256 * 1024;
/** Entries of a run at most: their numbers stand below their days in one number without loss. */
const MOST = 2 ** 20;

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
		return this.#records.length >= this.most || this.#keys.length >= MOST
			? this.flush()
			: undefined;
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
			for (const { start } of sorted(this.#keys)) {
				const length = this.#records.lengthAt(start);
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

/**
 * Keys in their order. They are sorted as numbers – the first day above, which of them it is below – and only
 * those of one day among each other: a sort that asks a function each time takes several times as long.
 */
function sorted(keys: readonly Key[]): Key[] {
	const numbers = Float64Array.from(keys, ({ first }, i) => first * MOST + i).sort();
	const all = Array.from(numbers, (number) => {
		const below = number % MOST;
		return keys[below < 0 ? below + MOST : below] as Key;
	});
	for (let start = 0, end; start < all.length; start = end) {
		const { first } = all[start] as Key;
		end = start + 1;
		while (end < all.length && (all[end] as Key).first === first) end++;
		if (end - start > 1)
			for (const key of all.slice(start, end).sort(compareKeys)) all[start++] = key;
	}
	return all;
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
