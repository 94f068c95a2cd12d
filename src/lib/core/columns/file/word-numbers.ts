const SPACE = 32;
/** FNV-1a of 32 bits. */
const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Numbers words, each by the order in which it came first. A word is found by its bytes: of the many that rows
 * share, none is made a string but the first.
 */
export class WordNumbers {
	/** Bytes of the words, one behind the other, and where each begins; the end of the last one behind them. */
	#bytes = new Uint8Array(1 << 16);
	#starts = new Uint32Array(1 << 12);
	/** One more than the number of the word that stands there; 0 is a free place. */
	#places = new Uint32Array(1 << 13);
	/** The hash of each word. */
	#hashes = new Int32Array(1 << 12);
	size = 0;

	/** Hands over the number of each of some words. @param memory from `start` to before `end`, a space between two */
	each(memory: Uint8Array, start: number, end: number, take: (number: number) => void): void {
		let from = start;
		let hash = BASIS;
		for (let at = start; at < end; at++) {
			const byte = memory[at] as number;
			if (byte !== SPACE) hash = Math.imul(hash ^ byte, PRIME);
			else {
				take(this.#numberOf(memory, from, at, hash));
				from = at + 1;
				hash = BASIS;
			}
		}
		if (from < end) take(this.#numberOf(memory, from, end, hash));
	}

	/** The number of one word. */
	number(word: string): number {
		const bytes = encoder.encode(word);
		let hash = BASIS;
		for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
		return this.#numberOf(bytes, 0, bytes.length, hash);
	}

	/** The word of a number. */
	text(number: number): string {
		return decoder.decode(this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]));
	}

	/** Its length in UTF-8. */
	bytesOf(number: number): number {
		return (this.#starts[number + 1] as number) - (this.#starts[number] as number);
	}

	/** The words by their numbers; afterwards there are none. */
	take(): string[] {
		const words = Array.from({ length: this.size }, (_, i) => this.text(i));
		this.#places.fill(0);
		this.size = 0;
		return words;
	}

	#numberOf(memory: Uint8Array, from: number, to: number, hash: number): number {
		const places = this.#places;
		const mask = places.length - 1;
		let place = (hash ^ (hash >>> 15)) & mask;
		for (; places[place] !== 0; place = (place + 1) & mask) {
			const number = (places[place] as number) - 1;
			if (this.#hashes[number] === hash && this.#isAt(number, memory, from, to)) return number;
		}
		const number = this.size++;
		places[place] = number + 1;
		this.#keep(number, memory, from, to, hash);
		return number;
	}

	#isAt(number: number, memory: Uint8Array, from: number, to: number): boolean {
		const start = this.#starts[number] as number;
		if ((this.#starts[number + 1] as number) - start !== to - from) return false;
		const bytes = this.#bytes;
		for (let i = from, own = start; i < to; i++, own++) if (memory[i] !== bytes[own]) return false;
		return true;
	}

	#keep(number: number, memory: Uint8Array, from: number, to: number, hash: number): void {
		if (number + 1 >= this.#starts.length) {
			this.#starts = larger(this.#starts, new Uint32Array(2 * this.#starts.length));
			this.#hashes = larger(this.#hashes, new Int32Array(2 * this.#hashes.length));
		}
		const start = this.#starts[number] as number;
		const end = start + to - from;
		if (end > this.#bytes.length)
			this.#bytes = larger(this.#bytes, new Uint8Array(Math.max(2 * this.#bytes.length, end)));
		this.#bytes.set(memory.subarray(from, to), start);
		this.#starts[number + 1] = end;
		this.#hashes[number] = hash;
		if (this.size * 2 > this.#places.length) this.#spread();
	}

	/** Puts all words into twice as many places. */
	#spread(): void {
		const places = new Uint32Array(2 * this.#places.length);
		const mask = places.length - 1;
		for (let number = 0; number < this.size; number++) {
			const hash = this.#hashes[number] as number;
			let place = (hash ^ (hash >>> 15)) & mask;
			while (places[place] !== 0) place = (place + 1) & mask;
			places[place] = number + 1;
		}
		this.#places = places;
	}
}

function larger<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
