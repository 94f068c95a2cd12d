import { BITS } from './look';

/** Points at which rows stand, the one with most rows first, whatever is filtered. */
export interface SpotTable {
	length: number;
	/** In units of the world (fixed.ts). */
	x: Uint32Array;
	y: Uint32Array;
	/** By row the number of its spot; NO_SPOT for one that is listed only. */
	of: Uint32Array;
}

export const NO_SPOT = 2 ** 32 - 1;

/** @param positions,looks as buffers.ts makes them */
export function spotTable(positions: Uint32Array, looks: Uint32Array): SpotTable {
	const rows = looks.length;
	const of = new Uint32Array(rows).fill(NO_SPOT);
	const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * rows + 2))).fill(NO_SPOT);
	const mask = slots.length - 1;
	const firsts = new Uint32Array(rows);
	const counts = new Uint32Array(rows);
	let length = 0;
	for (let row = 0; row < rows; row++) {
		if ((((looks[row] as number) >> BITS.hidden) & 1) === 1) continue;
		const x = positions[2 * row] as number;
		const y = positions[2 * row + 1] as number;
		let slot = hash(x, y) & mask;
		for (;;) {
			const spot = slots[slot] as number;
			if (spot === NO_SPOT) {
				slots[slot] = of[row] = length;
				firsts[length] = row;
				counts[length++] = 1;
				break;
			}
			const first = firsts[spot] as number;
			if (positions[2 * first] === x && positions[2 * first + 1] === y) {
				of[row] = spot;
				counts[spot] = (counts[spot] as number) + 1;
				break;
			}
			slot = (slot + 1) & mask;
		}
	}
	return ranked(positions, of, firsts, counts.subarray(0, length));
}

/** Numbers the spots anew, by how many rows they have; of two with as many the one that comes first. */
function ranked(
	positions: Uint32Array,
	of: Uint32Array,
	firsts: Uint32Array,
	counts: Uint32Array
): SpotTable {
	const { length } = counts;
	// Counts and numbers are below 2^26: a float64 holds both, and typed arrays sort by value.
	const keys = Float64Array.from(
		counts,
		(count, spot) => (2 ** 26 - count) * 2 ** 26 + spot
	).sort();
	const rank = new Uint32Array(length);
	const x = new Uint32Array(length);
	const y = new Uint32Array(length);
	keys.forEach((key, at) => {
		const spot = key % 2 ** 26;
		rank[spot] = at;
		const first = firsts[spot] as number;
		x[at] = positions[2 * first] as number;
		y[at] = positions[2 * first + 1] as number;
	});
	for (let row = 0; row < of.length; row++)
		if (of[row] !== NO_SPOT) of[row] = rank[of[row] as number] as number;
	return { length, x, y, of };
}

function hash(x: number, y: number): number {
	let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
	mixed ^= mixed >>> 15;
	return Math.imul(mixed, 0x2c1b3c6d) ^ (mixed >>> 13);
}
