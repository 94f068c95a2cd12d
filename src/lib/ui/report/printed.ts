import type { Numbering } from '../../core/cite/number';

/**
 * Events that a report prints in full. Each takes about a third of a sheet: more are a book that nobody
 * reads, and that a browser takes minutes to lay out.
 */
const MOST_PRINTED = 200;

/** What a report prints of a view: its first events, and every source that they cite. */
export interface Printed extends Pick<Numbering, 'events' | 'sources'> {
	/** Events that are on the map and not told. */
	left: number;
}

/** Sources are numbered as the list meets them: those of the first events are the first ones. */
export function printedOf({ events, sources }: Numbering, most = MOST_PRINTED): Printed {
	const told = events.slice(0, most);
	const last = told.reduce((most, event) => Math.max(most, ...event.sources), 0);
	return { events: told, sources: sources.slice(0, last), left: events.length - told.length };
}
