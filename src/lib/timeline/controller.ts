import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { dayInWords } from '../core/date/words';
import { held, windowOf, type Window } from './axis';
import type { Extent } from './extent';

export type Thumb = 'from' | 'to';

/** Days that a larger step (Page Up, Page Down, Shift and an arrow) moves at least. */
const LARGE_STEP = 7;

/** What a key asks of a slider: to move by days, or to one end. */
type KeyMove = { by: number } | { to: 'first' | 'last' };

/**
 * What a key does to a slider along the axis (ARIA slider pattern); undefined for other keys.
 * @param large days of the larger step
 */
export function keyMove(key: string, shift: boolean, large = LARGE_STEP): KeyMove | undefined {
	const far = Math.max(LARGE_STEP, Math.round(large));
	const step = shift ? far : 1;
	switch (key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return { by: step };
		case 'ArrowLeft':
		case 'ArrowDown':
			return { by: -step };
		case 'PageUp':
			return { by: far };
		case 'PageDown':
			return { by: -far };
		case 'Home':
			return { to: 'first' };
		case 'End':
			return { to: 'last' };
		default:
			return undefined;
	}
}

/**
 * The date slider without its looks: which days there are, which of them are in sight, and what a
 * move does to the range. An end that stands at the domain's end has no bound, so that nothing
 * beyond it is hidden. It holds no state: windows and ranges go in and come out.
 */
export class TimelineController {
	readonly domain: Extent;
	readonly opening: Window;

	/**
	 * @param domain all days that can be shown
	 * @param opening the days shown first; held to the domain
	 * @throws RangeError where the domain ends before it begins or is not finite
	 */
	constructor(domain: Extent, opening: Extent = domain) {
		const { first, last } = domain;
		if (!Number.isFinite(first) || !Number.isFinite(last) || last < first)
			throw new RangeError(
				`A domain of finite days, first to last, is expected; found ${first} to ${last}.`
			);
		this.domain = domain;
		this.opening = held(windowOf(opening), domain);
	}

	/** The window with everything in it. */
	get whole(): Window {
		return windowOf(this.domain);
	}

	/** A window held to the domain. */
	held(window: Window): Window {
		return held(window, this.domain);
	}

	/**
	 * The window made smaller (factor > 1) or larger about a point of it, which stays where it is
	 * as far as the domain lets it.
	 * @param at 0 (left) to 1 (right)
	 */
	zoom(window: Window, factor: number, at = 0.5): Window {
		const about = window.start + at * window.span;
		const { span } = this.held({ start: window.start, span: window.span / factor });
		return this.held({ start: about - at * span, span });
	}

	/** The window moved by days. */
	pan(window: Window, days: number): Window {
		return this.held({ start: window.start + days, span: window.span });
	}

	/** The window in which two moments stand at two points of it (0 to 1), as fingers hold them. */
	pinch(days: readonly [number, number], at: readonly [number, number]): Window {
		const apart = Math.abs(at[1] - at[0]) < 0.01 ? 0.01 : at[1] - at[0];
		const span = Math.abs((days[1] - days[0]) / apart);
		const fitted = this.held({ start: days[0], span }).span;
		const middle = (days[0] + days[1]) / 2 - ((at[0] + at[1]) / 2) * fitted;
		return this.held({ start: middle, span: fitted });
	}

	/** The window moved just so far, or made just so large, that some days are in sight. */
	reveal(window: Window, { first, last }: Extent): Window {
		const spare = Math.max(0, window.span - (last - first + 1));
		const margin = Math.min(window.span / 20, 14, spare / 2);
		const end = window.start + window.span;
		if (last - first + 1 > window.span) return this.held({ start: first, span: last + 1 - first });
		if (first < window.start) return this.pan(window, first - margin - window.start);
		if (last + 1 > end) return this.pan(window, last + 1 + margin - end);
		return window;
	}

	/** The days at which the thumbs stand for a range; an open end stands at the domain's end. */
	thumbs({ from, to }: DayRange): Record<Thumb, Day> {
		return {
			from: this.#held(from ?? this.domain.first),
			to: this.#held(to ?? this.domain.last)
		};
	}

	/** The range with one thumb at a day. A thumb that is pushed against the other stops there. */
	move(range: DayRange, thumb: Thumb, day: Day): DayRange {
		const { from, to } = this.thumbs(range);
		if (thumb === 'from') return { ...range, from: this.#from(Math.min(this.#held(day), to)) };
		return { ...range, to: this.#to(Math.max(this.#held(day), from)) };
	}

	/**
	 * The range with one end at a day that was typed; undefined: without that end. The other end goes
	 * along where the day would pass it. No day is held to the domain: it is the reader's word.
	 */
	typed(range: DayRange, thumb: Thumb, day: Day | undefined): DayRange {
		const next = { ...range, [thumb]: day };
		if (next.from === undefined || next.to === undefined || next.from <= next.to) return next;
		return { from: day, to: day };
	}

	/** The range moved as a whole by days, its length kept, held to the domain. */
	shift(range: DayRange, days: number): DayRange {
		const { from, to } = this.thumbs(range);
		const moved = Math.max(this.domain.first - from, Math.min(this.domain.last - to, days));
		return this.span(from + moved, to + moved);
	}

	/** The range between two days, whichever comes first, held to the domain. */
	span(a: Day, b: Day): DayRange {
		return {
			from: this.#from(this.#held(Math.min(a, b))),
			to: this.#to(this.#held(Math.max(a, b)))
		};
	}

	/** The range of some days; all dates where these are the range already. */
	toggle(range: DayRange, { first, last }: Extent): DayRange {
		const chosen = this.span(first, last);
		return chosen.from === range.from && chosen.to === range.to ? {} : chosen;
	}

	/** What a key does to a thumb; undefined for keys that do nothing. */
	key(
		range: DayRange,
		thumb: Thumb,
		key: string,
		shift: boolean,
		large?: number
	): DayRange | undefined {
		const move = keyMove(key, shift, large);
		if (!move) return undefined;
		return this.move(range, thumb, this.moved(this.thumbs(range)[thumb], move));
	}

	/** A day moved as a key asks, held to the domain. */
	moved(day: Day, move: KeyMove): Day {
		return 'by' in move ? this.#held(this.#held(day) + move.by) : this.domain[move.to];
	}

	/** A thumb's place in words, for those who hear it. */
	valueText(range: DayRange, thumb: Thumb): string {
		const day = range[thumb];
		if (day === undefined) return thumb === 'from' ? 'no first day' : 'no last day';
		return dayInWords(day);
	}

	#held(day: Day): Day {
		return Math.max(this.domain.first, Math.min(this.domain.last, day));
	}
	#from(day: Day): Day | undefined {
		return day === this.domain.first ? undefined : day;
	}
	#to(day: Day): Day | undefined {
		return day === this.domain.last ? undefined : day;
	}
}
