/**
 * Cuts polygons at ±180°. The world files on npm stitch Russia, Fiji and Antarctica across the antimeridian,
 * and a flat map then draws a band over every ocean.
 */
import { clipRingHalf, fromPolygons, polygonsOf, ringArea } from './geometry.mjs';

/** Longitudes made continuous: no step longer than 180°. */
function unwrap(ring) {
	let shift = 0;
	return ring.map((point, i) => {
		if (i > 0) {
			const step = point[0] - ring[i - 1][0];
			if (step > 180) shift -= 360;
			else if (step < -180) shift += 360;
		}
		return [point[0] + shift, point[1]];
	});
}

/** A ring that winds round the pole (Antarctica) is closed along the pole's edge of the map. */
function closeOverPole(ring) {
	const first = ring[0];
	const last = ring[ring.length - 1];
	if (Math.abs(last[0] - first[0]) < 180) return ring;
	const pole = ring.reduce((sum, p) => sum + p[1], 0) < 0 ? -90 : 90;
	return [...ring, [last[0], pole], [first[0], pole], first];
}

/** One ring → rings within ±180°. A ring that only touches ±180° is left whole. */
function cutRing(ring) {
	const flat = closeOverPole(unwrap(ring));
	const xs = flat.map((p) => p[0]);
	const west = Math.min(...xs);
	const east = Math.max(...xs);
	if (west >= -180 && east <= 180) return [flat];
	const out = [];
	for (let turn = -1; turn <= 1; turn++) {
		// The world copy that starts at −180 + 360·turn, brought back to ±180.
		let part = flat;
		for (const [value, sign] of [
			[-180 + 360 * turn, 1],
			[180 + 360 * turn, -1]
		]) {
			if (part.length) part = clipRingHalf(part, 0, value, sign);
		}
		if (part.length) out.push(part.map(([x, y]) => [x - 360 * turn, y]));
	}
	return out;
}

/** Cuts a Polygon or MultiPolygon. Holes stay with the polygon they lie in (none of the cut ones has any). */
export function cutAntimeridian(geometry) {
	const polygons = [];
	for (const [outer, ...holes] of polygonsOf(geometry)) {
		const parts = cutRing(outer);
		if (parts.length > 1 && holes.length) {
			throw new Error(
				'A polygon with holes crosses ±180°: teach antimeridian.mjs to share them out'
			);
		}
		for (const part of parts) polygons.push([part, ...holes]);
	}
	// Specks without area (the source has some at the pole) go, unless a country is nothing else.
	const solid = polygons.filter(([outer]) => Math.abs(ringArea(outer)) > 0);
	return fromPolygons(solid.length ? solid : polygons);
}

/** Degrees; the source's own cuts stray this far from ±180° (a stub on Taveuni, Fiji). */
const STRAY = 0.002;

/** True for an edge that exists only because the map ends there: along ±180° or a pole. */
export const isCutEdge = (a, b) =>
	(Math.abs(a[0]) > 180 - STRAY && Math.abs(a[0] - b[0]) < STRAY) ||
	(Math.abs(a[1]) > 90 - STRAY && Math.abs(b[1]) > 90 - STRAY);
