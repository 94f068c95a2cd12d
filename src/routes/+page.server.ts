import { STATIC } from '$lib/core/hosting';
import { redirect } from '@sveltejs/kit';
import { dossierIds, loadDossier } from '$lib/server/dossiers';

export async function load() {
	const ids = await dossierIds();
	// Relative where the folder may lie under any path.
	if (ids.length === 1) redirect(307, STATIC ? `./${ids[0]}/` : `/${ids[0]}`);
	const dossiers = await Promise.all(
		ids.map(async (id) => {
			const dossier = (await loadDossier(id))?.dossier;
			return {
				id,
				title: dossier?.header.title ?? id,
				summary: dossier?.header.summary,
				events: dossier?.events.length,
				sources: dossier?.sources.length,
				stories: dossier?.stories.map(({ id, title }) => ({ id, title })) ?? []
			};
		})
	);
	return { dossiers };
}
