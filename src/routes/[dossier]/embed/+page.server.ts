import { dayAt } from '$lib/core/date/day';
import { queryOf } from '$lib/core/hosting';
import { dossierEntries } from '$lib/server/entries';
import { groundWish } from '$lib/server/ground-wish';
import { embedPicture } from '$lib/server/picture';
import { requireDossier } from '$lib/server/respond';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	const { dossier, rev } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	const wish = untrack(() => groundWish(dossier, queryOf(url), url.pathname, request.headers));
	const picture = await embedPicture(dossier, wish);
	return {
		dossier,
		rev,
		picture,
		today: dayAt(Date.now())
	};
}
