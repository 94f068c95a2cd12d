/** A table to measure an import with: made up, the same for the same seed. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** A column each of what ACLED's have, under its names, so that it is recognised; other names would ask for a mapping. */
const COLUMNS = [
	'event_id_cnty',
	'event_date',
	'time_precision',
	'event_type',
	'actor1',
	'country',
	'location',
	'latitude',
	'longitude',
	'geo_precision',
	'source',
	'fatalities'
];
const TYPES = ['Battles', 'Protests', 'Riots', 'Strategic developments'];
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAY = 86_400_000;
/** In 20 columns of 100. */
const PLACES = 2_000;

/**
 * Writes a CSV of 12 columns and at most 120 bytes a row, its rows in no order of date.
 *
 * @param {string} file
 * @param {{ rows: number, seed: number, days?: number, box?: readonly [west: number, south: number, east: number, north: number] }} table
 *   days that its rows lie in, ten years where this is left out; the box that its places lie in, in degrees
 * @returns {number} bytes a row, on the average
 */
export function writeTable(file, { rows, seed, days = 3_650, box = [40, 30, 50, 40] }) {
	const [west, south, east, north] = box;
	const random = mulberry32(seed);
	const below = (/** @type {number} */ n) => Math.floor(random() * n);
	const handle = openSync(file, 'w');
	let lines = `${COLUMNS.join(',')}\n`;
	let bytes = 0;
	for (let row = 0; row < rows; row++) {
		const place = below(PLACES);
		const line = [
			`AAA${row}`,
			new Date(FIRST_DAY + below(days) * DAY).toISOString().slice(0, 10),
			1 + below(3),
			TYPES[below(TYPES.length)],
			`Group ${below(300)}`,
			`Country ${place % 12}`,
			`Town ${place}`,
			(south + ((place % 100) * (north - south)) / 100 + below(100) / 10_000).toFixed(4),
			(west + (Math.floor(place / 100) * (east - west)) / 20 + below(100) / 10_000).toFixed(4),
			1 + below(3),
			`Paper ${below(60)}`,
			below(20) === 0 ? below(9) : 0
		].join(',');
		if (line.length + 1 > 120) throw new Error(`A row of ${line.length + 1} bytes: ${line}`);
		lines += `${line}\n`;
		if (lines.length > 1 << 20) {
			bytes += writeSync(handle, lines);
			lines = '';
		}
	}
	bytes += writeSync(handle, lines);
	closeSync(handle);
	return bytes / rows;
}

/** Mulberry32 (Tommy Ettinger, public domain). @param {number} seed */
function mulberry32(seed) {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
