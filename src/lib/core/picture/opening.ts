import type { Dossier } from '../dossier/dossier';
import { symbolPoint } from '../place/precision';
import type { MapPosition } from '../view/view';
import { acrossWorld, WORLD_SIZE, worldPoint, type WorldPoint } from './camera';

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
	const pane = width < WIDE_MAP ? PANES.narrow : PANES.wide;
	const opening = dossier.header.openingView.map;
	if (opening) {
		const farther = Math.log2(pane.width / PANES.wide.width);
		return { ...opening, zoom: Math.max(0, opening.zoom + farther) };
	}
	const points = dossier.events.flatMap((event) => {
		const at = symbolPoint(event);
		return at ? [worldPoint(at)] : [];
	});
	return fitted(points, pane) ?? WHOLE_WORLD;
}

/** The closest position that has all points in sight; across ±180° where that is closer. */
function fitted(
	points: readonly WorldPoint[],
	pane: { width: number; height: number }
): MapPosition | undefined {
	const [first] = points;
	if (!first) return undefined;
	const ys = points.map(({ y }) => y);
	const y = { low: Math.min(...ys), high: Math.max(...ys) };
	const x = narrowest(points.map((point) => point.x));
	const room = Math.min(
		(pane.width - 2 * PADDING) / Math.max(1e-9, x.width),
		(pane.height - 2 * PADDING) / Math.max(1e-9, y.high - y.low)
	);
	const middle = x.west + x.width / 2;
	const across = acrossWorld(0.5, middle);
	return {
		zoom: Math.min(CLOSEST, Math.max(WHOLE_WORLD.zoom, Math.log2(room / WORLD_SIZE))),
		lon: across * 360,
		lat: (Math.atan(Math.sinh(Math.PI * (1 - (y.low + y.high)))) * 180) / Math.PI
	};
}

/** The least stretch round the world, of circumference 1, that holds all of these. */
function narrowest(xs: readonly number[]): { west: number; width: number } {
	const sorted = [...xs].sort((a, b) => a - b);
	let [west, gap] = [0, -1];
	sorted.forEach((x, i) => {
		const next = sorted[i + 1] ?? (sorted[0] as number) + 1;
		if (next - x > gap) [west, gap] = [next, next - x];
	});
	return { west, width: 1 - gap };
}
