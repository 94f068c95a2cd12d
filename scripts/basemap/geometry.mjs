/** Small planar geometry on lon/lat rings (degrees). No dependencies. */

/** Rings of a Polygon or MultiPolygon as a list of polygons. */
export const polygonsOf = (geometry) =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** A Polygon or MultiPolygon from a list of polygons; null when empty. */
export const fromPolygons = (polygons) =>
	polygons.length === 0
		? null
		: polygons.length === 1
			? { type: 'Polygon', coordinates: polygons[0] }
			: { type: 'MultiPolygon', coordinates: polygons };

/** Signed area of a closed ring, square degrees; positive when counter-clockwise. */
export function ringArea(ring) {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) {
		sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
	}
	return sum / 2;
}

/** [west, south, east, north] of any nested coordinate array. */
export function bounds(coordinates, box = [Infinity, Infinity, -Infinity, -Infinity]) {
	if (typeof coordinates[0] === 'number') {
		box[0] = Math.min(box[0], coordinates[0]);
		box[1] = Math.min(box[1], coordinates[1]);
		box[2] = Math.max(box[2], coordinates[0]);
		box[3] = Math.max(box[3], coordinates[1]);
	} else for (const part of coordinates) bounds(part, box);
	return box;
}

/**
 * Where segment a–b meets the line axis = value. The end points are ordered first, so that two neighbours
 * which walk the same edge in opposite directions get the very same point and stay joined.
 */
function crossing(a, b, axis, value) {
	const [p, q] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
	const t = (value - p[axis]) / (q[axis] - p[axis]);
	const point = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
	point[axis] = value;
	return point;
}

/** Keeps the side of a closed ring where sign·(coordinate − value) ≥ 0 (Sutherland–Hodgman). */
export function clipRingHalf(ring, axis, value, sign) {
	const inside = (p) => sign * (p[axis] - value) >= 0;
	const out = [];
	for (let i = 1; i < ring.length; i++) {
		const a = ring[i - 1];
		const b = ring[i];
		if (inside(a)) {
			if (inside(b)) out.push(b);
			else if (a[axis] !== value) out.push(crossing(a, b, axis, value));
		} else if (inside(b)) {
			if (b[axis] !== value) out.push(crossing(a, b, axis, value));
			out.push(b);
		}
	}
	if (out.length < 3) return [];
	out.push(out[0]);
	return Math.abs(ringArea(out)) < 1e-9 ? [] : out;
}

/** The four half-planes of a {west,south,east,north} box. */
const halves = (box) => [
	[0, box.west, 1],
	[0, box.east, -1],
	[1, box.south, 1],
	[1, box.north, -1]
];

/** Clips a polygon geometry to a box; null when nothing is left. */
export function clipPolygons(geometry, box) {
	const polygons = [];
	for (const polygon of polygonsOf(geometry)) {
		const rings = polygon
			.map((ring) =>
				halves(box).reduce(
					(r, [axis, v, sign]) => (r.length ? clipRingHalf(r, axis, v, sign) : r),
					ring
				)
			)
			.map((ring, i) => ({ ring, outer: i === 0 }))
			.filter(({ ring }) => ring.length);
		if (rings.length && rings[0].outer) polygons.push(rings.map(({ ring }) => ring));
	}
	return fromPolygons(polygons);
}

/** Extra points every `step` degrees on edges that run along the frame, so that no projection bends them apart. */
export function densifyFrame(ring, box, step) {
	const out = [ring[0]];
	for (let i = 1; i < ring.length; i++) {
		const [a, b] = [ring[i - 1], ring[i]];
		const axis =
			a[1] === b[1] && (a[1] === box.south || a[1] === box.north)
				? 0
				: a[0] === b[0] && (a[0] === box.west || a[0] === box.east)
					? 1
					: -1;
		if (axis >= 0) {
			// On a fixed grid: neighbours and the frame itself get the same points.
			const [low, high] = [Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])];
			const extra = [];
			for (let v = (Math.floor(low / step) + 1) * step; v < high; v += step) {
				const point = [a[0], a[1]];
				point[axis] = v;
				extra.push(point);
			}
			out.push(...(a[axis] < b[axis] ? extra : extra.reverse()));
		}
		out.push(b);
	}
	return out;
}

/** Splits a line into the parts inside and outside a box. @returns {{inside: number[][][], outside: number[][][]}} */
export function splitLine(line, box) {
	const isIn = (p) =>
		p[0] >= box.west && p[0] <= box.east && p[1] >= box.south && p[1] <= box.north;
	const result = { inside: [], outside: [] };
	let current = null;
	let side = null;
	for (let i = 1; i < line.length; i++) {
		let pieces = [line[i - 1], line[i]];
		for (const [axis, value] of halves(box)) {
			const next = [pieces[0]];
			for (let j = 1; j < pieces.length; j++) {
				const a = pieces[j - 1];
				const b = pieces[j];
				if ((a[axis] - value) * (b[axis] - value) < 0) next.push(crossing(a, b, axis, value));
				next.push(b);
			}
			pieces = next;
		}
		for (let j = 1; j < pieces.length; j++) {
			const a = pieces[j - 1];
			const b = pieces[j];
			const here = isIn([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) ? 'inside' : 'outside';
			if (here !== side) {
				current = [a];
				result[here].push(current);
				side = here;
			}
			current.push(b);
		}
	}
	return result;
}

/** Ground distance in kilometres between two lon/lat points (sphere of 6371 km). */
export function distanceKm(a, b) {
	const rad = Math.PI / 180;
	const h =
		Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 +
		Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** Rounds nested coordinates to a number of decimals. */
export function round(coordinates, digits) {
	return typeof coordinates === 'number'
		? Number(coordinates.toFixed(digits))
		: coordinates.map((part) => round(part, digits));
}
