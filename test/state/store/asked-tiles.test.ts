import { describe, expect, it } from 'vitest';
import type { Answer, Missing, Square } from '../../../src/lib/core/store/store';
import { AskedTiles } from '../../../src/lib/state/store/asked-tiles.svelte';

const square = (x: number): Square => ({ z: 4, x, y: 0 });
const wish = (key: string, ...xs: number[]) => ({ key, question: {}, squares: xs.map(square) });

/** Tiles that come when the test says so. */
function desk() {
	const asked: { x: number; keep: (missing?: Missing[]) => void; fail: () => void }[] = [];
	const heard: Answer<unknown>[] = [];
	const faults: unknown[] = [];
	const tiles = new AskedTiles<string>({
		tile: (_, { x }) =>
			new Promise((keep, fail) =>
				asked.push({
					x,
					keep: (missing) => keep({ bytes: Uint8Array.of(x), ...(missing && { missing }) }),
					fail: () => fail(new Error('away'))
				})
			),
		read: (bytes) => `tile ${bytes[0]}`,
		onanswer: (answer) => heard.push(answer),
		onfault: (error) => faults.push(error),
		moving: () => false
	});
	const rest = async () => {
		for (let i = 0; i < 20; i++) await Promise.resolve();
	};
	const keepAll = async () => {
		for (const one of asked.splice(0)) one.keep();
		await rest();
	};
	return { tiles, asked, heard, faults, rest, keepAll };
}

describe('the tiles in sight', () => {
	it('are drawn once all of a question are there, and the last until then', async () => {
		const { tiles, asked, rest, keepAll } = desk();
		void tiles.want(wish('a', 1, 2));
		asked[0]?.keep();
		await rest();
		expect(tiles.round).toBeUndefined();
		await keepAll();
		expect(tiles.round).toMatchObject({ key: 'a', tiles: ['tile 1', 'tile 2'] });
		void tiles.want(wish('b', 1, 2));
		expect(tiles.round?.key).toBe('a');
		await keepAll();
		expect(tiles.round?.key).toBe('b');
	});

	it('come a round at a time: of those that are wanted meanwhile the last', async () => {
		const { tiles, asked, keepAll } = desk();
		void tiles.want(wish('a', 1));
		void tiles.want(wish('b', 1));
		void tiles.want(wish('c', 1));
		expect(asked).toHaveLength(1);
		await keepAll();
		expect(tiles.round?.key).toBe('a');
		expect(asked).toHaveLength(1);
		await keepAll();
		expect(tiles.round?.key).toBe('c');
	});

	it('are asked for once, however often the map goes there', async () => {
		const { tiles, asked, keepAll } = desk();
		void tiles.want(wish('a', 1, 2));
		await keepAll();
		void tiles.want(wish('a', 2, 3));
		expect(asked.map(({ x }) => x)).toEqual([3]);
		await keepAll();
		void tiles.want(wish('a', 1, 2));
		await keepAll();
		expect(tiles.round?.tiles).toEqual(['tile 1', 'tile 2']);
		expect(asked).toHaveLength(0);
	});

	it('are asked for again where parts were away, and say once a round what these are', async () => {
		const { tiles, asked, heard, rest } = desk();
		const missing = [{ from: 1, to: 2 }];
		void tiles.want(wish('a', 1, 2));
		asked.splice(0).forEach((one) => one.keep(missing));
		await rest();
		expect(heard).toEqual([{ missing: [...missing, ...missing] }]);
		void tiles.want(wish('a', 1, 2, 3));
		expect(asked.map(({ x }) => x)).toEqual([1, 2, 3]);
	});

	it('leave the last in place where one of them does not come', async () => {
		const { tiles, asked, faults, rest, keepAll } = desk();
		void tiles.want(wish('a', 1));
		await keepAll();
		void tiles.want(wish('b', 1, 2));
		asked[0]?.keep();
		asked[1]?.fail();
		await rest();
		expect(faults).toHaveLength(1);
		expect(tiles.round?.key).toBe('a');
		asked.length = 0;
		void tiles.want(wish('b', 1, 2));
		// What had come is kept.
		expect(asked.map(({ x }) => x)).toEqual([2]);
	});
});
