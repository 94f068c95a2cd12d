import { sentence } from '$lib/server/answer';
import { storeOf } from '$lib/server/store/store-of';
import { answerStore } from '$lib/server/store/respond';

// A folder that any web server serves has nobody who answers.
export const prerender = false;

/** What a page asks of events that stay on the server. */
export async function GET({ params, request, url }) {
	const store = await storeOf(params.dossier);
	if (!store)
		return sentence(
			404,
			`There is no dossier “${params.dossier.slice(0, 120)}” with a store here.`
		);
	return answerStore(store, params.what, url, request);
}
