import { isNear } from '../near';
import { ByteReader, crc32 } from './bytes';
import { damaged } from './damage';
import { MAX_RAW, MAX_RATIO, type Directory, type Table } from './layout';
import { once } from './once';
import type { Source } from './source';
import type { KeyKind } from './table-write';

/** Keys of a range and their rows; a directory and the blocks that hold the range are all that is read. */
export class TableReader {
	/** What lists the blocks, and where each begins: one number more than there are blocks. @throws DamagedFile */
	readonly directory = once(() => this.#open());

	constructor(
		readonly source: Source,
		readonly name: string,
		readonly kind: KeyKind,
		readonly table: Table,
		/** Hexadecimal digits of a hash. */
		readonly digits = 0
	) {}

	/**
	 * The rows of the keys from `low` to `high`, both among them: not sorted, some more than once.
	 * @throws DamagedFile
	 */
	async rows(low: string, high: string): Promise<number[]> {
		const { first } = (await this.directory()).directory;
		// A key may stand in the last block that begins before it.
		const from = Math.max(0, countBelow(first, (key) => key <= low) - 1);
		const to = countBelow(first, (key) => key <= high);
		const found: number[] = [];
		const blocks = await this.blocks(from, to);
		blocks.forEach((block, i) =>
			this.visit(block, from + i, first, (key) =>
				key >= low && key <= high ? (row) => found.push(row) : undefined
			)
		);
		return found;
	}

	/**
	 * The rows of the words that another is but for so many letters: not sorted, some more than once. None in a file
	 * that does not list such words.
	 * @throws DamagedFile
	 */
	async rowsNear(word: string, wrong: number): Promise<number[]> {
		const keys = (await this.near()).filter((key) => isNear(key, word, wrong));
		const found: number[] = [];
		if (keys.length === 0) return found;
		const { first } = (await this.directory()).directory;
		const blocks = new Map<number, Set<string>>();
		for (const key of keys) {
			const number = countBelow(first, (begin) => begin <= key) - 1;
			const wanted = blocks.get(number);
			if (wanted) wanted.add(key);
			else blocks.set(number, new Set([key]));
		}
		// Keys rise, and so do their blocks: those that stand side by side are fetched as one.
		const runs: [from: number, to: number][] = [];
		for (const number of blocks.keys()) {
			const last = runs.at(-1);
			if (last?.[1] === number) last[1]++;
			else runs.push([number, number + 1]);
		}
		await Promise.all(
			runs.map(async ([from, to]) => {
				(await this.blocks(from, to)).forEach((block, i) =>
					this.visit(block, from + i, first, (key) =>
						blocks.get(from + i)?.has(key) ? (row) => found.push(row) : undefined
					)
				);
			})
		);
		return found;
	}

	/** The words that another may nearly be; none in a file that does not list them. @throws DamagedFile */
	readonly near = once(async (): Promise<readonly string[]> => {
		const at = this.table.near;
		if (!at) return [];
		const part = `the words of ${this.name}`;
		const reader = new ByteReader(await this.source.section(at, part));
		const length = reader.number();
		const words = texts(reader, Math.min(length, reader.source.length));
		const rises = words.every((word, i) => i === 0 || (words[i - 1] as string) < word);
		if (reader.failed || words.length !== length || !rises)
			throw damaged(part, `${length} words that rise`, 'others');
		return words;
	});

	/** Some blocks that stand one behind the other, fetched at once and inflated. @throws DamagedFile */
	async blocks(from: number, to: number): Promise<Uint8Array[]> {
		if (from >= to) return [];
		const { directory, offsets } = await this.directory();
		const start = offsets[from] as number;
		const bytes = await this.source.bytes(
			start,
			offsets[to] as number,
			`the blocks of ${this.name}`
		);
		return Promise.all(
			Array.from({ length: to - from }, (_, i) => {
				const number = from + i;
				const part = this.partOf(number);
				const own = bytes.subarray(
					(offsets[number] as number) - start,
					(offsets[number + 1] as number) - start
				);
				if (crc32(own) !== directory.crc[number])
					throw damaged(part, 'bytes that match their checksum', 'others');
				return this.source.inflated(own, directory.raw[number] as number, part);
			})
		);
	}

	partOf(block: number): string {
		return `block ${block} of ${this.name}`;
	}

	async #open(): Promise<{ directory: Directory; offsets: number[] }> {
		const part = `the directory of ${this.name}`;
		const directory = (await this.source.json(this.table.directory, part)) as Directory;
		const { first, stored, raw, crc } = Object(directory) as Partial<Directory>;
		const whole = (list: unknown, most: number) =>
			Array.isArray(list) && list.every((n) => Number.isInteger(n) && n >= 0 && n <= most);
		const sound =
			Array.isArray(first) &&
			first.every((key, i) => typeof key === 'string' && (i === 0 || first[i - 1] < key)) &&
			whole(stored, MAX_RAW) &&
			whole(raw, MAX_RAW) &&
			whole(crc, 2 ** 32 - 1) &&
			[stored, raw, crc].every((list) => list?.length === first.length);
		if (!sound)
			throw damaged(part, 'first keys, lengths and checksums of blocks', 'something else');
		const offsets = [this.table.offset];
		directory.stored.forEach((length, i) => offsets.push((offsets[i] as number) + length));
		if ((offsets.at(-1) as number) > this.source.length)
			throw damaged(part, 'blocks inside the file', `one that ends at byte ${offsets.at(-1)}`);
		if (
			directory.raw.some((length, i) => length > MAX_RATIO * ((directory.stored[i] as number) + 8))
		)
			throw damaged(part, 'blocks that deflate can make', 'one that it cannot');
		return { directory, offsets };
	}

