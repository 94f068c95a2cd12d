import { answerStore } from '$lib/server/store/respond';
import { storeOf } from '$lib/server/store/store-of';

// A folder that any web server serves has nobody who answers.
export const prerender = false;

/** What a page asks of events that stay on the server. */
export function GET({ params, request, url }) {
	return answerStore(storeOf(params.dossier), params.what, url, request);
}
