import { dayAt } from '$lib/core/date/day';
import { isTooLong, MAX_QUERY_LENGTH } from '$lib/core/view/codec';
import { showView } from '$lib/core/view/show';
import { plateGround } from '$lib/server/report';
import { requireDossier } from '$lib/server/respond';
import { error } from '@sveltejs/kit';

// Of the view in its address: there is none to be made for all.
export const prerender = false;

export async function load({ params, setHeaders, url }) {
	const { dossier, rev } = await requireDossier(params.dossier);
	// What is not read would show everything: on paper that is wrong in silence.
	if (isTooLong(url.search))
		error(414, `The address of a report may have ${MAX_QUERY_LENGTH} characters after its “?”.`);
	setHeaders({ 'cache-control': 'no-cache' });
	const today = dayAt(Date.now());
	return {
		dossier,
		rev,
		today,
		ground: await plateGround(dossier, showView(dossier, url.search, today))
	};
}
