import { cutWord } from '../../../../core/columns/file/cut-word';
import { murmur3, SEEDS } from '../../../../core/columns/file/hash';
import { WordNumbers } from '../../../../core/columns/file/word-numbers';
import { Seen } from '../../../../core/import/seen';

/** Kinds of terms, as in the tables. */
export const KINDS = { type: 0, place: 1, actor: 2, publisher: 3, word: 4 } as const;

/** Numbers of ids, those that are there before them; how many events have each. */
export class TermNumbers {
	readonly #numbers = new Map<string, number>();
	/** Ids that have joined, in the order of their numbers. */
	readonly joined: string[] = [];
	readonly counts = new Counts();

	/** @param there in the order of their numbers, from 0 */
	constructor(there: readonly string[]) {
		for (const id of there) this.#numbers.set(id, this.#numbers.size);
	}

	get size(): number {
		return this.#numbers.size;
	}

	numberOf(id: string): number {
		let number = this.#numbers.get(id);
		if (number === undefined) {
			number = this.#numbers.size;
			this.#numbers.set(id, number);
			this.joined.push(id);
		}
		return number;
	}
}

/** How often each of some numbers came. */
export class Counts {
	#counts = new Uint32Array(1 << 8);
	length = 0;

	add(number: number): void {
		if (number >= this.#counts.length) {
			const more = new Uint32Array(Math.max(2 * this.#counts.length, number + 1));
			more.set(this.#counts);
			this.#counts = more;
		}
		this.#counts[number] = (this.#counts[number] as number) + 1;
		if (number >= this.length) this.length = number + 1;
	}

	of(number: number): number {
		return this.#counts[number] ?? 0;
	}
}

/** Bytes of a word that may be one to cut: shorter ones have fewer signs, too. */
const LONG = 64;

/** The terms of the words of events; a word is found by its bytes. */
export class WordTerms {
	readonly #words = new WordNumbers();
	/** By the number of a word: one more than the number of its term. */
	#terms = new Uint32Array(1 << 12);
	/** By the number of a term that has joined, less `before`: the number of its word. */
	readonly #joined: number[] = [];
	/** How many were there before. */
	before = 0;
	readonly counts = new Counts();
	/** By term: the row that had it last. */
	#lastRows = new Uint32Array(1 << 12);
	#row = 0;
	/** The terms of the row that was read last; only so many are its own. */
	readonly terms: number[] = [];
	count = 0;
	readonly #take = (word: number) => {
		const term = this.#termOf(word);
		if (this.#lastRows[term] === this.#row) return;
		this.#lastRows[term] = this.#row;
		this.terms[this.count++] = term;
		this.counts.add(term);
	};

	get size(): number {
		return this.before + this.#joined.length;
	}

	/** A word that is there before, in the order of their numbers. */
	there(word: string): void {
		this.#put(this.#words.number(word), this.before++);
	}

	/** Reads the words of a row. @param memory from `start` to before `end`, a space between two */
	read(memory: Uint8Array, start: number, end: number): void {
		this.#row++;
		this.count = 0;
		this.#words.each(memory, start, end, this.#take);
	}

	/** The words that have joined, in the order of their numbers, with those numbers. */
	*joined(): Generator<[number: number, word: string]> {
		for (const [i, word] of this.#joined.entries()) yield [this.before + i, this.#words.text(word)];
	}

	#termOf(word: number): number {
		const known = this.#terms[word] ?? 0;
		if (known !== 0) return known - 1;
		let term = this.size;
		if (this.#words.bytesOf(word) > LONG) {
			const text = this.#words.text(word);
			const cut = cutWord(text).toWellFormed();
			if (cut !== text) {
				term = this.#termOf(this.#words.number(cut));
				this.#put(word, term);
				return term;
			}
		}
		this.#joined.push(word);
		this.#put(word, term);
		return term;
	}

	#put(word: number, term: number): void {
		if (word >= this.#terms.length) this.#terms = larger(this.#terms, word + 1);
		this.#terms[word] = term + 1;
		if (term >= this.#lastRows.length) this.#lastRows = larger(this.#lastRows, term + 1);
	}
}

function larger(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
	const more = new Uint32Array(Math.max(2 * numbers.length, least));
	more.set(numbers);
	return more;
}

/** Longer ids of sources are no ids: they are addresses that lead nowhere, and would not fit an index. */
const LONGEST_ID = 600;

/** Numbers of sources, by 64 bits of their ids (`Seen`). */
export class SourceNumbers {
	readonly #seen = new Seen();

	get size(): number {
		return this.#seen.size;
	}

	/** The number of an id, and whether it is a new one; undefined where it cannot be one. */
	numberOf(id: string): { number: number; isNew: boolean } | undefined {
		if (id.length > LONGEST_ID) return undefined;
		const { size } = this.#seen;
		const before = this.#seen.add(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]), size + 1);
		return before === 0 ? { number: size, isNew: true } : { number: before - 1, isNew: false };
	}

	/** The number of an id that is there. */
	find(id: string): number | undefined {
		if (id.length > LONGEST_ID) return undefined;
		const line = this.#seen.lineOf(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]));
		return line === 0 ? undefined : line - 1;
	}
}
