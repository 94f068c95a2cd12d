import type { Dossier } from '../dossier/dossier';

/** Events of the first response of a page: what is read before, or without, a script. */
export const FIRST_ROWS = 100;

/** More places or sources than this do not come with the page; those of its first rows do. */
export const MOST_IN_PAGE = 5_000;

/**
 * What the page of a dossier with events.dateline is given beside its `dossier`, which then has no events:
 * header, notes, stories, and the places and sources of their own files, as far as `MOST_IN_PAGE` goes.
 */
export interface ColumnsPage {
	/**
	 * Address of events.dateline for range requests, seen from the page. It names the file's version: once
	 * that is another, the server answers 410 with a sentence, and the page is to be loaded anew. A server of
	 * static files knows nothing of versions: there the file's checksums say it, as DamagedFile.
	 */
	url: string;
	/** Size of the file. */
	bytes: number;
	/** The version of the file that all this was read from: hexadecimal digits. */
	rev: string;
	/** Events in the file. */
	total: number;
	/**
	 * The first rows that the address shows, at most FIRST_ROWS, and the event that it chooses, as a dossier of
	 * their own, with the sources and places that they name. Its `excerpt` says of how many they are the first.
	 */
	firstRows: Dossier;
	/**
	 * Where the page's dossier has not all places and sources of its files: the address of all of them, as
	 * JSON `{ places, sources }`, each as in a Dossier. Undefined where it has them.
	 */
	rest?: string | undefined;
}
