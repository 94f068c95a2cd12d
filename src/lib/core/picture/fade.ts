import type { When } from '../date/when';
import type { ShownEvent } from '../view/filter';
import type { Stack } from './stacks';

/** Opacity of the oldest in a view whose older events fade: fainter, never gone. */
export const FAINTEST = 0.4;

/**
 * How strongly an event is drawn where older ones fade: 1 for the latest in the view, `FAINTEST` for
 * the earliest, in proportion to the days between. One without a date is as faint as the earliest;
 * where all stand on one day, all are strong.
 * @param when the event's date
 * @param newest the latest last day in the view, in days since 1970-01-01; `oldest` the earliest
 */
export function strength(when: When | null, oldest: number, newest: number): number {
	const day = lastDay(when);
	if (day === undefined) return newest > oldest ? FAINTEST : 1;
	if (!(newest > oldest)) return 1;
	const share = Math.max(0, Math.min(1, (day - oldest) / (newest - oldest)));
	return FAINTEST + (1 - FAINTEST) * share;
}

/** The day by which an event counts as recent: its last, or its first where it has no end. */
export function lastDay(when: When | null): number | undefined {
	return [when?.last, when?.first].find((day) => day !== undefined && Number.isFinite(day));
}

/** How strongly each stack of a view is drawn where older events fade: as its latest event. */
export function strengthIn(shown: readonly ShownEvent[]): (stack: Pick<Stack, 'events'>) => number {
	let oldest = Infinity;
	let newest = -Infinity;
	for (const { event } of shown) {
		const day = lastDay(event.when);
		if (day === undefined) continue;
		oldest = Math.min(oldest, day);
		newest = Math.max(newest, day);
	}
	return ({ events }) =>
		events.reduce((most, { event }) => Math.max(most, strength(event.when, oldest, newest)), 0);
}
