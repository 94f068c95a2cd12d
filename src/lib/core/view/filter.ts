import { matchRange, type Match } from '../date/match';
import type { DossierEvent } from '../dossier/dossier';
import type { View } from './view';

/** An event that the view shows, and whether its date is certainly inside the range. */
export interface ShownEvent {
	event: DossierEvent;
	match: Exclude<Match, 'outside'>;
}

/** The events that a view shows, in the order of the dossier. Map and list both draw from this. */
export function eventsInView(
	events: readonly DossierEvent[],
	view: Pick<View, 'from' | 'to'>
): ShownEvent[] {
	const shown: ShownEvent[] = [];
	for (const event of events) {
		const match = matchRange(event.when, view);
		if (match !== 'outside') shown.push({ event, match });
	}
	return shown;
}
