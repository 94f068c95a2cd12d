import { untrack } from 'svelte';
import { distinctMissing, missingInWords } from '../../core/store/missing';
import type { Answer, Missing } from '../../core/store/store';
import { Away } from './away';

/** What of a store does not answer: by kind of answer what it leaves out, and which kinds do not come at all. */
export class Health {
	#missing = $state.raw<Readonly<Record<string, readonly Missing[]>>>({});
	/** What could not be asked when it was last tried. */
	readonly #failing = new Set<string>();
	readonly #away: Away;

	/** @param again asks for what failed */
	constructor(again: () => void) {
		this.#away = new Away(again);
	}

	/** What is left out since it cannot be reached, in one sentence. */
	get sentence(): string | undefined {
		return missingInWords(Object.values(this.#missing).flat());
	}
	/** Kinds that do not come. */
	get failing(): ReadonlySet<string> {
		return this.#failing;
	}

	/** Takes note of an answer; whether all have come now. @param kind of which the last answer counts */
	hear(kind: string, { missing = [] }: Pick<Answer<unknown>, 'missing'>): boolean {
		if (!this.leavesOut(kind, missing))
			this.#missing = { ...untrack(() => this.#missing), [kind]: distinctMissing(missing) };
		this.#failing.delete(kind);
		if (this.#failing.size > 0) return false;
		this.#away.rest();
		return true;
	}
	/** Takes note that a kind did not come. @param again it is tried again in a while */
	fail(kind: string, again: boolean): void {
		this.#failing.add(kind);
		if (again) this.#away.hear();
	}
	/** Whether the last answer of a kind left out just this. */
	leavesOut(kind: string, missing: readonly Missing[]): boolean {
		const before = untrack(() => this.#missing[kind] ?? []);
		return JSON.stringify(before) === JSON.stringify(distinctMissing(missing));
	}
	/** All is asked anew. */
	forget(): void {
		this.#missing = {};
	}
	/** Nobody waits any more for what did not come. */
	leave(): void {
		this.#failing.clear();
		this.#away.rest();
	}
}
