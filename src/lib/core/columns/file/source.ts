import type { ReadRange } from '../events-file';
import { crc32, fromPlanes } from './bytes';
import { damaged } from './damage';
import type { Planes, Stored } from './layout';

/**
 * Inflates raw deflate.
 * @param atMost bytes after which it may stop: more is damage, whatever it is
 */
export type Inflate = (bytes: Uint8Array, atMost: number) => Promise<Uint8Array>;

/** Bytes of the file, verified before anything is made of them. */
export class Source {
	constructor(
		readonly read: ReadRange,
		readonly inflate: Inflate,
		/** Length of the file in bytes. */
		public length = Infinity
	) {}

	async bytes(start: number, end: number, part: string): Promise<Uint8Array> {
		if (start === end) return new Uint8Array();
		const bytes = await this.read(start, end);
		if (bytes.length !== end - start)
			throw damaged(
				part,
				`${end - start} bytes from byte ${start}`,
				`${bytes.length}: the file is cut off or another`
			);
		return bytes;
	}

	/** @param bytes those of the section, where they were read with others */
	async section(at: Stored, part: string, bytes?: Uint8Array): Promise<Uint8Array> {
		bytes ??= await this.bytes(at.offset, at.offset + at.stored, part);
		if (crc32(bytes) !== at.crc) throw damaged(part, 'bytes that match their checksum', 'others');
		return this.inflated(bytes, at.raw, part);
	}

	async inflated(bytes: Uint8Array, raw: number, part: string): Promise<Uint8Array> {
		let found: Uint8Array;
		try {
			found = await this.inflate(bytes, raw);
		} catch {
			throw damaged(part, 'bytes compressed with deflate', 'others');
		}
		if (found.length !== raw) throw damaged(part, `${raw} bytes once inflated`, `${found.length}`);
		return found;
	}

	async planes(at: Planes, part: string, bytes?: Uint8Array): Promise<Uint32Array> {
		return fromPlanes(await this.section(at, part, bytes), at.width);
	}

	async json(at: Stored, part: string, bytes?: Uint8Array): Promise<unknown> {
		const text = await this.section(at, part, bytes);
		try {
			return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
		} catch {
			throw damaged(part, 'JSON', 'a text that is none');
		}
	}
}
