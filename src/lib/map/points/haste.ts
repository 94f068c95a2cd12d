import type { DayRange } from '../../core/date/match';

/** Changes of the range no further apart than this, in milliseconds, are one motion. */
export const REST = 250;

/** So many draws of a motion have to be late, one after the other, before less is drawn. */
const LATE = 3;

/** A frame, nearly: of what is drawn sooner than that nothing is to be said. In milliseconds. */
const FRAME = 12;

/** Of all points these many are left, at least, where less is drawn. */
const LEFT = 1 / 3;

/**
 * Tells when to draw less: while the dates move and the graphics are not done with one draw when the next is
 * due. At rest everything is drawn. With a graphics card that is hardly ever; without one a million events
 * take many times as long to draw as a step of the dates takes to come.
 */
export class Haste {
	#range: DayRange = {};
	#changed = -Infinity;
	#isMoving = false;
	#late = 0;
	/** Whether the graphics are done with the last draw. */
	#isDone: () => boolean = () => true;
	/** Points that there are to draw, as far as is known. */
	#points = 0;
	/** As many points as are in time. */
	#most = Infinity;

	/**
	 * Takes note that something is to be drawn.
	 * @param now in milliseconds
	 */
	begin(range: DayRange, now: number): void {
		const since = now - this.#changed;
		if (range.from === this.#range.from && range.to === this.#range.to) {
			this.#isMoving &&= since < REST;
			return;
		}
		this.#range = range;
		this.#changed = now;
		this.#isMoving = since < REST;
		if (this.#isMoving && since < FRAME) return;
		if (!this.#isMoving || this.#isDone()) this.#late = 0;
		else if (++this.#late >= LATE) {
			this.#late = 0;
			this.#most = Math.min(this.#most, 0.8 * this.#points);
		}
	}

	/** Whether the dates move and all points would be late. */
	get isLess(): boolean {
		return this.#isMoving && this.#points > this.#most;
	}

	/**
	 * Takes note of what was drawn.
	 * @param isDone whether the graphics are done with it
	 */
	drew(points: number, isAll: boolean, isDone: () => boolean): void {
		if (isAll || points < LEFT * this.#most) this.#points = points;
		this.#isDone = isDone;
	}
}
