import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/lib/core/date/day';
import { parseWhen, type When } from '../../../src/lib/core/date/when';
import { FAINTEST, lastDay, strength } from '../../../src/lib/core/picture/fade';

function when(text: string): When {
	const parsed = parseWhen(text);
	if (!parsed.ok) throw new Error(text);
	return parsed.when;
}
const day = fc.integer({ min: -20_000, max: 30_000 });

describe('older events', () => {
	it('fade in the order of their days, and are never gone', () => {
		fc.assert(
			fc.property(fc.array(day, { minLength: 2, maxLength: 20 }), (days) => {
				const [oldest, newest] = [Math.min(...days), Math.max(...days)];
				const drawn = [...days]
					.sort((a, b) => a - b)
					.map((n) => strength(when(formatDay(n)), oldest, newest));
				expect(Math.min(...drawn)).toBeGreaterThanOrEqual(FAINTEST);
				expect(drawn.at(-1)).toBe(1);
				drawn.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(drawn[i] ?? 0));
			})
		);
	});

	it('are all strong where all stand on one day, or none has a date', () => {
		expect(strength(when('2021-05-13'), 18760, 18760)).toBe(1);
		expect(strength(null, Infinity, -Infinity)).toBe(1);
	});

	it('count by their last day, or by their first where the end is open', () => {
		expect(lastDay(when('2021-05-13/2021-05-14'))).toBe(lastDay(when('2021-05-14')));
		expect(lastDay(when('2021-05-13/..'))).toBe(lastDay(when('2021-05-13')));
		expect(lastDay(null)).toBeUndefined();
	});
});
