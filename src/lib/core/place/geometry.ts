import { distance } from '@turf/distance';
import type { Geometry } from '../dossier/schema';

/** [longitude, latitude] in degrees, WGS 84. */
export type LonLat = [number, number];

/** Great-circle distance in kilometres on a sphere. */
export function distanceKm(a: LonLat, b: LonLat): number {
	return distance(a, b, { units: 'kilometers' });
}

/**
 * The point where a geometry's symbol stands: the point itself, the middle position of a line, the
 * centre of an area's bounds. Undefined where it has no position. Areas across ±180° must be cut
 * there, as RFC 7946 asks.
 */
export function pointOf(geometry: Geometry | null): LonLat | undefined {
	if (!geometry) return undefined;
	if (geometry.type === 'Point') return geometry.coordinates;
	if (geometry.type === 'LineString') return geometry.coordinates[geometry.coordinates.length >> 1];
	const positions = geometry.coordinates.flat(3) as number[];
	if (positions.length === 0) return undefined;
	const middle = (axis: 0 | 1) => {
		let low = Infinity;
		let high = -Infinity;
		for (let i = axis; i < positions.length; i += 2) {
			low = Math.min(low, positions[i] as number);
			high = Math.max(high, positions[i] as number);
		}
		return (low + high) / 2;
	};
	return [middle(0), middle(1)];
}
