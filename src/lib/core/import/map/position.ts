import type { CellFault } from './fault';

export type Position = [lon: number, lat: number];
export type PositionResult = { at: Position | null; warning?: CellFault } | { fault: CellFault };

const NO_POSITION: CellFault = {
	kind: 'position',
	expected: 'a latitude from -90 to 90 and a longitude from -180 to 180, in degrees',
	mend: 'Correct it by the source, or leave both cells empty where the place is not known.'
};
const HALF: CellFault = {
	kind: 'position',
	expected: 'both a latitude and a longitude, or neither',
	mend: 'Fill in the other, or empty both.'
};
const ZERO: CellFault = {
	kind: 'zero-position',
	expected: 'a position that somebody measured',
	mend: 'Latitude 0, longitude 0 lies in the Gulf of Guinea and mostly means that nothing was known: empty both cells then.'
};
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A number of degrees; NaN for what is none: `Number` takes 0x10, Infinity and the empty text too. */
export function degrees(text: string, decimal: '.' | ',' = '.'): number {
	const written = decimal === ',' ? text.replace(',', '.') : text;
	let isPlain = written !== '';
	for (let i = 0; i < written.length; i++) {
		const unit = written.charCodeAt(i);
		// 0 to 9, the point and the minus.
		if ((unit < 48 || unit > 57) && unit !== 46 && unit !== 45) isPlain = false;
	}
	return isPlain || NUMBER.test(written) ? Number(written) : NaN;
}

/** Reads a position; how a latitude out of range is explained by the other one is said in the fault. */
export function readPosition(lat: string, lon: string, decimal: '.' | ',' = '.'): PositionResult {
	if (lat === '' && lon === '') return { at: null };
	if (lat === '' || lon === '') return { fault: HALF };
	const y = degrees(lat, decimal);
	const x = degrees(lon, decimal);
	if (Math.abs(y) <= 90 && Math.abs(x) <= 180)
		return y === 0 && x === 0 ? { at: [0, 0], warning: ZERO } : { at: [x, y] };
	if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return { fault: swapped(x, y, 'refused') };
	return { fault: NO_POSITION };
}

function swapped(lat: number, lon: number, what: 'refused' | 'taken'): CellFault {
	const turned = `latitude ${lat}, longitude ${lon}`;
	return what === 'refused'
		? {
				kind: 'swapped',
				expected: 'a latitude from -90 to 90',
				mend: `Read the other way round it would be ${turned}: turn the two if that is meant. It is not turned silently.`
			}
		: {
				kind: 'swapped',
				expected: 'a position near those of the other rows',
				mend: `Read the other way round it would be ${turned}, which lies among them: turn the two if that is meant. It was taken as it stands.`
			};
}

/** Rows whose positions are seen before one can stand out among them. */
const ENOUGH = 20;
/** More names than this are no countries. */
const MOST_KEYS = 1_000;
/** Degrees outside the others’ bounds from which a position stands out. */
const MARGIN = 2;

/** Bounds of the rows that came before. Rows of a data set with countries are compared with those of their country. */
export function swapWatch(): (key: string, at: Position) => CellFault | undefined {
	interface Bounds {
		count: number;
		west: number;
		south: number;
		east: number;
		north: number;
	}
	const byKey = new Map<string, Bounds>();
	return (key, [lon, lat]) => {
		const bounds = byKey.get(key);
		if (!bounds) {
			if (byKey.size < MOST_KEYS)
				byKey.set(key, { count: 1, west: lon, south: lat, east: lon, north: lat });
			return undefined;
		}
		const outside =
			lon < bounds.west - MARGIN ||
			lon > bounds.east + MARGIN ||
			lat < bounds.south - MARGIN ||
			lat > bounds.north + MARGIN;
		const turnedInside =
			lat >= bounds.west && lat <= bounds.east && lon >= bounds.south && lon <= bounds.north;
		if (bounds.count >= ENOUGH && outside && turnedInside) return swapped(lon, lat, 'taken');
		bounds.count++;
		if (lon < bounds.west) bounds.west = lon;
		if (lon > bounds.east) bounds.east = lon;
		if (lat < bounds.south) bounds.south = lat;
		if (lat > bounds.north) bounds.north = lat;
		return undefined;
	};
}
