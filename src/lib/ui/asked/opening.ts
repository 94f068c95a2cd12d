import type { Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import type { AskedPage } from '../../core/store/page';
import { AskedViewer } from '../../state/store/asked-viewer.svelte';
import { storeClient } from '../../state/store/client';
import type { Navigate } from '../../state/view-state.svelte';
import { fetchRest } from '../columns/fetch-rest';

/**
 * What shows a dossier whose events stay on the server, as one: it comes with the page of such a dossier and with
 * no other. Its styles are those of columns, and no component's.
 */
export { default as View } from './AskedView.svelte';

/** The viewer of such a dossier, which asks the server that its page names. */
export function makeViewer(
	dossier: Dossier,
	page: AskedPage,
	today: Day,
	query: string,
	navigate: Navigate
): AskedViewer {
	const { rest, url, rev, total } = page;
	return new AskedViewer(
		dossier,
		page,
		{
			store: storeClient({ url, rev, total }),
			...(rest !== undefined && { rest: () => fetchRest(rest) })
		},
		today,
		query,
		navigate
	);
}
