import type { Dossier } from './dossier';
import { shown, type Note } from './note';
import type { ClaimNumber } from './references';

const TAG = /<\/?[a-z][^>]*>|&(#\d+|#x[0-9a-f]+|[a-z]{2,});/i;

/** Whether a text has HTML in it: tags, or characters written as entities. */
export const hasMarkup = (text: string): boolean => TAG.test(text);

/** Notes HTML in a text. It is shown as the text that it is, and never runs. */
export function noteMarkupIn(
	text: string | undefined,
	where: Pick<Note, 'file' | 'feature' | 'field'>,
	notes: Note[]
): void {
	if (text === undefined || !hasMarkup(text)) return;
	notes.push({
		...where,
		expected: 'plain text',
		found: shown(text),
		mend: 'Write it without HTML; as it stands, the tags are shown as text.'
	});
}

/** Notes HTML in titles and summaries. It is shown as the text that it is, and never runs. */
export function noteMarkup(dossier: Dossier, claimNumber: ClaimNumber, notes: Note[]): void {
	const look = (file: string, feature: string | undefined, field: string, text?: string) =>
		noteMarkupIn(text, { file, feature, field }, notes);
	look('dossier.json', undefined, 'title', dossier.header.title);
	look('dossier.json', undefined, 'summary', dossier.header.summary);
	for (const source of dossier.sources) look('sources.json', source.id, 'title', source.title);
	for (const event of dossier.events) {
		look('events.geojson', event.id, 'properties.title', event.title);
		look('events.geojson', event.id, 'properties.summary', event.summary);
		event.claims.forEach((claim, i) =>
			look(
				'events.geojson',
				event.id,
				`properties.claims[${claimNumber(event, i)}].text`,
				claim.text
			)
		);
	}
}
