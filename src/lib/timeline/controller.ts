import { calendarOf, dayOf, type Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { rangeInWords, shortMonth } from '../core/date/words';

/** The days along the axis, both inclusive. */
export interface Extent {
	first: Day;
	last: Day;
}

export type Thumb = 'from' | 'to';

/** Days that a larger step (Page Up, Page Down, Shift and an arrow) moves. */
const LARGE_STEP = 7;

/**
 * The date slider without its looks: where days stand on the axis, what a key or a drag does to
 * the range. An end that stands at the axis' end has no bound, so that events beyond the axis are
 * shown too.
 */
export class TimelineController {
	readonly extent: Extent;

	/** @throws RangeError where the extent ends before it begins or is not finite */
	constructor(extent: Extent) {
		if (
			!Number.isFinite(extent.first) ||
			!Number.isFinite(extent.last) ||
			extent.last < extent.first
		)
			throw new RangeError(
				`An extent of finite days, first to last, is expected; found ${extent.first} to ${extent.last}.`
			);
		this.extent = extent;
	}

	/** Days on the axis. */
	get length(): number {
		return this.extent.last - this.extent.first + 1;
	}

	/** Where a day begins on the axis, 0 to 1; beyond it where the day is. */
	fractionOf(day: Day): number {
		return (day - this.extent.first) / this.length;
	}

	/** The day at a point of the axis, 0 to 1; held to the extent. */
	dayAt(fraction: number): Day {
		return this.#held(this.extent.first + Math.floor(fraction * this.length));
	}

	/** The days at which the thumbs stand for a range; an open end stands at the axis' end. */
	thumbs({ from, to }: DayRange): Record<Thumb, Day> {
		return {
			from: this.#held(from ?? this.extent.first),
			to: this.#held(to ?? this.extent.last)
		};
	}

	/** The range with one thumb at a day. A thumb that is pushed against the other stops there. */
	move(range: DayRange, thumb: Thumb, day: Day): DayRange {
		const { from, to } = this.thumbs(range);
		const held = this.#held(day);
		// The other end stays as it is, with or without a bound.
		if (thumb === 'from') return { ...range, from: this.#bound('from', Math.min(held, to)) };
		return { ...range, to: this.#bound('to', Math.max(held, from)) };
	}

	/** The range moved as a whole by days, its length kept, held to the extent. */
	shift(range: DayRange, days: number): DayRange {
		const { from, to } = this.thumbs(range);
		const moved = Math.max(this.extent.first - from, Math.min(this.extent.last - to, days));
		return { from: this.#bound('from', from + moved), to: this.#bound('to', to + moved) };
	}

	/** What a key does to a thumb (ARIA slider pattern); undefined for keys that do nothing. */
	key(range: DayRange, thumb: Thumb, key: string, shift: boolean): DayRange | undefined {
		const at = this.thumbs(range)[thumb];
		const step = shift ? LARGE_STEP : 1;
		switch (key) {
			case 'ArrowRight':
			case 'ArrowUp':
				return this.move(range, thumb, at + step);
			case 'ArrowLeft':
			case 'ArrowDown':
				return this.move(range, thumb, at - step);
			case 'PageUp':
				return this.move(range, thumb, at + LARGE_STEP);
			case 'PageDown':
				return this.move(range, thumb, at - LARGE_STEP);
			case 'Home':
				return this.move(range, thumb, this.extent.first);
			case 'End':
				return this.move(range, thumb, this.extent.last);
			default:
				return undefined;
		}
	}

	/** Which thumb a press at a point of the axis takes up: the nearer one, at a tie the one it can move. */
	nearest(range: DayRange, fraction: number): Thumb {
		const { from, to } = this.thumbs(range);
		const left = this.fractionOf(from);
		const right = this.fractionOf(to + 1);
		if (left + right === 2 * fraction) return fraction < left ? 'from' : 'to';
		return Math.abs(fraction - left) < Math.abs(fraction - right) ? 'from' : 'to';
	}

	/** A thumb's place in words, for those who hear it. */
	valueText(range: DayRange, thumb: Thumb): string {
		if (range[thumb] === undefined) return thumb === 'from' ? 'no first day' : 'no last day';
		return rangeInWords(range[thumb], range[thumb]);
	}

	/** The first days of the axis' months, with a label for each and the year where one begins. */
	months(): { day: Day; label: string; year?: number }[] {
		const ticks: { day: Day; label: string; year?: number }[] = [];
		const { year, month } = calendarOf(this.extent.first);
		for (let i = 0; ; i++) {
			const day = dayOf(year, month + i, 1);
			if (day > this.extent.last) return ticks;
			if (day < this.extent.first) continue;
			const at = calendarOf(day);
			ticks.push({
				day,
				label: shortMonth(at.month),
				...(at.month === 1 || ticks.length === 0 ? { year: at.year } : {})
			});
		}
	}

	#held(day: Day): Day {
		return Math.max(this.extent.first, Math.min(this.extent.last, day));
	}

	/** A thumb that is moved to its end of the axis takes its bound away. */
	#bound(thumb: Thumb, day: Day): Day | undefined {
		const end = thumb === 'from' ? this.extent.first : this.extent.last;
		return day === end ? undefined : day;
	}
}
