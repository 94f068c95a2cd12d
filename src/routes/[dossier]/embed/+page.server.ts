import { resolve } from '$app/paths';
import { parseView } from '$lib/core/view/codec';
import { embedPicture, fromPhone } from '$lib/server/picture';
import { requireDossier } from '$lib/server/respond';

export async function load({ params, request, setHeaders, untrack, url }) {
	const { dossier, rev } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache', vary: 'Sec-CH-UA-Mobile, User-Agent' });
	const { view } = parseView(untrack(() => url.search));
	return {
		dossier,
		rev,
		picture: await embedPicture(dossier, {
			position: view.map,
			language: view.labels ?? dossier.header.language,
			narrow: fromPhone(request.headers),
			lines: view.lines ?? false,
			relief: `${resolve('/')}basemap/relief.webp`
		}),
		today: Math.floor(Date.now() / 86_400_000)
	};
}
