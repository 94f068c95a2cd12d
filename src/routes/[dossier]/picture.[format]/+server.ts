import { version } from '$app/environment';
import { resolve } from '$app/paths';
import { loadDossier } from '$lib/server/dossiers';
import { isFormat } from '$lib/server/figure/figure';
import { respondWithPicture, sentence } from '$lib/server/figure/respond';

/** A server that only the machine itself reaches: its address would lead no reader anywhere. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export async function GET({ params, request, url }) {
	const { dossier: id, format } = params;
	if (!isFormat(format))
		return sentence(404, `Pictures come as svg, png and pdf, not as “${format}”.`);
	const loaded = await loadDossier(id);
	if (!loaded) return sentence(404, `There is no dossier “${id}” here.`);
	if (!loaded.dossier) return sentence(422, `The dossier “${id}” cannot be read.`);
	return respondWithPicture({
		dossier: loaded.dossier,
		stamp: loaded.rev,
		format,
		query: url.search,
		version,
		linkTo: (query) =>
			LOOPBACK.test(url.hostname)
				? undefined
				: url.origin + resolve('/[dossier]', { dossier: id }) + (query && `?${query}`),
		known: request.headers.get('if-none-match'),
		today: Math.floor(Date.now() / 86_400_000)
	});
}
