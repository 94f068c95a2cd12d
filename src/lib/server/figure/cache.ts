/** Keeps what was used last, up to so many bytes. */
export class ByteCache {
	readonly #most: number;
	readonly #kept = new Map<string, Uint8Array>();
	#bytes = 0;

	constructor(most: number) {
		this.#most = most;
	}

	get bytes(): number {
		return this.#bytes;
	}

	get(key: string): Uint8Array | undefined {
		const found = this.#kept.get(key);
		if (found) {
			// The end of a Map is what was used last.
			this.#kept.delete(key);
			this.#kept.set(key, found);
		}
		return found;
	}

	/** What alone is a quarter of all is not kept. */
	set(key: string, data: Uint8Array): void {
		this.#drop(key);
		if (data.byteLength > this.#most / 4) return;
		this.#kept.set(key, data);
		this.#bytes += data.byteLength;
		for (const oldest of this.#kept.keys()) {
			if (this.#bytes <= this.#most) break;
			this.#drop(oldest);
		}
	}

	#drop(key: string): void {
		const found = this.#kept.get(key);
		if (!found) return;
		this.#kept.delete(key);
		this.#bytes -= found.byteLength;
	}
}
