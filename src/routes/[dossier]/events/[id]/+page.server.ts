import { error } from '@sveltejs/kit';
import { dayAt } from '$lib/core/date/day';
import { partOf } from '$lib/core/dossier/part';
import { withEvent } from '$lib/server/store/items';
import { itemEntries } from '$lib/server/entries';
import { withEvents } from '$lib/server/respond';

export const entries = () => itemEntries('events');

export async function load({ params }) {
	const dossier = await withEvents(params.dossier, (loaded) => withEvent(loaded, params.id));
	const event = dossier.events.find(({ id }) => id === params.id);
	if (!event) error(404, `The dossier “${params.dossier}” has no event “${params.id}”.`);
	return { dossier: partOf(dossier, [event]), event, today: dayAt(Date.now()) };
}
