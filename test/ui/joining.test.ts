import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joiningLines } from '../../src/lib/ui/joining';

const panel = { left: 0, top: 0, right: 384, bottom: 700 };
const below = { left: 0, top: 400, right: 390, bottom: 844 };
const symbol = { x: 800, y: 300 };
const date = { x: 120, y: 780 };

describe('the lines that join a chosen event', () => {
	it('lead from the card to the symbol, and from there to the date', () => {
		const lines = joiningLines({ panel, y: 90, beside: true }, symbol, date, 760);
		expect(lines).toHaveLength(2);
		expect(lines[0]?.[0]).toEqual({ x: panel.right, y: 90 });
		expect(lines[0]?.at(-1)?.y).toBe(symbol.y);
		expect(lines[1]?.[0]?.x).toBe(symbol.x);
		expect(lines[1]?.at(-1)).toEqual(date);
	});

	it('lead from the card straight to the date of an event that has no symbol in sight', () => {
		const lines = joiningLines({ panel, y: 90, beside: true }, undefined, date, 760);
		expect(lines).toHaveLength(1);
		expect(lines[0]?.at(-1)).toEqual(date);
	});

	it('lead to the symbol alone where the date is out of sight, and nowhere where both are', () => {
		expect(joiningLines({ panel, y: 90, beside: true }, symbol, undefined, 760)).toHaveLength(1);
		expect(joiningLines({ panel, y: 90, beside: true }, undefined, undefined, 760)).toEqual([]);
	});

	it('rise from a card that lies below to the date, and from there to the symbol', () => {
		const at = { x: 200, y: 350 };
		const lines = joiningLines({ panel: below, y: 500, beside: false }, { x: 90, y: 60 }, at, 320);
		expect(lines.map((line) => line.at(-1))).toEqual([at, at]);
		expect(lines[1]?.[0]).toEqual({ x: at.x, y: below.top });
	});

	it('run level and upright, and begin inside the panel wherever the card is scrolled to', () => {
		const spot = fc.record({
			x: fc.integer({ min: 400, max: 1400 }),
			y: fc.integer({ min: 0, max: 700 })
		});
		fc.assert(
			fc.property(spot, fc.integer({ min: -5000, max: 5000 }), (at, y) => {
				for (const line of joiningLines({ panel, y, beside: true }, at, date, 760)) {
					line.slice(1).forEach((corner, i) => {
						const before = line[i];
						expect(corner.x === before?.x || corner.y === before?.y).toBe(true);
					});
					const [start] = line;
					if (start?.x === panel.right) expect(start.y).toBeGreaterThanOrEqual(panel.top);
					if (start?.x === panel.right) expect(start.y).toBeLessThanOrEqual(panel.bottom);
				}
			})
		);
	});
});
