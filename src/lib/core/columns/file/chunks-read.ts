import type { EventRecord } from '../events-file';
import { damaged } from './damage';
import {
	CHUNK_FIELDS,
	MAX_RATIO,
	MAX_RAW,
	PREAMBLE_BYTES,
	type Header,
	type Stored
} from './layout';
import { once } from './once';
import type { Source } from './source';

/** Raw bytes of chunks that are kept; what is parsed of them is some times that. */
const KEPT_BYTES = 1 << 24;

interface Chunks {
	/** The first row of each, and the number of rows behind them. */
	starts: Uint32Array;
	stored: Stored[];
}

/** The records of a file: their chunks, fetched once and kept as long as there is room. */
export class ChunksReader {
	readonly #chunks = once(() => this.#open());
	/** Chunks by number, the one asked for last at the end. */
	readonly #kept = new Map<number, Promise<EventRecord[]>>();
	#bytes = 0;

	constructor(
		readonly source: Source,
		readonly header: Header,
		/** Byte before which all chunks end. */
		readonly end: number
	) {}

	async records(rows: readonly number[]): Promise<Map<number, EventRecord>> {
		const chunks = await this.#chunks();
		const found = new Map<number, EventRecord>();
		const numbers = new Map<number, number[]>();
		for (const row of rows) {
			if (!Number.isInteger(row) || row < 0 || row >= this.header.rows)
				throw new RangeError(`There is no row ${row} in a file of ${this.header.rows}.`);
			const number = lastNotAfter(chunks.starts, row);
			const wanted = numbers.get(number);
			if (wanted) wanted.push(row);
			else numbers.set(number, [row]);
		}
		await Promise.all(
			[...numbers].map(async ([number, wanted]) => {
				const records = await this.#chunk(number, chunks);
				const start = chunks.starts[number] as number;
				for (const row of wanted) found.set(row, records[row - start] as EventRecord);
			})
		);
		return found;
	}

	#chunk(number: number, chunks: Chunks): Promise<EventRecord[]> {
		const { raw } = chunks.stored[number] as Stored;
		let records = this.#kept.get(number);
		if (records) this.#kept.delete(number);
		else {
			records = this.#read(number, chunks);
			this.#bytes += raw;
			// What could not be fetched is asked for again next time.
			records.catch(() => {
				if (this.#kept.get(number) !== records) return;
				this.#kept.delete(number);
				this.#bytes -= raw;
			});
		}
		this.#kept.set(number, records);
		for (const [oldest] of this.#kept) {
			if (this.#bytes <= KEPT_BYTES || oldest === number) break;
			this.#kept.delete(oldest);
			this.#bytes -= (chunks.stored[oldest] as Stored).raw;
		}
		return records;
	}

	async #read(number: number, { starts, stored }: Chunks): Promise<EventRecord[]> {
		const part = `chunk ${number} of its texts`;
		const value = (await this.source.json(stored[number] as Stored, part)) as {
			events?: unknown;
			sources?: unknown;
		} | null;
		const { events, sources } = value ?? {};
		const rows = (starts[number + 1] as number) - (starts[number] as number);
		if (!Array.isArray(events) || events.length !== rows)
			throw damaged(
				part,
				`a list of ${rows} events`,
				Array.isArray(events) ? `${events.length}` : 'none'
			);
		if (!Array.isArray(sources)) throw damaged(part, 'a list of sources', 'none');
		return recordsOf(events, sources);
	}

	async #open(): Promise<Chunks> {
		const part = 'its list of chunks';
		const numbers = await this.source.planes(this.header.chunks, part);
		const length = numbers.length / CHUNK_FIELDS;
		const field = (chunk: number, i: number) => numbers[i * length + chunk] as number;
		const starts = new Uint32Array(length + 1);
		const stored: Stored[] = [];
		let offset = PREAMBLE_BYTES;
		let rows = 0;
		for (let chunk = 0; chunk < length; chunk++) {
			rows += field(chunk, 0);
			offset += field(chunk, 1);
			const own = { offset, stored: field(chunk, 2), raw: field(chunk, 3), crc: field(chunk, 4) };
			offset += own.stored;
			if (own.raw > Math.min(MAX_RAW, MAX_RATIO * (own.stored + 8)) || offset > this.end)
				throw damaged(part, 'chunks inside the file that deflate can make', `${own.raw} bytes`);
			if (rows > this.header.rows) break;
			starts[chunk + 1] = rows;
			stored.push(own);
		}
		if (rows !== this.header.rows)
			throw damaged(part, `${this.header.rows} rows in its chunks`, `${rows}`);
		return { starts, stored };
	}
}

/** Each event with those sources of its chunk that its claims cite, by id or by web address. */
function recordsOf(events: readonly unknown[], sources: readonly unknown[]): EventRecord[] {
	const byName = new Map<unknown, unknown>();
	for (const item of sources) {
		const { id, URL } = Object(item) as { id?: unknown; URL?: unknown };
		if (typeof URL === 'string') byName.set(URL, item);
		byName.set(String(id), item);
	}
	return events.map((event) => {
		const { properties } = Object(event) as { properties?: unknown };
		const { claims } = Object(properties) as { claims?: unknown };
		const cited = new Set<unknown>();
		for (const claim of Array.isArray(claims) ? (claims as unknown[]) : []) {
			const item = byName.get((Object(claim) as { source?: unknown }).source);
			if (item !== undefined) cited.add(item);
		}
		return { event, sources: [...cited] };
	});
}

function lastNotAfter(starts: Uint32Array, row: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((starts[middle] as number) <= row) low = middle;
		else high = middle;
	}
	return low;
}
