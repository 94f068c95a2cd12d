import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import type { Axis, Window } from './axis';
import type { Thumb, TimelineController } from './controller';

/** A pointer: pixels from the axis' left end and from the plot's top. */
export interface Point {
	id: number;
	x: number;
	y: number;
	touch: boolean;
}

/** What lies under a pointer, as it is when a gesture asks. */
export interface Scene {
	timeline: TimelineController;
	axis: Axis;
	range: DayRange;
	asof?: Day | undefined;
	/** Pixels from the plot's top to its ground; below it the labels drag the axis along. */
	ground: number;
}

/** What a press took up. */
type Target = Thumb | 'asof' | 'band' | 'empty' | 'labels';

/** What a gesture asks for. `click`: a press that never moved, on no thumb. */
export type Outcome =
	| { kind: 'range'; range: DayRange }
	| { kind: 'asof'; day: Day }
	| { kind: 'window'; window: Window }
	| { kind: 'click'; point: Point };

/** Pixels on the outer and inner side of a thumb's line that take it up. */
const REACH = { outer: 20, inner: 8 };
const TOUCH_REACH = { outer: 30, inner: 14 };
/** Pixels that a press may wander and still be a click. */
const STILL = 4;
const TOUCH_STILL = 9;
/** Pixels past the end of what is in sight at which a thumb is let go of: it has no bound then. */
const PAST_END = 8;

/** Where a thumb's line stands, in pixels: the beginning of the first day, the end of the last. */
export function thumbX({ timeline, axis, range }: Scene, thumb: Thumb): number {
	const days = timeline.thumbs(range);
	return axis.heldFraction(thumb === 'from' ? days.from : days.to + 1) * axis.width;
}

/**
 * What a press at a point takes up. Thumbs win over the line of “as known on”, this over the band.
 * Inside the band a thumb reaches no further than a third of it, so that the band stays in reach.
 */
export function targetAt(point: Point, scene: Scene): Target {
	const { axis, range, asof, ground } = scene;
	const reach = point.touch ? TOUCH_REACH : REACH;
	if (point.y > ground + 4) return 'labels';
	const left = thumbX(scene, 'from');
	const right = thumbX(scene, 'to');
	const inner = Math.min(reach.inner, (right - left) / 3);
	const asofX = asof === undefined ? NaN : axis.heldFraction(asof + 1) * axis.width;
	const head = point.touch ? 16 : 12;
	if (point.y < head && Math.abs(point.x - asofX) <= head) return 'asof';
	const near: [Thumb, number][] = [];
	if (point.x >= left - reach.outer && point.x <= left + inner)
		near.push(['from', Math.abs(point.x - left)]);
	if (point.x <= right + reach.outer && point.x >= right - inner)
		near.push(['to', Math.abs(point.x - right)]);
	near.sort((a, b) => a[1] - b[1]);
	const [first, second] = near;
	if (first && second && first[1] === second[1]) return point.x < left ? 'from' : 'to';
	if (first) return first[0];
	if (Math.abs(point.x - asofX) <= (point.touch ? 12 : 5)) return 'asof';
	const bounded = range.from !== undefined || range.to !== undefined;
	return bounded && point.x > left && point.x < right ? 'band' : 'empty';
}

interface Press {
	target: Target;
	point: Point;
	moved: boolean;
	range: DayRange;
	/** The moment under the pointer at the press. */
	at: number;
	/** From the pointer to the line it took up, in pixels. */
	offset: number;
}

/** From pressing to letting go, with one pointer or two. Takes points, gives what is asked for. */
export class Gesture {
	#press: Press | undefined;
	/** The pointers that are down: where, and on which moment. */
	readonly #fingers = new Map<number, { x: number; at: number }>();

	/** What is held, if something is. */
	get target(): Target | undefined {
		return this.#press?.target;
	}
	/** A pointer is down. */
	get active(): boolean {
		return this.#fingers.size > 0;
	}

