import { resolve } from '$app/paths';
import { EXPORT_NAMES } from '$lib/core/exchange/names';
import { queryOf, STATIC } from '$lib/core/hosting';
import { tooLong } from '$lib/server/as-file';
import { MOST_EXPORTED } from '$lib/core/columns/limits';
import { tooMany } from '$lib/server/store/limits';
import { addressOf, exportEntries } from '$lib/server/entries';
import { answerExport } from '$lib/server/exports';
import { requireSubset } from '$lib/server/respond';

export const prerender = STATIC;
export const entries = () => exportEntries(EXPORT_NAMES);

export async function GET({ params, request, url }) {
	const query = queryOf(url);
	const refused = tooLong(query);
	if (refused) return refused;
	const { subset } = await requireSubset(params.dossier, query, {
		limit: MOST_EXPORTED,
		allOrNone: true
	});
	const { dossier } = subset;
	const home = addressOf(resolve('/[dossier]', { dossier: params.dossier }), url);
	return (
		tooMany(dossier, home) ?? answerExport({ dossier, name: params.file, query, home, request })
	);
}
