import { geoIdentity, geoTransform, type GeoStream } from 'd3-geo';
import type { LonLat } from '../place/geometry';
import { screenPoint, WORLD_SIZE, worldPoint, type Camera } from './camera';

/** Pixels beyond the picture's edges to which lines run on: wider than any line, so that no end shows. */
export const MARGIN = 8;

/**
 * How far the world's copies that a picture shows stand to the right of the one nearest its middle,
 * in pixels: [0] but where the picture reaches across ±180° or is wider than the world.
 */
export function copiesOf(camera: Camera): number[] {
	return copiesOfSpan(camera, -180, 180, 0);
}

/**
 * The same for what lies between two longitudes, which may be beyond ±180°: none where it is out of sight.
 * @param margin pixels beyond the picture's edges that count as in sight
 */
export function copiesOfSpan(camera: Camera, west: number, east: number, margin: number): number[] {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const left = camera.width / 2 - worldPoint([camera.lon, 0]).x * size;
	const reach = MARGIN + margin;
	const copies: number[] = [];
	const first = Math.ceil((-reach - left - worldPoint([east, 0]).x * size) / size);
	const begin = left + worldPoint([west, 0]).x * size;
	for (let copy = first; begin + copy * size < camera.width + reach; copy++)
		copies.push(copy * size);
	return copies;
}

/** Where a point stands in the picture, once for each copy of the world that has it in sight. */
export function placesOf(camera: Camera, at: LonLat, margin = 0): { x: number; y: number }[] {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const nearest = screenPoint(camera, worldPoint(at));
	if (!(nearest.y >= -margin && nearest.y <= camera.height + margin)) return [];
	const places = [];
	const first = Math.ceil((-margin - nearest.x) / size);
	for (let copy = first; nearest.x + copy * size <= camera.width + margin; copy++)
		places.push({ x: nearest.x + copy * size, y: nearest.y });
	return places;
}

/**
 * Takes GeoJSON to the picture's pixels for d3-geo's `geoPath`: Web Mercator with straight lines
 * between positions, as MapLibre draws them, cut at the picture's edges and thinned. (d3's own
 * `geoMercator` draws great circles, and takes a ring's winding for what it encloses.)
 * @param copy from `copiesOf`: pixels by which the world stands to the right
 * @param margin pixels beyond the picture's edges at which it is cut
 * @param tolerance pixels that a line may lie off where it was measured
 */
export function pixelStream(
	camera: Camera,
	copy: number,
	margin = 0,
	tolerance = TOLERANCE
): { stream(to: GeoStream): GeoStream } {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const middle = worldPoint([camera.lon, camera.lat]);
	const left = camera.width / 2 - middle.x * size + copy;
	const top = camera.height / 2 - middle.y * size;
	const mercator = geoTransform({
		point(lon, lat) {
			const { x, y } = worldPoint([lon, lat]);
			this.stream.point(left + x * size, top + y * size);
		}
	});
	const clip = geoIdentity().clipExtent([
		[-MARGIN - margin, -MARGIN - margin],
		[camera.width + MARGIN + margin, camera.height + MARGIN + margin]
	]);
	return { stream: (to) => mercator.stream(clip.stream(thinned(to, tolerance))) };
}

/** What it is unless said otherwise: as much as keeps the first response within its weight. MapLibre takes 0.375. */
const TOLERANCE = 0.6;

/** Leaves out positions that make no difference at this scale (Douglas & Peucker, 1973). */
function thinned(to: GeoStream, tolerance: number): GeoStream {
	let line: [number, number][] = [];
	let inPolygon = false;
	return {
		point: (x, y) => void line.push([x, y]),
		lineStart: () => (line = []),
		lineEnd() {
			const kept = tolerance > 0 ? douglasPeucker(line, tolerance) : line;
			if (inPolygon && kept.length < 3) return;
			to.lineStart();
			for (const [x, y] of kept) to.point(x, y);
			to.lineEnd();
		},
		polygonStart() {
			inPolygon = true;
			to.polygonStart();
		},
		polygonEnd() {
			inPolygon = false;
			to.polygonEnd();
		},
		sphere: () => undefined
	};
}

/**
 * A line without the positions that lie within a tolerance of the line without them.
 * @see Douglas and Peucker, "Algorithms for the reduction of the number of points required to
 * represent a digitized line or its caricature", 1973
 */
export function douglasPeucker(
	line: readonly [number, number][],
	tolerance: number
): [number, number][] {
	if (line.length < 3) return [...line];
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const open: [number, number][] = [[0, line.length - 1]];
	for (let part = open.pop(); part; part = open.pop()) {
		const [from, to] = part;
		let farthest = tolerance;
		let at = 0;
		for (let i = from + 1; i < to; i++) {
			const distance = toSegment(line[i] as Pixel, line[from] as Pixel, line[to] as Pixel);
			if (distance > farthest) {
				farthest = distance;
				at = i;
			}
		}
		if (at > 0) {
			keep[at] = 1;
			open.push([from, at], [at, to]);
		}
	}
	return line.filter((_, i) => keep[i] === 1);
}

type Pixel = [x: number, y: number];

function toSegment([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
	const length = (bx - ax) ** 2 + (by - ay) ** 2;
	const along = length ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length : 0;
	const t = Math.max(0, Math.min(1, along));
	return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}