	press(point: Point, scene: Scene): Target | undefined {
		const { axis, range } = scene;
		this.#fingers.set(point.id, { x: point.x, at: axis.at(point.x) });
		if (this.#fingers.size > 1) {
			// The second finger makes it a pinch; what the first one held is let go of where it is.
			for (const finger of this.#fingers.values()) finger.at = axis.at(finger.x);
			this.#press = undefined;
			return undefined;
		}
		const target = targetAt(point, scene);
		const line =
			target === 'from' || target === 'to'
				? thumbX(scene, target)
				: target === 'asof'
					? axis.heldFraction((scene.asof as Day) + 1) * axis.width
					: point.x;
		const offset = line - point.x;
		this.#press = { target, point, moved: false, range, at: axis.at(point.x), offset };
		return target;
	}

	drag(point: Point, scene: Scene): Outcome | undefined {
		const finger = this.#fingers.get(point.id);
		if (!finger) return undefined;
		finger.x = point.x;
		if (this.#fingers.size > 1) return this.#pinched(scene);
		const press = this.#press;
		if (!press) return undefined;
		press.moved ||=
			Math.hypot(point.x - press.point.x, point.y - press.point.y) >
			(point.touch ? TOUCH_STILL : STILL);
		const { timeline, axis } = scene;
		const { target } = press;
		const x = point.x + press.offset;
		if (target === 'from' || target === 'to')
			return point.x === press.point.x ? undefined : changed(scene, moveThumb(scene, target, x));
		if (!press.moved) return undefined;
		switch (target) {
			case 'asof': {
				const day = Math.round(axis.at(Math.max(0, Math.min(axis.width, x)))) - 1;
				const kept = timeline.moved(day, { by: 0 });
				return kept === scene.asof ? undefined : { kind: 'asof', day: kept };
			}
			case 'band':
				return changed(scene, timeline.shift(press.range, Math.round(axis.at(point.x) - press.at)));
			case 'empty':
				return changed(scene, timeline.span(axis.day(axis.x(press.at)), axis.day(point.x)));
			case 'labels':
				return {
					kind: 'window',
					window: timeline.pan(axis.window, press.at - axis.at(point.x))
				};
		}
	}

	/** A pointer is up. A press that stayed where it was, on no thumb, is a click. */
	release(point: Point): Outcome | undefined {
		const press = this.#press;
		this.#fingers.delete(point.id);
		this.#press = undefined;
		if (!press || press.moved || press.point.id !== point.id) return undefined;
		return press.target === 'band' || press.target === 'empty' || press.target === 'asof'
			? { kind: 'click', point }
			: undefined;
	}

	/** The gesture was taken away, as by the browser. */
	cancel(id: number): void {
		this.#fingers.delete(id);
		this.#press = undefined;
	}

	#pinched({ timeline, axis }: Scene): Outcome | undefined {
		const [a, b] = [...this.#fingers.values()];
		if (!a || !b) return undefined;
		return {
			kind: 'window',
			window: timeline.pinch([a.at, b.at], [a.x / axis.width, b.x / axis.width])
		};
	}
}

/** The range with a thumb's line at a point. Pulled off the end of what is in sight, it has no bound. */
function moveThumb({ timeline, axis, range }: Scene, thumb: Thumb, x: number): DayRange {
	const { first, last } = timeline.domain;
	if (thumb === 'from' && x < -PAST_END) return timeline.move(range, thumb, first);
	if (thumb === 'to' && x > axis.width + PAST_END) return timeline.move(range, thumb, last);
	const edge = Math.round(axis.at(Math.max(0, Math.min(axis.width, x))));
	return timeline.move(range, thumb, thumb === 'from' ? edge : edge - 1);
}

function changed({ range }: Scene, next: DayRange): Outcome | undefined {
	if (next.from === range.from && next.to === range.to) return undefined;
	return { kind: 'range', range: next };
}
