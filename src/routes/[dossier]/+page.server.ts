import { dayAt } from '$lib/core/date/day';
import { queryOf } from '$lib/core/hosting';
import { pageDossier } from '$lib/server/store/page';
import { dossierEntries } from '$lib/server/entries';
import { groundWish } from '$lib/server/ground-wish';
import { pagePicture } from '$lib/server/picture';
import { withEvents } from '$lib/server/respond';
import { withStoryOf } from '$lib/server/stories';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	// The page itself follows its address: a change of it asks for nothing here.
	const query = untrack(() => queryOf(url));
	const { dossier, notes, columns, asked, rev } = await withEvents(
		params.dossier,
		async (loaded) => ({
			...(await pageDossier(loaded, query)),
			rev: loaded.rev
		})
	);
	const wish = groundWish(
		dossier,
		query,
		untrack(() => url.pathname),
		request.headers
	);
	const picture = await pagePicture(dossier, wish);
	return {
		dossier: withStoryOf(dossier, query),
		notes,
		columns,
		asked,
		rev,
		picture,
		// The server's day, so that the first response and the browser agree on what is overdue.
		today: dayAt(Date.now())
	};
}
