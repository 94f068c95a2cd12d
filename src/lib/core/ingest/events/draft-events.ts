import type { Dossier } from '../../dossier/dossier';
import type { Article } from '../article';
import type { EventDraft } from '../draft';
import type { DateMention, PlacesFound } from '../mention';

/** The events that an article seems to report, in its order. */
export function draftEvents(
	article: Article,
	dates: readonly DateMention[],
	found: PlacesFound,
	dossier?: Dossier
): EventDraft[] {
	void [article, dates, found, dossier];
	return [];
}
