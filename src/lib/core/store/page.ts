import type { ColumnsPage } from '../columns/page';

/**
 * What the page of a dossier is given whose events stay on the server, beside its `dossier`, which then has no
 * events: as `ColumnsPage` of core/columns.
 */
export interface AskedPage extends Omit<ColumnsPage, 'url' | 'bytes'> {
	/** Address under which the store is asked, seen from the page, with no slash at its end. */
	url: string;
	/** The version of the data that all this was read from, as `Store.rev`. */
	rev: string;
}
