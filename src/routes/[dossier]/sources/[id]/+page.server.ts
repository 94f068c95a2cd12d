import { error } from '@sveltejs/kit';
import { partOf } from '$lib/core/dossier/part';
import { withSource } from '$lib/server/store/items';
import { itemEntries } from '$lib/server/entries';
import { withEvents } from '$lib/server/respond';

export const entries = () => itemEntries('sources');

export async function load({ params }) {
	const { dossier, citing: total } = await withEvents(params.dossier, (loaded) =>
		withSource(loaded, params.id)
	);
	const source = dossier.sources.find(({ id }) => id === params.id);
	if (!source) error(404, `The dossier “${params.dossier}” has no source “${params.id}”.`);
	const citing = dossier.events.filter((event) =>
		event.claims.some((claim) => claim.source === source.id)
	);
	return { dossier: partOf(dossier, citing), source, citing: total ?? citing.length };
}
