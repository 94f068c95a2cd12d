import { resolve } from '$app/paths';
import { dayAt } from '$lib/core/date/day';
import { queryOf, STATIC } from '$lib/core/hosting';
import { stringifyView } from '$lib/core/view/codec';
import { offlineDocument } from '$lib/offline/document';
import { fileView, MOST_EVENTS } from '$lib/offline/file';
import { sentence } from '$lib/server/answer';
import { asFile, tooLong } from '$lib/server/as-file';
import { addressOf, dossierEntries, liveAddress } from '$lib/server/entries';
import { groundOf } from '$lib/server/picture';
import { reliefAsData } from '$lib/server/relief';
import { requireSubset } from '$lib/server/respond';
import { filtersInWords } from '$lib/ui/filter-options';
import { createHash } from 'node:crypto';

export const prerender = STATIC;
export const entries = dossierEntries;

/** The view as one HTML file that needs no network. */
export async function GET({ params, request, url }) {
	const asked = queryOf(url);
	const refused = tooLong(asked);
	if (refused) return refused;
	const { subset } = await requireSubset(params.dossier, asked, {
		limit: MOST_EVENTS,
		allDates: true
	});
	const { dossier } = subset;
	const file = fileView(dossier, asked, dayAt(Date.now()));
	if (!file)
		return sentence(
			422,
			`This view shows more than ${MOST_EVENTS} events, and one file holds no more: choose fewer with dates or filters.`
		);
	const home = addressOf(resolve('/[dossier]', { dossier: params.dossier }), url);
	const body = offlineDocument(file, {
		ground: await groundOf(dossier, file.camera, {
			language: file.language,
			lines: file.view.lines ?? false,
			relief: 'relief.webp'
		}),
		relief: await reliefAsData(),
		live: liveAddress(home, stringifyView(file.view)),
		filters: filtersInWords(file),
		hash: (text) => createHash('sha256').update(text).digest('base64')
	});
	return asFile({
		body,
		type: 'text/html; charset=utf-8',
		name: file.name,
		notes: file.notes,
		request
	});
}
