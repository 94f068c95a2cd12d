import { EVENTS_FILE } from '../../core/columns/events-file';
import { MOST_EXPORTED } from '../../core/columns/limits';
import type { Dossier } from '../../core/dossier/dossier';
import { sentence } from '../answer';

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
