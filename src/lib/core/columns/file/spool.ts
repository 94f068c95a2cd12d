import type { Sink } from '../row';
import { crc32 } from './bytes';
import type { Stored } from './layout';

export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Pieces that may be with the compressor at once: it has threads of its own in Node. */
const AT_ONCE = 4;

/** Compresses pieces side by side and appends them in the order in which they came. */
export class Spool {
	offset = 0;
	#last: Promise<void> = Promise.resolve();
	#open = 0;
	#fault: { error: unknown } | undefined;

	constructor(
		readonly sink: Sink,
		readonly deflate: Deflate
	) {}

	/** Appends bytes as they are. */
	async plain(bytes: Uint8Array): Promise<void> {
		await this.settled();
		await this.sink.append(bytes);
		this.offset += bytes.length;
	}

	/**
	 * Takes a piece in, and is done once there is room for another.
	 * @param done is told where it came to stand
	 */
	async add(raw: Uint8Array, done: (stored: Stored) => void): Promise<void> {
		this.#rethrow();
		this.#open++;
		const deflated = this.deflate(raw);
		// Its turn may be long in coming: until then nobody else looks at whether it failed.
		deflated.catch(() => undefined);
		const before = this.#last;
		this.#last = (async () => {
			await before;
			if (this.#fault) return;
			try {
				const bytes = await deflated;
				const { offset } = this;
				await this.sink.append(bytes);
				this.offset += bytes.length;
				done({ offset, stored: bytes.length, raw: raw.length, crc: crc32(bytes) });
			} catch (error) {
				this.#fault = { error };
			} finally {
				this.#open--;
			}
		})();
		if (this.#open >= AT_ONCE) await before;
		this.#rethrow();
	}

	/** Appends a piece behind those that were given before it; where it came to stand, once it does. */
	async put(raw: Uint8Array): Promise<Stored> {
		let found: Stored | undefined;
		const taken = this.add(raw, (stored) => (found = stored));
		const own = this.#last;
		await taken;
		await own;
		this.#rethrow();
		return found as Stored;
	}

	/** Once everything is appended. */
	async settled(): Promise<void> {
		await this.#last;
		this.#rethrow();
	}

	#rethrow(): void {
		if (this.#fault) throw this.#fault.error;
	}
}
