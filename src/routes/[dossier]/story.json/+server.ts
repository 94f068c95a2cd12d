import { STATIC } from '$lib/core/hosting';
import { asFile } from '$lib/server/as-file';
import { dossierEntries } from '$lib/server/entries';
import { requireDossier } from '$lib/server/respond';

export const prerender = STATIC;
export const entries = dossierEntries;

/** The dossier's stories, as far as they are sound, in the form of its file. */
export async function GET({ params, request }) {
	const { dossier } = await requireDossier(params.dossier);
	return asFile({
		body: `${JSON.stringify({ dateline: 1, stories: dossier.stories }, null, '\t')}\n`,
		type: 'application/json; charset=utf-8',
		name: `${params.dossier}-story.json`,
		notes: [],
		request
	});
}
