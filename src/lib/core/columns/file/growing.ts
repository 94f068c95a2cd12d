const BITS = 16;
const BLOCK = 1 << BITS;

/** Numbers of 32 bits that become more, without ever being copied as they grow. */
export class Growing {
	#blocks: Uint32Array[] = [];
	/** The last of them. */
	#block = new Uint32Array();
	length = 0;

	push(value: number): void {
		const at = this.length & (BLOCK - 1);
		if (at === 0) this.#blocks.push((this.#block = new Uint32Array(BLOCK)));
		this.#block[at] = value;
		this.length++;
	}

	at(index: number): number {
		return (this.#blocks[index >>> BITS] as Uint32Array)[index & (BLOCK - 1)] as number;
	}

	/** All of them; none are left behind. */
	take(): Uint32Array {
		const all = new Uint32Array(this.length);
		this.#blocks.forEach((block, i) => {
			const start = i * BLOCK;
			all.set(block.subarray(0, Math.min(BLOCK, this.length - start)), start);
		});
		this.#blocks = [];
		this.#block = new Uint32Array();
		this.length = 0;
		return all;
	}
}
