import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Axis } from '../../src/lib/timeline/axis';
import { layOutMarks, markAt } from '../../src/lib/timeline/marks';
import { anyDate, anyWidth, anyWindow, binned, day } from './helpers';

const HEIGHT = 44;
const year = new Axis({ start: day('2021-05-01'), span: 365 }, 1100);
const layOut = (axis: Axis, ...dates: (string | null)[]) =>
	layOutMarks(binned(axis, ...dates), axis, HEIGHT);

describe('the marks', () => {
	it('are one for each event in sight, within the plot, none over another of its bin', () => {
		fc.assert(
			fc.property(
				fc.array(anyDate, { maxLength: 40 }),
				anyWindow,
				anyWidth,
				(dates, window, width) => {
					const axis = new Axis(window, width);
					const bins = binned(axis, ...dates);
					const layout = layOutMarks(bins, axis, HEIGHT);
					if (!layout) return;
					const { size, marks } = layout;
					const binOfEvent = (id: string) =>
						bins.bins.findIndex(({ placed }) => placed.some((item) => item.event.id === id));
					expect(size).toBeGreaterThanOrEqual(7);
					expect(marks.map((mark) => mark.event.id).sort()).toEqual(
						bins.bins.flatMap(({ placed }) => placed.map((item) => item.event.id)).sort()
					);
					for (const mark of marks) {
						expect(mark.up - size / 2).toBeGreaterThanOrEqual(0);
						expect(mark.up + size / 2).toBeLessThanOrEqual(HEIGHT);
						const x = mark.at * width + mark.dx;
						expect(x - size / 2).toBeGreaterThanOrEqual(-9);
						expect(x + size / 2).toBeLessThanOrEqual(width + 9);
						const bin = binOfEvent(mark.event.id);
						for (const other of marks)
							if (other !== mark && bin === binOfEvent(other.event.id))
								expect(
									Math.max(Math.abs(other.dx - mark.dx), Math.abs(other.up - mark.up))
								).toBeGreaterThanOrEqual(size);
					}
				}
			)
		);
	});

	it('give way to bars where they would be too small, and are none where nothing is in sight', () => {
		const crowd = Array.from({ length: 40 }, () => '2021-05-12');
		expect(layOut(year, ...crowd)).toBeUndefined();
		expect(layOut(year, ...crowd.slice(0, 10))?.size).toBe(7);
		expect(layOut(year, '2021-05-12')?.size).toBe(14);
		expect(layOut(year)).toBeUndefined();
		expect(layOut(year, '1994', null)).toBeUndefined();
	});

	it('stand in several columns where one would be too high', () => {
		const crowd = Array.from({ length: 8 }, () => '2021-05-12');
		const layout = layOut(year, ...crowd);
		expect(new Set(layout?.marks.map(({ dx }) => dx)).size).toBeGreaterThan(1);
	});

	it('are found by a pointer on or near them, the nearest first', () => {
		const layout = layOut(year, '2021-05-12', '2021-06-12');
		const [first, second] = layout?.marks ?? [];
		if (!layout || !first || !second) throw new Error('Two marks were expected.');
		const x = first.at * year.width + first.dx;
		expect(markAt(layout, year, x + 6, first.up, 4)).toBe(first);
		expect(markAt(layout, year, second.at * year.width, second.up + 9, 4)).toBe(second);
		expect(markAt(layout, year, x + 20, first.up, 4)).toBeUndefined();
	});
});
