import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/lib/core/date/day';
import { Axis } from '../../src/lib/timeline/axis';
import { annotate } from '../../src/lib/timeline/annotations';
import { TimelineController } from '../../src/lib/timeline/controller';
import { textWidth } from '../../src/lib/timeline/text';
import { LABEL_GAP, layOutTicks } from '../../src/lib/timeline/ticks';
import { anyDay, anyRange, anyWidth, anyWindow, day, FIRST, LAST } from './helpers';

const rows = (from: string, span: number, width: number) => {
	const { labels } = layOutTicks(new Axis({ start: day(from), span }, width));
	return [0, 1].map((row) => labels.filter((label) => label.row === row).map(({ text }) => text));
};

describe('the labels of the axis', () => {
	it('never touch each other and are never cut, and some are always there', () => {
		fc.assert(
			fc.property(anyWindow, anyWidth, (window, width) => {
				const { labels } = layOutTicks(new Axis(window, width));
				expect(labels.length).toBeGreaterThan(0);
				for (const row of [0, 1]) {
					let end = 0;
					for (const { at, text } of labels.filter((label) => label.row === row)) {
						const left = at * width + LABEL_GAP;
						expect(left).toBeGreaterThanOrEqual(end);
						end = left + textWidth(text);
						expect(end).toBeLessThanOrEqual(width);
					}
				}
			}),
			{ numRuns: 500 }
		);
	});

	it('always say the year', () => {
		fc.assert(
			fc.property(anyWindow, anyWidth, (window, width) => {
				const { labels } = layOutTicks(new Axis(window, width));
				expect(labels.some(({ text }) => /\d{4}|’\d\d/.test(text))).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('are never under a month that is not theirs', () => {
		fc.assert(
			fc.property(
				anyDay,
				fc.double({ min: 7, max: 120, noNaN: true }),
				anyWidth,
				(start, span, width) => {
					const { labels, ticks } = layOutTicks(new Axis({ start, span }, width));
					const majors = ticks.filter(({ level }) => level === 2);
					for (const { at, text } of labels.filter(({ row }) => row === 0)) {
						const end = at + (LABEL_GAP + textWidth(text)) / width;
						expect(majors.some((major) => major.at > at + 1e-9 && major.at < end)).toBe(false);
					}
				}
			)
		);
	});

	it('are days over months, months over years, years over decades', () => {
		expect(rows('2021-05-12', 7, 700)[0]?.slice(0, 2)).toEqual(['Wed 12', 'Thu 13']);
		expect(rows('2021-05-12', 30, 2400)).toEqual([
			expect.arrayContaining(['Wed 12', 'Thu 13']),
			['May 2021', 'June 2021']
		]);
		expect(rows('2021-05-01', 365, 1400)).toEqual([
			['May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr'],
			['2021', '2022']
		]);
		expect(rows('2021-05-01', 365, 346)).toEqual([
			['July', 'Oct', 'Jan'],
			['2021', '2022']
		]);
		expect(rows('1994-01-01', 365 * 14, 1000)).toEqual([
			expect.arrayContaining(['1994', '2004']),
			['1990s', '2000s']
		]);
	});

	it('show ticks in order and in sight, the first days of their units', () => {
		const { ticks } = layOutTicks(new Axis({ start: day('2021-05-20'), span: 200 }, 900));
		expect(ticks.filter(({ level }) => level > 0).map((tick) => formatDay(tick.day))).toEqual(
			['06', '07', '08', '09', '10', '11', '12'].map((month) => `2021-${month}-01`)
		);
		expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
	});
});

describe('the dates beside the thumbs', () => {
	const timeline = new TimelineController({ first: FIRST, last: LAST });

	it('never touch each other or leave the axis, with “as known on” and today among them', () => {
		fc.assert(
			fc.property(
				anyWindow,
				anyWidth,
				anyRange,
				fc.option(anyDay, { nil: undefined }),
				anyDay,
				(window, width, range, asof, today) => {
					const axis = new Axis(timeline.held(window), width);
					const notes = annotate(timeline, axis, range, asof, today);
					expect(notes.some(({ kind }) => kind === 'asof')).toBe(asof !== undefined);
					for (const note of notes) {
						expect(note.x).toBeGreaterThanOrEqual(0);
						expect(note.x + note.width).toBeLessThanOrEqual(width + 1e-6);
						for (const other of notes)
							if (other !== note && other.tier === note.tier)
								expect(
									other.x >= note.x + note.width || note.x >= other.x + other.width,
									JSON.stringify(notes)
								).toBe(true);
					}
				}
			)
		);
	});

	it('are two where there is room, one where there is not, none without a range', () => {
		const axis = new Axis({ start: day('2021-05-01'), span: 365 }, 1000);
		const texts = (from?: string, to?: string) =>
			annotate(
				timeline,
				axis,
				{ from: from && day(from), to: to && day(to) } as never,
				undefined,
				0
			).map(({ text }) => text);
		expect(texts('2021-05-12', '2021-11-20')).toEqual(['12 May 2021', '20 November 2021']);
		expect(texts('2021-05-12', '2021-05-18')).toEqual(['12 to 18 May 2021']);
		expect(texts('2020-05-12', '2020-05-18')).toEqual(['‹ 12 to 18 May 2020']);
		expect(texts('2020-05-12')).toEqual(['‹ 12 May 2020']);
		expect(texts()).toEqual([]);
	});
});
