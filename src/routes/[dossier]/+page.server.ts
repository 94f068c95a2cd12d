import { resolve } from '$app/paths';
import { queryOf, STATIC } from '$lib/core/hosting';
import { parseView } from '$lib/core/view/codec';
import { dossierEntries, relativeTo } from '$lib/server/entries';
import { fromPhone, pagePicture } from '$lib/server/picture';
import { requireDossier } from '$lib/server/respond';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	const { dossier, notes, rev } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	// The page itself follows its address: a change of it asks for nothing here.
	const { view } = parseView(untrack(() => queryOf(url)));
	return {
		dossier,
		notes,
		rev,
		picture: await pagePicture(dossier, {
			position: view.map,
			language: view.labels ?? dossier.header.language,
			narrow: fromPhone(request.headers),
			lines: view.lines ?? false,
			relief: STATIC
				? relativeTo(url.pathname, 'basemap/relief.webp')
				: `${resolve('/')}basemap/relief.webp`
		}),
		// The server's day, so that the first response and the browser agree on what is overdue.
		today: Math.floor(Date.now() / 86_400_000)
	};
}
