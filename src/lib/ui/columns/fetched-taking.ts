import { MOST_DRAWN, MOST_EXPORTED } from '../../core/columns/limits';
import { mapInWords } from '../../core/embed/share';
import { parseView } from '../../core/view/codec';
import type { FetchedViewer } from '../../state/fetched-viewer.svelte';
import { citationsIn, writeFile, type Taking } from '../taking.svelte';

/** Events of which a picture's places are named to those who do not see it. */
const TOLD = 50;

/**
 * What leaves a view whose events are fetched: those that a file can hold are fetched when it is asked for.
 * @param file the file that has all events of the dossier, where there is one
 */
export function fetchedTaking(viewer: FetchedViewer, file: string | undefined): Taking {
	return {
		cited: undefined,
		limits: { drawn: MOST_DRAWN, exported: MOST_EXPORTED, file },
		citations: async (style) =>
			citationsIn(await viewer.excerpt(MOST_EXPORTED), viewer.queryFor({}), viewer.day, style),
		write: async (name, query, home) =>
			writeFile(await viewer.excerpt(MOST_EXPORTED), name, query, home),
		describe: async (query) => mapInWords(await viewer.excerpt(TOLD), parseView(query).view)
	};
}
