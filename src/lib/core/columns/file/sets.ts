import type { ListName } from '../columns';
import { toPlanes, widthOf } from './bytes';
import { Growing } from './growing';
import type { ListSections, Planes, Stored } from './layout';
import type { Spool } from './spool';

/** Sets that are looked for again; beyond, each counts as new, so that memory stays bounded. */
const MOST_KNOWN = 1 << 16;

/** Lists of numbers by row, of which few differ: each is written once, and each row has its number. */
export class SetsWriter {
	readonly #known = new Map<string | number, number>();
	readonly #set = new Growing();
	readonly #counts = new Growing();
	readonly #values = new Growing();
	/** One more than the largest value. */
	end = 0;

	constructor(readonly name: ListName) {}

	add(values: readonly number[]): void {
		const key = values.length === 1 ? (values[0] as number) : values.join(' ');
		const known = this.#known.get(key);
		if (known !== undefined) {
			this.#set.push(known + 1);
			return;
		}
		if (this.#known.size < MOST_KNOWN) this.#known.set(key, this.#counts.length);
		this.#set.push(0);
		this.#counts.push(values.length);
		for (const value of values) {
			if (!Number.isInteger(value) || value < 0)
				throw new Error(`A row has the number ${value} in its ${this.name}; expected one from 0.`);
			this.#values.push(value);
			if (value >= this.end) this.end = value + 1;
		}
	}

	async write(spool: Spool, ids: readonly string[]): Promise<ListSections> {
		if (this.end > ids.length)
			throw new Error(
				`A row has the number ${this.end - 1} in its ${this.name}; expected one below ${ids.length}, as many as its dictionary has.`
			);
		this.#known.clear();
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
