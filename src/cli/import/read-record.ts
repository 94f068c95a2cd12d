import { emptyRow, type EncodedTexts, type RowNumbers } from '../../lib/core/columns/row';
import { AT, FIXED, FLAGS, MAX_UINT, PARTED, UNIT } from './record';

/** A row whose lists are this reader's own: they are filled anew with each record. */
export type StoredRow = ReturnType<typeof emptyRow> & Pick<RowNumbers, 'sources'>;

/**
 * The entry of a record (`record.ts`), read back into the same object each time: a million of them leave nothing
 * behind. Its texts stay where they are.
 */
export class StoredEntry {
	row: StoredRow = { ...emptyRow(), sources: [] };
	readonly texts: EncodedTexts = {
		memory: new Uint8Array(),
		words: 0,
		event: 0,
		end: 0,
		characters: 0
	};
	sources: readonly (readonly [id: string, json: string])[] = [];
	number = 0;
	anew = false;
	#tail = '';

	/** @param ints the same memory as `bytes` @param start a multiple of four */
	read(bytes: Buffer, ints: Int32Array, start: number): void {
		const base = start / UNIT;
		const int = (field: number) => ints[base + field] as number;
		const { row, texts } = this;
		const flags = int(AT.flags);
		row.first = int(AT.first);
		row.last = int(AT.last);
		row.possibleFirst = int(AT.possibleFirst);
		row.possibleLast = int(AT.possibleLast);
		row.lon = int(AT.lon);
		row.lat = int(AT.lat);
		row.known = int(AT.known);
		row.settled = int(AT.settled);
		row.type = int(AT.type);
		row.precision = flags & 0xff;
		row.status = (flags >> FLAGS.status) & 0xff;
		row.sure = (flags & FLAGS.sure) !== 0;
		row.contested = (flags & FLAGS.contested) !== 0;
		this.anew = (flags & FLAGS.anew) !== 0;
		this.number = int(AT.numberHigh) * MAX_UINT + (int(AT.numberLow) >>> 0);
		let at = base + FIXED;
		at = fill(row.places, ints, at, int(AT.places));
		at = fill(row.actors, ints, at, int(AT.actors));
		at = fill(row.publishers, ints, at, int(AT.publishers));
		const idAt = UNIT * at;
		texts.memory = bytes;
		texts.words = idAt + int(AT.idBytes);
		texts.event = texts.words + int(AT.wordBytes);
		texts.end = texts.event + int(AT.eventBytes);
		texts.characters = int(AT.characters);
		row.id = bytes.toString('latin1', idAt, texts.words);
		// Most rows of a table cite the same.
		const tail = bytes.toString('utf8', texts.end, texts.end + int(AT.tailBytes));
		if (tail !== this.#tail) this.#cite(tail, int(AT.cited), int(AT.sources));
	}

	/** The event's Feature as JSON. */
	get event(): string {
		const { memory, event, end } = this.texts;
		return (memory as Buffer).toString('utf8', event, end);
	}

	#cite(tail: string, cited: number, brought: number): void {
		const parts = tail.split(PARTED);
		const sources: [string, string][] = [];
		for (let i = 0, at = cited; i < brought; i++)
			sources.push([parts[at++] as string, parts[at++] as string]);
		this.row.sources = parts.slice(0, cited);
		this.sources = sources;
		this.#tail = tail;
	}
}

/** Puts some numbers into a list in place of what it has; gives where they end. */
function fill(list: number[], ints: Int32Array, at: number, count: number): number {
	list.length = 0;
	for (let i = 0; i < count; i++) list.push(ints[at + i] as number);
	return at + count;
}
