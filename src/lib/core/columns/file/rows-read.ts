import {
	LISTS,
	NOWHERE,
	OPEN_AFTER,
	OPEN_BEFORE,
	PER_DEGREE,
	type Columns,
	type ListName,
	type Lists
} from '../columns';
import { earlierDay, knownDay, laterDay, settledDay, spanDay } from './codes';
import { damaged } from './damage';
import { texts } from './header-read';
import { ROW_COLUMNS, type Header, type Planes, type RowColumn, type Stored } from './layout';
import type { Source } from './source';

const FARTHEST = 2 ** 30;

/** Reads all columns: they stand together, so that one range has them. @throws DamagedFile */
export async function readRows(source: Source, header: Header): Promise<Columns> {
	const all = await together(source, sectionsOf(header));
	const planes = (at: Planes, part: string) => source.planes(at, part, all(at));
	const { rows } = header;
	const steps = await planes(header.first, 'first');
	const codes = {} as Record<RowColumn, Uint32Array>;
	await Promise.all(
		ROW_COLUMNS.map(async (name) => (codes[name] = await planes(header.columns[name], name)))
	);
	const first = firstDays(header, steps);
	const last = dayColumn('span', rows, (i) => spanDay(first[i] as number, codes.span[i] as number));
	const known = dayColumn('known', rows, (i) =>
		knownDay(first[i] as number, last[i] as number, codes.known[i] as number)
	);
	const types = texts(await source.json(header.types, 'types', all(header.types)), 'types');
	const { lon, lat } = await positionsOf(header, planes);
	const lists = {} as Record<ListName, Lists>;
	await Promise.all(
		LISTS.map(async (name) => (lists[name] = await listOf(source, header, name, planes, all)))
	);
	return {
		length: rows,
		record: Uint32Array.from({ length: rows }, (_, row) => row),
		first,
		last,
		possibleFirst: dayColumn('earlier', rows, (i) =>
			earlierDay(first[i] as number, codes.earlier[i] as number)
		),
		possibleLast: dayColumn('later', rows, (i) =>
			laterDay(last[i] as number, codes.later[i] as number)
		),
		sure: Uint8Array.from(below('sure', codes.sure, 2)),
		lon,
		lat,
		type: Uint16Array.from(below('type', codes.type, types.length)),
		types,
		precision: Uint8Array.from(below('precision', codes.precision, header.precisions.length)),
		status: Uint8Array.from(below('status', codes.status, header.statuses.length)),
		contested: Uint8Array.from(below('contested', codes.contested, 2)),
		known,
		settled: dayColumn('settled', rows, (i) =>
			settledDay(known[i] as number, codes.settled[i] as number)
		),
		...lists
	};
}

function sectionsOf({ first, columns, positions, types, lists }: Header): Stored[] {
	return [
		first,
		...Object.values(columns),
		positions.lon,
		positions.lat,
		...(positions.spot ? [positions.spot] : []),
		types,
		...Object.values(lists).flatMap(({ set, counts, values, ids }) => [set, counts, values, ids])
	];
}

/** Reads sections in one range where nothing else lies between them; gives each its bytes. */
async function together(
	source: Source,
	sections: readonly Stored[]
): Promise<(at: Stored) => Uint8Array | undefined> {
	const start = Math.min(...sections.map(({ offset }) => offset));
	const end = Math.max(...sections.map(({ offset, stored }) => offset + stored));
	const length = sections.reduce((sum, { stored }) => sum + stored, 0);
	if (end - start !== length) return () => undefined;
	const bytes = await source.bytes(start, end, 'its columns');
	return ({ offset, stored }) => bytes.subarray(offset - start, offset - start + stored);
}

function firstDays({ rows, first }: Header, steps: Uint32Array): Int32Array {
	const days = new Int32Array(rows).fill(OPEN_AFTER, rows - first.undated);
	days.fill(OPEN_BEFORE, 0, first.before);
	let { day } = first;
	for (let i = 0; i < steps.length; i++) {
		day += steps[i] as number;
		if (Math.abs(day) > FARTHEST) throw damaged('first', 'days within reach', `day ${day}`);
		days[first.before + i] = day;
	}
	return days;
}

