import type { Day } from './day';
import type { When } from './when';

/** A range of days, both ends inclusive; an end left out has no bound. */
export interface DayRange {
	from?: Day | undefined;
	to?: Day | undefined;
}

/** `certain`: wholly inside; `possible`: it may lie inside; `outside`: it cannot. */
export type Match = 'certain' | 'possible' | 'outside';

/**
 * How a date stands to a range. A date in doubt (`~`, `?`, `%`) is widened by one of its units on
 * each doubtful side and is never certain; a date that is not known at all is possible anywhere,
 * so that no event is hidden for want of a date; with no range at all everything is certain.
 */
export function matchRange(when: When | null, range: DayRange): Match {
	const from = range.from ?? -Infinity;
	const to = range.to ?? Infinity;
	if (from === -Infinity && to === Infinity) return 'certain';
	if (!when) return 'possible';
	if (when.possibleLast < from || when.possibleFirst > to) return 'outside';
	return !when.doubtful && when.first >= from && when.last <= to ? 'certain' : 'possible';
}
