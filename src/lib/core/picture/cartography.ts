/**
 * What is drawn of the ground at which zoom, how wide and how large: the numbers that both renderers
 * share. `map/style.ts` makes MapLibre's expressions of them, `ground.ts` and `lettering.ts` SVG.
 */

/** Values at zooms, in ascending order of zoom. */
export type Stops = readonly (readonly [zoom: number, value: number])[];

/** From this zoom the region's finer lines stand for the world's. */
export const REGION_ZOOM = 5;

export interface LineRule {
	minZoom?: number;
	maxZoom?: number;
	/** Pixels, between the stops in proportion. */
	width: Stops;
	/** In widths of the line, at whole zooms: a dash, a gap. See `dashScale`. */
	dash?: readonly [number, number];
	/** 0 to 1, between the stops in proportion. */
	opacity?: Stops;
}

export const LINES = {
	rivers: { minZoom: 3.5, maxZoom: REGION_ZOOM + 2, width: [[0, 0.7]] },
	regionRivers: {
		minZoom: REGION_ZOOM,
		width: [
			[5, 0.5],
			[8, 1],
			[11, 1.8]
		]
	},
	shores: { minZoom: REGION_ZOOM, width: [[0, 0.8]] },
	regionLines: { minZoom: REGION_ZOOM + 0.8, width: [[0, 0.8]], dash: [3, 2.5] },
	borders: {
		width: [
			[2, 0.5],
			[6, 1.1]
		]
	},
	regionBorders: {
		minZoom: REGION_ZOOM,
		width: [
			[5, 0.9],
			[8, 1.4],
			[12, 2]
		],
		// Generalised to 1:10 million: closer, the line fades rather than claim what it does not know.
		opacity: [
			[8, 1],
			[10, 0.35]
		]
	},
	historic: { width: [[0, 1.6]], dash: [0.1, 2.2] }
} as const satisfies Record<string, LineRule>;

/** The share of the theme's relief that is drawn: it knows 3 km, and closer would show detail that it has not. */
export const RELIEF_SHARE: Stops = [
	[8.5, 1],
	[10.5, 0]
];

/** The greatest rank that is drawn from each whole zoom on: the lower, the more important. */
export const RANKS = {
	regionRivers: [
		[0, 3],
		[7, 4],
		[8, 6]
	],
	lakes: [
		[0, 2],
		[8, 3],
		[10, 9]
	],
	towns: [
		[0, 2],
		[7, 3],
		[8, 4],
		[9, 6]
	],
	countries: [
		[0, 2],
		[3, 3],
		[4, 5],
		[5, 9]
	]
} as const satisfies Record<string, Stops>;

/** From this zoom on districts' lines are drawn beside provinces'. */
export const DISTRICT_LINES_ZOOM = 6.6;

/** How one kind of name is lettered; lengths without a unit are in ems. */
export interface LetteringRule {
	minZoom?: number;
	maxZoom?: number;
	/** Pixels. */
	size: Stops;
	/** Added to each character. */
	spacing?: number;
	uppercase?: boolean;
	italic?: boolean;
	/** Where a line is broken. */
	maxWidth: number;
	/** Pixels of the rim in the ground's colour, on each side. */
	halo: number;
}

export const LETTERING = {
	districts: {
		minZoom: 7.4,
		size: [[0, 10.5]],
		spacing: 0.14,
		uppercase: true,
		maxWidth: 7,
		halo: 1.4
	},
	provinces: {
		minZoom: 6.6,
		size: [[0, 11]],
		spacing: 0.18,
		uppercase: true,
		maxWidth: 7,
		halo: 1.4
	},
	lakes: { minZoom: REGION_ZOOM + 1, size: [[0, 12]], italic: true, maxWidth: 6, halo: 1 },
	towns: { minZoom: REGION_ZOOM + 0.5, size: [[0, 12]], maxWidth: 10, halo: 1.4 },
	countries: {
		maxZoom: 7,
		size: [
			[2, 11],
			[6, 14]
		],
		spacing: 0.12,
		maxWidth: 7,
		halo: 1.4
	},
	places: { size: [[0, 12.5]], maxWidth: 9, halo: 1.6 }
} as const satisfies Record<string, LetteringRule>;

/** Of a place's dates, in its name's size. */
export const DATES_SCALE = 0.92;

/**
 * A town's dot: radius and rim in pixels, half the side of the square about it that no name may lie on,
 * and the distance of its own name from its middle in ems.
 */
export const TOWN_DOT = { radius: 1.7, rim: 0.8, reach: 4, clearance: 0.45 };

/** A country's name stands on its point, else so many ems above or below, else beside it. */
export const COUNTRY_SHIFT = 0.8;

/** Where a name stands by its point, in the order in which it is tried: the side that the point is on. */
export type Anchor = 'center' | 'left' | 'right' | 'top' | 'bottom';
export const TOWN_ANCHORS: readonly Anchor[] = ['left', 'right', 'top', 'bottom'];
export const PLACE_ANCHORS: readonly Anchor[] = ['left', 'right', 'bottom', 'top'];
export const COUNTRY_ANCHORS: readonly Anchor[] = ['center', 'top', 'bottom', 'left', 'right'];

/** The value at a zoom, between the stops in proportion, held before the first and after the last. */
export function valueAt(stops: Stops, zoom: number): number {
	const next = stops.findIndex(([at]) => at > zoom);
	const [after, before] = [stops[next], stops[next - 1] ?? stops.at(-1)];
	if (next === 0) return (after as readonly [number, number])[1];
	if (!after) return (before as readonly [number, number])[1];
	const [from, low] = before as readonly [number, number];
	return low + ((zoom - from) / (after[0] - from)) * (after[1] - low);
}

/** The value of the last stop at or before a zoom. */
export function stepAt(stops: Stops, zoom: number): number {
	return (stops.findLast(([at]) => at <= zoom) ?? (stops[0] as Stops[number]))[1];
}

/** How much longer than written MapLibre draws the dashes of a line: they grow with its tiles. */
export function dashScale(zoom: number): number {
	return 2 ** (zoom - Math.floor(zoom));
}

/** Whether something with these bounds is drawn at a zoom: from the least to below the most. */
export function drawnAt(rule: { minZoom?: number; maxZoom?: number }, zoom: number): boolean {
	return zoom >= (rule.minZoom ?? 0) && zoom < (rule.maxZoom ?? Infinity);
}
