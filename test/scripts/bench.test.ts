import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, table } from '../../scripts/bench/table.js';

describe('the benchmark’s table', () => {
	it('takes quantiles of what lies between the least and the greatest', () => {
		expect(quantile([3, 1, 2], 0.5)).toBe(2);
		expect(quantile([1, 2], 0.5)).toBe(1.5);
		expect(quantile([7], 0.95)).toBe(7);
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(values, q) => {
					const found = quantile(values, q);
					const below = values.filter((value) => value <= found + 1e-6).length;
					expect(below).toBeGreaterThanOrEqual(Math.floor(q * (values.length - 1)) + 1);
					expect(quantile(values, 0)).toBe(Math.min(...values));
					expect(quantile(values, 1)).toBe(Math.max(...values));
				}
			)
		);
	});

	it('sets each page of a dossier against the first', () => {
		const steady = (work: number, drawn: number) =>
			Array.from({ length: 9 }, () => ({ work, drawn }));
		const lines = table([
			{ dossier: 'one', page: 'ours', samples: steady(4, 20) },
			{ dossier: 'one', page: 'theirs', samples: steady(8, 50) },
			{ dossier: 'two', page: 'ours', samples: steady(6, 30) }
		]).split('\n');
		expect(lines[1]).toMatch(/^one +ours +4\.0 +4\.0 +20\.0 +20\.0 +1\.00 +1\.00$/);
		expect(lines[2]).toMatch(/^one +theirs +8\.0 +8\.0 +50\.0 +50\.0 +2\.00 +2\.50$/);
		expect(lines[3]).toMatch(/ 1\.00$/);
	});
});
