import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/lib/core/date/day';
import {
	DAY,
	DECADE,
	MONTH,
	plus,
	QUARTER,
	startOf,
	WEEK,
	YEAR,
	years
} from '../../src/lib/timeline/units';
import { day } from './helpers';

describe('the units of the calendar', () => {
	it('begin on the day or before it, and end after it, in any century', () => {
		const units = fc.constantFrom(DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, years(20), years(500));
		fc.assert(
			fc.property(units, fc.integer({ min: -1_500_000, max: 2_900_000 }), (unit, at) => {
				const first = startOf(unit, at);
				expect(first).toBeLessThanOrEqual(at);
				expect(plus(unit, first, 1)).toBeGreaterThan(at);
				expect(startOf(unit, first)).toBe(first);
			})
		);
	});

	it('are aligned to Mondays, months and round years', () => {
		const at = day('2021-05-13');
		expect(
			[WEEK, MONTH, QUARTER, YEAR, DECADE, years(50)].map((unit) => formatDay(startOf(unit, at)))
		).toEqual(['2021-05-10', '2021-05-01', '2021-04-01', '2021-01-01', '2020-01-01', '2000-01-01']);
	});

	it('hold the day of the month to the month’s length', () => {
		expect(formatDay(plus(MONTH, day('2021-01-31'), 1))).toBe('2021-02-28');
		expect(formatDay(plus(MONTH, day('2021-01-31'), 2))).toBe('2021-03-31');
		expect(formatDay(plus(MONTH, day('2021-01-31'), -2))).toBe('2020-11-30');
	});
});
