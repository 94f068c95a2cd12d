import { mapHeight } from '../../core/embed/size';

/**
 * Pixels that an embed would like to be high: its parts as they stand, and the map as it would like to
 * be. What the frame is now does not enter, so that a frame which obeys does not grow for ever.
 */
export function naturalHeight(root: HTMLElement, stage: HTMLElement): number {
	const map = stage.querySelector<HTMLElement>('.map');
	const standing = map ?? stage;
	// Boxes of the page's own rows: what floats over them takes no room.
	const rows = root.querySelectorAll<HTMLElement>('header, .stage, .time, .telling, footer');
	const others = [...rows].reduce((sum, row) => sum + row.offsetHeight, 0);
	return Math.ceil(others - standing.offsetHeight + mapHeight(standing.offsetWidth)) + 2;
}
