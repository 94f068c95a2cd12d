import type { Dossier } from '../dossier/dossier';
import type { Article } from './article';
import { findDates } from './dates/find';
import type { Reading } from './draft';
import { draftEvents } from './events/draft-events';
import { bareBorders } from './places/border';
import { findPlaces } from './places/find';
import type { Gazetteer } from './places/gazetteer';

/** What an article is read against. */
export interface Known {
	/** Its places and actors are looked up first, its events are not proposed twice. */
	dossier?: Dossier;
	world?: Gazetteer;
}

/** Reads an article to the end: its dates, its places, the events that it seems to report. */
export function ingest(article: Article, { dossier, world }: Known): Reading {
	const dates = findDates(article);
	const gazetteers = { dossier: dossier?.places ?? [], ...(world && { world }) };
	const named = findPlaces(article, gazetteers);
	const found = {
		...named,
		places: [...named.places, ...bareBorders(article, gazetteers.dossier, named)].sort(
			(a, b) => a.start - b.start
		)
	};
	return {
		article,
		dates,
		...found,
		drafts: draftEvents(article, dates, found, dossier),
		notes: article.notes
	};
}
