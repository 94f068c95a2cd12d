import { PLACE_ANCHORS, type Anchor } from './cartography';

/** Pixels below which a map is a phone's: names of places turn away from its edges. */
export const NARROW = 720;
/** Pixels of a narrow map's right that its buttons take up. */
const BUTTONS = 56;

/** Where a map ends for its names, in pixels from its left. */
export interface Edges {
	left: number;
	right: number;
}

/** The edges of a map so many pixels wide; undefined where it is wide enough not to ask. */
export function edgesOf(width: number): Edges | undefined {
	return width < NARROW ? { left: 0, right: width - BUTTONS } : undefined;
}

/** The places about a point whose names an edge would cut, added up. */
export type Cut = number;
const CUTS: Readonly<Record<Anchor, Cut>> = { left: 1, right: 2, bottom: 4, top: 4, center: 4 };
/** Every sum of them. */
export const ALL_CUTS: readonly Cut[] = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * Which places about a point an edge would cut.
 * @param x of the point, in pixels
 * @param aside pixels that a name beside it keeps from it
 * @param width of the name, in pixels
 */
export function cutAt(x: number, aside: number, width: number, edges: Edges | undefined): Cut {
	if (!edges || x < edges.left || x > edges.right + BUTTONS) return 0;
	const isCut = (from: number, to: number) => from < edges.left || to > edges.right;
	return (
		(isCut(x + aside, x + aside + width) ? CUTS.left : 0) +
		(isCut(x - aside - width, x - aside) ? CUTS.right : 0) +
		(isCut(x - width / 2, x + width / 2) ? CUTS.bottom : 0)
	);
}

/** A name's places in the order in which they are tried: those that an edge would cut come last. */
export function anchorsBy(cut: Cut): readonly Anchor[] {
	const isCut = (anchor: Anchor) => (cut & CUTS[anchor]) !== 0;
	return [
		...PLACE_ANCHORS.filter((anchor) => !isCut(anchor)),
		...PLACE_ANCHORS.filter((anchor) => isCut(anchor))
	];
}
