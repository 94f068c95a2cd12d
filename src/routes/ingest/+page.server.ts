import { dayAt } from '$lib/core/date/day';
import { dossierIds, loadDossier } from '$lib/server/dossiers';

// A folder that any web server serves has nobody who gives a dossier's files, nor takes them back.
export const prerender = false;

export async function load({ setHeaders }) {
	const ids = await dossierIds();
	const all = await Promise.all(
		ids.map(async (id) => {
			const header = (await loadDossier(id))?.dossier?.header;
			return header && { id, title: header.title, language: header.language };
		})
	);
	setHeaders({ 'cache-control': 'no-cache' });
	return { dossiers: all.filter((one) => one !== undefined), today: dayAt(Date.now()) };
}
