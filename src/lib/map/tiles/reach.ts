import { WORLD_SIZE, worldPoint, type Camera } from '../../core/picture/camera';
import type { LonLat } from '../../core/place/geometry';
import { MOST_SQUARES, type Square } from '../../core/store/store';
import { CELL_LEVELS } from '../../core/store/tile';
import type { TileCell } from './read-tile';
import { cornersOf, positionOf, squareAt, tileLevel } from './squares';

/** The deepest zoom of the map. */
export const DEEPEST_ZOOM = 14;
/** Levels of the finest cells that a map comes to: what shares one is never parted. */
const FINEST = tileLevel(DEEPEST_ZOOM) + CELL_LEVELS;
/** Pixels that are kept free about what is framed, on each side. */
const FREE = 56;
/** A zoom that is no nearer than this parts nothing. */
const NEARER = 0.3;

/** Positions between which all events of some cells stand, as far as is known. */
export function cornersOfCells(cells: readonly TileCell[]): LonLat[] {
	return cells.flatMap((cell) =>
		cell.spread && cell.level < FINEST ? cornersOf(squareAt(cell, cell.level)) : [positionOf(cell)]
	);
}

/** Whether the map comes nearer where it frames some positions, so that they may part. */
export function comesNearer(
	{ width, height, zoom }: Pick<Camera, 'width' | 'height' | 'zoom'>,
	positions: readonly LonLat[]
): boolean {
	const points = positions.map(worldPoint);
	const extent = (of: (point: { x: number; y: number }) => number) =>
		Math.max(...points.map(of)) - Math.min(...points.map(of));
	const across = extent(({ x }) => x) * WORLD_SIZE;
	const down = extent(({ y }) => y) * WORLD_SIZE;
	if (Math.max(across, down) * 2 ** DEEPEST_ZOOM < 1) return false;
	const fitting = Math.log2(
		Math.min(
			Math.max(1, width - 2 * FREE) / Math.max(across, 1e-12),
			Math.max(1, height - 2 * FREE) / Math.max(down, 1e-12)
		)
	);
	return Math.min(DEEPEST_ZOOM, fitting) > zoom + NEARER;
}

/** Squares that hold the events of some cells, and hardly others: one spot's own, or the cell. */
export function squaresOf(cells: readonly TileCell[]): Square[] {
	const squares = cells.map((cell) => squareAt(cell, cell.spread ? cell.level : cell.grid));
	return [...new Map(squares.map((square) => [JSON.stringify(square), square])).values()].slice(
		0,
		MOST_SQUARES
	);
}
