import { error } from '@sveltejs/kit';
import { requireDossier } from '$lib/server/respond';

export async function load({ params }) {
	const { dossier } = await requireDossier(params.dossier);
	const event = dossier.events.find(({ id }) => id === params.id);
	if (!event) error(404, `The dossier “${params.dossier}” has no event “${params.id}”.`);
	return { dossier, event, today: Math.floor(Date.now() / 86_400_000) };
}
