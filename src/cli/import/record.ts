import { OPEN_AFTER } from '../../lib/core/columns/columns';
import type { EventRow } from '../../lib/core/columns/row';

/** An event on its way into events.dateline. */
export interface EventEntry {
	row: EventRow;
	/** Its Feature as JSON. */
	event: string;
	/** Id and JSON of each source that it brings. */
	sources: readonly (readonly [id: string, json: string])[];
	/** Which row of the file it was, the same number for no other. */
	number: number;
	/** When all its sources are dated, its status is to be asked once more: it hangs on their order. */
	anew?: boolean;
}

/** Numbers of a record before its lists: nine of the row, one of flags, its number in two, and six lengths. */
const FIXED = 19;
const UNIT = 4;
const MAX_UINT = 2 ** 32;
/** Neither an id nor a word of the search has it, nor does JSON. */
const PARTED = '\n';

/** Entries as bytes, one after another, in a buffer that grows. */
export class Records {
	bytes = Buffer.allocUnsafe(1 << 20);
	length = 0;

	/** @returns where it begins */
	add({ row, event, sources, number, anew = false }: EventEntry): number {
		let text = row.id + PARTED + row.words.join(' ') + PARTED + event + PARTED;
		for (const id of row.sources) text += id + PARTED;
		for (const [id, json] of sources) text += id + PARTED + json + PARTED;
		const lists = row.places.length + row.actors.length + row.publishers.length;
		const least = UNIT * (FIXED + lists);
		this.#makeRoom(least + 3 * text.length + UNIT);
		const start = this.length;
		const written = this.bytes.write(text, start + least);
		const end = (start + least + written + UNIT - 1) & ~(UNIT - 1);
		const ints = new Int32Array(
			this.bytes.buffer,
			this.bytes.byteOffset + start,
			(end - start) / UNIT
		);
		ints[0] = end - start;
		ints[1] = row.first;
		ints[2] = row.last;
		ints[3] = row.possibleFirst;
		ints[4] = row.possibleLast;
		ints[5] = row.lon;
		ints[6] = row.lat;
		ints[7] = row.known;
		ints[8] = row.type;
		ints[9] =
			row.precision |
			(row.status << 8) |
			(Number(row.sure) << 16) |
			(Number(row.contested) << 17) |
			(Number(anew) << 18);
		ints[10] = Math.floor(number / MAX_UINT);
		ints[11] = (number % MAX_UINT) | 0;
		ints[12] = row.places.length;
		ints[13] = row.actors.length;
		ints[14] = row.publishers.length;
		ints[15] = row.sources.length;
		ints[16] = sources.length;
		ints[17] = written;
		ints[18] = row.settled ?? OPEN_AFTER;
		let at = FIXED;
		for (const list of [row.places, row.actors, row.publishers])
			for (const value of list) ints[at++] = value;
		this.length = end;
		return start;
	}

	clear(): void {
		this.length = 0;
	}

	#makeRoom(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + more));
		this.bytes.copy(larger, 0, 0, this.length);
		this.bytes = larger;
	}
}

/** Length in bytes of the record that begins there; it is a multiple of four. */
export function recordLength(bytes: Buffer, start: number): number {
	return bytes.readInt32LE(start);
}

/** Reads a record back. @param start a multiple of four from the beginning of the memory */
export function readRecord(bytes: Buffer, start: number): EventEntry {
	const ints = new Int32Array(
		bytes.buffer,
		bytes.byteOffset + start,
		bytes.readInt32LE(start) / UNIT
	);
	const int = (i: number) => ints[i] as number;
	const flags = int(9);
	const places = FIXED + int(12);
	const actors = places + int(13);
	const publishers = actors + int(14);
	const from = start + UNIT * publishers;
	const text = bytes.toString('utf8', from, from + int(17)).split(PARTED);
	let at = 3;
	const cited = text.slice(at, (at += int(15)));
	const sources: [string, string][] = [];
	for (let i = 0; i < int(16); i++) sources.push([text[at++] as string, text[at++] as string]);
	const words = text[1] as string;
	return {
		row: {
			id: text[0] as string,
			first: int(1),
			last: int(2),
			possibleFirst: int(3),
			possibleLast: int(4),
			lon: int(5),
			lat: int(6),
			known: int(7),
			settled: int(18),
			type: int(8),
			precision: flags & 0xff,
			status: (flags >> 8) & 0xff,
			sure: (flags & (1 << 16)) !== 0,
			contested: (flags & (1 << 17)) !== 0,
			places: Array.from(ints.subarray(FIXED, places)),
			actors: Array.from(ints.subarray(places, actors)),
			publishers: Array.from(ints.subarray(actors, publishers)),
			sources: cited,
			words: words === '' ? [] : words.split(' ')
		},
		event: text[2] as string,
		sources,
		number: int(10) * MAX_UINT + (int(11) >>> 0),
		anew: (flags & (1 << 18)) !== 0
	};
}

/** By first day, last day, id: the order of the columns. */
export function compareKeys(
	a: { first: number; last: number; id: string },
	b: { first: number; last: number; id: string }
): number {
	return a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
