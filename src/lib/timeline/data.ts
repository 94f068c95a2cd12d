import type { Day } from '../core/date/day';
import type { Axis } from './axis';
import {
	binEvents,
	datedEvents,
	type Bins,
	type CountedBins,
	type DatedEvent,
	type TimelineEvent
} from './bins';
import type { Extent } from './extent';
import type { Score } from './player';

/** Events wholly on one side of what is in sight: how many, and from when to when. */
export interface Beside {
	count: number;
	/** ±Infinity where there are none. */
	first: Day;
	last: Day;
}

/** The bins of an axis and what lies beside it. */
export interface DrawnBins extends CountedBins {
	before: Beside;
	after: Beside;
	/** The bins with their events, where each may have a mark of its own. */
	placed?: Pick<Bins, 'bins' | 'highest'> | undefined;
}

/** What the timeline shows, held as events or only counted. It does not change with the range. */
export interface TimelineData {
	/** First and last day of any event; undefined where none is dated. */
	bounds: Extent | undefined;
	undated: number;
	/** What there is to play; worked out when it is asked for. */
	readonly score: Score;
	bins: (axis: Axis) => DrawnBins;
	/** An event by its id, if it is dated. */
	find: (id: string) => DatedEvent | undefined;
}

/** The timeline of events. */
export function dataOf(all: readonly TimelineEvent[]): TimelineData {
	const { events, undated } = datedEvents(all);
	const last = events.reduce((last, item) => Math.max(last, item.last), -Infinity);
	return {
		bounds: events[0] && { first: events[0].first, last },
		undated,
		get score() {
			return { days: [...new Set(events.map(({ first }) => first))], last };
		},
		bins(axis) {
			const bins = binEvents(events, axis);
			return { ...bins, before: beside(bins.before), after: beside(bins.after), placed: bins };
		},
		find: (id) => events.find(({ event }) => event.id === id)
	};
}

function beside(events: readonly DatedEvent[]): Beside {
	return {
		count: events.length,
		first: events[0]?.first ?? Infinity,
		last: events.reduce((last, item) => Math.max(last, item.last), -Infinity)
	};
}
