import { columnsAsOf } from '../../core/columns/as-of';
import type { ColumnsPage } from '../../core/columns/page';
import { openEvents } from '../../core/columns/read';
import type { Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import { ColumnsViewer } from '../../state/columns/columns-viewer.svelte';
import { inflateRaw, rangesOf } from '../../state/columns/fetch-range';
import type { Navigate } from '../../state/view-state.svelte';
import { fetchRest } from './fetch-rest';

/**
 * What shows a dossier whose events are columns, as one: it comes with the page of such a dossier and with no
 * other. Its styles are no component's, which would be linked from every page that may come to need them.
 */
export { default as View } from './ColumnsView.svelte';

/** The viewer of such a dossier, which fetches its events from where its page says. */
export function makeViewer(
	dossier: Dossier,
	page: ColumnsPage,
	today: Day,
	query: string,
	navigate: Navigate
): ColumnsViewer {
	const { rest } = page;
	return new ColumnsViewer(
		dossier,
		page,
		{
			open: () => openEvents(rangesOf(page.url), inflateRaw),
			known: (_, columns, asof) => columnsAsOf(columns, asof),
			...(rest !== undefined && { rest: () => fetchRest(rest) })
		},
		today,
		query,
		navigate
	);
}
