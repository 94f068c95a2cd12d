import { NOWHERE } from '../columns';
import { toPlanes, upTo, widthOf } from './bytes';
import type { Header } from './layout';
import { putPlanes } from './sets';
import type { Spool } from './spool';

/**
 * Writes positions in the shorter of two ways: by row; or, where many rows share a spot, each spot once,
 * sorted by longitude and latitude, with its number by row. In both, 0 stands for no spot.
 * @param lon in units of a position, int32 in the bits of uint32; `lat` is NOWHERE for no spot
 */
export async function putPositions(
	spool: Spool,
	lon: Int32Array,
	lat: Int32Array
): Promise<Header['positions']> {
	let west = 2 ** 31;
	let south = 2 ** 31;
	for (let i = 0; i < lon.length; i++)
		if (lat[i] !== NOWHERE) {
			west = Math.min(west, lon[i] as number);
			south = Math.min(south, lat[i] as number);
		}
	const spots = spotsOf(lon, lat, west, south);
	if (spots) {
		const lons = spots.lon.map((value, i) =>
			i === 0 ? value : value - (spots.lon[i - 1] as number)
		);
		const parts = [lons, spots.lat, spots.spot] as const;
		if ((await sizeOf(spool, parts)) < (await sizeOf(spool, byRow(lon, lat, west, south))))
			return {
				west,
				south,
				lon: await putPlanes(spool, parts[0]),
				lat: await putPlanes(spool, parts[1]),
				spot: await putPlanes(spool, parts[2])
			};
	}
	const [lons, lats] = byRow(lon, lat, west, south);
	return { west, south, lon: await putPlanes(spool, lons), lat: await putPlanes(spool, lats) };
}

async function sizeOf(spool: Spool, columns: readonly Uint32Array[]): Promise<number> {
	let size = 0;
	for (const values of columns)
		size += (await spool.deflate(toPlanes(values, widthOf(values)))).length;
	return size;
}

function byRow(
	lon: Int32Array,
	lat: Int32Array,
	west: number,
	south: number
): [lon: Uint32Array, lat: Uint32Array] {
	const lons = new Uint32Array(lon.length);
	const lats = new Uint32Array(lon.length);
	for (let i = 0; i < lon.length; i++)
		if (lat[i] !== NOWHERE) {
			lons[i] = (lon[i] as number) - west;
			lats[i] = (lat[i] as number) - south + 1;
		}
	return [lons, lats];
}

/** The distinct spots, sorted, and the number of each row's; undefined where most rows have their own. */
function spotsOf(lon: Int32Array, lat: Int32Array, west: number, south: number) {
	const most = lon.length / 2;
	const keyOf = (i: number) => ((lon[i] as number) - west) * 2 ** 26 + (lat[i] as number) - south;
	// A table of numbers of our own: a Map of half a million takes forty megabytes.
	const size = 2 ** Math.ceil(Math.log2(Math.max(2, lon.length)));
	const keys = new Float64Array(size).fill(-1);
	const numbers = new Uint32Array(size);
	const spot = new Uint32Array(lon.length);
	let count = 0;
	for (let i = 0; i < lon.length; i++) {
		if (lat[i] === NOWHERE) continue;
		const key = keyOf(i);
		let place = (Math.imul(key % 2 ** 32, 0x9e3779b1) ^ Math.imul(key / 2 ** 26, 0x85ebca6b)) >>> 0;
		place = (place ^ (place >>> 15)) & (size - 1);
		while (keys[place] !== -1 && keys[place] !== key) place = (place + 1) & (size - 1);
		if (keys[place] === -1) {
			if (count >= most) return undefined;
			keys[place] = key;
			numbers[place] = count++;
		}
		spot[i] = (numbers[place] as number) + 1;
	}
	const sorted = new Float64Array(count);
	for (let place = 0; place < size; place++)
		if (keys[place] !== -1) sorted[numbers[place] as number] = keys[place] as number;
	const order = upTo(count).sort((a, b) => (sorted[a] as number) - (sorted[b] as number));
	const rank = new Uint32Array(count + 1);
	order.forEach((number, i) => (rank[number + 1] = i + 1));
	for (let i = 0; i < spot.length; i++) spot[i] = rank[spot[i] as number] as number;
	sorted.sort();
	return {
		lon: Uint32Array.from(sorted, (key) => Math.floor(key / 2 ** 26)),
		lat: Uint32Array.from(sorted, (key) => key % 2 ** 26),
		spot
	};
}
