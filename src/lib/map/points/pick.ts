import { NOWHERE, type Columns } from '../../core/columns/columns';
import { OUTSIDE, rowState, stretchOf, wideRows, type DateIndex } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';
import type { Camera } from '../../core/picture/camera';
import type { PointBuffers } from './buffers';
import { fixedAt, fixedCamera, wayAcross, WORLD_UNITS, type FixedPoint } from './fixed';
import { symbolRadius } from './look';

/** So many rows are told of at most. */
export const MOST_PICKED = 200;

/** Below so many rows in the range a plain loop is quicker than an index of all. */
const LOOP_BELOW = 20_000;

/** What is drawn. */
export interface Pickable {
	columns: Columns;
	index: DateIndex;
	positions: PointBuffers['positions'];
	range: DayRange;
	/** By row 1 where every filter but the dates lets it through; undefined: all. */
	passes: Uint8Array | undefined;
	/** The rows, rising, that are drawn while clusters stand for the rest; undefined: there are no clusters. */
	singles: Uint32Array | undefined;
	/** Finds the placed rows in a box, in units of the world, both ends inclusive; undefined until it is there. */
	inBox: InBox | undefined;
}

export type InBox = (west: number, north: number, east: number, south: number) => readonly number[];

export interface Picked {
	/** Those under the point, the top one first, then those about it, the nearest first; `MOST_PICKED` at most. */
	rows: number[];
	/** How many there are in all. */
	total: number;
}

/**
 * The rows drawn at a point of the picture, or near it.
 * @param x,y CSS pixels from the picture's upper left corner
 * @param radius CSS pixels from the point to a symbol's middle; never less than the symbol's own radius
 */
export function pickRows(
	of: Pickable,
	camera: Camera,
	x: number,
	y: number,
	radius: number
): Picked {
	const fixed = fixedCamera(camera);
	const at = fixedAt(fixed, x - camera.width / 2, y - camera.height / 2);
	const own = symbolRadius(camera.zoom) / fixed.scale;
	const reach = Math.max(radius / fixed.scale, own);
	const { columns, positions, range, passes } = of;
	const under: number[] = [];
	const near: { row: number; distance: number }[] = [];
	let total = 0;
	for (const row of candidates(of, at, reach)) {
		if (passes && passes[row] !== 1) continue;
		const right = wayAcross(at.x, positions[2 * row] as number);
		const down = (positions[2 * row + 1] as number) - at.y;
		const distance = Math.hypot(right, down);
		if (distance > reach || isUnplaced(columns, row)) continue;
		if (rowState(columns, row, range) === OUTSIDE) continue;
		total++;
		if (distance > own) near.push({ row, distance });
		else if (under.length < MOST_PICKED) under.push(row);
	}
	near.sort((a, b) => a.distance - b.distance);
	return { rows: [...under, ...near.map(({ row }) => row)].slice(0, MOST_PICKED), total };
}

function isUnplaced({ lat }: Columns, row: number): boolean {
	return lat[row] === NOWHERE;
}

/** The rows that may be there, what is drawn on top first. */
function* candidates(of: Pickable, at: FixedPoint, reach: number): Generator<number> {
	const { columns, index, range, singles, inBox } = of;
	if (singles) return yield* backwards(singles);
	const { start, end } = stretchOf(columns, index, range);
	const wide = wideRows(columns, index, range);
	if (!inBox || end - start + wide.length < LOOP_BELOW) {
		for (let row = end - 1; row >= start; row--) if (index.isWide[row] === 0) yield row;
		return yield* backwards(wide);
	}
	const found = boxed(inBox, at, reach);
	for (const row of backwards(found)) if (index.isWide[row] === 0) yield row;
	for (const row of backwards(found)) if (index.isWide[row] === 1) yield row;
}

/** A box about a point lies across ±180° where it leaves the world on a side. */
function boxed(inBox: InBox, { x, y }: FixedPoint, reach: number): Uint32Array {
	const [north, south] = [y - reach, y + reach];
	if (2 * reach >= WORLD_UNITS) return Uint32Array.from(inBox(0, north, WORLD_UNITS, south)).sort();
	const west = x - reach;
	const east = x + reach;
	const found = [...inBox(west, north, east, south)];
	if (west < 0) found.push(...inBox(west + WORLD_UNITS, north, WORLD_UNITS, south));
	if (east >= WORLD_UNITS) found.push(...inBox(0, north, east - WORLD_UNITS, south));
	return Uint32Array.from(found).sort();
}

function* backwards(rows: Uint32Array): Generator<number> {
	for (let i = rows.length - 1; i >= 0; i--) yield rows[i] as number;
}
