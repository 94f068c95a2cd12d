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

describe('the range', () => {
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

	it('has a typed day at its end as it was typed, and the other end there where it was passed', () => {
		fc.assert(
			fc.property(ranges, thumbs, fc.option(days, { nil: undefined }), (range, thumb, typed) => {
				const other = thumb === 'from' ? 'to' : 'from';
				const next = may.typed(range, thumb, typed);
				expect(next[thumb]).toBe(typed);
				const kept = range[other];
				const passed =
					typed !== undefined &&
					kept !== undefined &&
					(thumb === 'from' ? typed > kept : typed < kept);
				expect(next[other]).toBe(passed ? typed : kept);
			})
		);
		const range = { from: day('2021-05-10'), to: day('2021-05-20') };
		const late = day('2021-06-15');
		expect(may.typed(range, 'from', late)).toEqual({ from: late, to: late });
		expect(may.typed(range, 'to', FIRST)).toEqual({ from: FIRST, to: FIRST });
		expect(may.typed(range, 'to', undefined)).toEqual({ from: range.from, to: undefined });
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

	it('says in words where a thumb stands', () => {
		expect(may.valueText({ from: day('2021-05-12') }, 'from')).toBe('12 May 2021');
		expect(may.valueText({}, 'from')).toBe('no first day');
		expect(may.valueText({}, 'to')).toBe('no last day');
	});

	it('works on a domain of one day', () => {
		const one = new TimelineController({ first: FIRST, last: FIRST });
		expect(one.move({}, 'from', FIRST + 5)).toEqual({ from: undefined, to: undefined });
	});

	it('keeps an end that nobody moved, even where it lies beyond the domain', () => {
		const range = { from: FIRST - 90, to: day('2021-05-20') };
		expect(may.move(range, 'to', day('2021-05-12')).from).toBe(FIRST - 90);
		expect(may.move({ from: FIRST + 3, to: LAST + 90 }, 'from', FIRST + 9).to).toBe(LAST + 90);
	});

	it('becomes the days of a bin, and all dates where it was these already', () => {
		const week = { first: FIRST + 2, last: FIRST + 8 };
		const range = may.toggle({}, week);
		expect(range).toEqual({ from: FIRST + 2, to: FIRST + 8 });
		expect(may.toggle(range, week)).toEqual({});
		// A bin that the domain cuts has no bound there.
		expect(may.toggle({}, { first: FIRST - 3, last: FIRST + 3 })).toEqual({
			from: undefined,
			to: FIRST + 3
		});
	});

	it('moves by the larger step that the axis asks for, a week at least', () => {
		const range = { from: day('2021-05-10'), to: day('2021-05-20') };
		expect(may.key(range, 'from', 'PageDown', false, 1)?.from).toBe(day('2021-05-03'));
		expect(may.key(range, 'from', 'PageUp', false, 9.2)?.from).toBe(day('2021-05-19'));
	});

	it('refuses a domain that is none, saying what it expected and found', () => {
		expect(() => new TimelineController({ first: 5, last: 4 })).toThrow(/expected; found 5 to 4/);
		expect(() => new TimelineController({ first: -Infinity, last: 4 })).toThrow(RangeError);
	});
});

describe('the days in sight', () => {
	const domain = { first: day('1990-01-01'), last: day('2022-12-31') };
	const opening = { first: day('2021-05-01'), last: day('2022-04-30') };
	const timeline = new TimelineController(domain, opening);
	const parts = fc.double({ min: 0, max: 1, noNaN: true });
	const windows = fc
		.record({
			start: fc.double({ min: domain.first - 5000, max: domain.last + 5000, noNaN: true }),
			span: fc.double({ min: 0.1, max: 30_000, noNaN: true })
		})
		.map((window) => timeline.held(window));
	const inDomain = ({ start, span }: { start: number; span: number }) => {
		expect(start).toBeGreaterThanOrEqual(domain.first - 1e-6);
		expect(start + span).toBeLessThanOrEqual(domain.last + 1 + 1e-6);
		expect(span).toBeGreaterThanOrEqual(7);
	};

	it('are those of the opening view at first', () => {
		expect(timeline.opening).toEqual({ start: opening.first, span: 365 });
	});

	it('never leave the domain and never are fewer than seven, whatever is done', () => {
		const factors = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
		const moves = fc.integer({ min: -40_000, max: 40_000 });
		fc.assert(
			fc.property(windows, factors, parts, moves, anyDays(), (window, factor, at, by, days) => {
				inDomain(window);
				inDomain(timeline.zoom(window, factor, at));
				inDomain(timeline.pan(window, by));
				inDomain(timeline.reveal(window, days));
				inDomain(timeline.pinch([window.start, window.start + by / 100], [at, 1 - at]));
			})
		);
	});

	it('keep what is under the pointer there while they are zoomed', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.6, max: 3, noNaN: true }), parts, (factor, at) => {
				const window = { start: day('2005-01-01'), span: 900 };
				const zoomed = timeline.zoom(window, factor, at);
				expect(zoomed.start + at * zoomed.span).toBeCloseTo(window.start + at * window.span, 6);
			})
		);
	});

	it('keep what is under two fingers there', () => {
		const days = [day('2010-03-01'), day('2010-09-01')] as const;
		const { start, span } = timeline.pinch(days, [0.2, 0.7]);
		expect((days[0] - start) / span).toBeCloseTo(0.2, 9);
		expect((days[1] - start) / span).toBeCloseTo(0.7, 9);
	});

	it('follow to days out of sight, and stay where these are in sight already', () => {
		fc.assert(
			fc.property(windows, anyDays(), (window, days) => {
				const { start, span } = timeline.reveal(window, days);
				expect(start).toBeLessThanOrEqual(days.first + 1e-6);
				expect(start + span).toBeGreaterThanOrEqual(days.last + 1 - 1e-6);
			})
		);
		const window = timeline.opening;
		expect(timeline.reveal(window, { first: opening.first + 9, last: opening.last })).toBe(window);
	});

	it('are all there are where these are fewer than seven', () => {
		const two = new TimelineController({ first: 5, last: 6 });
		expect(two.opening).toEqual({ start: 5, span: 2 });
		expect(two.zoom(two.opening, 10)).toEqual({ start: 5, span: 2 });
	});

	it('are the whole domain where a window is no number', () => {
		expect(timeline.held({ start: NaN, span: NaN })).toEqual(timeline.whole);
	});

	function anyDays() {
		return fc
			.tuple(fc.integer({ min: domain.first, max: domain.last }), fc.nat(300))
			.map(([first, by]) => ({ first, last: Math.min(domain.last, first + by) }));
	}
});
