import { requireDossier } from '$lib/server/respond';

export async function load({ params, setHeaders }) {
	const { dossier, notes } = await requireDossier(params.dossier);
	setHeaders({ 'cache-control': 'no-cache' });
	// The server's day, so that the first response and the browser agree on what is overdue.
	return { dossier, notes, today: Math.floor(Date.now() / 86_400_000) };
}
