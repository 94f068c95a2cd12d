import type { LonLat } from '../../core/place/geometry';
import type { Question, Square, Store } from '../../core/store/store';
import { cornersOfCells } from '../../map/tiles/reach';
import { readTile } from '../../map/tiles/read-tile';
import { squareAt } from '../../map/tiles/squares';
import { fixedPoint } from '../../map/points/fixed';

/** Rounds of tiles by which the box is made tighter: each is some four levels finer. */
const ROUNDS = 4;

/**
 * Positions that hold all that is shown in sight, or nearly: from the tile of the whole world, and then from those
 * that the box itself takes up, as long as these are few. Throws what the store throws.
 */
export async function framingOf(store: Store, question: Question): Promise<LonLat[]> {
	let squares: Square[] = [{ z: 0, x: 0, y: 0 }];
	let positions: LonLat[] = [];
	for (let round = 0; round < ROUNDS && squares.length > 0; round++) {
		const tiles = await Promise.all(
			squares.map(async (square) => readTile((await store.tile(question, square)).bytes, square))
		);
		const cells = tiles.flat();
		positions = cornersOfCells(cells);
		if (!cells.some(({ spread }) => spread)) break;
		const next = finer(positions);
		squares = next && next.z > (squares[0]?.z ?? 0) ? next.squares : [];
	}
	return positions;
}

/** The finest level of which the box about some positions takes up four tiles at most, and these. */
function finer(positions: readonly LonLat[]): { z: number; squares: Square[] } | undefined {
	const points = positions.map(fixedPoint);
	const west = Math.min(...points.map(({ x }) => x));
	const east = Math.max(...points.map(({ x }) => x));
	const north = Math.min(...points.map(({ y }) => y));
	const south = Math.max(...points.map(({ y }) => y));
	for (let z = 14; z > 0; z--) {
		const first = squareAt({ x: west, y: north }, z);
		const last = squareAt({ x: east, y: south }, z);
		if (last.x - first.x > 1 || last.y - first.y > 1) continue;
		const squares: Square[] = [];
		for (let y = first.y; y <= last.y; y++)
			for (let x = first.x; x <= last.x; x++) squares.push({ z, x, y });
		return { z, squares };
	}
	return undefined;
}
