import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { dayInWords, rangeInWords, shortDay } from '../core/date/words';
import type { Axis } from './axis';
import type { TimelineController } from './controller';
import { textWidth } from './text';

/** A text above the plot, or at its top. */
export interface Annotation {
	kind: 'from' | 'to' | 'range' | 'asof' | 'today';
	text: string;
	/** Its left end, in pixels; and its reserved width. */
	x: number;
	width: number;
	/** 0: above the plot; 1: within it, at its top. */
	tier: 0 | 1;
}

const GAP = 8;

/**
 * The dates beside the thumbs, and the words at the lines of “as known on” and today, none over
 * another. Thumbs that stand close share one text; a line's words go to its other side or down
 * into the plot where a date is in the way; “today” is left out where there is no room.
 */
export function annotate(
	timeline: TimelineController,
	axis: Axis,
	range: DayRange,
	asof: Day | undefined,
	today: Day
): Annotation[] {
	const placed = rangeTexts(timeline, axis, range);
	if (asof !== undefined) {
		const at = axis.heldFraction(asof + 1) * axis.width;
		const long = `as known on ${dayInWords(asof)}`;
		const short = `as known on ${shortDate(asof)}`;
		const text = [long, short].find((words) => beside(words, at, axis, placed, [0]).free) ?? long;
		placed.push({ kind: 'asof', text, ...beside(text, at, axis, placed, [0, 1]) });
	}
	const at = axis.x(today + 1);
	if (at > 0 && at < axis.width && today !== asof) {
		const found = beside('today', at, axis, placed, [0]);
		if (found.free) placed.push({ kind: 'today', text: 'today', ...found });
	}
	return placed;
}

function rangeTexts(timeline: TimelineController, axis: Axis, range: DayRange): Annotation[] {
	const { from, to } = range;
	if (from === undefined && to === undefined) return [];
	const days = timeline.thumbs(range);
	const left = axis.heldFraction(days.from) * axis.width;
	const right = axis.heldFraction(days.to + 1) * axis.width;
	const before = (day: Day) => (axis.fraction(day) < 0 ? '‹ ' : '');
	const after = (day: Day) => (axis.fraction(day) > 1 ? ' ›' : '');
	const first = from === undefined ? '' : before(from) + dayInWords(from) + after(from);
	const last = to === undefined ? '' : before(to + 1) + dayInWords(to) + after(to + 1);
	const firstWidth = first ? textWidth(first) : 0;
	const lastWidth = last ? textWidth(last) : 0;
	const texts: Annotation[] = [];
	if (firstWidth + lastWidth + GAP <= right - left) {
		if (first) texts.push({ kind: 'from', text: first, x: left, width: firstWidth, tier: 0 });
		if (last)
			texts.push({ kind: 'to', text: last, x: right - lastWidth, width: lastWidth, tier: 0 });
		return texts;
	}
	const gone = axis.fraction(days.to + 1) <= 0 ? -1 : axis.fraction(days.from) >= 1 ? 1 : 0;
	const around = (words: string) =>
		(gone < 0 || (gone === 0 && from !== undefined && before(from)) ? '‹ ' : '') +
		words +
		(gone > 0 || (gone === 0 && to !== undefined && after(to + 1)) ? ' ›' : '');
	const long = around(rangeInWords(from, to));
	const text =
		textWidth(long) <= axis.width || from === undefined || to === undefined
			? long
			: around(`${shortDate(from)} – ${shortDate(to)}`);
	const width = textWidth(text);
	const x = held((left + right - width) / 2, width, axis);
	return [{ kind: 'range', text, x, width, tier: 0 }];
}

function shortDate(day: Day): string {
	return `${shortDay(day)} ${dayInWords(day).split(' ').slice(2).join(' ')}`;
}

function held(x: number, width: number, axis: Axis): number {
	return Math.max(0, Math.min(axis.width - width, x));
}

/** A place for a text to the right or left of a line; the first one if none is free. */
function beside(
	text: string,
	at: number,
	axis: Axis,
	others: readonly Annotation[],
	tiers: readonly (0 | 1)[]
): { x: number; width: number; tier: 0 | 1; free: boolean } {
	const width = textWidth(text);
	const places = tiers.flatMap((tier) => [
		{ x: at + GAP, width, tier, free: true },
		{ x: at - GAP - width, width, tier, free: true }
	]);
	const free = places.find(
		({ x, tier }) =>
			x >= 0 &&
			x + width <= axis.width &&
			others.every(
				(other) =>
					other.tier !== tier || other.x >= x + width + GAP || other.x + other.width + GAP <= x
			)
	);
	return (
		free ?? {
			x: held(at + GAP, width, axis),
			width,
			tier: tiers[tiers.length - 1] ?? 0,
			free: false
		}
	);
}
