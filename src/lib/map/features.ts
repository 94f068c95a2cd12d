import { circle } from '@turf/circle';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { calendarOf } from '../core/date/day';
import { datesInShort } from '../core/date/words';
import type { Dossier, DossierEvent } from '../core/dossier/dossier';
import type { StackMark } from '../core/picture/stack-mark';
import type { Stack } from '../core/picture/stacks';
import { markedName } from '../core/place/names';
import { ringRadiusKm, symbolPoint } from '../core/place/precision';

/** Text size of place names on the map, in pixels: what an em of their offset is. */
export const NAME_SIZE = 12.5;

/** Widths in pixels, half of them, that a name keeps clear of a symbol's middle. */
export const CLEARANCES = [14, 20, 26, 32, 38, 44, 50, 56, 64, 72] as const;

/** The id, in its source, of the ring that shows with an event; shared with others there. */
export function ringOf(event: DossierEvent): string | undefined {
	const at = symbolPoint(event);
	const radius = at && ringRadiusKm(event.precision, event.radiusKm);
	return radius ? `${at.map((value) => value.toFixed(4)).join(',')},${radius}` : undefined;
}

/** What the map draws of a dossier, whatever is filtered: nothing here moves when a range changes. */
export function mapFeatures(dossier: Pick<Dossier, 'events'>): {
	/** A ring per point and radius: where the event may have been. */
	rings: FeatureCollection<Polygon>;
} {
	const rings = new Map<string, Feature<Polygon>>();
	for (const event of dossier.events) {
		const at = symbolPoint(event);
		const id = ringOf(event);
		const radius = ringRadiusKm(event.precision, event.radiusKm);
		if (at && id && radius && !rings.has(id))
			rings.set(id, circle(at, radius, { steps: 96, properties: { id } }));
	}
	return { rings: { type: 'FeatureCollection', features: [...rings.values()] } };
}

/** A stack that is lettered: its symbol is kept clear of names, its own and the ground's. */
export interface Lettered extends Stack {
	mark: Pick<StackMark, 'width'>;
}

/**
 * The lettering beside the symbols: a point per stack with `id`, `name`, `dates` (of the events that
 * it holds, in short), `water`, `clear` (one of `CLEARANCES`) and `events`, their number.
 * @param language of the place names
 */
export function placeLettering(
	dossier: Pick<Dossier, 'places'>,
	stacks: readonly Lettered[],
	language: string
): FeatureCollection<Point> {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const whens = stacks.flatMap(({ events }) => events.map(({ event }) => event.when));
	const years = new Set<number>();
	for (const when of whens)
		if (when && Number.isFinite(when.first)) years.add(calendarOf(when.first).year);
	return {
		type: 'FeatureCollection',
		features: stacks.map(({ id, at, spots, events, mark }) => {
			const place = places.get(spots[0]?.place ?? '');
			const others = new Set(spots.slice(1).map((spot) => spot.place ?? spot.id)).size;
			const name = place ? markedName(place.names, language) : '';
			const dates = datesInShort(
				events.map(({ event }) => event.when),
				years.size > 1
			);
			return {
				type: 'Feature',
				geometry: { type: 'Point', coordinates: at },
				properties: {
					id,
					name: others > 0 ? `${name} +${others}`.trim() : name,
					// On one line: a date is read whole.
					dates: dates.replaceAll(' ', '\u00a0'),
					water: ['lake', 'river', 'sea'].includes(place?.kind ?? ''),
					clear: CLEARANCES.find((half) => half >= mark.width / 2 + 4) ?? CLEARANCES.at(-1),
					events: events.length
				}
			};
		})
	};
}
