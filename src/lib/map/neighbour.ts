/** A way on the screen, as an arrow key names it. */
export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const AXES: Record<Way, { x: number; y: number }> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 }
};

/**
 * The nearest of some points that way from a point, within 45° to either side; undefined where there
 * is none. Points are in pixels, y counting down; the point itself may be among them.
 */
export function neighbour<T extends { x: number; y: number }>(
	from: { x: number; y: number },
	way: Way,
	points: readonly T[]
): T | undefined {
	const axis = AXES[way];
	let best: T | undefined;
	let least = Infinity;
	for (const point of points) {
		const along = (point.x - from.x) * axis.x + (point.y - from.y) * axis.y;
		const aside = Math.abs((point.x - from.x) * axis.y) + Math.abs((point.y - from.y) * axis.x);
		if (along <= 0 || aside > along) continue;
		const distance = along + aside;
		if (distance < least) {
			least = distance;
			best = point;
		}
	}
	return best;
}
