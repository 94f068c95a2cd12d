import { open } from 'node:fs/promises';
import { Growing } from '../../lib/core/columns/file/growing';
import { Records, type EventEntry } from './record';

/** Bytes of entries that are held before they are sorted and written. */
export const RUN_BYTES = 6 * 1024 * 1024;
const PAGE = 256 * 1024;
/** Entries of a run at most: their numbers stand below their days in one number without loss. */
const MOST = 2 ** 20;

/** Gathers entries, and puts them on the disk in sorted runs as they become many. */
export class Runs {
	readonly #records = new Records();
	/** Where each begins. */
	readonly #starts = new Growing();
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
		this.#starts.push(this.#records.add(entry));
		return this.#records.length >= this.most || this.#starts.length >= MOST
			? this.flush()
			: undefined;
	}

	/** Writes what is held as a run. */
	async flush(): Promise<void> {
		if (this.#starts.length === 0) return;
		const path = this.nameOf(this.files.length);
		const { bytes } = this.#records;
		const file = await open(path, 'wx');
		try {
			const page = Buffer.allocUnsafe(PAGE);
			let filled = 0;
			for (const start of sorted(this.#records, this.#starts.take())) {
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
		this.#records.clear();
	}
}

/**
 * Where records begin, in their order. They are sorted as numbers – the first day above, which of them it is
 * below – and only those of one day among each other: a sort that asks a function each time takes several times
 * as long.
 */
function sorted(records: Records, starts: Uint32Array): Uint32Array {
	const numbers = new Float64Array(starts.length);
	for (let i = 0; i < starts.length; i++)
		numbers[i] = records.firstAt(starts[i] as number) * MOST + i;
	numbers.sort();
	const all = new Uint32Array(starts.length);
	for (let i = 0; i < all.length; i++) {
		const number = numbers[i] as number;
		all[i] = starts[number - Math.floor(number / MOST) * MOST] as number;
	}
	for (let start = 0, end; start < all.length; start = end) {
		const first = records.firstAt(all[start] as number);
		end = start + 1;
		while (end < all.length && records.firstAt(all[end] as number) === first) end++;
		if (end - start > 1) all.subarray(start, end).sort((a, b) => records.compare(a, b));
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
