/** Pixels within which another symbol would lie on a ghost, sideways and up or down. */
const NEAR = { x: 30, y: 24 };
/** Pixels that half of it takes, halo and all. */
const HALF = 16;
/** Pixels by which it then stands above that symbol. */
const ABOVE = 34;

/**
 * Where the symbol of a chosen event stands that the view leaves out: at its spot, or above the symbol that
 * stands there, of which it is no part.
 * @param at its spot in the picture, in pixels
 * @param others the symbols of what is shown; `width` of those wider than one symbol
 */
export function beside<T extends { x: number; y: number }>(
	at: T,
	others: readonly { x: number; y: number; width?: number }[]
): T {
	const taken = others.find(
		({ x, y, width = 0 }) =>
			Math.abs(x - at.x) < Math.max(NEAR.x, width / 2 + HALF) && Math.abs(y - at.y) < NEAR.y
	);
	return taken ? { ...at, y: taken.y - ABOVE } : at;
}
