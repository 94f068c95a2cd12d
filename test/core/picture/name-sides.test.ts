import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_ANCHORS } from '../../../src/lib/core/picture/cartography';
import { placeLabels } from '../../../src/lib/core/picture/labels';
import {
	ALL_CUTS,
	anchorsBy,
	cutAt,
	edgesOf,
	NARROW
} from '../../../src/lib/core/picture/name-sides';

/** Even, so that halves are whole and sums exact. */
const number = (min: number, max: number) =>
	fc.integer({ min: min / 2, max: max / 2 }).map((half) => 2 * half);

describe('the places of a name about its point', () => {
	it('are all tried, in whatever order', () => {
		for (const cut of ALL_CUTS) {
			expect(anchorsBy(cut).toSorted()).toEqual(PLACE_ANCHORS.toSorted());
		}
		expect(anchorsBy(0)).toEqual(PLACE_ANCHORS);
	});

	it('leave a name whole where any of them does, if nothing else is in the way', () => {
		fc.assert(
			fc.property(number(0, 390), number(14, 72), number(10, 200), (x, aside, width) => {
				const edges = edgesOf(390) as { left: number; right: number };
				const first = anchorsBy(cutAt(x, aside, width, edges))[0];
				const left = { left: x + aside, right: x - aside - width, top: x - width / 2 };
				const spans = Object.fromEntries(
					PLACE_ANCHORS.map((anchor) => {
						const from = anchor === 'bottom' ? left.top : left[anchor as keyof typeof left];
						return [anchor, from >= edges.left && from + width <= edges.right];
					})
				);
				if (Object.values(spans).some(Boolean)) expect(spans[first as string]).toBe(true);
				else expect(first).toBe(PLACE_ANCHORS[0]);
			}),
			{ seed: 1 }
		);
	});

	it('are as ever on a map that is wide enough', () => {
		expect(edgesOf(NARROW)).toBeUndefined();
		expect(cutAt(5, 20, 500, edgesOf(NARROW))).toBe(0);
	});

	it('are kept by the picture: a name near the buttons stands left of its symbol', () => {
		const edges = edgesOf(390);
		const label = { x: 300, y: 100, lines: [{ text: 'Nagorno-Karabakh', size: 12 }] };
		const [placed] = placeLabels(
			[
				{
					...label,
					clearance: { x: 20, y: 14 },
					anchors: anchorsBy(cutAt(label.x, 20, 110, edges))
				}
			],
			[],
			{ width: 480, height: 760 }
		);
		expect(placed?.box.right).toBeLessThan(300);
	});
});
