import { dayAt } from '$lib/core/date/day';
import { isTooLong, MAX_QUERY_LENGTH } from '$lib/core/view/codec';
import { showSteps, showView } from '$lib/core/view/show';
import { MOST_DRAWN } from '$lib/core/columns/limits';
import { plateGround } from '$lib/server/report';
import { requireSubset } from '$lib/server/respond';
import { withStoryOf } from '$lib/server/stories';
import { error } from '@sveltejs/kit';

// Of the view in its address: there is none to be made for all.
export const prerender = false;

export async function load({ params, setHeaders, url }) {
	// What is not read would show everything: on paper that is wrong in silence.
	if (isTooLong(url.search))
		error(414, `The address of a report may have ${MAX_QUERY_LENGTH} characters after its “?”.`);
	const { subset, rev } = await requireSubset(params.dossier, url.search, {
		limit: MOST_DRAWN,
		steps: true
	});
	const { dossier } = subset;
	setHeaders({ 'cache-control': 'no-cache' });
	const today = dayAt(Date.now());
	const show = showView(dossier, url.search, today);
	const story = dossier.stories.find(({ id }) => id === show.view.story);
	const shows = story ? showSteps(dossier, story, today) : [show];
	return {
		dossier: withStoryOf(dossier, url.search),
		rev,
		today,
		/** Of each figure: of the view, or of the steps of its story. */
		grounds: await Promise.all(shows.map((show) => plateGround(dossier, show)))
	};
}
