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
	const bounds = events.flatMap(({ when }) =>
		when ? [when.first, when.last].filter(Number.isFinite) : []
	);
	const first = (from && parseDay(from)) ?? Math.min(...bounds, Infinity) - MARGIN;
	const last = (to && parseDay(to)) ?? Math.max(...bounds, -Infinity) + MARGIN;
	if (
		typeof first === 'number' &&
		typeof last === 'number' &&
		Number.isFinite(last - first) &&
		last >= first
	)
		return { first, last };
	return { first: today - 365, last: today };
}
