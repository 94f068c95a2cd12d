import { wayAcross, WORLD_UNITS } from './fixed';
import type { SpotTable } from './spots';

/** Which spots one symbol stands for. */
export interface Grouping {
	/** The spot that leads each group: the symbol stands there. */
	leaders: Uint32Array;
	/** By spot the number of its group; only those that were asked for have one. */
	of: Uint32Array;
}

/**
 * Groups spots about those with most rows, as `stacksOf` of core/picture does: a spot within reach of a leader
 * joins the nearest, else leads itself. So no two leaders lie within reach of each other, and a symbol stands
 * where something happened.
 * @param present by spot: 1 for those to group
 * @param reach in units of the world, right and left, up and down
 */
export function groupSpots(
	{ length, x, y }: SpotTable,
	present: Uint8Array,
	reach: { x: number; y: number }
): Grouping {
	// Whole cells go round the world, each as wide as the reach is then: no two leaders share one.
	const columns = Math.max(1, Math.floor(WORLD_UNITS / reach.x));
	const wide = WORLD_UNITS / columns;
	const high = reach.y;
	const of = new Uint32Array(length);
	const leaders: number[] = [];
	const cells = new Map<number, number>();
	for (let spot = 0; spot < length; spot++) {
		if (present[spot] !== 1) continue;
		const [px, py] = [x[spot] as number, y[spot] as number];
		const column = Math.min(columns - 1, Math.floor(px / wide));
		const line = Math.floor(py / high);
		let best: number | undefined;
		let least = Infinity;
		for (let dy = -1; dy <= 1; dy++)
			for (let dx = -1; dx <= 1; dx++) {
				const cell = (line + dy) * columns + ((column + dx + columns) % columns);
				const group = cells.get(cell);
				if (group === undefined) continue;
				const leader = leaders[group] as number;
				const right = Math.abs(wayAcross(px, x[leader] as number)) / wide;
				const down = Math.abs((y[leader] as number) - py) / high;
				const distance = right * right + down * down;
				if (right < 1 && down < 1 && distance < least) {
					least = distance;
					best = group;
				}
			}
		if (best === undefined) {
			best = leaders.length;
			leaders.push(spot);
			cells.set(line * columns + column, best);
		}
		of[spot] = best;
	}
	return { leaders: Uint32Array.from(leaders), of };
}
