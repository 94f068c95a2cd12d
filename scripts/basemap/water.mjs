/**
 * region-water.json: rivers and lake shores of GSHHG 2.3.7 (LGPL-3+), kept in a file of its own for its licence.
 * GMT's `pscoast -M` prints both as line pieces, cut at the edges of its bins; here they are joined again.
 */
import { REGION } from './pins.mjs';
import { run } from './tools.mjs';
import { bounds, clipPolygons, distanceKm, ringArea } from './geometry.mjs';
import { collection, feature } from './topo.mjs';
import { LAKES, RIVERS } from './names-water.mjs';

/** Wide enough that every lake which touches the region is whole before it is clipped. */
const WIDE = { west: 36, south: 34, east: 54, north: 47 };

/** Runs pscoast and returns pieces [{level, line}] at full resolution. @param {string[]} what */
function pscoast(box, what) {
	const text = run('gmt', [
		'pscoast',
		`-R${box.west}/${box.east}/${box.south}/${box.north}`,
		'-Df',
		...what,
		'-M'
	]);
	const pieces = [];
	for (const row of text.split('\n')) {
		if (row.startsWith('>')) pieces.push({ level: Number(/Level (\d+)/.exec(row)?.[1]), line: [] });
		else if (/^[\d\s-]/.test(row) && row.trim()) {
			const [x, y] = row.trim().split(/\s+/).map(Number);
			pieces.at(-1).line.push([x, y]);
		}
	}
	return pieces.filter((piece) => piece.line.length > 1);
}

/** Points this near (degrees, 11 m) are one: bins repeat their edge points with rounding noise. */
const key = (p) => `${p[0].toFixed(4)},${p[1].toFixed(4)}`;

/** Joins pieces end to end wherever exactly two ends meet. */
export function join(lines) {
	const ends = new Map();
	const put = (line) =>
		[line[0], line.at(-1)].forEach((p) => ends.set(key(p), [...(ends.get(key(p)) ?? []), line]));
	const drop = (line) =>
		[line[0], line.at(-1)].forEach((p) =>
			ends.set(
				key(p),
				ends.get(key(p)).filter((other) => other !== line)
			)
		);
	lines.forEach(put);
	const done = new Set();
	for (const at of [...ends.keys()]) {
		const here = ends.get(at);
		if (here.length !== 2 || here[0] === here[1]) continue;
		const [a, b] = here;
		drop(a);
		drop(b);
		const head = key(a.at(-1)) === at ? a : [...a].reverse();
		const tail = key(b[0]) === at ? b : [...b].reverse();
		const whole = [...head, ...tail.slice(1)];
		done.add(a).add(b);
		lines.push(whole);
		put(whole);
	}
	return lines.filter((line) => !done.has(line));
}

/**
 * The pieces of a named river: the shortest way along the water from its upper to its lower end, through the
 * waypoints of names-water.mjs. Returns the set of piece numbers; a piece counts whole.
 */
function trace(graph, waypoints) {
	const nearest = (at) =>
		graph.points.reduce(
			(best, p, n) => (distanceKm(p, at) < best.km ? { n, km: distanceKm(p, at) } : best),
			{ km: 25 }
		).n;
	const stops = waypoints.map((at) => at && nearest(at));
	const found = new Set();
	for (let s = 1; s < stops.length; s++) {
		if (stops[s] === null || stops[s - 1] === null) continue;
		const cost = new Map([[stops[s - 1], 0]]);
		const from = new Map();
		const open = new Set([stops[s - 1]]);
		while (open.size) {
			const at = [...open].reduce((a, b) => (cost.get(a) <= cost.get(b) ? a : b));
			if (at === stops[s]) break;
			open.delete(at);
			for (const { to, km } of graph.links[at] ?? []) {
				const sum = cost.get(at) + km;
				if (sum < (cost.get(to) ?? Infinity)) {
					cost.set(to, sum);
					from.set(to, at);
					open.add(to);
				}
			}
		}
		// What could be reached is named all the same: from the last point, back over what hangs together.
		if (!from.has(stops[s]))
			console.warn(`No way by water between ${waypoints[s - 1]} and ${waypoints[s]}`);
		for (let at = stops[s]; at !== undefined; at = from.get(at)) found.add(graph.piece[at]);
	}
	return found;
}

/** Degrees: the end of a piece this near another piece flows into it (bins do not always meet exactly). */
const GAP = 0.03;

