import type { Dossier } from '../dossier/dossier';
import type { LonLat } from '../place/geometry';
import { symbolPoint } from '../place/precision';
import type { MapPosition } from '../view/view';
import { acrossWorld, inSight, WORLD_SIZE, worldPoint } from './camera';

/** Pixels of width from which a map counts as wide. */
export const WIDE_MAP = 720;

/**
 * What the opening view is made for, in pixels: one size for wide maps and one for narrow ones, so that
 * a server, which does not know the window, draws what the browser will.
 */
const PANES = {
	wide: { width: 1024, height: 560 },
	narrow: { width: 360, height: 360 }
} as const;

/** The wide one: what an opening view that a dossier's own file gives is made for. */
export const OPENING_PANE = PANES.wide;

const PADDING = 56;
/** Closer than this a fit says more about places than the dossier knows. */
const CLOSEST = 9;
const WHOLE_WORLD: MapPosition = { zoom: 1, lat: 20, lon: 0 };

/**
 * Where a dossier's map opens: at its opening view, from farther out on a narrow map, so that its
 * breadth stays in sight; without one, where all its events are in sight; without those, far out.
 * @param width of the map in pixels
 */
export function openingPosition(
	dossier: Pick<Dossier, 'header' | 'events'>,
	width: number
): MapPosition {
	return openingIn(dossier, width < WIDE_MAP ? PANES.narrow : PANES.wide);
}

/** The same for a map of a size in pixels. */
export function openingIn(
	dossier: Pick<Dossier, 'header' | 'events'>,
	pane: { width: number; height: number }
): MapPosition {
	const opening = dossier.header.openingView.map;
	if (opening) {
		const farther = Math.log2(pane.width / PANES.wide.width);
		return { ...opening, zoom: Math.max(0, opening.zoom + farther) };
	}
	const points = dossier.events.flatMap((event) => {
		const at = symbolPoint(event);
		return at ? [at] : [];
	});
	return fitted(points, pane) ?? WHOLE_WORLD;
}

/**
 * Where a map stands that shows what somebody framed in a window: from farther out where it is narrower, so
 * that the breadth stays in sight.
 * @param width of the map in pixels
 */
export function framedIn(position: MapPosition, width: number): MapPosition {
	const farther = Math.min(0, Math.log2(Math.max(1, width) / PANES.wide.width));
	return { ...position, zoom: Math.max(0, position.zoom + farther) };
}

/**
 * The closest position that has all points in sight, and some room about them; across ±180° where that
 * is closer. Undefined for none.
 * @param pane in pixels
 */
export function fitted(
	points: readonly LonLat[],
	pane: { width: number; height: number }
): MapPosition | undefined {
	const bounds = boundsOf(points);
	if (!bounds) return undefined;
	const low = worldPoint([bounds.west, bounds.north]);
	const high = worldPoint([bounds.east, bounds.south]);
	const room = Math.min(
		roomIn(pane.width) / Math.max(1e-9, high.x - low.x),
		roomIn(pane.height) / Math.max(1e-9, high.y - low.y)
	);
	return {
		zoom: Math.min(CLOSEST, Math.max(WHOLE_WORLD.zoom, Math.log2(room / WORLD_SIZE))),
		lon: acrossWorld(0.5, (low.x + high.x) / 2) * 360,
		lat: (Math.atan(Math.sinh(Math.PI * (1 - (low.y + high.y)))) * 180) / Math.PI
	};
}

/**
 * Where a map of a known size takes the place of a picture that was made for any: where the picture
 * stands, while that has all points in sight, else where they are.
 * @param pane in pixels
 */
export function keptOrFitted(
	at: MapPosition,
	points: readonly LonLat[],
	pane: { width: number; height: number }
): MapPosition {
	if (points.every((point) => inSight({ ...at, ...pane }, point))) return at;
	return fitted(points, pane) ?? at;
}

/** Pixels of a pane's side that what is fitted may take: a small pane has little to spare. */
export function roomIn(side: number): number {
	return Math.max(side / 3, side - 2 * PADDING);
}

/** The bounds of some points, in degrees. */
interface Bounds {
	west: number;
	south: number;
	/** Beyond 180 where they lie across. */
	east: number;
	north: number;
}

/** The narrowest bounds that hold all of these, across ±180° where that is narrower; undefined for none. */
export function boundsOf(points: readonly LonLat[]): Bounds | undefined {
	const [first] = points;
	if (!first) return undefined;
	let [south, north] = [first[1], first[1]];
	for (const [, lat] of points) {
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	const lons = points.map(([lon]) => lon).sort((a, b) => a - b);
	let west = lons[0] as number;
	let east = lons.at(-1) as number;
	let widest = west + 360 - east;
	lons.forEach((lon, i) => {
		const next = lons[i + 1] ?? lon;
		// A gap that is wider by a rounding alone is no reason to go the other way round.
		if (next - lon > widest + 1e-9) [east, west, widest] = [lon, next, next - lon];
	});
	return { west, south, east: east < west ? east + 360 : east, north };
}