	/**
	 * Goes through the keys of a block.
	 * @param first the first keys of all blocks
	 * @param begin is told each key, and gives who is to be told its rows
	 * @returns the last key
	 * @throws DamagedFile
	 */
	visit(
		bytes: Uint8Array,
		number: number,
		first: readonly string[],
		begin: (key: string) => ((row: number) => void) | undefined
	): string {
		const part = this.partOf(number);
		const reader = new ByteReader(bytes);
		const length = reader.number();
		// A key, its count and a row are three bytes at least.
		if (length > bytes.length) throw damaged(part, 'as many keys as fit it', `${length}`);
		const keys = this.kind === 'hash' ? this.#hashes(reader, length) : texts(reader, length);
		const rises = keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key);
		if (reader.failed || !rises || keys[0] !== first[number])
			throw damaged(part, 'keys that rise from the one in the directory', 'others');
		const counts = keys.map(() => reader.number());
		const { start, rows } = this.table;
		keys.forEach((key, i) => {
			const tell = begin(key);
			let row = start;
			for (let n = counts[i] as number; n > 0 && !reader.failed; n--) {
				row += reader.number();
				if (row >= start + rows) throw damaged(part, `rows below ${start + rows}`, `row ${row}`);
				tell?.(row);
			}
		});
		if (reader.failed || reader.at !== bytes.length)
			throw damaged(part, `${bytes.length} bytes of keys and rows`, `${reader.at}`);
		return keys.at(-1) ?? '';
	}

	#hashes(reader: ByteReader, length: number): string[] {
		const width = this.digits / 2;
		const planes = reader.bytes(length * width);
		if (reader.failed) return [];
		return Array.from({ length }, (_, i) => {
			let key = '';
			for (let plane = 0; plane < width; plane++) key += hex(planes[plane * length + i] as number);
			return key;
		});
	}
}

function texts(reader: ByteReader, length: number): string[] {
	const decoder = new TextDecoder();
	const keys: string[] = [];
	let before: Uint8Array = new Uint8Array();
	for (let i = 0; i < length && !reader.failed; i++) {
		const shared = reader.number();
		const rest = reader.bytes(reader.number());
		if (shared > before.length) {
			reader.failed = true;
			break;
		}
		const bytes = new Uint8Array(shared + rest.length);
		bytes.set(before.subarray(0, shared));
		bytes.set(rest, shared);
		keys.push(decoder.decode(bytes));
		before = bytes;
	}
	return keys;
}

/** How many of some sorted texts come before the first that fails a test. */
function countBelow(keys: readonly string[], test: (key: string) => boolean): number {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (test(keys[middle] as string)) low = middle + 1;
		else high = middle;
	}
	return low;
}

function hex(byte: number): string {
	return (byte < 16 ? '0' : '') + byte.toString(16);
}

/** A hash as a key: eight hexadecimal digits for each 32 bits. */
export function hashKey(...parts: number[]): string {
	return parts.map((part) => part.toString(16).padStart(8, '0')).join('');
}
