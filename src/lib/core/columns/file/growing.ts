const BITS = 16;
const BLOCK = 1 << BITS;

type Numbers = Uint8Array | Uint32Array;

/** Numbers of 32 bits, or of 8, that become more, without ever being copied as they grow. */
export class Growing {
	#blocks: Numbers[] = [];
	/** The last of them. */
	#block: Numbers = new Uint32Array();
	length = 0;

	/** @param bits of each number */
	constructor(readonly bits: 8 | 32 = 32) {}

	push(value: number): void {
		const at = this.length & (BLOCK - 1);
		if (at === 0) {
			this.#block = this.bits === 8 ? new Uint8Array(BLOCK) : new Uint32Array(BLOCK);
			this.#blocks.push(this.#block);
		}
		this.#block[at] = value;
		this.length++;
	}

	at(index: number): number {
		return (this.#blocks[index >>> BITS] as Numbers)[index & (BLOCK - 1)] as number;
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
