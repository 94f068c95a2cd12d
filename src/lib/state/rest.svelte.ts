/** Milliseconds without a move after which slider and map count as at rest. */
const REST_MS = 300;

/** The same while a pointer holds the slider: a hand that halts on its way is not there yet. */
const HELD_REST_MS = 1000;

/** The same where nothing is drawn, as in a tab behind others. */
const UNDRAWN_MS = 2000;

/** Calls back once the changes of this moment are on the screen; at once where there is none. */
function afterDrawn(done: () => void): void {
	if (typeof requestAnimationFrame === 'undefined') return done();
	// The first frame draws them; the next begins when it has.
	requestAnimationFrame(() => requestAnimationFrame(done));
}

/** Tells when what somebody moves has come to rest. */
export class Rest {
	readonly #rested: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#moving = $state(false);
	#held = $state(false);
	/** Counts the moves, so that one that is drawn late does not end the wait of the next. */
	#moves = 0;

	/** @param rested told at rest, unless the wait was stopped */
	constructor(rested: () => void) {
		this.#rested = rested;
	}

	/** Somebody is at the slider or types: what may wait until the view is at rest waits. */
	get moving(): boolean {
		return this.#moving;
	}
	/** A pointer holds the slider. */
	get held(): boolean {
		return this.#held;
	}

	/** A pointer has taken hold of the slider, or has let go of it. */
	hold(held: boolean): void {
		this.#held = held;
		if (this.#moving) this.wait();
	}

	/** One of many changes. */
	move(): void {
		this.#moving = true;
		this.wait();
	}

	/**
	 * Waits for rest: counted from when what the move changed is drawn, so that a machine that draws
	 * slowly is not given more to do between two steps.
	 */
	wait(): void {
		clearTimeout(this.#timer);
		const move = ++this.#moves;
		const endIn = (ms: number) => (this.#timer = setTimeout(() => this.end(), ms));
		endIn(UNDRAWN_MS);
		afterDrawn(() => {
			if (move !== this.#moves || this.#timer === undefined) return;
			clearTimeout(this.#timer);
			endIn(this.#held ? HELD_REST_MS : REST_MS);
		});
	}

	/** Ends a wait now, as if rest had come. */
	end(): void {
		if (this.#timer === undefined) return;
		this.stop();
		this.#rested();
	}

	/** Nothing is waited for any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#moving = false;
	}
}
