import { resolve } from '$app/paths';
import { EXPORT_NAMES } from '$lib/core/exchange/names';
import { queryOf, STATIC } from '$lib/core/hosting';
import { addressOf, fileEntries } from '$lib/server/entries';
import { answerExport } from '$lib/server/exports';
import { requireDossier } from '$lib/server/respond';

export const prerender = STATIC;
export const entries = () => fileEntries('file', EXPORT_NAMES);

export async function GET({ params, request, url }) {
	const { dossier } = await requireDossier(params.dossier);
	const home = addressOf(resolve('/[dossier]', { dossier: params.dossier }), url);
	return answerExport({ dossier, name: params.file, query: queryOf(url), home, request });
}
