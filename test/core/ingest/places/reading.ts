import type { Place } from '$lib/core/dossier/dossier';
import type { Article } from '$lib/core/ingest/article';
import { findPlaces } from '$lib/core/ingest/places/find';
import type { PlacesFound } from '$lib/core/ingest/mention';
import { loadGazetteer } from '$lib/server/gazetteer';

/** An article of one paragraph. */
export const article = (text: string, language = 'en'): Article => ({
	text,
	blocks: [{ start: 0, end: text.length, role: 'body' }],
	authors: [],
	notes: [],
	language
});

const world = await loadGazetteer();

/** What is found in a paragraph, with the world's gazetteer and a dossier's places. */
export const read = (text: string, dossier: Place[] = [], language = 'en'): PlacesFound =>
	findPlaces(article(text, language), { dossier, world });

/** `Paris = Paris, US`: what is written, what it was taken for and its country; `?` where it is unresolved. */
export const named = (text: string, dossier: Place[] = [], language = 'en'): string[] =>
	read(text, dossier, language).places.map(({ text: written, name, id, candidates }) =>
		name === null
			? `${written} = ?`
			: `${written} = ${id ?? name}${candidates[0]?.country && !id ? `, ${candidates[0].country}` : ''}`
	);

/** A place of a dossier. */
export const place = (
	id: string,
	kind: string,
	names: Place['names'],
	country: string[],
	at: [number, number]
): Place => ({
	id,
	kind,
	names,
	country,
	within: [],
	geometry: { type: 'Point', coordinates: [at[1], at[0]] }
});
