import type { Dossier } from '../dossier/dossier';
import { pointOf } from '../place/geometry';
import {
	acrossWorld,
	screenPoint,
	WORLD_SIZE,
	worldPoint,
	type Camera,
	type WorldPoint
} from './camera';
import { node, type SceneNode } from './scene';
import { tenth } from './rounded';

/** Radius in pixels of the ring about a place that the chosen event is about. */
export const RING = 6;
/** A line that is shorter, in pixels, would be hidden by the symbol and the ring at its ends. */
const LEAST = RING + 14;

interface Pixel {
	x: number;
	y: number;
}

/** How a place is tied to the event that is about it. */
interface AboutMark {
	/** Middles of the rings: of one place two, where it is reached across ±180° and in sight on this side too. */
	ends: Pixel[];
	/** From the symbol to the first ring's rim; undefined where there is no symbol, or it stands there itself. */
	line: { x1: number; y1: number; x2: number; y2: number } | undefined;
}

/** Where the places stand that an event is about, those that the dossier has on the map. */
export function aboutPoints(
	{ places }: Pick<Dossier, 'places'>,
	event: { concerns: readonly string[] } | undefined
): WorldPoint[] {
	if (!event || event.concerns.length === 0) return [];
	const known = new Map(places.map((place) => [place.id, place]));
	return event.concerns.flatMap((id) => {
		const at = pointOf(known.get(id)?.geometry ?? null);
		return at ? [worldPoint(at)] : [];
	});
}

/**
 * Lines from the chosen event's symbol to what it is about, the short way round the globe.
 * @param from its symbol, in the picture and in the world; undefined where it has none
 */
export function aboutMarks(
	camera: Camera,
	about: readonly WorldPoint[],
	from: (Pixel & { world: WorldPoint }) | undefined
): AboutMark[] {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	return about.map((world) => {
		const nearest = screenPoint(camera, world);
		const end = from
			? { x: from.x + acrossWorld(from.world.x, world.x) * size, y: nearest.y }
			: nearest;
		const length = from ? Math.hypot(end.x - from.x, end.y - from.y) : 0;
		const share = 1 - RING / length;
		return {
			ends: Math.abs(end.x - nearest.x) < 1 ? [end] : [end, nearest],
			line:
				from && length > LEAST
					? {
							x1: from.x,
							y1: from.y,
							x2: from.x + (end.x - from.x) * share,
							y2: from.y + (end.y - from.y) * share
						}
					: undefined
		};
	});
}

/** The same as nodes: dotted lines, each with a ring at its end. */
export function aboutNodes(marks: readonly AboutMark[]): SceneNode[] {
	const nodes = marks.flatMap(({ ends, line }) => {
		const rings = ends.map(({ x, y }) =>
			node('circle', { cx: tenth(x), cy: tenth(y), r: RING, 'stroke-width': 1.5 })
		);
		if (!line) return rings;
		const d = `M${tenth(line.x1)},${tenth(line.y1)}L${tenth(line.x2)},${tenth(line.y2)}`;
		return [
			node('path', { d, stroke: 'paper', 'stroke-width': 3.5, 'stroke-opacity': 0.6 }),
			node('path', {
				d,
				'stroke-width': 1.2,
				'stroke-dasharray': '1.5 3',
				'stroke-linecap': 'round'
			}),
			...rings
		];
	});
	return nodes.length > 0 ? [node('g', { fill: 'none', stroke: 'accent' }, nodes)] : [];
}
