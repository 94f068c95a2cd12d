import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, formatDay, weekdayOf } from '../../src/lib/core/date/day';
import { Axis } from '../../src/lib/timeline/axis';
import { barParts, barPaths, binEvents, binOf, datedEvents } from '../../src/lib/timeline/bins';
import { anyDate, anyWidth, anyWindow, binned, day, event } from './helpers';

const may = new Axis({ start: day('2021-05-03'), span: 28 }, 300);
const year = new Axis({ start: day('2021-05-01'), span: 365 }, 1100);

describe('the bins', () => {
	it('hold every dated event once, or count it beside the axis', () => {
		fc.assert(
			fc.property(
				fc.array(anyDate, { maxLength: 40 }),
				anyWindow,
				anyWidth,
				(dates, window, width) => {
					const { events, undated } = datedEvents(dates.map((date) => event(date)));
					const axis = new Axis(window, width);
					const { bins, before, after, highest } = binEvents(events, axis);
					const inside = bins.reduce((sum, { placed }) => sum + placed.length, 0);
					expect(inside + before.length + after.length + undated).toBe(dates.length);
					expect(highest).toBe(Math.max(0, ...bins.map(({ placed }) => placed.length)));
					const parts = barParts({ bins } as never, axis);
					expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(inside);
					for (const { at, width: wide } of parts) {
						expect(at).toBeGreaterThanOrEqual(0);
						expect(wide).toBeGreaterThanOrEqual(0);
						expect(at + wide).toBeLessThanOrEqual(1 + 1e-9);
					}
				}
			)
		);
	});

	it('cover what is in sight without gap, none too narrow to hit', () => {
		fc.assert(
			fc.property(anyWindow, anyWidth, (window, width) => {
				const axis = new Axis(window, width);
				const { bins, unit } = binEvents([], axis);
				expect(unit.days * axis.scale).toBeGreaterThanOrEqual(Math.min(7, width / 2));
				expect(bins[0]?.first).toBeLessThanOrEqual(window.start);
				expect((bins.at(-1)?.last ?? 0) + 1).toBeGreaterThanOrEqual(axis.end);
				bins.slice(1).forEach((bin, i) => expect(bin.first).toBe((bins[i]?.last ?? 0) + 1));
				for (const bin of bins) expect(binOf(bins, bin.last)).toBe(bin);
			})
		);
	});

	it('are days, weeks from Monday, months, quarters, years, decades, as there is room', () => {
		const first = (span: number) =>
			binEvents([], new Axis({ start: day('2021-05-20'), span }, 700)).bins[1]?.first ?? 0;
		expect(formatDay(first(20))).toBe('2021-05-21');
		expect(weekdayOf(first(300))).toBe(0);
		expect(formatDay(first(1500))).toBe('2021-06-01');
		expect(formatDay(first(6000))).toBe('2021-07-01');
		expect(formatDay(first(20_000))).toBe('2022-01-01');
		expect(calendarOf(first(200_000)).year).toBe(2030);
	});

	it('take what is in doubt or goes beyond them as possible', () => {
		const possible = (date: string) =>
			binned(year, date).bins.flatMap(({ placed }) => placed.map((item) => item.possible));
		expect(possible('2021-05-12')).toEqual([false]);
		expect(possible('2021-05-10/2021-05-16')).toEqual([false]);
		expect(possible('2021-05-12~')).toEqual([true]);
		expect(possible('2021-05-16/2021-05-17')).toEqual([true]);
		expect(possible('2021-05')).toEqual([true]);
	});

	it('hold an event at the middle of its bounds, or at the edge while part of it is in sight', () => {
		const at = (date: string) => binned(may, date).bins.find(({ placed }) => placed.length > 0);
		expect(formatDay(at('2021-05')?.first ?? 0)).toBe('2021-05-16');
		expect(formatDay(at('2021')?.first ?? 0)).toBe('2021-05-30');
		expect(formatDay(at('2020-11/2021-05')?.first ?? 0)).toBe('2021-05-03');
		expect(formatDay(at('2021-05-20/..')?.first ?? 0)).toBe('2021-05-20');
		expect(formatDay(at('../2021-05-20')?.first ?? 0)).toBe('2021-05-20');
	});

	it('leave only what lies wholly out of sight beside the axis', () => {
		const { before, after } = binned(may, '2021-05-02', '2021-05-31', '2021', '1994', '202X');
		expect([before.length, after.length]).toEqual([2, 1]);
	});

	it('stack certain ones below possible ones, each by role', () => {
		const events = [
			event('2021-05-12~', 'armed'),
			event('2021-05-12', 'word'),
			event('2021-05-12', 'armed'),
			event('2021-05-13', 'word')
		];
		const bins = binEvents(datedEvents(events).events, year);
		expect(
			barParts(bins, year).map(({ role, possible, below, count }) => [role, possible, below, count])
		).toEqual([
			['armed', false, 0, 1],
			['word', false, 1, 2],
			['armed', true, 3, 1]
		]);
	});
});

describe('the paths of the bars', () => {
	it('hold each part once, where it stands, and no two of one look', () => {
		fc.assert(
			fc.property(
				fc.array(anyDate, { maxLength: 40 }),
				anyWindow,
				anyWidth,
				fc.integer({ min: 2, max: 60 }),
				(dates, window, width, unit) => {
					const axis = new Axis(window, width);
					const bins = binEvents(datedEvents(dates.map((date) => event(date))).events, axis);
					const parts = barParts(bins, axis);
					const paths = barPaths(parts, unit, 60);
					expect(new Set(paths.map(({ role, possible }) => `${role} ${possible}`)).size).toBe(
						paths.length
					);
					const drawn = paths.flatMap(({ role, possible, d }) =>
						[...d.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h-\3z/g)].map(([, x, top, across, height]) => ({
							role,
							possible,
							at: Number(x),
							foot: Number(top) + Number(height),
							across: Number(across),
							count: Math.round((Number(height) + 0.6) / unit)
						}))
					);
					expect(drawn).toHaveLength(parts.length);
					for (const { role, possible, at, width: wide, below, count } of parts)
						expect(
							drawn.some(
								(bar) =>
									bar.role === role &&
									bar.possible === possible &&
									bar.count === count &&
									Math.abs(bar.at - at) < 1e-5 &&
									Math.abs(bar.across - wide) < 1e-5 &&
									// A gap of at most a pixel and a hairline is left to what lies below.
									Math.abs(60 - below * unit - bar.foot) < 1.7
							)
						).toBe(true);
				}
			)
		);
	});
});
