import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { levelOf } from '../../../src/lib/core/picture/stacks';
import { WORLD_SIZE } from '../../../src/lib/core/picture/camera';
import { shapeOf } from '../../../src/lib/core/picture/symbols';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import type { Square } from '../../../src/lib/core/store/store';
import { gather, writeTile, type Cell } from '../../../src/lib/core/store/tile-write';
import { CLUSTER_REACH } from '../../../src/lib/map/points/group';
import { clusterInWords } from '../../../src/lib/map/points/cluster-mark';
import { wayAcross, WORLD_UNITS } from '../../../src/lib/map/points/fixed';
import { groupCells, holderIn } from '../../../src/lib/map/tiles/group-cells';
import { comesNearer, cornersOfCells, squaresOf } from '../../../src/lib/map/tiles/reach';
import { readTile, type TileCell } from '../../../src/lib/map/tiles/read-tile';
import {
	cornersOf,
	positionOf,
	squareAt,
	squaresInSight,
	tileLevel
} from '../../../src/lib/map/tiles/squares';
import { columnsStore } from '../../../src/lib/server/columns/store';
import { syntheticDossier } from '../../core/view/synthetic';
import { seeded } from '../../synthetic/dossier.js';
import { fileInMemory } from '../../synthetic/events-file';

const TODAY = 18_900;
const dossier = syntheticDossier(600, 5);
const store = columnsStore(
	{ ...dossier, events: [] },
	{ file: fileInMemory(dossier, TODAY), columns: columnsOf(dossier, TODAY), rev: 'abc' }
);
const types = new Map(dossier.header.types.map((type) => [type.id, type]));
const lookOf = (id: string) => {
	const type = types.get(id) ?? { role: 'word' as const };
	return { role: type.role, shape: shapeOf(type) };
};
const tilesOf = (z: number): Square[] =>
	Array.from({ length: 4 ** z }, (_, i) => ({ z, x: i % 2 ** z, y: Math.floor(i / 2 ** z) }));
async function cellsAt(z: number, question = {}) {
	const tiles = await Promise.all(
		tilesOf(z).map(async (tile) => readTile((await store.tile(question, tile)).bytes, tile))
	);
	return tiles.flat();
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Cells by dice: some at one point, some alone. */
function dice(seed: number, count: number): TileCell[] {
	const random = seeded(seed);
	const below = (n: number) => Math.floor(random() * n);
	const spots = Array.from({ length: 1 + below(count) }, () => ({
		x: below(2 ** 20) * 2 ** 12,
		y: below(2 ** 20) * 2 ** 12
	}));
	return Array.from({ length: count }, (_, i) => {
		const n = below(3) === 0 ? 1 + below(5000) : 1;
		return {
			...(spots[below(spots.length)] as { x: number; y: number }),
			grid: 20,
			type: `type-${below(10)}`,
			variant: below(4),
			n,
			sure: below(n + 1),
			coarse: random() < 0.3,
			spread: n > 1 && random() < 0.5,
			level: 13,
			...(n === 1 && { id: `event-${i}` })
		};
	});
}

describe('the tiles of a store', () => {
	it.each([0, 2, 4])('hold at level %i every event that is shown and has a spot', async (z) => {
		const question = { from: 18_700, to: 18_760 };
		const { tallies, certain } = await store.counts(question);
		const unplaced = tallies.unplaced;
		const cells = await cellsAt(z, question);
		expect(sum(cells.map(({ n }) => n))).toBe(tallies.shown - unplaced);
		expect(sum(cells.map(({ sure }) => sure))).toBeLessThanOrEqual(certain);
	});

	it('stand at spots of events, to the tile’s own grid', async () => {
		const spots = dossier.events.map(symbolPoint).filter((at) => at !== undefined);
		for (const cell of await cellsAt(3)) {
			const [lon, lat] = positionOf(cell);
			const near = spots.some(([x, y]) => Math.abs(x - lon) < 0.02 && Math.abs(y - lat) < 0.02);
			expect(near).toBe(true);
		}
	});

	it('are read without what is no point of theirs', () => {
		const tile = { z: 1, x: 1, y: 0 };
		const cell: Cell = {
			x: 2 ** 29 + 5,
			y: 77,
			type: 'type-1',
			variant: 0,
			n: 1,
			sure: 1,
			coarse: false,
			spread: false,
			id: 'event-1'
		};
		const read = (cells: Cell[]) => readTile(writeTile(gather(cells, tile), tile), tile);
		expect(read([cell])).toHaveLength(1);
		expect(read([cell])[0]).toMatchObject({ id: 'event-1', n: 1, grid: 13 });
		expect(read([{ ...cell, variant: 9 }])).toEqual([]);
		expect(read([{ ...cell, n: 0 }])).toEqual([]);
		expect(read([{ ...cell, sure: 3 }])).toEqual([]);
		expect(read([{ ...cell, id: '"><script>' }])[0]?.id).toBeUndefined();
		expect(readTile(new Uint8Array(), tile)).toEqual([]);
	});
});

describe('groups of cells', () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])('stand for just what the tiles count (by dice, %i)', (seed) => {
		const cells = dice(seed, 400);
		for (const level of [0, 3.5, 9, 14]) {
			const groups = groupCells(cells, level, lookOf);
			expect(sum(groups.map(({ count }) => count))).toBe(sum(cells.map(({ n }) => n)));
			for (const { count, kinds, cells: its } of groups) {
				expect(sum(kinds.map((kind) => kind.count))).toBe(count);
				expect(sum(kinds.map(({ possible }) => possible))).toBe(
					sum(its.map(({ n, sure }) => n - sure))
				);
			}
			const all = groups.flatMap((group) => group.cells);
			expect(new Set(all)).toEqual(new Set(cells));
			expect(all).toHaveLength(cells.length);
		}
	});

	it.each([1, 2, 3, 4])('with a number keep clear of each other (by dice, %i)', (seed) => {
		for (const level of [2, 5]) {
			const unit = (WORLD_SIZE * 2 ** level) / WORLD_UNITS;
			const groups = groupCells(dice(seed, 300), level, lookOf).filter(({ count }) => count > 1);
			groups.forEach((one, i) => {
				for (const other of groups.slice(0, i)) {
					const right = Math.abs(wayAcross(one.x, other.x)) * unit;
					const down = Math.abs(one.y - other.y) * unit;
					expect(right >= CLUSTER_REACH.x - 1 || down >= CLUSTER_REACH.y - 1).toBe(true);
				}
			});
		}
	});

	it('are the same whatever order the tiles come in', () => {
		const cells = dice(9, 200);
		const facts = (of: readonly TileCell[]) =>
			groupCells(of, 4, lookOf).map(({ x, y, count }) => `${x} ${y} ${count}`);
		expect(facts(cells.toReversed()).sort()).toEqual(facts(cells).sort());
	});

	it('say “several places” where it is not known at how many', () => {
		const [cell] = dice(1, 1) as [TileCell];
		const two = { ...cell, n: 40, sure: 40, spread: false };
		const [known] = groupCells([two], 4, lookOf);
		const [unknown] = groupCells([{ ...two, spread: true }], 4, lookOf);
		expect(known && clusterInWords(known)).toMatch(/^40 events at one place: /);
		expect(unknown && clusterInWords(unknown)).toMatch(/^40 events at several places: /);
	});

	it('stand for each event that is shown', async () => {
		const groups = groupCells(await cellsAt(4), levelOf(4), lookOf);
		for (const event of dossier.events) {
			const at = symbolPoint(event);
			if (!at) continue;
			const { id, type } = event;
			const holder = holderIn(groups, { id, type, variant: 0, at });
			expect(holder?.cells.some((cell) => cell.type === type)).toBe(true);
		}
	});
});

