import { dayAt } from '$lib/core/date/day';
import { queryOf } from '$lib/core/hosting';
import { MOST_DRAWN } from '$lib/core/columns/limits';
import { dossierEntries } from '$lib/server/entries';
import { groundWish } from '$lib/server/ground-wish';
import { embedPicture } from '$lib/server/picture';
import { requireSubset } from '$lib/server/respond';
import { withStoryOf } from '$lib/server/stories';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	const query = untrack(() => queryOf(url));
	const { subset, rev } = await requireSubset(params.dossier, query, {
		limit: MOST_DRAWN,
		allDates: true,
		steps: true
	});
	const { dossier } = subset;
	const wish = groundWish(
		dossier,
		query,
		untrack(() => url.pathname),
		request.headers
	);
	const picture = await embedPicture(dossier, wish);
	return {
		dossier: withStoryOf(dossier, query),
		rev,
		picture,
		today: dayAt(Date.now())
	};
}
