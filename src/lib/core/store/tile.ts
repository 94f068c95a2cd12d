import type { SymbolVariant } from '../picture/symbols';

/**
 * The tiles of a store: Mapbox Vector Tiles (version 2.1) of 512 CSS pixels with one layer, LAYER, of points. What
 * stands in one cell of a tile, is of one type and looks alike is one point with its number. The cells part the
 * world, and a tile has no margin: the numbers of all tiles of a level add up to what is shown and has a spot.
 */
export const LAYER = 'events';
export const EXTENT = 4096;

/** Tiles go down to this level; what is looked at from nearer is drawn from these. */
export const DEEPEST = 16;

/**
 * A tile has 2^CELL_LEVELS by 2^CELL_LEVELS cells, of 16 pixels. Where that makes more than MOST_POINTS points its
 * cells are twice as wide and high, again and again until it does not: it stays well below 100 kB.
 */
export const CELL_LEVELS = 5;
export const MOST_POINTS = 2_500;

export const VARIANT_NAMES = [
	'solid',
	'planned',
	'contested',
	'denied'
] as const satisfies readonly SymbolVariant[];

/** The properties of a point. */
export interface TilePoint {
	/** Id of the type of its events. */
	type: string;
	/** Number in VARIANT_NAMES: as variantOf of core/picture says. */
	variant: number;
	/** How many events. */
	n: number;
	/** How many of them are certainly inside the dates. */
	sure: number;
	/** Of none of them a spot is known: all are coarser than COARSE of core/place/precision.ts. */
	coarse: boolean;
	/** They are at more than one spot. */
	spread: boolean;
	/** Level of its cell, see `Square` of store.ts: the square in which it stands has this level. */
	level: number;
	/** The event's, where it is one. */
	id?: string;
}

/*
 * The point stands where an event of it stands: of those at the least `y`, the one at the least `x`, in units of
 * WORLD, held to the tile's own grid by rounding down.
 */

/** Units of the world by which spots are put into cells: 2^30, some 4 cm at the equator. */
export const WORLD = 2 ** 30;
