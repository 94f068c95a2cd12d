const BLOCK = 1 << 16;

/** Numbers of 32 bits that become more, without ever being copied as they grow. */
export class Growing {
	#blocks: Uint32Array[] = [];
	length = 0;

	push(value: number): void {
		const at = this.length & (BLOCK - 1);
		if (at === 0) this.#blocks.push(new Uint32Array(BLOCK));
		(this.#blocks[this.#blocks.length - 1] as Uint32Array)[at] = value;
		this.length++;
	}

	/** All of them; none are left behind. */
	take(): Uint32Array {
		const all = new Uint32Array(this.length);
		this.#blocks.forEach((block, i) => {
			const start = i * BLOCK;
			all.set(block.subarray(0, Math.min(BLOCK, this.length - start)), start);
		});
		this.#blocks = [];
		this.length = 0;
		return all;
	}
}
