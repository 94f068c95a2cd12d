import type { Dossier, DossierEvent } from './dossier';
import { shown, type Note } from './note';

/** The number in the file of an event's claim, from its number among those that are left. */
export type ClaimNumber = (event: DossierEvent, index: number) => number;

/**
 * Notes every id that leads nowhere and takes it out of the dossier in place. A claim whose source
 * is missing stays and is shown as one without a source: what it says is not lost. A type that
 * dossier.json does not list is added to the vocabulary under its id. A claim may name its source by
 * the web address; it gets the id.
 */
export function mendReferences(dossier: Dossier, claimNumber: ClaimNumber, notes: Note[]): void {
	const { header } = dossier;
	const sources = new Set(dossier.sources.map((source) => source.id));
	const byAddress = new Map(dossier.sources.map((source) => [source.url, source.id]));
	const publishers = new Set(dossier.sources.map((source) => source.publisher));
	const places = new Set(dossier.places.map((place) => place.id));
	const actors = new Set(header.actors.map((actor) => actor.id));
	const sides = new Set(header.sides.map((side) => side.id));
	const types = new Set(header.types.map((type) => type.id));
	const dangling = (file: string, feature: string, field: string, id: string, home: string) =>
		notes.push({
			file,
			feature,
			field,
			expected: `an id that stands in ${home}`,
			found: shown(id),
			mend: `Add it to ${home}, or correct the id.`
		});

	for (const actor of header.actors)
		if (actor.side !== undefined && !sides.has(actor.side)) {
			dangling('dossier.json', actor.id, 'side', actor.side, 'dossier.json’s sides');
			delete actor.side;
		}
	for (const place of dossier.places)
		place.within = place.within.filter(
			(id) =>
				places.has(id) ||
				!dangling('places.geojson', place.id, 'properties.within', id, 'places.geojson')
		);
	for (const event of dossier.events) mendEvent(event);

	function mendEvent(event: DossierEvent): void {
		const note = (field: string, id: string, home: string) =>
			dangling('events.geojson', event.id, `properties.${field}`, id, home);
		const kept = (field: string, ids: string[], known: Set<string>, home: string) =>
			ids.filter((id) => known.has(id) || !note(field, id, home));
		if (!types.has(event.type)) {
			note('type', event.type, 'dossier.json’s types');
			header.types.push({ id: event.type, label: event.type, role: 'word', incident: false });
			types.add(event.type);
		}
		if (event.place !== undefined && !places.has(event.place)) {
			note('place', event.place, 'places.geojson');
			delete event.place;
		}
		event.concerns = kept('concerns', event.concerns, places, 'places.geojson');
		event.actors = kept('actors', event.actors, actors, 'dossier.json’s actors');
		event.claims.forEach((claim, index) => {
			const path = `claims[${claimNumber(event, index)}]`;
			claim.source = byAddress.get(claim.source) ?? claim.source;
			if (!sources.has(claim.source)) note(`${path}.source`, claim.source, 'sources.json');
			// A publisher's name may be anything; what looks like an id should be one.
			if (
				/^[a-z0-9]+(-[a-z0-9]+)*$/.test(claim.by) &&
				!actors.has(claim.by) &&
				!publishers.has(claim.by)
			)
				note(`${path}.by`, claim.by, 'dossier.json’s actors');
			if (claim.place !== undefined && !places.has(claim.place)) {
				note(`${path}.place`, claim.place, 'places.geojson');
				delete claim.place;
			}
			for (const [j, figure] of (claim.figures ?? []).entries())
				if (!actors.has(figure.side))
					note(`${path}.figures[${j}].side`, figure.side, 'dossier.json’s actors');
		});
	}
}
