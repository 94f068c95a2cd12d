import { parseDay } from '../core/date/day';
import type { Dossier } from '../core/dossier/dossier';
import type { Extent } from './controller';

/** Days kept free on either side of the events where the dossier gives no opening view. */
const MARGIN = 7;

/**
 * The days along a dossier's axis: those of its opening view, else those of its dated events.
 * @param today stands in where there is nothing to go by, in days since 1970-01-01
 */
export function extentOf({ header, events }: Dossier, today: number): Extent {
	const { from, to } = header.openingView;
	let earliest = Infinity;
	let latest = -Infinity;
	for (const { when } of events)
		for (const day of when ? [when.first, when.last] : [])
			if (Number.isFinite(day)) {
				earliest = Math.min(earliest, day);
				latest = Math.max(latest, day);
			}
	const first = (from && parseDay(from)) ?? earliest - MARGIN;
	const last = (to && parseDay(to)) ?? latest + MARGIN;
	if (
		typeof first === 'number' &&
		typeof last === 'number' &&
		Number.isFinite(last - first) &&
		last >= first
	)
		return { first, last };
	return { first: today - 365, last: today };
}
