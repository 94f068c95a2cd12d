import type { Dossier, DossierEvent } from './dossier';

/**
 * A dossier with some of its events alone, and of its sources and places those that these name: what a page
 * about them needs, where the whole would be a hundred times as long.
 */
export function partOf(dossier: Dossier, events: DossierEvent[]): Dossier {
	const sources = new Set(events.flatMap(({ claims }) => claims.map(({ source }) => source)));
	const ids = new Set(events.map(({ id }) => id));
	const places = new Set(
		events.flatMap(({ place, concerns, claims }) => [
			place,
			...concerns,
			...claims.map((claim) => claim.place)
		])
	);
	return {
		header: dossier.header,
		sources: dossier.sources.filter(({ id }) => sources.has(id)),
		places: dossier.places.filter(({ id }) => places.has(id)),
		events,
		notes: dossier.notes.filter(({ event }) => event !== undefined && ids.has(event)),
		stories: []
	};
}
