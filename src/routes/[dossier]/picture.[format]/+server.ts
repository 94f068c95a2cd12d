import { version } from '$app/environment';
import { resolve } from '$app/paths';
import { dayAt } from '$lib/core/date/day';
import { queryOf, STATIC } from '$lib/core/hosting';
import { sentence } from '$lib/server/answer';
import { MOST_DRAWN } from '$lib/core/columns/limits';
import { addressOf, fileEntries, liveAddress } from '$lib/server/entries';
import { FORMATS, isFormat } from '$lib/server/figure/figure';
import { respondWithPicture } from '$lib/server/figure/respond';
import { loadOrSay, requireSubset } from '$lib/server/respond';

export const prerender = STATIC;
export const entries = () => fileEntries('format', Object.keys(FORMATS));

export async function GET({ params, request, url }) {
	const { dossier: id, format } = params;
	if (!isFormat(format))
		return sentence(
			404,
			`Pictures come as ${Object.keys(FORMATS).join(', ')}; not as “${format}”.`
		);
	const loaded = await loadOrSay(id);
	if (loaded instanceof Response) return loaded;
	if (!loaded) return sentence(404, `There is no dossier “${id}” here.`);
	if (!loaded.dossier) return sentence(422, `The dossier “${id}” cannot be read.`);
	const query = queryOf(url);
	const { subset } = await requireSubset(id, query, { limit: MOST_DRAWN });
	const home = addressOf(resolve('/[dossier]', { dossier: id }), url);
	return respondWithPicture({
		dossier: subset.dossier,
		rev: loaded.rev,
		format,
		query,
		version,
		linkTo: (query) => liveAddress(home, query),
		known: request.headers.get('if-none-match'),
		today: dayAt(Date.now())
	});
}
