import type { LonLat } from '../place/geometry';
import { NOWHERE, PER_DEGREE, type Columns } from './columns';

/** Bins of longitude: a tenth of a degree each. */
const BINS = 3600;

/**
 * A few of the spots at which rows stand, at most two a tenth of a degree of longitude: what holds these in
 * sight holds all of them.
 */
export function spreadOf({ length, lon, lat }: Columns): LonLat[] {
	const west = new Int32Array(BINS + 1).fill(NOWHERE);
	const east = new Int32Array(BINS + 1).fill(-NOWHERE);
	let south = NOWHERE;
	let north = -NOWHERE;
	for (let row = 0; row < length; row++) {
		const y = lat[row] as number;
		if (y === NOWHERE) continue;
		const x = lon[row] as number;
		const bin = Math.max(0, Math.min(BINS, Math.floor(((x / PER_DEGREE + 180) * BINS) / 360)));
		if (x < (west[bin] as number)) west[bin] = x;
		if (x > (east[bin] as number)) east[bin] = x;
		if (y < south) south = y;
		if (y > north) north = y;
	}
	const spots: LonLat[] = [];
	for (let bin = 0; bin <= BINS; bin++)
		if (west[bin] !== NOWHERE)
			spots.push(
				[(west[bin] as number) / PER_DEGREE, south / PER_DEGREE],
				[(east[bin] as number) / PER_DEGREE, north / PER_DEGREE]
			);
	return spots;
}
