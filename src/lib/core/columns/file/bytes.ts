/** Bytes of events.dateline: checksums, numbers in byte planes, variable-length numbers. */

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 as in zlib, PNG and zip (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
	let crc = -1;
	for (let i = 0; i < bytes.length; i++)
		crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] as number)) & 255] as number);
	return ~crc >>> 0;
}

/** The bytes that the largest of some numbers needs: 1 to 4. */
export function widthOf(values: Uint32Array): number {
	let all = 0;
	for (let i = 0; i < values.length; i++) all |= values[i] as number;
	return all >>> 24 ? 4 : all >>> 16 ? 3 : all >>> 8 ? 2 : 1;
}

/** Numbers as planes of bytes: the lowest byte of each, then the next of each, so that like stands by like. */
export function toPlanes(values: Uint32Array, width: number): Uint8Array {
	const { length } = values;
	const planes = new Uint8Array(length * width);
	for (let plane = 0; plane < width; plane++) {
		const shift = 8 * plane;
		const start = plane * length;
		for (let i = 0; i < length; i++) planes[start + i] = (values[i] as number) >>> shift;
	}
	return planes;
}

/** The numbers of some planes. @param bytes as many as there are numbers, times `width` */
export function fromPlanes(bytes: Uint8Array, width: number): Uint32Array {
	const length = bytes.length / width;
	const values = new Uint32Array(length);
	for (let plane = 0; plane < width; plane++) {
		const shift = 8 * plane;
		const start = plane * length;
		for (let i = 0; i < length; i++)
			values[i] = (values[i] as number) | ((bytes[start + i] as number) << shift);
	}
	return values;
}

/** Signed as unsigned, the small ones small: 0, -1, 1, -2, … are 0, 1, 2, 3, …; up to 30 bits. */
export function zigzag(value: number): number {
	return value < 0 ? -2 * value - 1 : 2 * value;
}

export function unzigzag(value: number): number {
	return value & 1 ? -(value >>> 1) - 1 : value >>> 1;
}

/** Bytes that grow, for numbers of seven bits a byte, the lowest first, the eighth bit set on all but the last. */
export class ByteWriter {
	#bytes = new Uint8Array(1024);
	length = 0;

	number(value: number): void {
		if (this.length + 5 > this.#bytes.length) this.#grow(5);
		while (value > 127) {
			this.#bytes[this.length++] = (value & 127) | 128;
			value >>>= 7;
		}
		this.#bytes[this.length++] = value;
	}

	byte(value: number): void {
		if (this.length === this.#bytes.length) this.#grow(1);
		this.#bytes[this.length++] = value;
	}

	bytes(some: Uint8Array): void {
		if (this.length + some.length > this.#bytes.length) this.#grow(some.length);
		this.#bytes.set(some, this.length);
		this.length += some.length;
	}

	/** What was written since the last call. */
	take(): Uint8Array {
		const taken = this.#bytes.slice(0, this.length);
		this.length = 0;
		return taken;
	}

	#grow(by: number): void {
		const more = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + by));
		more.set(this.#bytes.subarray(0, this.length));
		this.#bytes = more;
	}
}

/** Reads what ByteWriter wrote. Beyond the end, or over a number that is none, `failed` is set and 0 is read. */
export class ByteReader {
	at = 0;
	failed = false;
	constructor(readonly source: Uint8Array) {}

	number(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.source[this.at++];
			if (byte === undefined) break;
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) {
				if (value < 2 ** 32) return value;
				break;
			}
		}
		this.failed = true;
		return 0;
	}

	bytes(length: number): Uint8Array {
		const end = this.at + length;
		if (end > this.source.length) {
			this.failed = true;
			return this.source.subarray(0, 0);
		}
		const some = this.source.subarray(this.at, end);
		this.at = end;
		return some;
	}
}
