import {
	OPEN_AFTER,
	OPEN_BEFORE,
	emptyColumns,
	type Columns,
	type Lists
} from '../../src/lib/core/columns/columns';
import { PRECISIONS } from '../../src/lib/core/dossier/schema';
import { STATUSES } from '../../src/lib/core/view/view';
import { seeded } from './dossier.js';

/** The days of a synthetic dossier: ten years from 2014-01-01. */
export const FIRST_DAY = 16_071;
export const DAYS = 3_652;

const TYPES = 8;
const ACTORS = 40;
const PROVINCES = 60;
const TOWNS = 2_000;
const SPOTS = 20_000;

/**
 * Columns made by dice, shaped as event data are: events at some 20,000 spots about 2,000 towns of the
 * Caucasus and the Near East, more of them in some weeks than in others, most on one day, some over days
 * or months, a few in doubt, with an open end, without a date or a place.
 */
export function syntheticColumns(length: number, seed: number): Columns {
	const roll = seeded(seed);
	const below = (end: number) => Math.floor(roll() * end);
	const towns = Array.from({ length: TOWNS }, () => ({
		lon: 3_500_000 + below(1_500_000),
		lat: 3_100_000 + below(1_200_000),
		province: below(PROVINCES)
	}));
	const spots = Array.from({ length: SPOTS }, () => {
		// The square of a roll: many events in few towns.
		const town = Math.floor(roll() ** 2 * TOWNS);
		const { lon, lat } = towns[town] as (typeof towns)[number];
		return { town, lon: lon + below(20_000) - 10_000, lat: lat + below(20_000) - 10_000 };
	});
	const rows = Array.from({ length }, () => draw(roll, below));
	rows.sort((a, b) => a.first - b.first || a.last - b.last);

	const columns = emptyColumns(length);
	columns.types = Array.from({ length: TYPES }, (_, i) => `type-${i}`);
	const places: number[][] = [];
	const actors: number[][] = [];
	const publishers: number[][] = [];
	rows.forEach((row, i) => {
		columns.first[i] = row.first;
		columns.last[i] = row.last;
		columns.possibleFirst[i] = row.possibleFirst;
		columns.possibleLast[i] = row.possibleLast;
		columns.sure[i] = Number(row.sure);
		const spot = spots[Math.floor(roll() ** 1.5 * SPOTS)] as (typeof spots)[number];
		const precision = below(10);
		columns.precision[i] = precision < 6 ? 0 : precision < 9 ? below(4) : below(PRECISIONS.length);
		if (PRECISIONS[columns.precision[i] as number] !== 'unknown') {
			columns.lon[i] = spot.lon;
			columns.lat[i] = spot.lat;
		}
		columns.type[i] = Math.floor(roll() ** 2 * TYPES);
		columns.status[i] = roll() < 0.9 ? STATUSES.indexOf('reported') : below(STATUSES.length);
		columns.contested[i] = Number(roll() < 0.03);
		columns.known[i] = row.last === OPEN_AFTER ? FIRST_DAY + DAYS : row.last + below(10);
		columns.settled[i] = columns.known[i] as number;
		places.push([spot.town, TOWNS + (towns[spot.town]?.province as number)]);
		actors.push([...new Set([below(ACTORS), below(ACTORS)])]);
		publishers.push([below(12)]);
	});
	columns.places = lists(places, [
		...Array.from({ length: TOWNS }, (_, i) => `town-${i}`),
		...Array.from({ length: PROVINCES }, (_, i) => `province-${i}`)
	]);
	columns.actors = lists(
		actors,
		Array.from({ length: ACTORS }, (_, i) => `actor-${i}`)
	);
	columns.publishers = lists(
		publishers,
		Array.from({ length: 12 }, (_, i) => `Publisher ${i}`)
	);
	return columns;
}

function draw(roll: () => number, below: (end: number) => number) {
	// Waves: the sum of two rolls leaves the ends of the years thin.
	const first = FIRST_DAY + Math.floor(((roll() + roll()) / 2) * DAYS);
	const kind = roll();
	if (kind < 0.002)
		return {
			first: OPEN_AFTER,
			last: OPEN_AFTER,
			possibleFirst: OPEN_BEFORE,
			possibleLast: OPEN_AFTER,
			sure: false
		};
	const span = kind < 0.85 ? 0 : kind < 0.95 ? below(7) : kind < 0.99 ? 29 : 364;
	const last = kind < 0.004 ? OPEN_AFTER : first + span;
	const doubt = roll() < 0.02 ? 1 + below(31) : 0;
	return {
		first,
		last,
		possibleFirst: first - doubt,
		possibleLast: last === OPEN_AFTER ? last : last + doubt,
		sure: doubt === 0
	};
}

function lists(rows: readonly (readonly number[])[], ids: readonly string[]): Lists {
	const starts = new Uint32Array(rows.length + 1);
	rows.forEach((row, i) => (starts[i + 1] = (starts[i] as number) + row.length));
	return { ids, starts, values: Uint32Array.from(rows.flat()) };
}
