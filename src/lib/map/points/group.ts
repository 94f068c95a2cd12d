import type { Columns } from '../../core/columns/columns';
import {
	CERTAIN,
	OUTSIDE,
	rowState,
	stretchOf,
	wideRows,
	type DateIndex
} from '../../core/columns/dates';
import { lowerBound } from '../../core/columns/list';
import type { DayRange } from '../../core/date/match';
import { WORLD_SIZE } from '../../core/picture/camera';
import { wayAcross, WORLD_UNITS } from './fixed';
import { groupSpots, type Grouping } from './grid';
import { BITS, FIRST_COARSE, symbolBox, VARIANTS } from './look';
import { NO_SPOT, spotTable, type SpotTable } from './spots';

/** Pixels that a symbol with a count keeps clear of others, right and left, up and down of its point. */
export const CLUSTER_REACH = { x: 88, y: 44 };

/** So few rows may stay points of their own where none lies on another. */
const FEW = 6;

/** Rows of one symbol that look alike. */
export interface ClusterKind {
	/** Number in ROLES, and of the shape as look.ts counts them. */
	role: number;
	shape: number;
	/** Number in VARIANTS: as all are; split where accounts of half of them or more differ; else plain. */
	variant: number;
	count: number;
	/** How many of them are only possibly in the range. */
	possible: number;
}

/** What one symbol with a count stands for. */
export interface Cluster {
	/** Number of the spot where it stands. */
	spot: number;
	x: number;
	y: number;
	count: number;
	/** At so many spots. */
	places: number;
	/** At more spots than that: how many is not known. */
	more?: boolean;
	/** No row of it has a spot of its own. */
	coarse: boolean;
	/** How far its spots reach, in units of the world: west, north, east, south of its point. */
	reach: [number, number, number, number];
	kinds: ClusterKind[];
}

/** What is shown, put in groups for one level of zoom. */
export interface Groups {
	/** Symbols with a count. */
	clusters: Cluster[];
	/** The rows that stay points of their own, rising. */
	singles: Uint32Array;
	/** Rows that are shown and have a spot: the sum of both. */
	total: number;
	/** The rows of a cluster, rising. */
	rowsOf: (spot: number) => Uint32Array;
	/** The spot of the cluster that stands for a row; undefined where none does. */
	clusterOf: (row: number) => number | undefined;
}

/** What groups are made of. */
export interface Material {
	columns: Pick<Columns, 'length' | 'first' | 'last' | 'possibleFirst' | 'possibleLast' | 'sure'>;
	index: DateIndex;
	positions: Uint32Array;
	looks: Uint32Array;
	spots: SpotTable;
}

export function material(of: Omit<Material, 'spots'>): Material {
	return { ...of, spots: spotTable(of.positions, of.looks) };
}

/**
 * Groups the rows of a range that pass.
 * @param level the zoom at which they are drawn, or a little less
 * @param passes by row 1 where every filter but the dates lets it through; undefined: all
 */
export function groupRows(
	of: Material,
	range: DayRange,
	passes: Uint8Array | undefined,
	level: number
): Groups {
	const { spots } = of;
	const rows = shownRows(of, range, passes);
	const present = new Uint8Array(spots.length);
	for (const row of rows) present[spots.of[row] as number] = 1;
	const unit = (WORLD_SIZE * 2 ** level) / WORLD_UNITS;
	const grouping = groupSpots(spots, present, {
		x: CLUSTER_REACH.x / unit,
		y: CLUSTER_REACH.y / unit
	});
	const members = byGroup(rows, grouping, spots);
	const apart = symbolBox(level) / unit;
	const clusters: Cluster[] = [];
	const alone: number[] = [];
	for (let group = 0; group < grouping.leaders.length; group++) {
		const its = members(group);
		if (standApart(its, of.positions, apart)) alone.push(...its);
		else clusters.push(clusterOf(of, grouping.leaders[group] as number, its, range));
	}
	return {
		clusters,
		singles: Uint32Array.from(alone).sort(),
		total: rows.length,
		rowsOf: (spot) => {
			const group = grouping.leaders.indexOf(spot);
			return group < 0 ? new Uint32Array() : members(group).slice().sort();
		},
		clusterOf: (row) => {
			if (rows[lowerBound(rows, row)] !== row) return undefined;
			const spot = grouping.leaders[grouping.of[spots.of[row] as number] as number];
			return clusters.some((cluster) => cluster.spot === spot) ? spot : undefined;
		}
	};
}

