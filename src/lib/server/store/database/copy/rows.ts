/** The head of a file of COPY's binary format, and its end (PostgreSQL 15, COPY, File Formats). */
const HEAD = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);
/** The type of the elements of a list, int4 (pg_type). */
const INT4 = 23;
const NULL = -1;
const NUL = 0;
/** Bytes that are copied one by one. */
const FEW = 64;

/**
 * Rows of a table in COPY's binary format: numbers are copied rather than written out and read, and there is no sign
 * that could be taken for anything but itself. Strings are UTF-8; a NUL, which no text of PostgreSQL holds, becomes a space.
 */
export class CopyRows {
	#bytes = Buffer.allocUnsafeSlow(1 << 20);
	/** The same memory: of all ways to write a number, the one that costs least. */
	#view = new DataView(this.#bytes.buffer);
	#length = 0;
	/** How many rows. */
	count = 0;

	/** @param fields of each row */
	constructor(readonly fields: number) {}

	get length(): number {
		return this.#length;
	}

	/** Begins a row; its fields follow one by one. */
	row(): void {
		const at = this.#room(2);
		this.#view.setInt16(at, this.fields);
		this.count++;
	}

	null(): void {
		const at = this.#room(4);
		this.#view.setInt32(at, NULL);
	}

	bool(value: boolean): void {
		const at = this.#room(5);
		this.#view.setInt32(at, 1);
		this.#view.setInt8(at + 4, value ? 1 : 0);
	}

	int2(value: number): void {
		const at = this.#room(6);
		this.#view.setInt32(at, 2);
		this.#view.setInt16(at + 4, value);
	}

	int4(value: number): void {
		const at = this.#room(8);
		this.#view.setInt32(at, 4);
		this.#view.setInt32(at + 4, value);
	}

	/** @param value a whole number below 2^53 */
	int8(value: number): void {
		const at = this.#room(12);
		const high = Math.floor(value / 2 ** 32);
		this.#view.setInt32(at, 8);
		this.#view.setInt32(at + 4, high);
		this.#view.setUint32(at + 8, value - high * 2 ** 32);
	}

	/** A list of int4. @param length only so many of the values are its own */
	list(values: readonly number[], length = values.length): void {
		const size = length === 0 ? 12 : 20 + 8 * length;
		let at = this.#room(4 + size);
		const view = this.#view;
		view.setInt32(at, size);
		view.setInt32(at + 4, length === 0 ? 0 : 1);
		view.setInt32(at + 8, 0);
		view.setInt32(at + 12, INT4);
		if (length === 0) return;
		view.setInt32(at + 16, length);
		view.setInt32(at + 20, 1);
		at += 24;
		for (let i = 0; i < length; i++, at += 8) {
			view.setInt32(at, 4);
			view.setInt32(at + 4, values[i] as number);
		}
	}

	/** A point with its reference system, in the EWKB of PostGIS. @param lon degrees @param lat degrees */
	point(lon: number, lat: number): void {
		const at = this.#room(29);
		const view = this.#view;
		view.setInt32(at, 25);
		view.setInt8(at + 4, 1);
		view.setUint32(at + 5, 0x2000_0001, true);
		view.setUint32(at + 9, 4326, true);
		view.setFloat64(at + 13, lon, true);
		view.setFloat64(at + 21, lat, true);
	}

	text(text: string): void {
		const at = this.#room(4 + 3 * text.length);
		const written = this.#bytes.write(text, at + 4);
		this.#view.setInt32(at, written);
		this.#length = at + 4 + written;
		if (text.includes('\0')) this.#clean(at + 4, this.#length);
	}

	/** A text that is encoded already and has no NUL, as JSON has none. */
	bytes(from: Uint8Array, start: number, end: number): void {
		const at = this.#room(4 + end - start);
		this.#view.setInt32(at, end - start);
		this.#put(from, start, end, at + 4);
	}

	/** The same of two pieces, one behind the other. */
	twoPieces(from: Uint8Array, start: number, end: number, again: number, last: number): void {
		const first = end - start;
		const at = this.#room(4 + first + last - again);
		this.#view.setInt32(at, first + last - again);
		this.#put(from, start, end, at + 4);
		this.#put(from, again, last, at + 4 + first);
	}

	/** All rows in pieces that may be sent; afterwards there are none. They are in this memory until the next row. */
	*take(piece = 1 << 18): Generator<Buffer> {
		const length = this.#length;
		this.#length = 0;
		this.count = 0;
		yield HEAD;
		for (let at = 0; at < length; at += piece)
			yield this.#bytes.subarray(at, Math.min(length, at + piece));
		yield END;
	}

	/** Makes room for so many bytes behind the last; gives where they begin. */
	#room(more: number): number {
		const at = this.#length;
		if (at + more > this.#bytes.length) {
			const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, at + more));
			this.#bytes.copy(larger, 0, 0, at);
			this.#bytes = larger;
			this.#view = new DataView(larger.buffer);
		}
		this.#length = at + more;
		return at;
	}

	#put(from: Uint8Array, start: number, end: number, to: number): void {
		// A call for a few bytes costs more than the bytes.
		if (end - start > FEW) this.#bytes.set(from.subarray(start, end), to);
		else for (let i = start; i < end; i++) this.#bytes[to + i - start] = from[i] as number;
	}

	#clean(start: number, end: number): void {
		const bytes = this.#bytes;
		for (;;) {
			const at = bytes.subarray(start, end).indexOf(NUL);
			if (at < 0) return;
			bytes[start + at] = 32;
		}
	}
}
