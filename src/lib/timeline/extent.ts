import { parseDay, type Day } from '../core/date/day';
import type { When } from '../core/date/when';
import type { Dossier } from '../core/dossier/dossier';

/** A stretch of days, both ends inclusive. */
export interface Extent {
	first: Day;
	last: Day;
}

/** Days kept free on either side of the events where the dossier gives no opening view. */
const MARGIN = 7;

/** The finite bounds of the dates there are; undefined where no event is dated. */
export function boundsOf(events: readonly { when: When | null }[]): Extent | undefined {
	let first = Infinity;
	let last = -Infinity;
	for (const { when } of events)
		for (const day of when ? [when.first, when.last] : [])
			if (Number.isFinite(day)) {
				if (day < first) first = day;
				if (day > last) last = day;
			}
	return first <= last ? { first, last } : undefined;
}

/**
 * The days on which a dossier's axis opens: those of its opening view, else those of its events.
 * @param today stands in where there is nothing to go by, in days since 1970-01-01
 */
export function extentOf({ header, events }: Dossier, today: Day): Extent {
	return openingExtent(header, boundsOf(events), today);
}

/** The same of events of which the first and last day are known; undefined where none is dated. */
export function openingExtent(
	{ openingView: { from, to } }: Dossier['header'],
	bounds: Extent | undefined,
	today: Day
): Extent {
	const first = (from && parseDay(from)) ?? (bounds && bounds.first - MARGIN);
	const last = (to && parseDay(to)) ?? (bounds && bounds.last + MARGIN);
	if (typeof first === 'number' && typeof last === 'number' && last >= first)
		return { first, last };
	return { first: today - 365, last: today };
}

/**
 * All days that the axis can show: the opening view and every dated event, these with a margin of
 * a fiftieth of their length, a week at least.
 */
export function domainOf(events: readonly { when: When | null }[], opening: Extent): Extent {
	return domainAbout(boundsOf(events), opening);
}

/** The same about the first and last day of the events; undefined where none is dated. */
export function domainAbout(bounds: Extent | undefined, opening: Extent): Extent {
	if (!bounds) return opening;
	const margin = Math.max(MARGIN, Math.round((bounds.last - bounds.first) / 50));
	return {
		first: Math.min(opening.first, bounds.first - margin),
		last: Math.max(opening.last, bounds.last + margin)
	};
}
