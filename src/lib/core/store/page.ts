import type { Dossier } from '../dossier/dossier';
import type { Missing } from './store';

/**
 * What the page of a dossier whose events stay on its server is given beside its `dossier`, which then has no
 * events: header, notes, stories, and the places and sources of their own files, as far as `MOST_IN_PAGE` goes.
 */
export interface AskedPage {
	/** Address of the store, seen from the page, without `/` at its end. */
	url: string;
	/** The version of the data that all this was read from: see `Store`. */
	rev: string;
	/** All events that there are. */
	total: number;
	/**
	 * The first events that the address shows, at most FIRST_ROWS, and the one that it chooses, as a dossier of their
	 * own, with the sources and places that they name. Its `excerpt` says of how many they are the first.
	 */
	firstRows: Dossier;
	/** As in ColumnsPage: the address of all places and sources, where the page's dossier has not all of them. */
	rest?: string | undefined;
	/** Events that could not be reached when the page was made: nothing of them is in it. */
	missing?: readonly Missing[] | undefined;
}
