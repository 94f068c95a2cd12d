/** The head of a file of COPY's binary format, and its end (PostgreSQL 15, COPY, File Formats). */
const HEAD = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END = Buffer.from([0xff, 0xff]);
/** The type of the elements of a list, int4 (pg_type). */
const INT4 = 23;
const NULL = -1;
const NUL = 0;

/**
 * Rows of a table in COPY's binary format: numbers are copied rather than written out and read, and there is no sign
 * that could be taken for anything but itself. Strings are UTF-8; a NUL, which no text of PostgreSQL holds, becomes a space.
 */
export class CopyRows {
	#bytes = Buffer.allocUnsafeSlow(1 << 20);
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
		this.#bytes.writeInt16BE(this.fields, at);
		this.count++;
	}

	null(): void {
		this.#bytes.writeInt32BE(NULL, this.#room(4));
	}

	bool(value: boolean): void {
		const at = this.#room(5);
		this.#bytes.writeInt32BE(1, at);
		this.#bytes[at + 4] = value ? 1 : 0;
	}

	int2(value: number): void {
		const at = this.#room(6);
		this.#bytes.writeInt32BE(2, at);
		this.#bytes.writeInt16BE(value, at + 4);
	}

	int4(value: number): void {
		const at = this.#room(8);
		this.#bytes.writeInt32BE(4, at);
		this.#bytes.writeInt32BE(value, at + 4);
	}

	/** @param value a whole number below 2^53 */
	int8(value: number): void {
		const at = this.#room(12);
		const high = Math.floor(value / 2 ** 32);
		this.#bytes.writeInt32BE(8, at);
		this.#bytes.writeInt32BE(high, at + 4);
		this.#bytes.writeUInt32BE(value - high * 2 ** 32, at + 8);
	}

	/** A list of int4. */
	list(values: ArrayLike<number>, length = values.length): void {
		const size = length === 0 ? 12 : 20 + 8 * length;
		let at = this.#room(4 + size);
		const bytes = this.#bytes;
		bytes.writeInt32BE(size, at);
		bytes.writeInt32BE(length === 0 ? 0 : 1, at + 4);
		bytes.writeInt32BE(0, at + 8);
		bytes.writeInt32BE(INT4, at + 12);
		if (length === 0) return;
		bytes.writeInt32BE(length, at + 16);
		bytes.writeInt32BE(1, at + 20);
		at += 24;
		for (let i = 0; i < length; i++, at += 8) {
			bytes.writeInt32BE(4, at);
			bytes.writeInt32BE(values[i] as number, at + 4);
		}
	}

	/** A point with its reference system, in the EWKB of PostGIS. @param lon degrees @param lat degrees */
	point(lon: number, lat: number): void {
		const at = this.#room(29);
		const bytes = this.#bytes;
		bytes.writeInt32BE(25, at);
		bytes[at + 4] = 1;
		bytes.writeUInt32LE(0x2000_0001, at + 5);
		bytes.writeUInt32LE(4326, at + 9);
		bytes.writeDoubleLE(lon, at + 13);
		bytes.writeDoubleLE(lat, at + 21);
	}

	text(text: string): void {
		const at = this.#room(4 + 3 * text.length);
		const written = this.#bytes.write(text, at + 4);
		this.#bytes.writeInt32BE(written, at);
		this.#length = at + 4 + written;
		this.#clean(at + 4, this.#length);
	}

	/** A text that is encoded already. */
	bytes(from: Uint8Array, start: number, end: number): void {
		const at = this.#room(4 + end - start);
		this.#bytes.writeInt32BE(end - start, at);
		this.#bytes.set(from.subarray(start, end), at + 4);
		this.#clean(at + 4, this.#length);
	}

	/** The same of two pieces, one behind the other. */
	twoPieces(from: Uint8Array, start: number, end: number, again: number, last: number): void {
		const first = end - start;
		const at = this.#room(4 + first + last - again);
		this.#bytes.writeInt32BE(first + last - again, at);
		this.#bytes.set(from.subarray(start, end), at + 4);
		this.#bytes.set(from.subarray(again, last), at + 4 + first);
		this.#clean(at + 4, this.#length);
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
		}
		this.#length = at + more;
		return at;
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
