import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE } from '../../../src/lib/core/columns/columns';
import { CERTAIN, rowState } from '../../../src/lib/core/columns/dates';
import { worldPoint } from '../../../src/lib/core/picture/camera';
import { clusterInWords, clusterMark, shortCount } from '../../../src/lib/map/points/cluster-mark';
import { breakingZoom } from '../../../src/lib/map/points/clusters';
import {
	CLUSTER_REACH,
	groupRows,
	material,
	singlesAsGroups
} from '../../../src/lib/map/points/group';
import { symbolBox } from '../../../src/lib/map/points/look';
import { drawn, LOOKS, ranges, shownRows } from './helpers';

const set = drawn(6_000, 9);
const { columns } = set;
const of = material(set);
const levels = fc.integer({ min: 2, max: 28 }).map((half) => half / 2);
const filters = fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined });
const passesOf = (step: number | undefined) =>
	step === undefined
		? undefined
		: Uint8Array.from({ length: columns.length }, (_, row) => Number(row % step === 0));

/** Pixels at a zoom from one row's point to another's, by the small map's projection. */
function apart(a: number, b: number, zoom: number) {
	const [from, to] = [a, b].map((row) =>
		worldPoint([(columns.lon[row] as number) / 1e5, (columns.lat[row] as number) / 1e5])
	) as [{ x: number; y: number }, { x: number; y: number }];
	const scale = 512 * 2 ** zoom;
	return { x: Math.abs(to.x - from.x) * scale, y: Math.abs(to.y - from.y) * scale };
}

describe('groups of rows', () => {
	it('hold each row that a plain loop finds exactly once, and no other', () => {
		fc.assert(
			fc.property(ranges, filters, levels, (range, step, level) => {
				const passes = passesOf(step);
				const { clusters, singles, total, rowsOf } = groupRows(of, range, passes, level);
				const counted = clusters.reduce((sum, { count }) => sum + count, 0) + singles.length;
				const wanted = shownRows(set, range, passes);
				expect(counted).toBe(wanted.length);
				expect(total).toBe(wanted.length);
				const all = [...singles, ...clusters.flatMap(({ spot }) => [...rowsOf(spot)])];
				expect(all.sort((a, b) => a - b)).toEqual(wanted);
			}),
			{ numRuns: 60 }
		);
	});

	it('tell which of them stands for a row, and that none does for one that is alone or not shown', () => {
		fc.assert(
			fc.property(ranges, filters, levels, (range, step, level) => {
				const passes = passesOf(step);
				const groups = groupRows(of, range, passes, level);
				const holder = new Map<number, number>();
				for (const { spot } of groups.clusters)
					for (const row of groups.rowsOf(spot)) holder.set(row, spot);
				for (let row = 0; row < columns.length; row += 97)
					expect(groups.clusterOf(row)).toBe(holder.get(row));
			}),
			{ numRuns: 20 }
		);
	});

	it('of one row each look as that row does, and stand where it does', () => {
		const rows = groupRows(of, {}, undefined, 13).singles.slice(0, 50);
		const alone = singlesAsGroups(rows, set);
		expect(alone.length).toBe(rows.length);
		alone.forEach((group, i) => {
			const row = rows[i] as number;
			const look = LOOKS[columns.type[row] as number];
			expect(clusterMark(group)).toMatchObject({ count: 1, parts: [{ ...look }] });
			expect([group.x, group.y]).toEqual([set.positions[2 * row], set.positions[2 * row + 1]]);
		});
	});

	it('count each kind, and what is only possible of it, as a plain loop does', () => {
		fc.assert(
			fc.property(ranges, levels, (range, level) => {
				const { clusters, rowsOf } = groupRows(of, range, undefined, level);
				for (const { spot, kinds, count } of clusters.slice(0, 40)) {
					const rows = [...rowsOf(spot)];
					expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(count);
					const possible = rows.filter((row) => rowState(columns, row, range) !== CERTAIN).length;
					expect(kinds.reduce((sum, kind) => sum + kind.possible, 0)).toBe(possible);
					const looks = rows.map((row) => LOOKS[columns.type[row] as number]);
					const wanted = new Set(looks.map((look) => `${look?.role} ${look?.shape}`));
					expect(kinds.length).toBe(wanted.size);
				}
			}),
			{ numRuns: 25 }
		);
	});

	it('stand at a spot where something that is shown happened', () => {
		const range = { from: 17_000, to: 17_200 };
		const { clusters, rowsOf } = groupRows(of, range, undefined, 6);
		expect(clusters.length).toBeGreaterThan(10);
		for (const { spot, x, y } of clusters) {
			const at = [...rowsOf(spot)].map(
				(row) => `${set.positions[2 * row]} ${set.positions[2 * row + 1]}`
			);
			expect(at).toContain(`${x} ${y}`);
		}
	});

	it('stand clear of each other', () => {
		fc.assert(
			fc.property(ranges, levels, (range, level) => {
				const { clusters } = groupRows(of, range, undefined, level);
				const scale = (512 * 2 ** level) / 2 ** 32;
				for (const [i, a] of clusters.slice(0, 150).entries())
					for (const b of clusters.slice(0, i)) {
						const near =
							Math.abs(a.x - b.x) * scale < CLUSTER_REACH.x - 1e-6 &&
							Math.abs(a.y - b.y) * scale < CLUSTER_REACH.y - 1e-6;
						expect(near).toBe(false);
					}
			}),
			{ numRuns: 30 }
		);
	});

	it('leave single what lies on nothing of its group, and nothing else', () => {
		fc.assert(
			fc.property(ranges, levels, (range, level) => {
				const { clusters, singles, rowsOf } = groupRows(of, range, undefined, level);
				const box = symbolBox(level);
				for (const { spot, count } of clusters) {
					if (count > 6) continue;
					const rows = [...rowsOf(spot)];
					const close = rows.some((a, i) =>
						rows.slice(0, i).some((b) => {
							const { x, y } = apart(a, b, level);
							return Math.hypot(x, y) < box + 0.01;
						})
					);
					expect(close).toBe(true);
				}
				expect([...singles]).toEqual([...singles].sort((a, b) => a - b));
			}),
			{ numRuns: 30 }
		);
	});

	it('hold together across ±180°', () => {
		const own = drawn(4, 1);
		own.columns.first.fill(17_000);
		own.columns.possibleFirst.fill(17_000);
		own.columns.possibleLast.fill(17_000);
		own.index.isWide.fill(0);
		const positions = Uint32Array.from([
			5,
			2 ** 31,
			2 ** 32 - 5,
			2 ** 31,
			9,
			2 ** 31,
			2 ** 32 - 9,
			2 ** 31
		]);
		const looks = own.looks.map((look) => look & ~(3 << 13));
		const all = material({
			...own,
			index: { ...own.index, wide: new Uint32Array() },
			positions,
			looks
		});
		const { clusters } = groupRows(all, {}, undefined, 5);
		expect(clusters.map(({ count }) => count)).toEqual([4]);
		expect(clusters[0]?.reach[0]).toBeLessThan(20);
	});

	it('are none where nothing is shown', () => {
		const none = new Uint8Array(columns.length);
		expect(groupRows(of, {}, none, 5)).toMatchObject({ clusters: [], total: 0 });
		const empty = material(drawn(0, 1));
		expect(groupRows(empty, {}, undefined, 5)).toMatchObject({ clusters: [], total: 0 });
	});

	it('leave out what is listed only', () => {
		const listed = shownRows(set, {}).length;
		expect(listed).toBeLessThan(columns.length);
		expect(groupRows(of, {}, undefined, 4).total).toBe(
			columns.lat.filter((lat) => lat !== NOWHERE).length
		);
	});
});

