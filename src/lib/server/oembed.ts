import type { Site } from '../core/embed/addresses';
import { answerOEmbed, readOEmbed } from '../core/embed/oembed';
import { FIRST_ROWS } from '../core/columns/page';
import { cut } from '../core/text';
import { sentence } from './answer';
import { loadOrSay, requireSubset } from './respond';

const OPEN = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff'
};
/** Seconds for which nobody needs to ask again: a dossier's title may be corrected. */
const FRESH = 300;

/** Answers an oEmbed request: 200 with JSON, else a status and a sentence. */
export async function respondWithOEmbed(params: URLSearchParams, site: Site): Promise<Response> {
	const wish = readOEmbed(params, site);
	if ('status' in wish) return sentence(wish.status, wish.sentence, OPEN);
	const loaded = await loadOrSay(wish.id);
	if (loaded instanceof Response) return loaded;
	if (!loaded) return sentence(404, `There is no dossier “${cut(wish.id, 120)}” here.`, OPEN);
	if (!loaded.dossier) return sentence(422, `The dossier “${wish.id}” cannot be read.`, OPEN);
	const query = wish.event === undefined ? wish.query : `?event=${wish.event}`;
	// What is said of it in words: the chosen event, dates, the places of some.
	const { subset } = await requireSubset(wish.id, query, { limit: FIRST_ROWS });
	const answer = answerOEmbed(wish, subset.dossier, site);
	if ('status' in answer) return sentence(answer.status, answer.sentence, OPEN);
	return Response.json(answer, {
		headers: { ...OPEN, 'cache-control': `public, max-age=${FRESH}` }
	});
}
