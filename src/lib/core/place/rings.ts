import type { Geometry as GeoJsonGeometry } from 'geojson';
import type { Geometry } from '../dossier/schema';
import type { LonLat } from './geometry';

/**
 * A polygon whose rings run on: longitudes beyond ±180° where it lies across, through the pole where it
 * lies about one. Its outer ring first, which turns one way, and holes the other, however they were
 * written.
 */
export interface RunningPolygon {
	rings: readonly (readonly LonLat[])[];
	/** The least and the greatest longitude of the outer ring, in degrees; they may lie beyond ±180. */
	west: number;
	east: number;
}

/** So many degrees of longitude twice are no size at all; about a tenth of a millimetre. */
const NO_SIZE = 1e-12;

/**
 * Degrees of longitude from one position to the next, the shorter way round the globe: from 179 to −179
 * two. Half a turn keeps its way; ±180° is one meridian.
 */
function lonStep(from: number, to: number): number {
	const way = to - from;
	if (Math.abs(way) <= 180) return way;
	return Math.abs(way) === 360 ? 0 : way - 360 * Math.sign(way);
}

/** A line whose longitudes run on beyond ±180° instead of jumping to the other side. */
export function running(line: readonly LonLat[]): LonLat[] {
	let turns = 0;
	return line.map(([lon, lat], i) => {
		const from = line[i - 1]?.[0] ?? lon;
		turns += Math.round((lonStep(from, lon) - (lon - from)) / 360);
		return [lon + 360 * turns, lat];
	});
}

/**
 * A closed ring that runs on. One that goes round the globe encloses a pole, the nearer one, and is
 * closed along it; one that has no breadth but that of the whole globe is a band round it.
 * @param ring whose last position is its first
 */
export function runningRing(ring: readonly LonLat[]): LonLat[] {
	const run = running(ring);
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last) return run;
	if (Math.abs(last[0] - first[0]) > 180) {
		const pole = run.reduce((sum, [, lat]) => sum + lat, 0) >= 0 ? 90 : -90;
		return [...run, [last[0], pole], [first[0], pole], first];
	}
	const [west, east] = span(run);
	const [rawWest, rawEast] = span(ring);
	return west === east && rawEast - rawWest === 360 ? ring.map(([lon, lat]) => [lon, lat]) : run;
}

const kept = new WeakMap<object, readonly RunningPolygon[]>();

/** The polygons of an area; those of no size are left out, and what is no area has none. */
export function polygonsOf(geometry: Geometry | GeoJsonGeometry): readonly RunningPolygon[] {
	const known = kept.get(geometry);
	if (known) return known;
	const polygons =
		geometry.type === 'Polygon'
			? [geometry.coordinates]
			: geometry.type === 'MultiPolygon'
				? geometry.coordinates
				: [];
	const found = polygons.flatMap(
		(rings) => runningPolygon((rings as LonLat[][]).map(runningRing)) ?? []
	);
	kept.set(geometry, found);
	return found;
}

/** @param rings closed and running on, the outer one first. Undefined where that has no size. */
export function runningPolygon(rings: readonly (readonly LonLat[])[]): RunningPolygon | undefined {
	const [outer, ...holes] = rings;
	if (!outer || !hasSize(outer)) return undefined;
	const [west, east] = span(outer);
	const middle = (west + east) / 2;
	return {
		west,
		east,
		rings: [
			turned(outer, 1),
			...holes.filter(hasSize).map((hole) => {
				const [from, to] = span(hole);
				const shift = 360 * Math.round((middle - (from + to) / 2) / 360);
				return turned(
					hole.map(([lon, lat]): LonLat => [lon + shift, lat]),
					-1
				);
			})
		]
	};
}

/** The least and the greatest longitude. */
export function span(line: readonly LonLat[]): [west: number, east: number] {
	let [west, east] = [Infinity, -Infinity];
	for (const [lon] of line) {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
	}
	return [west, east];
}

/** The middle of some stretches of longitude: of what they cover between them, the short way round. */
export function middleLongitude(spans: readonly (readonly [west: number, east: number])[]): number {
	const sorted = spans
		.map(([west, east]) => {
			const shift = -360 * Math.floor((west + 180) / 360);
			// Left as they are where they are in range: no rounding.
			return shift === 0 ? [west, east] : [west + shift, east + shift];
		})
		.sort((a, b) => (a[0] as number) - (b[0] as number)) as [number, number][];
	let reach = -Infinity;
	for (const [, east] of sorted) reach = Math.max(reach, east - 360);
	let [start, widest] = [sorted[0]?.[0] ?? 0, 0];
	for (const [west, east] of sorted) {
		if (west - reach > widest) [start, widest] = [west, west - reach];
		reach = Math.max(reach, east);
	}
	let end = start;
	for (const [west, east] of sorted) end = Math.max(end, west < start ? east + 360 : east);
	const middle = (start + end) / 2;
	return middle > 180 ? middle - 360 : middle;
}

/** Its corners do not all lie on one line, or at one point. */
function hasSize(ring: readonly LonLat[]): boolean {
	let sum = 0;
	for (const part of triangles(ring)) sum += Math.abs(part);
	return sum > NO_SIZE;
}

/** Winding is the writer's habit, and RFC 7946 asks to bear with it: direction says nothing here. */
function turned(ring: readonly LonLat[], way: 1 | -1): readonly LonLat[] {
	let sum = 0;
	for (const part of triangles(ring)) sum += part;
	return sum * way < 0 ? ring.toReversed() : ring;
}

/** Twice the signed areas of the triangles from a ring's first position. */
function* triangles(ring: readonly LonLat[]): Generator<number> {
	const [x, y] = ring[0] ?? [0, 0];
	for (let i = 2; i < ring.length; i++) {
		const [ax, ay] = ring[i - 1] as LonLat;
		const [bx, by] = ring[i] as LonLat;
		yield (ax - x) * (by - y) - (bx - x) * (ay - y);
	}
}
