import { circle } from '@turf/circle';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { Dossier, DossierEvent } from '../core/dossier/dossier';
import { statusOf } from '../core/dossier/status';
import { calendarOf, type Day } from '../core/date/day';
import { datesInShort } from '../core/date/words';
import { shapeOf, variantOf } from '../core/picture/symbols';
import type { LonLat } from '../core/place/geometry';
import { nameIn } from '../core/place/names';
import { ringRadiusKm, symbolPoint } from '../core/place/precision';
import { spread, spreadExtent } from './spread';
import { SYMBOL_SIZE } from './style';

/** Text size of place names on the map, in pixels: what an em of their offset is. */
const NAME_SIZE = 12.5;

/** Key of the point where symbols stand together. */
function pointKey(at: LonLat): string {
	return at.map((value) => value.toFixed(4)).join(',');
}

/** What else shows with an event: the name and the ring at its point, shared with others there. */
export interface Companions {
	place?: string | undefined;
	ring?: string | undefined;
}

/** The ids, in their sources, of what shows with an event. */
export function companionsOf(event: DossierEvent): Companions {
	const at = symbolPoint(event);
	if (!at) return {};
	const radius = ringRadiusKm(event.precision, event.radiusKm);
	return { place: pointKey(at), ring: radius ? `${pointKey(at)},${radius}` : undefined };
}

export interface MapFeatures {
	/** A point per drawn event: `id`, `icon`, `offset` in pixels from the point, `order`. */
	events: FeatureCollection<Point>;
	/** A ring per point and radius: where the event may have been. */
	rings: FeatureCollection<Polygon>;
}

interface Drawn {
	event: DossierEvent;
	at: LonLat;
}

/** The drawn events by the point that they share, in the order of the dossier. */
function byPoint(dossier: Dossier): Map<string, Drawn[]> {
	const groups = new Map<string, Drawn[]>();
	for (const event of dossier.events) {
		const at = symbolPoint(event);
		if (!at) continue;
		const group = groups.get(pointKey(at));
		if (group) group.push({ event, at });
		else groups.set(pointKey(at), [{ event, at }]);
	}
	return groups;
}

/**
 * What the map draws of a dossier, whatever is filtered: nothing here moves when a range changes.
 * @param day the day on which the events' status is asked
 */
export function mapFeatures(dossier: Dossier, day: Day): MapFeatures {
	const types = new Map(dossier.header.types.map((type) => [type.id, type]));
	const sources = new Map(dossier.sources.map((source) => [source.id, source]));
	const events: Feature<Point>[] = [];
	const rings = new Map<string, Feature<Polygon>>();
	for (const group of byPoint(dossier).values()) {
		const offsets = spread(group.length);
		group.forEach(({ event, at }, i) => {
			const type = types.get(event.type);
			if (!type) return;
			const variant = variantOf(statusOf(event, sources, day));
			events.push({
				type: 'Feature',
				geometry: { type: 'Point', coordinates: at },
				properties: {
					id: event.id,
					icon: `${shapeOf(type)}-${type.role}-${variant}`,
					// MapLibre scales the offset with the symbol.
					offset: offsets[i]?.map((pixels) => pixels / SYMBOL_SIZE),
					order: events.length
				}
			});
			const { ring } = companionsOf(event);
			const radius = ringRadiusKm(event.precision, event.radiusKm);
			if (ring && radius && !rings.has(ring))
				rings.set(ring, circle(at, radius, { steps: 96, properties: { id: ring } }));
		});
	}
	return {
		events: { type: 'FeatureCollection', features: events },
		rings: { type: 'FeatureCollection', features: [...rings.values()] }
	};
}

/**
 * The lettering beside the symbols: a point per place with `id`, `name`, `dates` (of the events that
 * are shown there, in short), `water`, `clearance` in ems and `events`, the number of symbols.
 * @param shown ids of the events that the view shows
 * @param language of the place names
 */
export function placeLettering(
	dossier: Dossier,
	shown: ReadonlySet<string>,
	language: string
): FeatureCollection<Point> {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const years = new Set<number>();
	for (const { id, when } of dossier.events)
		if (shown.has(id) && when && Number.isFinite(when.first))
			years.add(calendarOf(when.first).year);
	const features: Feature<Point>[] = [];
	for (const [id, group] of byPoint(dossier)) {
		const place = group.map(({ event }) => places.get(event.place ?? '')).find(Boolean);
		if (!place) continue;
		const whens = group.filter(({ event }) => shown.has(event.id)).map(({ event }) => event.when);
		const [width, height] = spreadExtent(group.length);
		features.push({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: (group[0] as Drawn).at },
			properties: {
				id,
				name: nameIn(place.names, language).name,
				// On one line: a date is read whole.
				dates: datesInShort(whens, years.size > 1).replaceAll(' ', '\u00a0'),
				water: ['lake', 'river', 'sea'].includes(place.kind),
				clearance: Math.max(width, height) / NAME_SIZE + 0.25,
				events: group.length
			}
		});
	}
	return { type: 'FeatureCollection', features };
}
