import type { Camera } from './camera';
import { figurePosition } from './figure-camera';
import type { FigureContent } from './figure-content';
import { legendBlock } from './figure-legend';
import { mapScene } from './figure-map';
import type { Ground } from './picture';
import { node, type Scene } from './scene';

/** Pixels of a report's map: as wide as the text of a sheet of A4, and under its head on the first. */
export const PLATE = { width: 688, height: 470 } as const;

/** Pixels of breadth that a position in an address is of: the live map's, on a common screen. */
const WINDOW = 1024;

/** Pixels between the map and its legend. */
const GAP = 9;

/**
 * Where a report's map stands: where the address says, with the breadth that a window shows there; else where
 * all that is shown is in sight, as in a picture file.
 */
export function plateCamera({
	dossier,
	shown,
	view
}: Pick<FigureContent, 'dossier' | 'shown' | 'view'>): Camera {
	const { map } = view;
	const position = map
		? { ...map, zoom: Math.max(0, map.zoom + Math.log2(PLATE.width / WINDOW)) }
		: figurePosition(dossier, shown, PLATE, view.event);
	return { ...position, ...PLATE };
}

/**
 * A view's map for a page that tells the rest – title, events, sources – in words of its own: in a frame, with
 * numbered callouts, scale, north and the legend of what is on it.
 * @param ground drawn for `plateCamera`
 */
export function plateScene(content: FigureContent, ground: Ground): Scene {
	const { width, height, label, nodes } = mapScene(content, ground, {
		numbered: true,
		lettered: true
	});
	const legend = legendBlock(content, width, true);
	const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
	return {
		width,
		height: height + (legend.height > 0 ? GAP + legend.height : 0),
		label,
		nodes: [
			node('svg', { x: 0, y: 0, width, height }, nodes),
			node('rect', { ...frame, fill: 'none', stroke: 'ink-soft', 'stroke-width': 0.75 }),
			...legend.draw(0, height + GAP)
		]
	};
}