/** The rows of a range that pass and have a spot, rising. */
function shownRows(
	{ columns, index, spots }: Material,
	range: DayRange,
	passes: Uint8Array | undefined
): Uint32Array {
	const { start, end } = stretchOf(columns as Columns, index, range);
	const wide = wideRows(columns as Columns, index, range);
	const found = new Uint32Array(end - start + wide.length);
	let count = 0;
	const ask = (row: number) => {
		if (passes && passes[row] !== 1) return;
		if (spots.of[row] === NO_SPOT || rowState(columns as Columns, row, range) === OUTSIDE) return;
		found[count++] = row;
	};
	for (let row = start; row < end; row++) if (index.isWide[row] === 0) ask(row);
	for (const row of wide) ask(row);
	return found.subarray(0, count).sort();
}

/** The rows of each group, in one list. */
function byGroup(
	rows: Uint32Array,
	{ leaders, of }: Grouping,
	spots: SpotTable
): (group: number) => Uint32Array {
	const groupOf = (row: number) => of[spots.of[row] as number] as number;
	const starts = new Uint32Array(leaders.length + 1);
	for (const row of rows) starts[groupOf(row) + 1] = (starts[groupOf(row) + 1] as number) + 1;
	for (let i = 1; i < starts.length; i++)
		starts[i] = (starts[i] as number) + (starts[i - 1] as number);
	const next = starts.slice();
	const list = new Uint32Array(rows.length);
	for (const row of rows) {
		const group = groupOf(row);
		list[next[group] as number] = row;
		next[group] = (next[group] as number) + 1;
	}
	return (group) => list.subarray(starts[group], starts[group + 1]);
}

function standApart(rows: Uint32Array, positions: Uint32Array, apart: number): boolean {
	if (rows.length > FEW) return false;
	for (const [i, row] of rows.entries())
		for (const other of rows.subarray(0, i)) {
			const right = wayAcross(positions[2 * row] as number, positions[2 * other] as number);
			const down = (positions[2 * other + 1] as number) - (positions[2 * row + 1] as number);
			if (Math.hypot(right, down) < apart) return false;
		}
	return true;
}

const PLAIN = VARIANTS.indexOf('solid');
const SPLIT = VARIANTS.indexOf('contested');

interface Counted extends ClusterKind {
	/** How many accounts differ of. */
	split: number;
}

function clusterOf(of: Material, spot: number, rows: Uint32Array, range: DayRange): Cluster {
	const { columns, looks, spots } = of;
	const [x, y] = [spots.x[spot] as number, spots.y[spot] as number];
	const kinds: (Counted | undefined)[] = [];
	const its = new Set<number>();
	let coarse = true;
	for (const row of rows) {
		const look = looks[row] as number;
		its.add(spots.of[row] as number);
		if (((look >> BITS.precision) & 7) < FIRST_COARSE) coarse = false;
		const role = (look >> BITS.role) & 7;
		const shape = (look >> BITS.shape) & 7;
		const variant = (look >> BITS.variant) & 7;
		const kind = (kinds[role * 8 + shape] ??= {
			role,
			shape,
			variant,
			count: 0,
			possible: 0,
			split: 0
		});
		kind.count++;
		if (rowState(columns as Columns, row, range) !== CERTAIN) kind.possible++;
		if (variant === SPLIT) kind.split++;
		if (kind.variant !== variant) kind.variant = PLAIN;
	}
	const reach: Cluster['reach'] = [0, 0, 0, 0];
	for (const other of its) {
		const right = wayAcross(x, spots.x[other] as number);
		const down = (spots.y[other] as number) - y;
		reach[0] = Math.max(reach[0], -right);
		reach[1] = Math.max(reach[1], -down);
		reach[2] = Math.max(reach[2], right);
		reach[3] = Math.max(reach[3], down);
	}
	return {
		spot,
		x,
		y,
		count: rows.length,
		places: its.size,
		coarse,
		reach,
		kinds: kinds
			.filter((kind) => kind !== undefined)
			.sort((a, b) => b.count - a.count || a.role - b.role)
			.map(({ split, ...kind }) => (2 * split >= kind.count ? { ...kind, variant: SPLIT } : kind))
	};
}

/** Rows that stand by themselves as groups of one, where all that is drawn is of one kind. */
export function singlesAsGroups(
	rows: Uint32Array,
	{ positions, looks }: Pick<Material, 'positions' | 'looks'>
): Cluster[] {
	return Array.from(rows, (row): Cluster => {
		const look = looks[row] as number;
		return {
			spot: -1 - row,
			x: positions[2 * row] as number,
			y: positions[2 * row + 1] as number,
			count: 1,
			places: 1,
			coarse: ((look >> BITS.precision) & 7) >= FIRST_COARSE,
			reach: [0, 0, 0, 0],
			kinds: [
				{
					role: (look >> BITS.role) & 7,
					shape: (look >> BITS.shape) & 7,
					variant: (look >> BITS.variant) & 7,
					count: 1,
					possible: 0
				}
			]
		};
	});
}
