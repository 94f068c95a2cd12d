import { MAX_LATITUDE, type LonLat } from '../place/geometry';
import type { RunningPolygon } from '../place/rings';

/** An edge along a meridian, its latitudes in ascending order. */
interface Upright {
	lon: number;
	south: number;
	north: number;
}

/** Degrees within which two meridians are one: what adding up turns of the globe may round away. */
const SAME = 1e-9;

const kept = new WeakMap<
	readonly RunningPolygon[],
	{ lines: readonly (readonly LonLat[])[][] | undefined }
>();

/**
 * The outlines of areas without their seams: where an area was cut at ±180° and goes on beyond, where one
 * about a pole was closed along a meridian, and where the map ends. Nobody has drawn a line there.
 * @returns for each polygon the lines that its rings leave; undefined where no polygon has a seam
 */
export function linesBesideSeams(
	polygons: readonly RunningPolygon[]
): readonly (readonly LonLat[])[][] | undefined {
	const known = kept.get(polygons);
	if (known) return known.lines;
	const uprights = uprightsOf(polygons);
	let found = false;
	const isSeam = (from: LonLat, to: LonLat) => {
		const seam = isEnd(from, to) || goesOn(uprights, from, to);
		found ||= seam;
		return seam;
	};
	const lines = polygons.map(({ rings }) => rings.flatMap((ring) => partsOf(ring, isSeam)));
	const answer = { lines: found ? lines : undefined };
	kept.set(polygons, answer);
	return answer.lines;
}

/** The parts of a closed ring between the edges that are left out. */
function partsOf(
	ring: readonly LonLat[],
	isSeam: (from: LonLat, to: LonLat) => boolean
): LonLat[][] {
	const parts: LonLat[][] = [];
	let part: LonLat[] = [];
	ring.forEach((at, i) => {
		const next = ring[i + 1];
		part.push(at);
		if (next && !isSeam(at, next)) return;
		if (part.length > 1) parts.push(part);
		part = [];
	});
	// The last part runs on where the first began, unless there is a seam between them.
	const [first, last] = [parts[0], parts.at(-1)];
	const begin = ring[0];
	if (first && last && first !== last && first[0] === begin && last.at(-1) === ring.at(-1))
		parts.splice(0, parts.length, ...parts.slice(1, -1), [...last, ...first.slice(1)]);
	return parts;
}

/** Both ends lie where the map does. */
function isEnd([, from]: LonLat, [, to]: LonLat): boolean {
	return Math.min(from, to) >= MAX_LATITUDE || Math.max(from, to) <= -MAX_LATITUDE;
}

/** The area goes on at the other side of the globe: another edge lies there, on the same meridian. */
function goesOn(
	uprights: ReadonlyMap<number, readonly Upright[]>,
	[lon, from]: LonLat,
	[toLon, to]: LonLat
): boolean {
	if (lon !== toLon || from === to) return false;
	const [south, north] = [Math.min(from, to), Math.max(from, to)];
	return (uprights.get(meridianOf(lon)) ?? []).some(
		(other) => Math.abs(other.lon - lon) > 180 && other.south < north && other.north > south
	);
}

function uprightsOf(polygons: readonly RunningPolygon[]): ReadonlyMap<number, readonly Upright[]> {
	const found = new Map<number, Upright[]>();
	for (const { rings } of polygons)
		for (const ring of rings)
			ring.forEach(([lon, lat], i) => {
				const next = ring[i + 1];
				if (next?.[0] !== lon || next[1] === lat) return;
				const edge = { lon, south: Math.min(lat, next[1]), north: Math.max(lat, next[1]) };
				const others = found.get(meridianOf(lon));
				if (others) others.push(edge);
				else found.set(meridianOf(lon), [edge]);
			});
	return found;
}

/** The same number for a longitude and for those whole turns of the globe away. */
function meridianOf(lon: number): number {
	const turned = lon - 360 * Math.round(lon / 360);
	return Math.round((turned <= -180 ? turned + 360 : turned) / SAME);
}
