/**
 * Whether the app is built as a folder that any web server serves (`npm run build:static`). Then nobody
 * reads an address before the browser does: pages are made once, for the opening view, and take up the
 * query when they are in the browser. A constant of the build: what is not for it is not in it.
 */
export const STATIC: boolean = import.meta.env.VITE_DATELINE_STATIC === '1';

/** The query string that a page is made for, with its `?`: none where it is made once for all. */
export function queryOf(url: { readonly search: string }): string {
	return STATIC ? '' : url.search;
}
