import { ROLES, type Role } from '../../core/dossier/roles';
import { PRECISIONS, type SymbolShape } from '../../core/dossier/schema';
import type { Stops } from '../../core/picture/cartography';
import { SHAPES, SYMBOL_BOX, type SymbolVariant } from '../../core/picture/symbols';
import { COARSE, ringRadiusKm } from '../../core/place/precision';

/** What a type of event looks like. */
export interface PointLook {
	role: Role;
	shape: SymbolShape;
}

/** The order in which the shader numbers them. */
export const SHAPE_NAMES = Object.keys(SHAPES) as SymbolShape[];
export const VARIANTS = [
	'solid',
	'planned',
	'contested',
	'denied'
] as const satisfies readonly SymbolVariant[];

/** Where each part of a row's look stands in its 32 bits; three bits each but for the flags. */
export const BITS = { role: 0, shape: 3, variant: 6, precision: 9, sure: 12, wide: 13, hidden: 14 };

/** All that the shader has to know of a row's look. */
export interface RowLook extends PointLook {
	variant: SymbolVariant;
	/** Index in PRECISIONS. */
	precision: number;
	sure: boolean;
	/** Drawn apart from the stretch of rows that it lies in. */
	wide: boolean;
	/** Listed only. */
	hidden: boolean;
}

export function packLook(look: RowLook): number {
	return (
		(ROLES.indexOf(look.role) << BITS.role) |
		(SHAPE_NAMES.indexOf(look.shape) << BITS.shape) |
		(VARIANTS.indexOf(look.variant) << BITS.variant) |
		(look.precision << BITS.precision) |
		(Number(look.sure) << BITS.sure) |
		(Number(look.wide) << BITS.wide) |
		(Number(look.hidden) << BITS.hidden)
	);
}

/**
 * Side of a symbol's box in CSS pixels. From afar points of six pixels, so that their density reads; close
 * up the size of a symbol that stands alone on a map of few events.
 */
const BOX: Stops = [
	[3, 7.5],
	[6, 9],
	[8, 11.5],
	[10, 15],
	[12, 18],
	[14, 0.85 * SYMBOL_BOX]
];

export function symbolBox(zoom: number): number {
	return between(BOX, zoom);
}

/** The value at a zoom, between the stops in proportion. */
function between(stops: Stops, zoom: number): number {
	let [lowZoom, low] = stops[0] as Stops[number];
	for (const [highZoom, high] of stops) {
		if (zoom <= highZoom)
			return highZoom === lowZoom
				? high
				: low + ((high - low) * (zoom - lowZoom)) / (highZoom - lowZoom);
		[lowZoom, low] = [highZoom, high];
	}
	return low;
}

/** Half of a symbol's breadth, in CSS pixels: the shapes take up about four fifths of their box. */
export function symbolRadius(zoom: number): number {
	return 0.4 * symbolBox(zoom);
}

/** What is drawn about a symbol grows with the zoom no further than to this radius, in CSS pixels. */
export const RING_CAP = 22;

/** From afar rings of many events would cover the map: no more than their dashes are told there. */
const CAP: Stops = [
	[5, 5.6],
	[7, 8.5],
	[9, 15],
	[11, RING_CAP]
];

/** The largest radius about a symbol at a zoom, in CSS pixels. */
export function ringCap(zoom: number): number {
	return between(CAP, zoom);
}

/** Pixels that a symbol reaches beyond its point at most: so far the canvas goes beyond the map. */
export const BLEED = RING_CAP + 2;

const EQUATOR_KM = 40_075.016_686;

/** By precision: the radius at the equator that is drawn about a symbol, as a share of the world; 0 for none. */
export const RADII = PRECISIONS.map((precision) => (ringRadiusKm(precision) ?? 0) / EQUATOR_KM);

/** The first of PRECISIONS that is an area; all after it but the last are. */
export const FIRST_COARSE = PRECISIONS.findIndex((precision) => COARSE.has(precision));