/** Every point of every piece as a node, linked along the piece and, at its ends, to what is near. */
function network(pieces) {
	const graph = { points: [], piece: [], links: [] };
	const link = (a, b, km) => {
		(graph.links[a] ??= []).push({ to: b, km });
		(graph.links[b] ??= []).push({ to: a, km });
	};
	const ends = [];
	pieces.forEach(({ line }, i) => {
		line.forEach((point, j) => {
			const n = graph.points.push(point) - 1;
			graph.piece.push(i);
			if (j > 0) link(n - 1, n, distanceKm(line[j - 1], point));
			if (j === 0 || j === line.length - 1) ends.push(n);
		});
	});
	for (const end of ends) {
		const [x, y] = graph.points[end];
		graph.points.forEach((p, n) => {
			if (
				graph.piece[n] === graph.piece[end] ||
				Math.abs(p[0] - x) > GAP ||
				Math.abs(p[1] - y) > GAP
			)
				return;
			// A leap costs more than the water does, so that the way keeps to the river.
			link(end, n, distanceKm(p, [x, y]) * 3);
		});
	}
	return graph;
}

/** Rank 1 the named great rivers, 2 the other permanent ones, 3 the small ones. */
function rivers() {
	const pieces = pscoast(REGION, ['-Ir/0.5p']);
	const taken = new Map();
	const graph = network(pieces);
	for (const river of RIVERS) {
		for (const i of trace(graph, river.via)) if (!taken.has(i)) taken.set(i, river);
	}
	const groups = new Map();
	pieces.forEach((piece, i) => {
		const river = taken.get(i);
		const rank = river?.rank ?? (piece.level <= 3 ? 2 : 3);
		const at = river ? `${rank} ${river.names.en[0]}` : `${rank}`;
		if (!groups.has(at)) groups.set(at, { rank, names: river?.names, lines: [] });
		groups.get(at).lines.push(piece.line);
	});
	return [...groups.values()].map(({ rank, names, lines }) =>
		feature(
			{ type: 'MultiLineString', coordinates: join(lines) },
			{ rank, ...(names ? { names } : {}) }
		)
	);
}

/** An ellipse as a ring; axes in km, the long one turned `bearing` degrees clockwise from north. */
function ellipse([lon, lat], longKm, shortKm, bearing = 90, steps = 32) {
	const ring = [];
	for (let i = 0; i < steps; i++) {
		const t = (2 * Math.PI * i) / steps;
		const u = (longKm / 2) * Math.cos(t);
		const v = (shortKm / 2) * Math.sin(t);
		const turn = (bearing * Math.PI) / 180;
		const eastKm = u * Math.sin(turn) + v * Math.cos(turn);
		const northKm = u * Math.cos(turn) - v * Math.sin(turn);
		ring.push([lon + eastKm / (111.32 * Math.cos((lat * Math.PI) / 180)), lat + northKm / 110.57]);
	}
	ring.push(ring[0]);
	return ringArea(ring) > 0 ? ring : ring.reverse();
}

const within = (p, ring) => {
	let odd = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [a, b] = [ring[i], ring[j]];
		if (
			a[1] > p[1] !== b[1] > p[1] &&
			p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]
		)
			odd = !odd;
	}
	return odd;
};

/** Square kilometres of a ring, near enough for a threshold. */
const km2 = (ring) => Math.abs(ringArea(ring)) * 12364 * Math.cos((ring[0][1] * Math.PI) / 180);

function lakes() {
	const pieces = pscoast(WIDE, ['-W0.25p']);
	const rings = (level) =>
		join(pieces.filter((p) => p.level === level).map((p) => p.line)).filter(
			(line) => line.length > 3 && key(line[0]) === key(line.at(-1))
		);
	// Shores are level 2, the islands in lakes level 3. The Caspian comes from the coast of region.json.
	const islands = rings(3).filter((ring) => km2(ring) > 0.5);
	const out = [];
	for (const ring of rings(2)) {
		const size = km2(ring);
		const box = bounds(ring);
		if (size < 1 || size > 1e5) continue;
		const polygon = {
			type: 'Polygon',
			coordinates: [ring, ...islands.filter((island) => within(island[0], ring))]
		};
		const clipped = clipPolygons(polygon, REGION);
		if (!clipped) continue;
		const known = LAKES.find((lake) => within(lake.at, ring));
		const label =
			known?.at ?? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2].map((v) => Number(v.toFixed(3)));
		const rank = size > 900 ? 1 : size > 100 ? 2 : 3;
		out.push(
			feature(clipped, {
				rank,
				km2: Math.round(size),
				...(known ? { names: known.names, label } : {})
			})
		);
	}
	for (const lake of LAKES.filter((l) => l.ellipseKm)) {
		const ring = ellipse(lake.at, ...lake.ellipseKm);
		out.push(
			feature(
				{ type: 'Polygon', coordinates: [ring] },
				{
					rank: 4,
					km2: Math.round(km2(ring) * 10) / 10,
					approximate: true,
					names: lake.names,
					label: lake.at
				}
			)
		);
	}
	return out.sort((a, b) => b.properties.km2 - a.properties.km2);
}

export function water() {
	return { rivers: collection(rivers()), lakes: collection(lakes()) };
}
