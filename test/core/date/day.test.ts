import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, formatDay } from '../../../src/lib/core/date/day';

describe('the day at a time', () => {
	it('is the date that ISO 8601 writes of it in UTC, before 1970 too', () => {
		const times = fc.date({ noInvalidDate: true });
		fc.assert(
			fc.property(times, (time) => {
				const [date] = time.toISOString().split('T');
				expect(formatDay(dayAt(time.getTime()))).toBe(date);
			})
		);
	});
});
