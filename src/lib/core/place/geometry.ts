import { distance } from '@turf/distance';
import type { Geometry } from '../dossier/schema';
import { middleLongitude, polygonsOf, running, span } from './rings';

/** [longitude, latitude] in degrees, WGS 84. */
export type LonLat = [number, number];

/** Web Mercator ends here: the latitude in degrees at which its world is as high as it is wide. */
export const MAX_LATITUDE = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI;

/** Great-circle distance in kilometres on a sphere. */
export function distanceKm(a: LonLat, b: LonLat): number {
	return distance(a, b, { units: 'kilometers' });
}

/**
 * The point where a geometry's symbol stands: the point itself, the middle position of a line, the
 * centre of an area's bounds, which may lie across ±180°, cut there or not. Undefined where it has no
 * position.
 */
export function pointOf(geometry: Geometry | null): LonLat | undefined {
	if (!geometry) return undefined;
	if (geometry.type === 'Point') return geometry.coordinates;
	if (geometry.type === 'LineString') return geometry.coordinates[geometry.coordinates.length >> 1];
	const parts = partsOf(geometry).filter(([first]) => first);
	if (parts.length === 0) return undefined;
	let [south, north] = [Infinity, -Infinity];
	for (const part of parts)
		for (const [, lat] of part) {
			south = Math.min(south, lat);
			north = Math.max(north, lat);
		}
	return [middleLongitude(parts.map(span)), (south + north) / 2];
}

/** Every position of a geometry, in the order in which it has them. */
export function positionsOf(geometry: Geometry): LonLat[] {
	switch (geometry.type) {
		case 'Point':
			return [geometry.coordinates];
		case 'MultiPoint':
		case 'LineString':
			return geometry.coordinates;
		case 'MultiLineString':
		case 'Polygon':
			return geometry.coordinates.flat();
		case 'MultiPolygon':
			return geometry.coordinates.flat(2);
	}
}

/** Its points, its lines or its areas' outer rings, each running on across ±180°. */
function partsOf(
	geometry: Exclude<Geometry, { type: 'Point' | 'LineString' }>
): readonly (readonly LonLat[])[] {
	switch (geometry.type) {
		case 'MultiPoint':
			return geometry.coordinates.map((at) => [at]);
		case 'MultiLineString':
			return geometry.coordinates.map(running);
		default: {
			const sized = polygonsOf(geometry).flatMap(({ rings: [outer] }) => (outer ? [outer] : []));
			if (sized.length > 0) return sized;
			const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
			return polygons.flatMap(([outer]) => (outer ? [running(outer)] : []));
		}
	}
}
