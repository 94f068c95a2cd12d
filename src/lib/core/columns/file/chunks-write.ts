import { Growing } from './growing';
import { CHUNK_CHARACTERS, CHUNK_ROWS, PREAMBLE_BYTES, type Planes } from './layout';
import { putPlanes } from './sets';
import type { Spool } from './spool';

/** Writes the texts: chunks of events with the sources that they cite, each as one JSON. */
export class ChunksWriter {
	#events: string[] = [];
	#sources = new Map<string, string>();
	#characters = 0;
	#end = PREAMBLE_BYTES;
	readonly #encoder = new TextEncoder();
	/** By chunk: rows, bytes before it that are no chunk's, stored and raw bytes, CRC-32. */
	readonly #fields = Array.from({ length: 5 }, () => new Growing());

	constructor(readonly spool: Spool) {}

	/** Takes the texts of the next row; gives a promise where a chunk is full. */
	add(event: string, sources: readonly (readonly [string, string])[]): Promise<void> | undefined {
		this.#events.push(event);
		this.#characters += event.length;
		for (const [id, json] of sources)
			if (!this.#sources.has(id)) {
				this.#sources.set(id, json);
				this.#characters += json.length;
			}
		return this.#events.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS
			? this.flush()
			: undefined;
	}

	async flush(): Promise<void> {
		const rows = this.#events.length;
		if (rows === 0) return;
		const text = `{"events":[${this.#events.join(',\n')}],"sources":[${[...this.#sources.values()].join(',\n')}]}`;
		this.#events = [];
		this.#sources.clear();
		this.#characters = 0;
		await this.spool.add(this.#encoder.encode(text), ({ offset, stored, raw, crc }) => {
			[rows, offset - this.#end, stored, raw, crc].forEach((value, i) =>
				this.#fields[i]?.push(value)
			);
			this.#end = offset + stored;
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
