import { cut } from '../text';

/** What a picture file is asked to be. Lengths in pixels before they are scaled. */
export interface FigureSize {
	width: number;
	/** Of the figure without the lists below it. */
	height: number;
	/** 1 to 4. */
	scale: number;
	/** Key and sources stand in full below the figure; else a short key stands in it. */
	sourcelist: boolean;
	/**
	 * Without the lists: the symbols have their events' numbers all the same, and no key stands in the figure; the
	 * text about it tells what they are.
	 */
	numbers: boolean;
}

/** Least and greatest of each, before it is scaled. */
export const WIDTHS = { least: 240, most: 4000, usual: 1200 } as const;
export const HEIGHTS = { least: 180, most: 4000, usual: 800 } as const;
const SCALES = { least: 1, most: 4, usual: 1 } as const;
/** Pixels of a side, scaled. */
export const MOST_SIDE = 5000;
/** Pixels of a whole picture, scaled, lists included. */
export const MOST_PIXELS = 24_000_000;

/**
 * Reads the size out of a query string. What is not there is usual.
 * @returns a sentence that names the bound, where one is passed
 */
export function parseFigureSize(params: URLSearchParams): FigureSize | string {
	const width = numberIn(params, 'width', WIDTHS);
	if (typeof width === 'string') return width;
	const height = numberIn(params, 'height', HEIGHTS);
	if (typeof height === 'string') return height;
	const scale = numberIn(params, 'scale', SCALES);
	if (typeof scale === 'string') return scale;
	for (const [name, side] of Object.entries({ width, height }))
		if (side * scale > MOST_SIDE)
			return `${name} times scale is ${side * scale} pixels, and may be at most ${MOST_SIDE}.`;
	const sourcelist = params.get('sourcelist');
	if (sourcelist !== null && !/^[01]$/.test(sourcelist))
		return 'sourcelist takes 1, or 0 to leave the list of sources out.';
	const numbers = params.get('numbers');
	if (numbers !== null && !/^[01]$/.test(numbers))
		return 'numbers takes 0, or 1 for numbers whose key stands beside the picture.';
	return { width, height, scale, sourcelist: sourcelist !== '0', numbers: numbers === '1' };
}

/** A sentence where a whole picture would have too many pixels; undefined where it has not. */
export function tooManyPixels(width: number, height: number, scale: number): string | undefined {
	const pixels = width * height * scale * scale;
	if (pixels <= MOST_PIXELS) return undefined;
	return (
		`With its list of sources this picture would be ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels; ` +
		`it may have at most ${MOST_PIXELS / 1e6} million. Ask for a lower scale, or for sourcelist=0.`
	);
}

function numberIn(
	params: URLSearchParams,
	name: string,
	{ least, most, usual }: { least: number; most: number; usual: number }
): number | string {
	const text = params.get(name);
	if (text === null || text === '') return usual;
	const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (value >= least && value <= most) return value;
	return `${name} takes a whole number from ${least} to ${most}; this is “${cut(text, 20)}”.`;
}
