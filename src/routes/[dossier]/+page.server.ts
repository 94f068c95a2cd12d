import { dayAt } from '$lib/core/date/day';
import { queryOf } from '$lib/core/hosting';
import { dossierEntries } from '$lib/server/entries';
import { groundWish } from '$lib/server/ground-wish';
import { pagePicture } from '$lib/server/picture';
import { requireDossier } from '$lib/server/respond';
import { withStoryOf } from '$lib/server/stories';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	const { dossier, notes, rev } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	// The page itself follows its address: a change of it asks for nothing here.
	const query = untrack(() => queryOf(url));
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
		rev,
		picture,
		// The server's day, so that the first response and the browser agree on what is overdue.
		today: dayAt(Date.now())
	};
}
