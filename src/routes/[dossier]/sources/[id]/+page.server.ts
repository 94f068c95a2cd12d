import { error } from '@sveltejs/kit';
import { requireDossier } from '$lib/server/respond';

export async function load({ params }) {
	const { dossier } = await requireDossier(params.dossier);
	const source = dossier.sources.find(({ id }) => id === params.id);
	if (!source) error(404, `The dossier “${params.dossier}” has no source “${params.id}”.`);
	return { dossier, source };
}
