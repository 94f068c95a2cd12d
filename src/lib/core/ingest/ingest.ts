import type { Dossier } from '../dossier/dossier';
import { isRead, type Article } from './article';
import { findDates } from './dates/find';
import { notesOnDates } from './dates/notes';
import type { EventDraft, Reading } from './draft';
import { draftEvents } from './events/draft-events';
import { languageOf } from './language';
import type { DateMention } from './mention';
import { bareBorders } from './places/bare-border';
import { findPlaces } from './places/find';
import type { Gazetteer } from './places/gazetteer';

/** What an article is read against. */
export interface Known {
	/** Its places and actors are looked up first, its events are not proposed twice. */
	dossier?: Dossier;
	world?: Gazetteer;
}

/** Reads an article to the end: its dates, its places, the events that it seems to report. */
export function ingest(given: Article, { dossier, world }: Known): Reading {
	const language = given.language ?? languageOf(reportOf(given));
	const article: Article = { ...given, ...(language && { language }) };
	const dates = findDates(article);
	const gazetteers = { dossier: dossier?.places ?? [], ...(world && { world }) };
	const named = findPlaces(article, gazetteers);
	const places = [...named.places, ...bareBorders(article, gazetteers.dossier, named)].sort(
		(a, b) => a.start - b.start
	);
	const found = { ...named, places };
	const drafts = draftEvents(article, dates, found, dossier);
	return {
		article,
		dates,
		...found,
		drafts,
		notes: [...article.notes, ...notesOnDates(article), ...notesOnEvents(article, dates, drafts)]
	};
}

function reportOf({ text, blocks }: Article): string {
	return blocks
		.filter(isRead)
		.map(({ start, end }) => text.slice(start, end))
		.join('\n');
}

function notesOnEvents(
	{ blocks }: Article,
	dates: readonly DateMention[],
	drafts: readonly EventDraft[]
): string[] {
	const notes: string[] = [];
	if (!blocks.some(isRead))
		notes.push('No report was found in it: all of it looks like the page around one.');
	else if (dates.length === 0) notes.push('It names no date that could be read.');
	if (blocks.some(isRead) && drafts.length === 0)
		notes.push(
			'No event was drafted from it. What it names in places and dates is marked all the same.'
		);
	return notes;
}
