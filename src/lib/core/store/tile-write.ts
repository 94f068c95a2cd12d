import { PbfWriter } from 'pbf';
import { WORLD_LEVELS } from './world';
import { CELL_LEVELS, EXTENT, LAYER, MOST_POINTS, type TilePoint } from './tile';
import type { Square } from './store';

/** A point of a tile before it is written, with the spot that it stands at, in units of WORLD. */
export interface Cell extends Omit<TilePoint, 'level' | 'id'> {
	x: number;
	y: number;
	/** Of one of its events. */
	id: string;
}

/**
 * Puts events together that share a cell, a type and a look, in cells as wide as it takes.
 * @param cells of one event each, or of several that share all this; all in the tile
 */
export function gather(cells: readonly Cell[], { z }: Square): { cells: Cell[]; level: number } {
	for (let level = z + CELL_LEVELS; ; level--) {
		const shift = WORLD_LEVELS - Math.min(WORLD_LEVELS, level);
		const found = new Map<string, Cell>();
		for (const cell of cells) {
			const key = `${cell.x >> shift} ${cell.y >> shift} ${cell.variant} ${cell.type}`;
			const known = found.get(key);
			if (known) join(known, cell);
			else found.set(key, { ...cell });
		}
		if (found.size <= MOST_POINTS || level <= z) return { cells: [...found.values()], level };
	}
}

function join(into: Cell, cell: Cell): void {
	into.n += cell.n;
	into.sure += cell.sure;
	into.coarse &&= cell.coarse;
	into.spread ||= cell.spread || cell.x !== into.x || cell.y !== into.y;
	if (cell.y < into.y || (cell.y === into.y && cell.x < into.x))
		[into.x, into.y] = [cell.x, cell.y];
}

/** A tile as Mapbox Vector Tile 2.1: empty where there is nothing in it. */
export function writeTile(
	{ cells, level }: { cells: readonly Cell[]; level: number },
	tile: Square
): Uint8Array {
	if (cells.length === 0) return new Uint8Array();
	const values: (string | number | boolean)[] = [];
	const numbers = new Map<string | number | boolean, number>();
	const numberOf = (value: string | number | boolean) => {
		let number = numbers.get(value);
		if (number === undefined) numbers.set(value, (number = values.push(value) - 1));
		return number;
	};
	const pbf = new PbfWriter();
	pbf.writeMessage(3, writeLayer, undefined);
	return pbf.finish();

	function writeLayer(_: undefined, layer: PbfWriter) {
		layer.writeVarintField(15, 2);
		layer.writeStringField(1, LAYER);
		for (const cell of cells) layer.writeMessage(2, writePoint, cell);
		for (const key of KEYS) layer.writeStringField(3, key);
		for (const value of values) layer.writeMessage(4, writeValue, value);
		layer.writeVarintField(5, EXTENT);
	}
	function writePoint(cell: Cell, point: PbfWriter) {
		const { id, ...own } = cell;
		const properties: TilePoint = { ...own, level, ...(cell.n === 1 && { id }) };
		const tags = KEYS.flatMap((key, number) => {
			const value = properties[key];
			return value === undefined ? [] : [number, numberOf(value)];
		});
		point.writePackedVarint(2, tags);
		point.writeVarintField(3, POINT);
		const { x, y } = inTile(cell, tile);
		point.writePackedVarint(4, [MOVE_TO, 2 * x, 2 * y]);
	}
}

const KEYS = ['type', 'variant', 'n', 'sure', 'coarse', 'spread', 'level', 'id'] as const;
const POINT = 1;
/** Command 1, once. */
const MOVE_TO = 9;

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
	if (typeof value === 'string') pbf.writeStringField(1, value);
	else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
	else pbf.writeVarintField(5, value);
}

/** A spot in the tile's own grid, rounded down. */
function inTile(at: { x: number; y: number }, { z, x, y }: Square): { x: number; y: number } {
	const side = 2 ** (WORLD_LEVELS - z);
	return {
		x: Math.floor(((at.x - x * side) * EXTENT) / side),
		y: Math.floor(((at.y - y * side) * EXTENT) / side)
	};
}
