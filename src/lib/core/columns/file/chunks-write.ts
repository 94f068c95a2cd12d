import type { EncodedTexts } from '../row';
import { Growing } from './growing';
import { CHUNK_CHARACTERS, CHUNK_ROWS, PREAMBLE_BYTES, type Planes } from './layout';
import { putPlanes } from './sets';
import type { Spool } from './spool';
import { TextBytes } from './text-bytes';

/** What stands in a chunk around its events and sources, and between two of them. */
const [BEGIN, MIDDLE, END, BETWEEN] = ['{"events":[', '],"sources":[', ']}', ',\n'].map((text) =>
	new TextEncoder().encode(text)
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Writes the texts: chunks of events with the sources that they cite, each as one JSON. */
export class ChunksWriter {
	#rows = 0;
	readonly #sources = new Map<string, string>();
	#characters = 0;
	#end = PREAMBLE_BYTES;
	#text = new TextBytes();
	/** Memory of chunks that are written: as much as the compressor holds at once is used over and over. */
	readonly #free: TextBytes[] = [];
	/** By chunk: rows, bytes before it that are no chunk's, stored and raw bytes, CRC-32. */
	readonly #fields = Array.from({ length: 5 }, () => new Growing());

	constructor(readonly spool: Spool) {}

	/** Takes the texts of the next row; gives a promise where a chunk is full. */
	add(event: string, sources: readonly (readonly [string, string])[]): Promise<void> | undefined {
		this.#text.bytes(this.#rows === 0 ? BEGIN : BETWEEN);
		this.#text.text(event);
		return this.#added(event.length, sources);
	}

	/** The same of an event that is encoded already. */
	addEncoded(
		{ memory, event, end, characters }: EncodedTexts,
		sources: readonly (readonly [string, string])[]
	): Promise<void> | undefined {
		this.#text.bytes(this.#rows === 0 ? BEGIN : BETWEEN);
		this.#text.bytes(memory.subarray(event, end));
		return this.#added(characters, sources);
	}

	#added(
		characters: number,
		sources: readonly (readonly [string, string])[]
	): Promise<void> | undefined {
		this.#rows++;
		this.#characters += characters;
		for (const [id, json] of sources)
			if (!this.#sources.has(id)) {
				this.#sources.set(id, json);
				this.#characters += json.length;
			}
		return this.#rows >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS
			? this.flush()
			: undefined;
	}

	async flush(): Promise<void> {
		const rows = this.#rows;
		if (rows === 0) return;
		const text = this.#text;
		let between = MIDDLE;
		for (const json of this.#sources.values()) {
			text.bytes(between);
			text.text(json);
			between = BETWEEN;
		}
		if (this.#sources.size === 0) text.bytes(MIDDLE);
		text.bytes(END);
		this.#rows = 0;
		this.#sources.clear();
		this.#characters = 0;
		this.#text = this.#free.pop() ?? new TextBytes();
		await this.spool.add(text.written, ({ offset, stored, raw, crc }) => {
			[rows, offset - this.#end, stored, raw, crc].forEach((value, i) =>
				this.#fields[i]?.push(value)
			);
			this.#end = offset + stored;
			text.clear();
			this.#free.push(text);
		});
	}

	/** Writes where the chunks stand: five numbers each, all of the first, then all of the second, and so on. */
	async finish(): Promise<Planes> {
		await this.flush();
		await this.spool.settled();
		const fields = this.#fields.map((field) => field.take());
		const all = new Uint32Array(fields.reduce((sum, field) => sum + field.length, 0));
		let at = 0;
		for (const field of fields) {
			all.set(field, at);
			at += field.length;
		}
		return putPlanes(this.spool, all);
	}
}
