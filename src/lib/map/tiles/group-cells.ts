import { PER_DEGREE } from '../../core/columns/columns';
import { ROLES } from '../../core/dossier/roles';
import { WORLD_SIZE } from '../../core/picture/camera';
import { SYMBOL_BOX } from '../../core/picture/symbols';
import type { LonLat } from '../../core/place/geometry';
import { WORLD_LEVELS, worldUnits } from '../../core/store/world';
import { wayAcross, WORLD_UNITS } from '../points/fixed';
import { groupSpots } from '../points/grid';
import { CLUSTER_REACH, type Cluster, type ClusterKind } from '../points/group';
import { SHAPE_NAMES, VARIANTS, type PointLook } from '../points/look';
import type { TileCell } from './read-tile';

/** A symbol of what stands in tiles. */
export interface CellGroup extends Cluster {
	cells: readonly TileCell[];
}

/** So few events may stand by themselves where none lies on another: as on the map of columns. */
const FEW = 6;
/** Pixels that symbols of single events keep clear of each other. */
const APART = SYMBOL_BOX;

/** The cells that stand at one point. */
interface Spot {
	x: number;
	y: number;
	count: number;
	cells: TileCell[];
}

/**
 * Puts the points of tiles together as `groupRows` puts rows: what is within reach of a spot with more events joins
 * it, so that no plate lies on another. Each cell is in exactly one group.
 * @param level the zoom at which they are drawn, or a little less
 * @param lookOf how events of a type look
 */
export function groupCells(
	cells: readonly TileCell[],
	level: number,
	lookOf: (type: string) => PointLook
): CellGroup[] {
	const spots = spotsOf(cells);
	const unit = (WORLD_SIZE * 2 ** level) / WORLD_UNITS;
	const { leaders, of } = groupSpots(
		{
			length: spots.length,
			x: Uint32Array.from(spots, ({ x }) => x),
			y: Uint32Array.from(spots, ({ y }) => y),
			of: new Uint32Array()
		},
		new Uint8Array(spots.length).fill(1),
		{ x: CLUSTER_REACH.x / unit, y: CLUSTER_REACH.y / unit }
	);
	const members: Spot[][] = Array.from(leaders, () => []);
	spots.forEach((spot, i) => members[of[i] as number]?.push(spot));
	const numberOf = numbering(lookOf);
	let number = 0;
	return members.flatMap((its): CellGroup[] => {
		const [leader] = its as [Spot];
		const alone = standApart(its, APART / unit) ? its : undefined;
		if (!alone) return [groupOf(number++, leader, its, numberOf)];
		return alone.map((spot) => groupOf(number++, spot, [spot], numberOf));
	});
}

/** The points at which cells stand, that of most events first; of two with as many the northern, the western. */
function spotsOf(cells: readonly TileCell[]): Spot[] {
	const spots = new Map<number, Spot>();
	for (const cell of cells) {
		const { x, y, n } = cell;
		// 28 and 25 bits: what stands in the same 1.2 metres from north to south may share a spot.
		const at = Math.floor(x / 16) * 2 ** 25 + Math.floor(y / 128);
		const known = spots.get(at);
		if (known) {
			known.count += n;
			known.cells.push(cell);
		} else spots.set(at, { x, y, count: n, cells: [cell] });
	}
	return [...spots.values()].sort((a, b) => b.count - a.count || a.y - b.y || a.x - b.x);
}

function standApart(spots: readonly Spot[], apart: number): boolean {
	if (spots.length > FEW || spots.some(({ count }) => count !== 1)) return false;
	return spots.every((spot, i) =>
		spots
			.slice(0, i)
			.every((other) => Math.hypot(wayAcross(spot.x, other.x), other.y - spot.y) >= apart)
	);
}

const PLAIN = VARIANTS.indexOf('solid');
const SPLIT = VARIANTS.indexOf('contested');

function groupOf(
	number: number,
	{ x, y }: Spot,
	spots: readonly Spot[],
	numberOf: (type: string) => LookNumbers
): CellGroup {
	const cells = spots.flatMap((spot) => spot.cells);
	const reach: Cluster['reach'] = [0, 0, 0, 0];
	for (const other of spots) {
		const right = wayAcross(x, other.x);
		const down = other.y - y;
		reach[0] = Math.max(reach[0], -right);
		reach[1] = Math.max(reach[1], -down);
		reach[2] = Math.max(reach[2], right);
		reach[3] = Math.max(reach[3], down);
	}
	return {
		spot: number,
		x,
		y,
		count: cells.reduce((sum, { n }) => sum + n, 0),
		places: spots.length,
		...(cells.some(({ spread }) => spread) && { more: true }),
		coarse: cells.every(({ coarse }) => coarse),
		reach,
		kinds: kindsOf(cells, numberOf),
		cells
	};
}

function kindsOf(
	cells: readonly TileCell[],
	numberOf: (type: string) => LookNumbers
): ClusterKind[] {
	const kinds: ((ClusterKind & { split: number }) | undefined)[] = [];
	for (const { type, variant, n, sure } of cells) {
		const { role, shape } = numberOf(type);
		const kind = (kinds[role * SHAPE_NAMES.length + shape] ??= {
			role,
			shape,
			variant,
			count: 0,
			possible: 0,
			split: 0
		});
		kind.count += n;
		kind.possible += n - sure;
		if (variant === SPLIT) kind.split += n;
		if (kind.variant !== variant) kind.variant = PLAIN;
	}
	return kinds
		.filter((kind) => kind !== undefined)
		.sort((a, b) => b.count - a.count || a.role - b.role)
		.map(({ split, ...kind }) => (2 * split >= kind.count ? { ...kind, variant: SPLIT } : kind));
}

type LookNumbers = Pick<ClusterKind, 'role' | 'shape'>;

/** Numbers of role and shape by type, each looked up once. */
function numbering(lookOf: (type: string) => PointLook): (type: string) => LookNumbers {
	const known = new Map<string, LookNumbers>();
	return (type) => {
		let numbers = known.get(type);
		if (!numbers) {
			const { role, shape } = lookOf(type);
			numbers = { role: ROLES.indexOf(role), shape: SHAPE_NAMES.indexOf(shape) };
			known.set(type, numbers);
		}
		return numbers;
	};
}

/** An event, and what is known of its symbol. */
export interface Sought {
	id: string;
	type: string;
	/** Number in VARIANT_NAMES. */
	variant: number;
	/** Degrees. */
	at: LonLat;
}

/** The group that stands for an event: that of its cell, and there of what looks most like it. */
export function holderIn(groups: readonly CellGroup[], sought: Sought): CellGroup | undefined {
	const [lon, lat] = sought.at;
	// As columns hold it, and so the tiles.
	const rounded = (degrees: number) => Math.round(degrees * PER_DEGREE) / PER_DEGREE;
	const at = worldUnits([rounded(lon), rounded(lat)]);
	let best: CellGroup | undefined;
	let most = -1;
	for (const group of groups)
		for (const cell of group.cells) {
			if (cell.id !== undefined && cell.id !== sought.id) continue;
			const shift = WORLD_LEVELS - Math.min(WORLD_LEVELS, cell.level);
			const [x, y] = [Math.floor(cell.x / 4), Math.floor(cell.y / 4)];
			if (at.x >> shift !== x >> shift || at.y >> shift !== y >> shift) continue;
			const alike =
				(cell.id === sought.id ? 4 : 0) +
				(cell.type === sought.type ? 2 : 0) +
				Number(cell.variant === sought.variant);
			if (alike > most) [best, most] = [group, alike];
		}
	return most >= 2 ? best : undefined;
}