describe('a cluster', () => {
	const { clusters } = groupRows(of, {}, undefined, 5);
	const [richest] = clusters.toSorted((a, b) => b.count - a.count);

	it('breaks up at the zoom that is said, where it ever does', () => {
		for (const cluster of clusters.slice(0, 20)) {
			const zoom = breakingZoom(cluster);
			if (zoom === undefined) {
				expect(cluster.places).toBe(1);
				continue;
			}
			const rows = groupRows(of, {}, undefined, 5).rowsOf(cluster.spot);
			const deeper = groupRows(of, {}, undefined, Math.min(20, zoom));
			const homes = new Set(
				deeper.clusters.filter(({ spot }) => deeper.rowsOf(spot).some((row) => rows.includes(row)))
			);
			const alone = deeper.singles.filter((row) => rows.includes(row));
			expect(homes.size + alone.length).toBeGreaterThan(1);
		}
	});

	it('is drawn with its most frequent kinds, and says all in words', () => {
		if (!richest) throw new Error('There is no cluster.');
		const mark = clusterMark(richest);
		expect(mark.parts.length).toBeLessThanOrEqual(3);
		expect(mark.width).toBeLessThan(CLUSTER_REACH.x);
		const words = clusterInWords(richest);
		expect(words).toContain(`${richest.count.toLocaleString('en')} events at`);
		const parts = [...(words.split(': ')[1] ?? '').matchAll(/(\d[\d,]*) [a-z]+/g)];
		const sum = parts.reduce((all, [, n]) => all + Number((n ?? '').replace(/,/g, '')), 0);
		expect(sum).toBe(richest.count);
	});

	it('has its number in five characters, rounded down', () => {
		expect(
			[1, 9_999, 10_000, 19_999, 999_999, 1_000_000, 9_999_999, 12_345_678].map(shortCount)
		).toEqual(['1', '9,999', '10k', '19k', '999k', '1M', '9.9M', '12M']);
	});
});
