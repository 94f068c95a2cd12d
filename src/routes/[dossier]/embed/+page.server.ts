import { resolve } from '$app/paths';
import { queryOf, STATIC } from '$lib/core/hosting';
import { parseView } from '$lib/core/view/codec';
import { dossierEntries, relativeTo } from '$lib/server/entries';
import { embedPicture, fromPhone } from '$lib/server/picture';
import { requireDossier } from '$lib/server/respond';

export const entries = dossierEntries;

export async function load({ params, request, setHeaders, untrack, url }) {
	const { dossier, rev } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	const { view } = parseView(untrack(() => queryOf(url)));
	return {
		dossier,
		rev,
		picture: await embedPicture(dossier, {
			position: view.map,
			language: view.labels ?? dossier.header.language,
			narrow: fromPhone(request.headers),
			lines: view.lines ?? false,
			relief: STATIC
				? relativeTo(url.pathname, 'basemap/relief.webp')
				: `${resolve('/')}basemap/relief.webp`
		}),
		today: Math.floor(Date.now() / 86_400_000)
	};
}
