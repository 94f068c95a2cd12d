import { secondId } from '../../lib/core/import/ids';
import type { Unit } from '../../lib/core/import/read/table';
import { Seen } from '../../lib/core/import/seen';
import { Tally } from '../../lib/core/import/tally';
import { PER_BATCH, type BatchResult } from './stage';

/** Lets the rows of a file pass in their order, whoever made them: of those with one id only the first. */
export class Gate {
	readonly seen = new Seen();
	readonly tally = new Tally();
	/** Numbers of events that are not to be imported after all. */
	readonly dropped = new Set<number>();
	readonly #waiting = new Map<number, BatchResult>();
	#next = 0;

	/** @param unit what the numbers of rows are */
	constructor(readonly unit: Unit) {}

	pass(result: BatchResult, number: number): void {
		this.#waiting.set(number, result);
		for (let next; (next = this.#waiting.get(this.#next)); this.#next++) {
			this.#waiting.delete(this.#next);
			this.#take(next);
		}
	}

	#take({ counts, low, high, lines }: BatchResult): void {
		this.tally.add(counts);
		for (let i = 0; i < low.length; i++) {
			const line = lines[i] as number;
			const before = this.seen.add(low[i] as number, high[i] as number, line);
			if (before === 0) continue;
			this.dropped.add(this.#next * PER_BATCH + i);
			this.tally.imported--;
			this.tally.refuse(secondId(line, before, this.unit));
		}
	}
}
