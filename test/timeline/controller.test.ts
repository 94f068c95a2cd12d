import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../src/lib/core/date/day';
import type { DayRange } from '../../src/lib/core/date/match';
import { TimelineController, type Thumb } from '../../src/lib/timeline/controller';

const day = (text: string) => parseDay(text) as number;
const FIRST = day('2021-05-01');
const LAST = day('2021-05-31');
const may = new TimelineController({ first: FIRST, last: LAST });

const days = fc.integer({ min: FIRST - 40, max: LAST + 40 });
const ranges: fc.Arbitrary<DayRange> = fc
	.tuple(fc.option(days, { nil: undefined }), fc.option(days, { nil: undefined }))
	.map(([a, b]) =>
		a !== undefined && b !== undefined && a > b ? { from: b, to: a } : { from: a, to: b }
	);
const thumbs = fc.constantFrom<Thumb>('from', 'to');

describe('the date slider', () => {
	it('finds every day again where it stands on the axis', () => {
		for (let at = FIRST; at <= LAST; at++) {
			expect(may.dayAt(may.fractionOf(at) + 1e-9)).toBe(at);
			expect(may.dayAt(may.fractionOf(at + 1) - 1e-9)).toBe(at);
		}
	});

	it('holds points beyond the axis to its ends', () => {
		expect([may.dayAt(-3), may.dayAt(0), may.dayAt(1), may.dayAt(7)]).toEqual([
			FIRST,
			FIRST,
			LAST,
			LAST
		]);
	});

	it('never lets the thumbs pass each other or leave the axis', () => {
		fc.assert(
			fc.property(ranges, thumbs, fc.array(days, { maxLength: 6 }), (start, thumb, moves) => {
				const range = moves.reduce((at, to) => may.move(at, thumb, to), start);
				const { from, to } = may.thumbs(range);
				expect(from).toBeGreaterThanOrEqual(FIRST);
				expect(to).toBeLessThanOrEqual(LAST);
				if (moves.length > 0) expect(from).toBeLessThanOrEqual(to);
			})
		);
	});

	it('has no bound where a thumb stands at the end of the axis', () => {
		const range = may.move({ from: day('2021-05-10'), to: day('2021-05-20') }, 'from', FIRST);
		expect(range).toEqual({ from: undefined, to: day('2021-05-20') });
		expect(may.move(range, 'to', LAST)).toEqual({ from: undefined, to: undefined });
	});

	it('leaves the other bound alone, at the end of the axis too', () => {
		const whole = { from: FIRST, to: LAST };
		expect(may.move(whole, 'to', day('2021-05-20'))).toEqual({
			from: FIRST,
			to: day('2021-05-20')
		});
		expect(may.move(whole, 'from', day('2021-05-10'))).toEqual({
			from: day('2021-05-10'),
			to: LAST
		});
		expect(may.key(whole, 'to', 'ArrowLeft', false)).toEqual({ from: FIRST, to: LAST - 1 });
	});

	it('keeps the length of a range that is moved as a whole', () => {
		const range = { from: day('2021-05-10'), to: day('2021-05-12') };
		fc.assert(
			fc.property(fc.integer({ min: -100, max: 100 }), (by) => {
				const { from, to } = may.thumbs(may.shift(range, by));
				expect(to - from).toBe(2);
			})
		);
	});

	it.each<[string, boolean, Thumb, string]>([
		['ArrowRight', false, 'from', '2021-05-11'],
		['ArrowUp', false, 'from', '2021-05-11'],
		['ArrowLeft', false, 'to', '2021-05-19'],
		['ArrowDown', false, 'to', '2021-05-19'],
		['ArrowRight', true, 'from', '2021-05-17'],
		['PageDown', false, 'to', '2021-05-13'],
		['PageUp', false, 'from', '2021-05-17'],
		['Home', false, 'to', '2021-05-10'],
		['End', false, 'from', '2021-05-20']
	])('%s (Shift: %s) moves the thumb “%s” to %s', (key, shift, thumb, expected) => {
		const range = may.key({ from: day('2021-05-10'), to: day('2021-05-20') }, thumb, key, shift);
		expect(range && formatDay(may.thumbs(range)[thumb])).toBe(expected);
	});

	it('leaves other keys alone', () => {
		expect(may.key({}, 'from', 'a', false)).toBeUndefined();
		expect(may.key({}, 'from', 'Tab', false)).toBeUndefined();
	});

	it('takes up the nearer thumb, and of two on one spot the one that can move there', () => {
		const range = { from: day('2021-05-10'), to: day('2021-05-20') };
		expect(may.nearest(range, may.fractionOf(day('2021-05-08')))).toBe('from');
		expect(may.nearest(range, may.fractionOf(day('2021-05-25')))).toBe('to');
		const atEnd = { from: LAST, to: undefined };
		expect(may.nearest(atEnd, 0.5)).toBe('from');
	});

	it('says in words where a thumb stands', () => {
		expect(may.valueText({ from: day('2021-05-12') }, 'from')).toBe('12 May 2021');
		expect(may.valueText({}, 'from')).toBe('no first day');
		expect(may.valueText({}, 'to')).toBe('no last day');
	});

	it('has a tick for each month, with the year where it begins', () => {
		const winter = new TimelineController({ first: day('2021-11-15'), last: day('2022-02-10') });
		expect(winter.months().map(({ label, year }) => [label, year])).toEqual([
			['Dec', 2021],
			['Jan', 2022],
			['Feb', undefined]
		]);
	});

	it('works on an axis of one day', () => {
		const one = new TimelineController({ first: FIRST, last: FIRST });
		expect(one.dayAt(0.5)).toBe(FIRST);
		expect(one.move({}, 'from', FIRST + 5)).toEqual({ from: undefined, to: undefined });
	});

	it('refuses an axis that is none, saying what it expected and found', () => {
		expect(() => new TimelineController({ first: 5, last: 4 })).toThrow(/expected; found 5 to 4/);
		expect(() => new TimelineController({ first: -Infinity, last: 4 })).toThrow(RangeError);
	});
});
