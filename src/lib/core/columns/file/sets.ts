import type { ListName } from '../columns';
import { toPlanes, widthOf } from './bytes';
import { Growing } from './growing';
import type { ListSections, Planes, Stored } from './layout';
import type { Spool } from './spool';

/** Sets that are looked for again; beyond, each counts as new, so that memory stays bounded. */
const MOST_KNOWN = 1 << 16;
/** Twice as many places for them: few then stand in another's. */
const PLACES = 2 * MOST_KNOWN;

/** Lists of numbers by row, of which few differ: each is written once, and each row has its number. */
export class SetsWriter {
	/** One more than the number of the set that stands there; 0 is a free place. */
	#places = new Uint32Array(PLACES);
	/** Where the values of each known set begin. */
	#starts = new Uint32Array(MOST_KNOWN);
	readonly #set = new Growing();
	readonly #counts = new Growing();
	readonly #values = new Growing();
	/** One more than the largest value. */
	end = 0;

	constructor(readonly name: ListName) {}

	add(values: readonly number[]): void {
		const place = this.#find(values);
		const known = this.#places[place] as number;
		if (known !== 0) {
			this.#set.push(known);
			return;
		}
		const number = this.#counts.length;
		if (number < MOST_KNOWN) {
			this.#places[place] = number + 1;
			this.#starts[number] = this.#values.length;
		}
		this.#set.push(0);
		this.#counts.push(values.length);
		for (const value of values) {
			if (!Number.isInteger(value) || value < 0)
				throw new Error(`A row has the number ${value} in its ${this.name}; expected one from 0.`);
			this.#values.push(value);
			if (value >= this.end) this.end = value + 1;
		}
	}

	/** Where a set stands in `#places`, or would; found by a hash of its numbers (FNV-1a, by number). */
	#find(values: readonly number[]): number {
		let hash = 0x811c9dc5;
		for (let i = 0; i < values.length; i++)
			hash = Math.imul(hash ^ (values[i] as number), 0x01000193);
		let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
		for (;;) {
			const found = this.#places[place] as number;
			if (found === 0 || this.#isSet(found - 1, values)) return place;
			place = (place + 1) & (PLACES - 1);
		}
	}

	#isSet(number: number, values: readonly number[]): boolean {
		if (this.#counts.at(number) !== values.length) return false;
		const start = this.#starts[number] as number;
		for (let i = 0; i < values.length; i++)
			if (this.#values.at(start + i) !== values[i]) return false;
		return true;
	}

	async write(spool: Spool, ids: readonly string[]): Promise<ListSections> {
		if (this.end > ids.length)
			throw new Error(
				`A row has the number ${this.end - 1} in its ${this.name}; expected one below ${ids.length}, as many as its dictionary has.`
			);
		this.#places = this.#starts = new Uint32Array();
		return {
			set: await putPlanes(spool, this.#set.take()),
			counts: await putPlanes(spool, this.#counts.take()),
			values: await putPlanes(spool, this.#values.take()),
			ids: await putJson(spool, ids)
		};
	}
}

/** Appends numbers as planes as wide as the largest needs. */
export async function putPlanes(spool: Spool, values: Uint32Array): Promise<Planes> {
	const width = widthOf(values);
	const stored = await spool.put(toPlanes(values, width));
	return { ...stored, count: values.length, width };
}

export function putJson(spool: Spool, value: unknown): Promise<Stored> {
	return spool.put(new TextEncoder().encode(JSON.stringify(value)));
}
