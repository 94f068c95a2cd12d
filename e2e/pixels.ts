import type { PNG } from 'pngjs';

/**
 * The share of pixels, 0 to 1, that differ by more than a quarter of the scale in some band.
 * @param right,down pixels by which `b` is moved, −1 to 1
 */
export function difference(a: PNG, b: PNG, right = 0, down = 0): number {
	let count = 0;
	let total = 0;
	for (let y = 1; y < a.height - 1; y++)
		for (let x = 1; x < a.width - 1; x++) {
			const from = (y * a.width + x) * 4;
			const to = ((y + down) * b.width + x + right) * 4;
			total++;
			if ([0, 1, 2].some((k) => Math.abs((a.data[from + k] ?? 0) - (b.data[to + k] ?? 0)) > 64))
				count++;
		}
	return count / total;
}

/** The four ways in which a picture may have moved by a pixel. */
export const MOVES = [
	[1, 0],
	[-1, 0],
	[0, 1],
	[0, -1]
] as const;
