const LEAST = 1 << 12;

/**
 * The ids that were there, each as 64 bits of it with the line it came from: 24 bytes an id at most, whatever
 * its length. Two of a million ids share their bits with a chance of 3 in 10⁸.
 */
export class Seen {
	size = 0;
	/** Low bits, high bits, line of each; a line of 0 is a free place. */
	#table = new Uint32Array(3 * LEAST);
	#places = LEAST;

	/** The line on which the id was first; 0 where it was not there. It is there afterwards. @param line from 1 */
	add(low: number, high: number, line: number): number {
		if (this.size * 4 >= this.#places * 3) this.#grow();
		const at = this.#find(this.#table, low, high);
		const before = this.#table[at + 2] as number;
		if (before !== 0) return before;
		this.#table[at] = low;
		this.#table[at + 1] = high;
		this.#table[at + 2] = line;
		this.size++;
		return 0;
	}

	has(low: number, high: number): boolean {
		return this.lineOf(low, high) !== 0;
	}

	/** The line on which the id was first; 0 where it was not there. */
	lineOf(low: number, high: number): number {
		return this.#table[this.#find(this.#table, low, high) + 2] as number;
	}

	/** Forgets all, and gives their memory back. */
	clear(): void {
		this.#places = LEAST;
		this.#table = new Uint32Array(3 * LEAST);
		this.size = 0;
	}

	/** Where the id is in a table, or would be. */
	#find(table: Uint32Array, low: number, high: number): number {
		const mask = this.#places - 1;
		for (let place = low & mask; ; place = (place + 1) & mask) {
			const at = 3 * place;
			if (table[at + 2] === 0 || (table[at] === low && table[at + 1] === high)) return at;
		}
	}

	#grow(): void {
		const old = this.#table;
		this.#places *= 2;
		this.#table = new Uint32Array(3 * this.#places);
		for (let at = 0; at < old.length; at += 3)
			if (old[at + 2] !== 0)
				this.#table.set(
					old.subarray(at, at + 3),
					this.#find(this.#table, old[at] as number, old[at + 1] as number)
				);
	}
}
