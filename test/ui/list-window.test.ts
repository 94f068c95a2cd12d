import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRows, heightOf, layOut, type Group } from '../../src/lib/ui/list-window';

/** A list by the heights of its rows, group by group. */
function listOf(heights: number[][], heading: number) {
	const groups: Group[] = [];
	let first = 0;
	for (const [i, rows] of heights.entries()) {
		groups.push({ key: `${i}`, heading: `Group ${i}`, first, end: first + rows.length });
		first += rows.length;
	}
	const flat = heights.flat();
	return layOut(groups, (index) => flat[index] as number, heading);
}

/** Where each row begins and ends, walked through from the top, heading by heading. */
function walk(heights: number[][], heading: number) {
	const spans: { top: number; bottom: number }[] = [];
	let at = 0;
	for (const rows of heights) {
		at += heading;
		for (const height of rows) spans.push({ top: at, bottom: (at += height) });
	}
	return { spans, height: at };
}

const anyHeights = fc.array(
	fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 12 }),
	{ minLength: 1, maxLength: 12 }
);
const anyHeading = fc.integer({ min: 0, max: 60 });
const anyStretch = fc.tuple(
	fc.integer({ min: -500, max: 20_000 }),
	fc.integer({ min: 0, max: 3000 })
);

describe('a window into a long list', () => {
	it('draws every row in sight, and no more than one that is wholly out of it', () => {
		fc.assert(
			fc.property(anyHeights, anyHeading, anyStretch, (heights, heading, [from, long]) => {
				const to = from + long;
				const { spans } = walk(heights, heading);
				const { groups } = drawnRows(listOf(heights, heading), from, to);
				const drawn = groups.flatMap(({ rows }) => rows.map(({ index }) => index));
				expect(drawn).toEqual(
					spans.flatMap(({ top, bottom }, i) => (bottom > from && top <= to ? [i] : []))
				);
			})
		);
	});

	it('leaves each row and each heading where they stand in the whole list', () => {
		fc.assert(
			fc.property(
				anyHeights,
				anyHeading,
				anyStretch,
				fc.nat(),
				(heights, heading, [from, long], also) => {
					const { spans, height } = walk(heights, heading);
					const flat = heights.flat();
					const layout = listOf(heights, heading);
					expect(heightOf(layout)).toBe(height);
					const { groups, after } = drawnRows(layout, from, from + long, also % flat.length);
					let at = 0;
					for (const { group, before, rows, after } of groups) {
						at += before;
						expect(at + heading).toBe(spans[group.first]?.top);
						at += heading;
						for (const { index, before } of rows) {
							at += before;
							expect(at).toBe(spans[index]?.top);
							at += flat[index] as number;
						}
						at += after;
						expect(at).toBe(spans[group.end - 1]?.bottom);
					}
					expect(at + after).toBe(height);
				}
			)
		);
	});

	it('keeps one more row, wherever it stands, once and in its place', () => {
		fc.assert(
			fc.property(anyHeights, anyStretch, fc.nat(), (heights, [from, long], some) => {
				const layout = listOf(heights, 30);
				const also = some % heights.flat().length;
				const of = (extra?: number) =>
					drawnRows(layout, from, from + long, extra).groups.flatMap(({ rows }) =>
						rows.map(({ index }) => index)
					);
				expect(of(also)).toEqual([...new Set([...of(), also])].sort((a, b) => a - b));
			})
		);
	});

	it('is empty for an empty list', () => {
		const layout = layOut([], () => 80, 40);
		expect(heightOf(layout)).toBe(0);
		expect(drawnRows(layout, 0, 1000)).toEqual({ groups: [], after: 0 });
	});
});