describe('a group that is pressed', () => {
	it('is asked for by squares that hold all of its events', async () => {
		for (const group of groupCells(await cellsAt(4), 4, lookOf)) {
			const squares = squaresOf(group.cells);
			const page = await store.list({}, { limit: 1000, squares, bare: true });
			expect(page.events.length).toBeGreaterThanOrEqual(group.count);
		}
	});

	it('is framed as long as that comes nearer, and no longer', () => {
		const size = { width: 800, height: 600 };
		const [cell] = dice(1, 1) as [TileCell];
		const alone = cornersOfCells([{ ...cell, spread: false }]);
		expect(comesNearer({ ...size, zoom: 3 }, alone)).toBe(false);
		const spread = cornersOfCells([{ ...cell, spread: true, level: 8 }]);
		expect(comesNearer({ ...size, zoom: 3 }, spread)).toBe(true);
		expect(comesNearer({ ...size, zoom: 13.9 }, spread)).toBe(false);
	});
});

describe('the squares of a picture', () => {
	const camera = { lon: 45, lat: 40, width: 1000, height: 600 };
	it('are of the level whose tiles are 512 pixels wide or hardly more', () => {
		expect([-0.4, 0, 4.9, 14, 30].map(tileLevel)).toEqual([0, 0, 4, 14, 16]);
	});
	it('cover it, and are each named once', () => {
		for (const zoom of [0, 1.7, 4, 6.5, 9]) {
			const squares = squaresInSight({ ...camera, zoom }, tileLevel(zoom), { x: 0, y: 0 });
			const names = squares.map(({ z, x, y }) => `${z}/${x}/${y}`);
			expect(new Set(names).size).toBe(names.length);
			const [[west, south], [east, north]] = cornersOf(squareAt({ x: 0, y: 0 }, 0));
			expect([west, east]).toEqual([-180, 180]);
			expect(north).toBeCloseTo(-south);
			expect(squares.length).toBeLessThanOrEqual(12);
		}
	});
	it('go round the world', () => {
		const squares = squaresInSight({ ...camera, lon: 179, zoom: 4 }, 4, { x: 0, y: 0 });
		expect(squares.map(({ x }) => x)).toContain(15);
		expect(squares.map(({ x }) => x)).toContain(0);
	});
});
