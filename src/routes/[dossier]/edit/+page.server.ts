import { dayAt } from '$lib/core/date/day';
import { requireDossier } from '$lib/server/respond';

// A folder that any web server serves has nobody who takes a dossier's files back.
export const prerender = false;

export async function load({ params, setHeaders }) {
	const { dossier, store, events } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache' });
	const { id, title, language } = dossier.header;
	// Too many to be held, checked and written as a whole with each change.
	return {
		id,
		title,
		language,
		today: dayAt(Date.now()),
		columns: store?.total,
		isFile: events !== undefined
	};
}
