import type { Dossier } from '../dossier/dossier';
import { symbolPoint } from '../place/precision';
import type { ShownEvent } from '../view/filter';
import type { MapPosition } from '../view/view';
import { inSight } from './camera';
import { fitted, openingPosition } from './opening';

/** Zooms that a figure goes farther out than the dossier opens, to have all that is shown in sight. */
const FARTHER = 1;

/**
 * Where a figure's map stands when its address does not say: where all that is shown is in sight. Where
 * that is much farther out than the dossier opens, and most of what is shown lies in the opening view –
 * fighting at a border, talks in another country – the map shows that part.
 * @param pane in pixels
 */
export function figurePosition(
	dossier: Pick<Dossier, 'header' | 'events'>,
	shown: readonly ShownEvent[],
	pane: { width: number; height: number }
): MapPosition {
	const opening = openingPosition(dossier, pane.width);
	const points = shown.flatMap(({ event }) => {
		const at = symbolPoint(event);
		return at ? [at] : [];
	});
	const all = fitted(points, pane);
	if (!all) return opening;
	if (all.zoom >= opening.zoom - FARTHER) return all;
	const camera = { ...opening, ...pane };
	const near = points.filter((point) => inSight(camera, point));
	return 2 * near.length >= points.length ? (fitted(near, pane) ?? all) : all;
}
