import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredBy } from '../../src/lib/ui/embed/covered';

const map = { left: 0, right: 700, top: 50, bottom: 450 };

describe('what a panel lies over', () => {
	it('is the map’s left part where a strip stays at the side, and its lower part where none does', () => {
		expect(coveredBy({ left: 0, right: 380, top: 50, bottom: 450 }, map)).toEqual({
			left: 380,
			bottom: 0
		});
		expect(coveredBy({ left: 0, right: 700, top: 210, bottom: 450 }, map)).toEqual({
			left: 0,
			bottom: 240
		});
	});

	it('is nothing beside the map, under it, or where the panel is not shown', () => {
		for (const panel of [
			{ left: -320, right: 0, top: 50, bottom: 450 },
			{ left: 0, right: 700, top: 450, bottom: 800 },
			{ left: 0, right: 0, top: 0, bottom: 0 }
		])
			expect(coveredBy(panel, map)).toEqual({ left: 0, bottom: 0 });
	});

	it('never is more than the map', () => {
		const side = fc.integer({ min: -300, max: 1000 });
		fc.assert(
			fc.property(side, side, side, side, (a, b, c, d) => {
				const panel = {
					left: Math.min(a, b),
					right: Math.max(a, b),
					top: Math.min(c, d),
					bottom: Math.max(c, d)
				};
				const { left, bottom } = coveredBy(panel, map);
				expect(left).toBeGreaterThanOrEqual(0);
				expect(left).toBeLessThan(700);
				expect(bottom).toBeGreaterThanOrEqual(0);
				expect(bottom).toBeLessThanOrEqual(400);
			})
		);
	});
});
