import type { Day } from '../core/date/day';
import type { Extent } from './extent';

/** The days in sight: `span` days from the beginning of day `start`; fractions of days are fine. */
export interface Window {
	start: number;
	span: number;
}

/** The fewest days that an axis shows, unless there are fewer. */
export const FEWEST_DAYS = 7;

/** The window that shows whole days, both ends inclusive. */
export const windowOf = ({ first, last }: Extent): Window => ({
	start: first,
	span: last - first + 1
});

/** A window held to a domain: no wider, not beyond it, never below {@link FEWEST_DAYS}. */
export function held({ start, span }: Window, domain: Extent): Window {
	const whole = domain.last - domain.first + 1;
	const wanted = Number.isNaN(span) ? whole : span;
	const days = Math.min(whole, Math.max(FEWEST_DAYS, wanted));
	const from = Number.isNaN(start) ? domain.first : start;
	return {
		start: Math.max(domain.first, Math.min(domain.last + 1 - days, from)),
		span: days
	};
}

/** Where days stand, in pixels from the left end of what is in sight. */
export class Axis {
	readonly window: Window;
	readonly width: number;

	/** @param width pixels; held to 1 at least */
	constructor(window: Window, width: number) {
		this.window = window;
		this.width = Math.max(1, width);
	}

	/** Pixels of one day. */
	get scale(): number {
		return this.width / this.window.span;
	}
	/** The first moment that is out of sight on the right, as a day with its fraction. */
	get end(): number {
		return this.window.start + this.window.span;
	}
	/** Where a day begins, 0 to 1 in sight. */
	fraction(day: number): number {
		return (day - this.window.start) / this.window.span;
	}
	/** Where a day begins, held to what is in sight: 0 to 1. */
	heldFraction(day: number): number {
		return Math.max(0, Math.min(1, this.fraction(day)));
	}
	/** Where a day begins, in pixels. */
	x(day: number): number {
		return this.fraction(day) * this.width;
	}
	/** The moment at a point: a day with its fraction. */
	at(x: number): number {
		return this.window.start + (x / this.width) * this.window.span;
	}
	/** The day at a point, held to what is in sight. */
	day(x: number): Day {
		const held = Math.max(0, Math.min(this.width, x));
		return Math.min(Math.floor(this.at(held)), Math.ceil(this.end) - 1);
	}
}
