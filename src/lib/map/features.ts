import { circle } from '@turf/circle';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { Dossier, DossierEvent, Place } from '../core/dossier/dossier';
import { statusOf } from '../core/dossier/status';
import type { Day } from '../core/date/day';
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
	/** A point per place where symbols stand: `id`, `name`, `water`, `clearance` in ems, `events`. */
	places: FeatureCollection<Point>;
}

/**
 * What the map draws of a dossier, whatever is filtered: nothing here moves when a range changes.
 * @param day the day on which the events' status is asked
 * @param language of the place names
 */
export function mapFeatures(dossier: Dossier, day: Day, language: string): MapFeatures {
	const types = new Map(dossier.header.types.map((type) => [type.id, type]));
	const sources = new Map(dossier.sources.map((source) => [source.id, source]));
	const drawn = dossier.events.flatMap((event) => {
		const at = symbolPoint(event);
		return at ? [{ event, at }] : [];
	});
	const byPoint = new Map<string, typeof drawn>();
	for (const item of drawn) {
		const key = pointKey(item.at);
		byPoint.set(key, [...(byPoint.get(key) ?? []), item]);
	}
	const events: Feature<Point>[] = [];
	const rings = new Map<string, Feature<Polygon>>();
	const places: Feature<Point>[] = [];
	const byId = new Map(dossier.places.map((place) => [place.id, place]));
	for (const group of byPoint.values()) {
		const offsets = spread(group.length);
		const at = (group[0] as (typeof group)[number]).at;
		group.forEach(({ event }, i) => {
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
		const place = group.map(({ event }) => byId.get(event.place ?? '')).find(Boolean);
		if (place) places.push(placeFeature(place, at, group.length, language));
	}
	return {
		events: { type: 'FeatureCollection', features: events },
		rings: { type: 'FeatureCollection', features: [...rings.values()] },
		places: { type: 'FeatureCollection', features: places }
	};
}

function placeFeature(place: Place, at: LonLat, count: number, language: string): Feature<Point> {
	const [width, height] = spreadExtent(count);
	return {
		type: 'Feature',
		geometry: { type: 'Point', coordinates: at },
		properties: {
			id: pointKey(at),
			name: nameIn(place.names, language).name,
			water: ['lake', 'river', 'sea'].includes(place.kind),
			clearance: Math.max(width, height) / NAME_SIZE + 0.25,
			events: count
		}
	};
}
