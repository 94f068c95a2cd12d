import type { Axis } from './axis';
import type { Bins, Placed } from './bins';

/** One event's symbol on the axis. */
export interface Mark extends Placed {
	/** Its bin's middle along the axis, 0 to 1, and its own middle from there, in pixels. */
	at: number;
	dx: number;
	/** Its middle above the ground, in pixels. */
	up: number;
}

export interface Marks {
	/** Pixels of the symbols' side. */
	size: number;
	/** By bin from left to right, in it from the ground up. */
	marks: Mark[];
}

const LARGEST = 14;
/** Below this many pixels a symbol's shape cannot be told. */
const SMALLEST = 7;
const GAP = 1;
/** Pixels that symbols may stand out over the axis' end. */
const OVER_END = 9;

/**
 * Lays every event in sight out as a symbol of its own, stacked in its bin, in several columns
 * where one is too high; all of one size, the largest that fits. Undefined where they do not fit.
 * @param height pixels above the ground
 */
export function layOutMarks(
	{ bins, highest }: Pick<Bins, 'bins' | 'highest'>,
	axis: Axis,
	height: number
): Marks | undefined {
	if (highest === 0) return undefined;
	for (let size = LARGEST; size >= SMALLEST; size--) {
		const rows = Math.floor(height / (size + GAP));
		const fits = bins.every(({ first, last, placed }) => {
			const room = (last + 1 - first) * axis.scale;
			return placed.length <= rows * Math.floor((room + GAP) / (size + GAP));
		});
		if (fits) return { size, marks: stack(bins, axis, size + GAP, rows) };
	}
	return undefined;
}

function stack(bins: Bins['bins'], axis: Axis, step: number, rows: number): Mark[] {
	const marks: Mark[] = [];
	for (const { first, last, placed } of bins) {
		const count = Math.ceil(placed.length / rows);
		if (count === 0) continue;
		// The symbols of a bin that the axis' end cuts stay by its visible part, and go no further over the end.
		const middle = (axis.heldFraction(first) + axis.heldFraction(last + 1)) / 2;
		const half = Math.max(0, (count * step) / 2 - OVER_END) / axis.width;
		const at = half > 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, middle));
		const high = Math.ceil(placed.length / count);
		placed.forEach((item, i) => {
			const column = Math.floor(i / high);
			marks.push({
				...item,
				at,
				dx: (column - (count - 1) / 2) * step,
				up: ((i % high) + 0.5) * step
			});
		});
	}
	return marks;
}

/** The mark nearest to a point within some pixels of its edge; undefined where none is. */
export function markAt(
	{ marks, size }: Marks,
	axis: Axis,
	x: number,
	up: number,
	reach: number
): Mark | undefined {
	let found: Mark | undefined;
	let nearest = size / 2 + reach;
	for (const mark of marks) {
		const distance = Math.hypot(mark.at * axis.width + mark.dx - x, mark.up - up);
		if (distance <= nearest) {
			nearest = distance;
			found = mark;
		}
	}
	return found;
}
