import type { Day } from '../date/day';
import { pointOf } from '../place/geometry';
import { precisionOfKind } from '../place/precision';
import { notesAsOf } from '../notes/known';
import { byDate } from './order';
import type { Dossier, DossierEvent, EventClaim, Place, Source } from './dossier';
import { byPublication, knownFrom } from './status';

/**
 * A dossier as it was known on a day: only sources published by then, only claims from them, only
 * events with such a claim. Summaries, which know how it ended, are left out. While some claims of an
 * event are not known yet and all that are state a date of their own, it stands at the date that the
 * newest of them gives; the same with its place. Once all are known the dossier's conclusion stands. A
 * source counts from the latest day that its publication may have; a claim whose source is missing or
 * undated is never known. An author's note is known from the day it was written.
 * @param day the last day whose publications count, in days since 1970-01-01
 */
export function dossierAsOf(dossier: Dossier, day: Day): Dossier {
	const sources = new Map(
		dossier.sources
			.filter((source) => knownFrom(source) <= day)
			.map((source) => [source.id, source] as const)
	);
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const events = dossier.events.flatMap((event) => {
		const known = eventFrom(event, sources, places);
		return known ? [known] : [];
	});
	return {
		...dossier,
		sources: [...sources.values()],
		events: events.sort(byDate),
		notes: notesAsOf(dossier.notes, day, events)
	};
}

/** The first day on which anything was known of any event; undefined where no cited source has a date. */
export function firstPublished({
	events,
	sources
}: Pick<Dossier, 'events' | 'sources'>): Day | undefined {
	const cited = new Set(events.flatMap(({ claims }) => claims.map(({ source }) => source)));
	const first = sources
		.filter(({ id }) => cited.has(id))
		.reduce((least, source) => Math.min(least, knownFrom(source)), Infinity);
	return Number.isFinite(first) ? first : undefined;
}

function eventFrom(
	event: DossierEvent,
	sources: ReadonlyMap<string, Source>,
	places: ReadonlyMap<string, Place>
): DossierEvent | undefined {
	const claims = event.claims.filter((claim) => sources.has(claim.source));
	if (claims.length === 0) return undefined;
	const known = { ...event, claims, summary: undefined };
	if (claims.length === event.claims.length) return known;
	const dated = spokesman(claims, sources, 'when');
	if (dated?.when) known.when = dated.when;
	const placed = spokesman(claims, sources, 'place');
	if (placed?.place !== undefined) {
		const place = places.get(placed.place);
		if (placed.place !== event.place) {
			known.place = placed.place;
			known.precision = precisionOfKind(place?.kind ?? '');
			const at = pointOf(place?.geometry ?? null);
			known.geometry = at ? { type: 'Point', coordinates: at } : null;
		}
		if (placed.precision) known.precision = placed.precision;
	}
	return known;
}

/**
 * The claim whose own date or place stands for the event: the newest report or confirmation, else
 * the newest announcement, else the newest of all. Undefined unless every claim states one.
 */
function spokesman(
	claims: EventClaim[],
	sources: ReadonlyMap<string, Source>,
	field: 'when' | 'place'
): EventClaim | undefined {
	if (claims.some((claim) => claim[field] === undefined)) return undefined;
	const ordered = byPublication(claims, sources);
	return (
		ordered.findLast(({ stance }) => stance === 'reports' || stance === 'confirms') ??
		ordered.findLast(({ stance }) => stance === 'announces') ??
		ordered.at(-1)
	);
}