/** A column of days, each from its code. */
function dayColumn(part: string, rows: number, dayOf: (row: number) => number): Int32Array {
	const days = new Int32Array(rows);
	for (let row = 0; row < rows; row++) {
		const day = dayOf(row);
		if ((day > FARTHEST && day !== OPEN_AFTER) || (day < -FARTHEST && day !== OPEN_BEFORE))
			throw damaged(part, 'days within reach', `day ${day} in row ${row}`);
		days[row] = day;
	}
	return days;
}

function below(part: string, values: Uint32Array, end: number): Uint32Array {
	for (let row = 0; row < values.length; row++)
		if ((values[row] as number) >= end)
			throw damaged(part, `numbers below ${end}`, `${values[row]} in row ${row}`);
	return values;
}

async function positionsOf(
	{ rows, positions }: Header,
	planes: (at: Planes, part: string) => Promise<Uint32Array>
): Promise<{ lon: Int32Array; lat: Int32Array }> {
	const { west, south } = positions;
	const lons = await planes(positions.lon, 'lon');
	const lats = await planes(positions.lat, 'lat');
	const lon = new Int32Array(rows);
	const lat = new Int32Array(rows).fill(NOWHERE);
	const put = (row: number, x: number, y: number) => {
		if (Math.abs(x) > 180 * PER_DEGREE || Math.abs(y) > 90 * PER_DEGREE)
			throw damaged('lon and lat', 'a position on the globe', `${x}, ${y} in row ${row}`);
		lon[row] = x;
		lat[row] = y;
	};
	if (!positions.spot) {
		for (let row = 0; row < rows; row++)
			if (lats[row] !== 0)
				put(row, west + (lons[row] as number), south + (lats[row] as number) - 1);
		return { lon, lat };
	}
	const spot = below('spot', await planes(positions.spot, 'spot'), lons.length + 1);
	for (let i = 1; i < lons.length; i++) lons[i] = (lons[i] as number) + (lons[i - 1] as number);
	for (let row = 0; row < rows; row++) {
		const number = spot[row] as number;
		if (number > 0)
			put(row, west + (lons[number - 1] as number), south + (lats[number - 1] as number));
	}
	return { lon, lat };
}

async function listOf(
	source: Source,
	{ rows, lists }: Header,
	name: ListName,
	planes: (at: Planes, part: string) => Promise<Uint32Array>,
	all: (at: Stored) => Uint8Array | undefined
): Promise<Lists> {
	const sections = lists[name];
	const ids = texts(
		await source.json(sections.ids, `${name}.ids`, all(sections.ids)),
		`${name}.ids`
	);
	const sets = await planes(sections.set, `${name}.set`);
	const counts = await planes(sections.counts, `${name}.counts`);
	const held = below(`${name}.values`, await planes(sections.values, `${name}.values`), ids.length);
	const ends = new Uint32Array(counts.length + 1);
	let sum = 0;
	counts.forEach((count, i) => (ends[i + 1] = Math.min(2 ** 32 - 1, (sum += count))));
	if (sum !== held.length)
		throw damaged(`${name}.counts`, `a sum of ${held.length}, as many as values`, `${sum}`);

	const starts = new Uint32Array(rows + 1);
	let met = 0;
	let total = 0;
	for (let row = 0; row < rows; row++) {
		// 0 is the next set that no row had before.
		const number = sets[row] === 0 ? met++ : (sets[row] as number) - 1;
		if (number >= Math.min(met, counts.length))
			throw damaged(`${name}.set`, 'sets that were met before', `number ${number} in row ${row}`);
		sets[row] = number;
		total += counts[number] as number;
		if (total > MOST_VALUES)
			throw damaged(`${name}.set`, `at most ${MOST_VALUES} values`, 'more of them');
		starts[row + 1] = total;
	}
	const values = new Uint32Array(total);
	for (let row = 0; row < rows; row++) {
		const number = sets[row] as number;
		let at = starts[row] as number;
		for (let i = ends[number] as number; i < (ends[number + 1] as number); i++)
			values[at++] = held[i] as number;
	}
	return { ids, starts, values };
}

/** Values of a list in all rows: what a set of many values, met in every row, may come to. */
const MOST_VALUES = 1 << 27;
