import { circle } from '@turf/circle';
import type { Feature, FeatureCollection, Geometry as GeoJsonGeometry, Point } from 'geojson';
import { calendarOf } from '../core/date/day';
import { datesInShort } from '../core/date/words';
import type { Dossier } from '../core/dossier/dossier';
import type { StackMark } from '../core/picture/stack-mark';
import type { Stack } from '../core/picture/stacks';
import { extentOf, type Extent } from '../core/place/extent';
import { markedName } from '../core/place/names';

/** Text size of place names on the map, in pixels: what an em of their offset is. */
export const NAME_SIZE = 12.5;

/** Widths in pixels, half of them, that a name keeps clear of a symbol's middle. */
export const CLEARANCES = [14, 20, 26, 32, 38, 44, 50, 56, 64, 72] as const;

/** How an extent is drawn: a soft disc, a dashed ring, an area's outline, or that of a wide one, hatched. */
export type ExtentKind = 'disc' | 'ring' | 'area' | 'wide';

/** The extent of each event that has one, by the event's id. */
export function extentsOf(dossier: Pick<Dossier, 'events' | 'places'>): Map<string, Extent> {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	return new Map(
		dossier.events.flatMap((event) => {
			const extent = extentOf(event, places.get(event.place ?? ''));
			return extent ? [[event.id, extent] as const] : [];
		})
	);
}

/**
 * What is drawn of extents, whatever is filtered: each once, under its `id`, with its `kind`.
 * @param outlineOf the outline of an area of the ground map by its id, where it has one
 */
export function extentFeatures(
	extents: Iterable<Extent>,
	outlineOf: (area: string) => GeoJsonGeometry | undefined
): FeatureCollection {
	const features = new Map<string, Feature>();
	for (const extent of extents) {
		const { id, precision, at, radiusKm } = extent;
		if (features.has(id)) continue;
		const outline =
			extent.geometry ?? (extent.area === undefined ? undefined : outlineOf(extent.area));
		const wide = precision === 'region' || precision === 'country';
		const kind: ExtentKind =
			precision === 'near' ? 'disc' : wide ? 'wide' : outline ? 'area' : 'ring';
		const properties = { id, kind };
		features.set(
			id,
			outline
				? { type: 'Feature', geometry: outline, properties }
				: circle(at, radiusKm, { steps: 96, properties })
		);
	}
	return { type: 'FeatureCollection', features: [...features.values()] };
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
