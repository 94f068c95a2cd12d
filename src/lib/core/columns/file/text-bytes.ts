const encoder = new TextEncoder();

/** Texts in UTF-8, one behind the other, in memory that grows and may be used again. */
export class TextBytes {
	#memory = new Uint8Array(1 << 16);
	#length = 0;

	/** What was written; only until something is written again. */
	get written(): Uint8Array {
		return this.#memory.subarray(0, this.#length);
	}

	bytes(some: Uint8Array): void {
		this.#makeRoom(some.length);
		this.#memory.set(some, this.#length);
		this.#length += some.length;
	}

	text(text: string): void {
		// A unit of UTF-16 is three bytes at most.
		this.#makeRoom(3 * text.length);
		this.#length += encoder.encodeInto(text, this.#memory.subarray(this.#length)).written;
	}

	clear(): void {
		this.#length = 0;
	}

	#makeRoom(more: number): void {
		if (this.#length + more <= this.#memory.length) return;
		const larger = new Uint8Array(Math.max(2 * this.#memory.length, this.#length + more));
		larger.set(this.#memory.subarray(0, this.#length));
		this.#memory = larger;
	}
}
