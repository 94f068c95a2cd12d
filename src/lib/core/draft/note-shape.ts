import type { NoteKind } from '../notes/note';
import type { LonLat } from '../place/geometry';
import { isObject } from './files';

/** A note's positions as they are drawn one after the other: of an area its outer ring, not closed. */
export function cornersOf(geometry: unknown): LonLat[] {
	if (!isObject(geometry)) return [];
	const { type, coordinates } = geometry;
	const list: unknown =
		type === 'Point'
			? [coordinates]
			: type === 'Polygon'
				? Array.isArray(coordinates) && (coordinates as unknown[])[0]
				: type === 'LineString' && coordinates;
	const found = (Array.isArray(list) ? (list as unknown[]) : []).flatMap((at): LonLat[] => {
		const [lon, lat] = Array.isArray(at) ? (at as unknown[]) : [];
		return typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : [];
	});
	const [first, last] = [found[0], found.at(-1)];
	const closed = found.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
	return type === 'Polygon' && closed ? found.slice(0, -1) : found;
}

/** The inner rings of an area, as they stand. */
export function holesOf(geometry: unknown): unknown[] {
	if (!isObject(geometry) || geometry['type'] !== 'Polygon') return [];
	return Array.isArray(geometry['coordinates']) ? geometry['coordinates'].slice(1) : [];
}

/** How many positions a kind of note needs at least. */
export const LEAST_CORNERS: Record<NoteKind, number> = { text: 1, line: 2, arrow: 2, area: 3 };

/**
 * The geometry of a note of a kind through some positions; null without any. With fewer than the kind
 * needs it is what they make until there are more: a point, then a line.
 * @param holes inner rings of an area, closed
 */
export function shapeThrough(
	kind: NoteKind,
	corners: readonly LonLat[],
	holes: readonly unknown[] = []
): object | null {
	const [first] = corners;
	if (!first) return null;
	if (kind === 'text' || corners.length === 1) return { type: 'Point', coordinates: first };
	if (kind !== 'area' || corners.length < 3)
		return { type: 'LineString', coordinates: [...corners] };
	return { type: 'Polygon', coordinates: [[...corners, first], ...holes] };
}
