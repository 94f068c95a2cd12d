import type { Dossier, DossierEvent, Place } from '../../dossier/dossier';
import { distanceKm, pointOf } from '../../place/geometry';
import type { EventDraft } from '../draft';
import type { When } from '../../date/when';
import { KINDS } from './kinds';
import { whenOf } from './when';

/** Below this a likeness is chance. */
const LEAST = 0.55;

/**
 * The event of a dossier that a draft seems to tell of again: dates that can be one, and kind, place and
 * actors that agree. @returns the likest with 0–1; undefined where none is like it
 */
export function sameEvent(
	draft: EventDraft,
	dossier: Pick<Dossier, 'places' | 'events'>
): EventDraft['same'] {
	const when = whenOf(draft.when);
	if (!when) return undefined;
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	let best: EventDraft['same'];
	for (const event of dossier.events) {
		const likeness = likenessTo(draft, when, event, places);
		if (likeness >= LEAST && likeness > (best?.likeness ?? 0)) best = { event: event.id, likeness };
	}
	return best && { ...best, likeness: Math.round(best.likeness * 100) / 100 };
}

function likenessTo(
	draft: EventDraft,
	when: When,
	event: DossierEvent,
	places: ReadonlyMap<string, Place>
): number {
	const dates = [event.when, ...event.claims.map((claim) => claim.when)].filter(
		(one) => one != null
	);
	const overlap = dates.some(
		(one) => one.possibleFirst <= when.possibleLast && when.possibleFirst <= one.possibleLast
	);
	if (!overlap) return 0;
	// `../2022-03-11` overlaps with all that ever was: only what lies near its known end may be the same.
	if (!dates.some((one) => near(one, when))) return 0;
	const days = Math.min(...dates.map((one) => span(one)), span(when));
	const date = days <= 3 ? 0.3 : days <= 31 ? 0.2 : 0.12;
	const place = placeLikeness(draft, event, places);
	if (place < 0) return 0;
	const kind = kindLikeness(draft.type, event.type);
	// Something else on the same day is not the same, unless it was at the very place.
	if (kind === 0 && place < 0.3) return 0;
	const actors = draft.actors.filter((id) => event.actors.includes(id)).length;
	const shared = Math.min(0.25, actors * 0.13);
	return kind + date + place + shared > 0.99 ? 0.99 : kind + date + place + shared;
}

/** Of one kind, or of kinds that are told in each other’s words. */
function kindLikeness(a: string, b: string): number {
	if (a === b) return 0.3;
	const family = (id: string) => KINDS.find((kind) => kind.id === id)?.family;
	return family(a) !== undefined && family(a) === family(b) ? 0.12 : 0;
}

/** Days by which the known ends of two dates may lie apart. */
const NEAR_DAYS = 45;

function near(a: When, b: When): boolean {
	if ([a.first, a.last, b.first, b.last].every(Number.isFinite)) return true;
	const ends = (one: When) => [one.first, one.last].filter(Number.isFinite);
	return ends(a).some((x) => ends(b).some((y) => Math.abs(x - y) <= NEAR_DAYS));
}

function span({ first, last }: { first: number; last: number }): number {
	return Number.isFinite(last - first) ? last - first + 1 : 10_000;
}

/** Negative where the two can hardly be one place. */
function placeLikeness(
	{ place, concerns }: EventDraft,
	event: DossierEvent,
	places: ReadonlyMap<string, Place>
): number {
	const ids = new Set([event.place, ...event.claims.map((claim) => claim.place)]);
	if (!place) {
		if (event.place === undefined) return 0.15;
		return concerns.some(
			({ id }) => id !== undefined && (ids.has(id) || event.concerns.includes(id))
		)
			? 0.1
			: 0.05;
	}
	if (place.id !== undefined && ids.has(place.id)) return 0.3;
	if (place.id !== undefined && event.concerns.includes(place.id)) return 0.1;
	if (place.lat === null || place.lon === null) return 0;
	const own = event.place === undefined ? undefined : places.get(event.place);
	const point = pointOf(event.geometry) ?? (own && pointOf(own.geometry));
	if (!point) return 0;
	const km = distanceKm([place.lon, place.lat], point);
	return km < 15 ? 0.3 : km < 60 ? 0.1 : -1;
}
