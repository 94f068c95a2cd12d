import { resolve } from '$app/paths';
import { answerExport } from '$lib/server/exports';
import { requireDossier } from '$lib/server/respond';

export async function GET({ params, request, url }) {
	const { dossier } = await requireDossier(params.dossier);
	const home = new URL(resolve('/[dossier]', { dossier: params.dossier }), url).href;
	return answerExport({ dossier, name: params.file, query: url.search, home, request });
}
