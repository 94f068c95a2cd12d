import { STATIC } from '$lib/core/hosting';
import { StoreAway } from '$lib/core/store/store';
import { error, redirect } from '@sveltejs/kit';
import { databaseFault, dossierIds, loadDossier } from '$lib/server/dossiers';

export async function load() {
	const ids = await dossierIds();
	const away = await databaseFault();
	if (away !== undefined && ids.length === 0) error(503, away);
	// Relative where the folder may lie under any path.
	if (ids.length === 1) redirect(307, STATIC ? `./${ids[0]}/` : `/${ids[0]}`);
	const dossiers = await Promise.all(
		ids.map(async (id) => {
			const loaded = await loadDossier(id).catch((fault: unknown) => {
				if (!(fault instanceof StoreAway)) throw fault;
			});
			const dossier = loaded?.dossier;
			return {
				id,
				title: dossier?.header.title ?? id,
				summary: dossier?.header.summary,
				events: loaded?.store?.total ?? dossier?.events.length,
				// Those of a store nobody counts.
				sources: loaded?.store ? undefined : dossier?.sources.length,
				stories: dossier?.stories.map(({ id, title }) => ({ id, title })) ?? []
			};
		})
	);
	return { dossiers, away };
}
