/** Distance between the middles of neighbouring symbols at one point, in pixels. */
export const SPREAD_STEP = 19;

/** Pixels right and down from the point. */
export type Offset = [x: number, y: number];

/**
 * Where the symbols of events at one point stand, so that each can be seen and chosen: in rows of
 * about equal length, centred on the point, in reading order.
 * @param count how many events share the point
 */
export function spread(count: number): Offset[] {
	const columns = count <= 3 ? count : Math.ceil(Math.sqrt(count * 1.5));
	const rows = Math.ceil(count / columns);
	return Array.from({ length: count }, (_, i) => {
		const row = Math.floor(i / columns);
		const inRow = row < rows - 1 ? columns : count - row * columns;
		return [((i % columns) - (inRow - 1) / 2) * SPREAD_STEP, (row - (rows - 1) / 2) * SPREAD_STEP];
	});
}

/** Half the width and half the height of a spread, in pixels. */
export function spreadExtent(count: number): Offset {
	const offsets = spread(count);
	const most = (axis: 0 | 1) => Math.max(...offsets.map((offset) => offset[axis]));
	return [most(0) + SPREAD_STEP / 2, most(1) + SPREAD_STEP / 2];
}
