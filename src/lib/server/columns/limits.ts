import { EVENTS_FILE } from '../../core/columns/events-file';
import type { Dossier } from '../../core/dossier/dossier';
import { sentence } from '../answer';

/** Most events of a dossier with columns in a picture, a report or an embed. */
export const MOST_DRAWN = 2_000;

/** Most in a file of a view's events or sources: it is made whole, in memory. */
export const MOST_EXPORTED = 20_000;

/**
 * The answer where a view shows more events than a file of them holds (413): to have some of them and not to be
 * told would be worse. Undefined where all are there.
 * @param home address of the dossier's page
 */
export function tooMany({ excerpt }: Dossier, home: string): Response | undefined {
	if (!excerpt || excerpt.held >= excerpt.shown) return undefined;
	const words = (count: number) => count.toLocaleString('en-GB');
	return sentence(
		413,
		`This view shows ${words(excerpt.shown)} events, and a file holds ${words(MOST_EXPORTED)}: choose fewer with dates (from=, to=) or filters. All of them are in ${home}/${EVENTS_FILE}.`
	);
}
