import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { EXTENT, LAYER, VARIANT_NAMES, type TilePoint } from '../../core/store/tile';
import { MOST_LEVEL, type Square } from '../../core/store/store';
import { WORLD_UNITS } from '../points/fixed';

/** Levels of zoom by which a tile's own grid is finer than it. */
export const GRID_LEVELS = Math.log2(EXTENT);

/** Events of one cell that look alike, and where in the world one of them stands (fixed.ts). */
export interface TileCell extends TilePoint {
	x: number;
	y: number;
	/** Level of the grid to which the point is rounded down. */
	grid: number;
}

/** An event's id, as the check of a dossier takes it. */
const ID = /^[a-z0-9-]{1,200}$/;

/**
 * The points of a tile. What is no point of a store's tile is left out: a layer of another name, a count that is
 * none. Throws where the bytes are no vector tile.
 */
export function readTile(bytes: Uint8Array, { z, x, y }: Square): TileCell[] {
	if (bytes.length === 0) return [];
	const layer = new VectorTile(new PbfReader(bytes)).layers[LAYER];
	if (!layer) return [];
	const grid = z + GRID_LEVELS;
	const unit = WORLD_UNITS / 2 ** grid;
	const cells: TileCell[] = [];
	for (let i = 0; i < layer.length; i++) {
		const feature = layer.feature(i);
		const point = feature.loadGeometry()[0]?.[0];
		const its = pointOf(feature.properties);
		if (!point || !its || !inTile(point.x) || !inTile(point.y)) continue;
		cells.push({
			...its,
			x: (x * EXTENT + point.x) * unit,
			y: (y * EXTENT + point.y) * unit,
			grid
		});
	}
	return cells;
}

const inTile = (at: number) => Number.isInteger(at) && at >= 0 && at < EXTENT;
const isWhole = (value: unknown, least: number, most: number): value is number =>
	Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

function pointOf({
	type,
	variant,
	n,
	sure,
	coarse,
	spread,
	level,
	id
}: Record<string, unknown>): TilePoint | undefined {
	if (typeof type !== 'string' || !isWhole(variant, 0, VARIANT_NAMES.length - 1)) return undefined;
	if (!isWhole(n, 1, Number.MAX_SAFE_INTEGER) || !isWhole(sure, 0, n)) return undefined;
	if (!isWhole(level, 0, MOST_LEVEL)) return undefined;
	const own = n === 1 && typeof id === 'string' && ID.test(id) ? { id } : {};
	return {
		type,
		variant,
		n,
		sure,
		coarse: coarse === true,
		spread: spread === true,
		level,
		...own
	};
}
