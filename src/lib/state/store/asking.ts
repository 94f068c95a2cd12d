/** What asks, and what becomes of the answer. */
interface Options<Wish, Answer> {
	ask: (wish: Wish) => Promise<Answer>;
	/** Called with answers in the order in which they were asked for. */
	onanswer: (answer: Answer, wish: Wish) => void;
	onfault: (error: unknown) => void;
	/** Whether an answer is of use although something else is wanted by now. */
	late?: ((wish: Wish) => boolean) | undefined;
	/** Milliseconds between an answer and the next question; none where this is left out. */
	gap?: (() => number) | undefined;
}

/**
 * Asks one question at a time: one is in flight, and of those that come meanwhile the last is next. What failed
 * is asked again when it is told to, unless something else was wanted since.
 */
export class Asking<Wish, Answer> {
	readonly #options: Options<Wish, Answer>;
	#wanted: Wish | undefined;
	#failed: Wish | undefined;
	#busy = false;

	constructor(options: Options<Wish, Answer>) {
		this.#options = options;
	}

	get failed(): boolean {
		return this.#failed !== undefined;
	}

	/** Has this asked, and no longer what was wanted before. It is done once nothing is wanted any more. */
	async want(wish: Wish): Promise<void> {
		this.#wanted = wish;
		this.#failed = undefined;
		if (!this.#busy) await this.#run();
	}
	/** What is wanted is no longer. */
	drop(): void {
		this.#wanted = this.#failed = undefined;
	}
	/** Asks again for what failed. */
	async retry(): Promise<void> {
		if (this.#failed !== undefined) await this.want(this.#failed);
	}

	async #run(): Promise<void> {
		const { ask, onanswer, onfault, late, gap } = this.#options;
		this.#busy = true;
		try {
			while (this.#wanted !== undefined) {
				const wish = this.#wanted;
				try {
					const answer = await ask(wish);
					// A wish that was dropped, or replaced by another.
					if (this.#wanted === wish) {
						this.#wanted = undefined;
						onanswer(answer, wish);
					} else if (late?.(wish)) onanswer(answer, wish);
				} catch (error) {
					if (this.#wanted !== wish) continue;
					this.#wanted = undefined;
					this.#failed = wish;
					onfault(error);
				}
				const pause = gap?.() ?? 0;
				if (pause > 0) await new Promise((done) => setTimeout(done, pause));
			}
		} finally {
			this.#busy = false;
		}
	}
}
