import type { LonLat } from './geometry';

/** Decimals of a degree that a drawn position keeps: about a metre. */
const DECIMALS = 1e5;

/**
 * What a hand on the map has made of some positions: those that stood there before are as they were to
 * the last digit, new ones are rounded to a metre or so, with longitudes from −180 to 180.
 */
export function settled(before: readonly LonLat[], drawn: readonly LonLat[]): LonLat[] {
	const stood = new Map(before.map((at) => [placed(at).join(), at]));
	return drawn.map((at) => stood.get(placed(at).join()) ?? placed(at));
}

function placed([lon, lat]: LonLat): LonLat {
	const within = Math.abs(lon) <= 180 ? lon : lon - 360 * Math.round(lon / 360);
	return [rounded(within), rounded(lat)];
}

function rounded(degrees: number): number {
	// Adding 0 makes 0 of −0.
	return Math.round(degrees * DECIMALS) / DECIMALS + 0;
}
