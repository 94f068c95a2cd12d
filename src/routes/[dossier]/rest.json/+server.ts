import { STATIC } from '$lib/core/hosting';
import { asFile } from '$lib/server/as-file';
import { REST_FILE } from '$lib/server/store/page';
import { restEntries } from '$lib/server/entries';
import { requireDossier } from '$lib/server/respond';

export const prerender = STATIC;
export const entries = restEntries;

/** The dossier's places and sources, where they are too many for its page. */
export async function GET({ params, request }) {
	const { dossier } = await requireDossier(params.dossier);
	const { places, sources } = dossier;
	return asFile({
		body: `${JSON.stringify({ places, sources })}\n`,
		type: 'application/json; charset=utf-8',
		name: `${params.dossier}-${REST_FILE}`,
		notes: [],
		request
	});
}
