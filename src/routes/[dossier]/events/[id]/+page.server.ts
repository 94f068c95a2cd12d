import { error } from '@sveltejs/kit';
import { dayAt } from '$lib/core/date/day';
import { partOf } from '$lib/core/dossier/part';
import { itemEntries } from '$lib/server/entries';
import { requireDossier } from '$lib/server/respond';

export const entries = () => itemEntries('events');

export async function load({ params }) {
	const { dossier } = await requireDossier(params.dossier);
	const event = dossier.events.find(({ id }) => id === params.id);
	if (!event) error(404, `The dossier “${params.dossier}” has no event “${params.id}”.`);
	return { dossier: partOf(dossier, [event]), event, today: dayAt(Date.now()) };
}
