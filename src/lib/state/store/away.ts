/** Milliseconds after which what could not be asked is asked again: at first, and at most. */
const SOON_MS = 2_000;
const LATE_MS = 30_000;

/** Tries again by itself, later each time, until it is told that all is well. */
export class Away {
	readonly #again: () => void;
	#wait = SOON_MS;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(again: () => void) {
		this.#again = again;
	}

	/** Something could not be asked. */
	hear(): void {
		if (this.#timer !== undefined) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#again();
		}, this.#wait);
		this.#wait = Math.min(LATE_MS, 2 * this.#wait);
	}
	/** All is well, or nobody waits any more. */
	rest(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#wait = SOON_MS;
	}
}
