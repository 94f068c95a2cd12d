import { MAX_LATITUDE, type LonLat } from '../place/geometry';
import { polygonsOf, span } from '../place/rings';
import type { Note } from './note';
import type { Geometry } from './schema';

/** Positions of a line or an area that are kept: more than a map can show of it, few enough to draw at once. */
export const MAX_POSITIONS = 5_000;
/** Rings or lines of one geometry that are kept, those with the most positions first. */
const MAX_PARTS = 500;

const FIELD = 'geometry.coordinates';

/**
 * What can be drawn of a geometry that holds by the schema, with a note for what its author would not
 * want. Areas keep the order of their positions as it is: winding and self-intersection make no
 * difference to how they are drawn.
 */
export function soundGeometry(
	geometry: Geometry | null,
	where: Pick<Note, 'file' | 'feature'>,
	notes: Note[]
): Geometry | null {
	if (!geometry) return null;
	const note = (words: Omit<Note, 'file' | 'feature' | 'field'>) =>
		notes.push({ ...where, field: FIELD, ...words });
	if (geometry.type === 'Point') {
		const [lon, lat] = geometry.coordinates;
		if (lon === 0 && lat === 0)
			note({
				expected: 'a position',
				found: '[0, 0], in the Gulf of Guinea, where look-ups that fail put things',
				mend: 'Correct it, or leave the geometry out; what was there indeed is written as [0.0001, 0]. It is drawn as it stands.'
			});
		else if (Math.abs(lat) > MAX_LATITUDE)
			note({
				expected: `a latitude from −${MAX_LATITUDE.toFixed(2)} to ${MAX_LATITUDE.toFixed(2)}, where the map ends`,
				found: `${lat}`,
				mend: 'Correct it if it is wrong; if it is right nothing can be done: it is drawn at the map’s edge.'
			});
		return geometry;
	}
	const parts = partsOf(geometry);
	const count = parts.reduce((sum, part) => sum + part.length, 0);
	const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
	if (isArea && polygonsOf(geometry).length === 0)
		note({
			expected: 'an area',
			found: 'a ring whose positions lie at one point or on one line',
			mend: 'Draw its outline, or give a Point; until then a ring of the usual size stands for it.'
		});
	if (geometry.type !== 'MultiPoint' && parts.some(jumps))
		note({
			expected: `${isArea ? 'an area' : 'a line'} cut at ±180°, as RFC 7946 asks`,
			found: 'positions that go from one side of the globe to the other in a step',
			mend: 'Cut it there into two. Until then each step takes the shorter way round.'
		});
	if (count <= MAX_POSITIONS) return geometry;
	const kept = thinned(geometry, count);
	note({
		expected: `at most ${MAX_POSITIONS} positions`,
		found: `${count}`,
		mend: 'Simplify it, e.g. in QGIS (Vector › Geometry › Simplify); until then some of its positions alone are drawn.'
	});
	return kept;
}

type Part = readonly LonLat[];

function partsOf(geometry: Geometry): readonly Part[] {
	switch (geometry.type) {
		case 'Point':
			return [[geometry.coordinates]];
		case 'MultiPoint':
		case 'LineString':
			return [geometry.coordinates];
		case 'MultiLineString':
		case 'Polygon':
			return geometry.coordinates;
		case 'MultiPolygon':
			return geometry.coordinates.flat();
	}
}

/** A step of more than half a turn, but for one along an edge of the whole globe. */
function jumps(part: Part): boolean {
	const [west, east] = span(part);
	if (east - west <= 180) return false;
	return part.some(([lon], i) => {
		const way = Math.abs(lon - (part[i - 1]?.[0] ?? lon));
		return way > 180 && way < 360;
	});
}

/** The same with every so many-eth position, of its largest parts: as much work whatever it is. */
function thinned(geometry: Geometry, count: number): Geometry {
	const step = Math.ceil((2 * count) / MAX_POSITIONS);
	const every = (part: Part): LonLat[] => {
		const apart = Math.max(1, Math.min(step, Math.floor(part.length / 4)));
		return part.filter((_, i) => i % apart === 0 || i === part.length - 1) as LonLat[];
	};
	const largest = <T>(parts: readonly T[], size: (part: T) => number): T[] =>
		parts.toSorted((a, b) => size(b) - size(a)).slice(0, MAX_PARTS);
	const lines = (parts: readonly Part[]) => largest(parts, (part) => part.length).map(every);
	// Its outer ring stays the first.
	const rings = ([outer, ...holes]: readonly Part[]) => [every(outer ?? []), ...lines(holes)];
	switch (geometry.type) {
		case 'MultiPoint':
		case 'LineString':
			return { ...geometry, coordinates: every(geometry.coordinates) };
		case 'MultiLineString':
			return { ...geometry, coordinates: lines(geometry.coordinates) };
		case 'Polygon':
			return { ...geometry, coordinates: rings(geometry.coordinates) };
		case 'MultiPolygon': {
			const areas = largest(geometry.coordinates, ([outer]) => outer?.length ?? 0);
			// Of many areas the holes are left out: they could be as many again.
			const drawn =
				areas.length > 1 ? areas.map(([outer]) => [every(outer ?? [])]) : areas.map(rings);
			return { ...geometry, coordinates: drawn };
		}
		default:
			return geometry;
	}
}
