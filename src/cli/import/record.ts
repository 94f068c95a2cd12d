import { OPEN_AFTER } from '../../lib/core/columns/columns';
import type { RowNumbers } from '../../lib/core/columns/row';

/** An event on its way into events.dateline. */
export interface EventEntry {
	row: RowNumbers;
	/** The words that its texts are found by, a space between two. */
	words: string;
	/** Its Feature as JSON. */
	event: string;
	/** Id and JSON of each source that it brings. */
	sources: readonly (readonly [id: string, json: string])[];
	/** Which row of the file it was, the same number for no other. */
	number: number;
	/** When all its sources are dated, its status is to be asked once more: it hangs on their order. */
	anew?: boolean;
}

/** Where the numbers of a record stand before its lists, each of 32 bits; `read-record.ts` reads them back. */
export const AT = {
	length: 0,
	first: 1,
	last: 2,
	possibleFirst: 3,
	possibleLast: 4,
	lon: 5,
	lat: 6,
	known: 7,
	settled: 8,
	type: 9,
	flags: 10,
	numberHigh: 11,
	numberLow: 12,
	places: 13,
	actors: 14,
	publishers: 15,
	cited: 16,
	sources: 17,
	idBytes: 18,
	wordBytes: 19,
	eventBytes: 20,
	/** UTF-16 units of the event's JSON. */
	characters: 21,
	tailBytes: 22
} as const;
export const FIXED = 23;
export const UNIT = 4;
export const MAX_UINT = 2 ** 32;
export const FLAGS = { status: 8, sure: 1 << 16, contested: 1 << 17, anew: 1 << 18 } as const;
/** No id of a source has it, nor does JSON. */
export const PARTED = '\n';

/**
 * Entries as bytes, one after another, in a buffer that grows. What is not asked for when they are sorted and
 * merged – words and the event's JSON – stands in UTF-8, and is carried into the file as it is.
 */
export class Records {
	bytes = Buffer.allocUnsafeSlow(1 << 20);
	#ints = new Int32Array(this.bytes.buffer);
	length = 0;

	/** @returns where it begins */
	add({ row, words, event, sources, number, anew = false }: EventEntry): number {
		let tail = '';
		for (const id of row.sources) tail += id + PARTED;
		for (const [id, json] of sources) tail += id + PARTED + json + PARTED;
		const lists = row.places.length + row.actors.length + row.publishers.length;
		const least = UNIT * (FIXED + lists);
		this.#makeRoom(least + 3 * (row.id.length + words.length + event.length + tail.length) + UNIT);
		const start = this.length;
		const { bytes } = this;
		const idAt = start + least;
		const wordsAt = idAt + bytes.write(row.id, idAt, 'latin1');
		const eventAt = wordsAt + bytes.write(words, wordsAt);
		const tailAt = eventAt + bytes.write(event, eventAt);
		const textEnd = tailAt + bytes.write(tail, tailAt);
		const end = (textEnd + UNIT - 1) & ~(UNIT - 1);
		const ints = this.#ints;
		const base = start / UNIT;
		ints[base + AT.length] = end - start;
		ints[base + AT.first] = row.first;
		ints[base + AT.last] = row.last;
		ints[base + AT.possibleFirst] = row.possibleFirst;
		ints[base + AT.possibleLast] = row.possibleLast;
		ints[base + AT.lon] = row.lon;
		ints[base + AT.lat] = row.lat;
		ints[base + AT.known] = row.known;
		ints[base + AT.settled] = row.settled ?? OPEN_AFTER;
		ints[base + AT.type] = row.type;
		ints[base + AT.flags] =
			row.precision |
			(row.status << FLAGS.status) |
			(row.sure ? FLAGS.sure : 0) |
			(row.contested ? FLAGS.contested : 0) |
			(anew ? FLAGS.anew : 0);
		ints[base + AT.numberHigh] = Math.floor(number / MAX_UINT);
		ints[base + AT.numberLow] = (number % MAX_UINT) | 0;
		ints[base + AT.places] = row.places.length;
		ints[base + AT.actors] = row.actors.length;
		ints[base + AT.publishers] = row.publishers.length;
		ints[base + AT.cited] = row.sources.length;
		ints[base + AT.sources] = sources.length;
		ints[base + AT.idBytes] = wordsAt - idAt;
		ints[base + AT.wordBytes] = eventAt - wordsAt;
		ints[base + AT.eventBytes] = tailAt - eventAt;
		ints[base + AT.characters] = event.length;
		ints[base + AT.tailBytes] = textEnd - tailAt;
		let at = base + FIXED;
		for (const value of row.places) ints[at++] = value;
		for (const value of row.actors) ints[at++] = value;
		for (const value of row.publishers) ints[at++] = value;
		this.length = end;
		return start;
	}

	/** Length in bytes of the record that begins there; it is a multiple of four. */
	lengthAt(start: number): number {
		return this.#ints[start / UNIT + AT.length] as number;
	}

	firstAt(start: number): number {
		return this.#ints[start / UNIT + AT.first] as number;
	}

	/** Which of two records of one first day stands before the other: by last day and id. */
	compare(a: number, b: number): number {
		const ints = this.#ints;
		const [one, other] = [a / UNIT, b / UNIT];
		const days = (ints[one + AT.last] as number) - (ints[other + AT.last] as number);
		if (days !== 0) return days;
		const aAt = this.#idAt(one);
		const bAt = this.#idAt(other);
		const aEnd = aAt + (ints[one + AT.idBytes] as number);
		const bEnd = bAt + (ints[other + AT.idBytes] as number);
		return this.bytes.compare(this.bytes, bAt, bEnd, aAt, aEnd);
	}

	/** Where the id of a record begins. @param base number of its first unit */
	#idAt(base: number): number {
		const ints = this.#ints;
		const lists =
			(ints[base + AT.places] as number) +
			(ints[base + AT.actors] as number) +
			(ints[base + AT.publishers] as number);
		return UNIT * (base + FIXED + lists);
	}

	clear(): void {
		this.length = 0;
	}

	#makeRoom(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const least = Math.max(2 * this.bytes.length, this.length + more);
		const larger = Buffer.allocUnsafeSlow((least + UNIT - 1) & ~(UNIT - 1));
		this.bytes.copy(larger, 0, 0, this.length);
		this.bytes = larger;
		this.#ints = new Int32Array(larger.buffer);
	}
}

/** By first day, last day, id: the order of the columns. */
export function compareKeys(
	a: { first: number; last: number; id: string },
	b: { first: number; last: number; id: string }
): number {
	return a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
