import type { Dossier } from '../dossier/dossier';
import { pointOf } from '../place/geometry';
import { screenPoint, worldPoint, type Camera } from './camera';
import { node, type SceneNode } from './scene';
import { tenth } from './rounded';

/** Radius in pixels of the ring about a place that the chosen event is about. */
const RING = 6;

/**
 * Dotted lines from the chosen event's symbol to what it is about, each with a ring at its end; the rings
 * alone where it has no symbol. As `map/Stacks.svelte` draws them.
 * @param chosen id of the event
 * @param from where its symbol stands, in pixels
 */
export function aboutNodes(
	camera: Camera,
	{ events, places }: Pick<Dossier, 'events' | 'places'>,
	chosen: string | undefined,
	from: { x: number; y: number } | undefined
): SceneNode[] {
	const event = chosen === undefined ? undefined : events.find(({ id }) => id === chosen);
	if (!event || event.concerns.length === 0) return [];
	const known = new Map(places.map((place) => [place.id, place]));
	const nodes = event.concerns.flatMap((id) => {
		const at = pointOf(known.get(id)?.geometry ?? null);
		if (!at) return [];
		const { x, y } = screenPoint(camera, worldPoint(at));
		const ring = node('circle', { cx: tenth(x), cy: tenth(y), r: RING, 'stroke-width': 1.5 });
		const length = from ? Math.hypot(x - from.x, y - from.y) : 0;
		if (!from || length <= RING + 14) return [ring];
		// The line ends at the rim of the ring about the place.
		const share = 1 - RING / length;
		const to = [from.x + (x - from.x) * share, from.y + (y - from.y) * share] as const;
		const d = `M${tenth(from.x)},${tenth(from.y)}L${tenth(to[0])},${tenth(to[1])}`;
		return [
			node('path', { d, stroke: 'paper', 'stroke-width': 3.5, 'stroke-opacity': 0.6 }),
			node('path', {
				d,
				'stroke-width': 1.2,
				'stroke-dasharray': '1.5 3',
				'stroke-linecap': 'round'
			}),
			ring
		];
	});
	return nodes.length > 0 ? [node('g', { fill: 'none', stroke: 'accent' }, nodes)] : [];
}
