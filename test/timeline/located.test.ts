import { describe, expect, it } from 'vitest';
import { Axis } from '../../src/lib/timeline/axis';
import { binEvents, datedEvents } from '../../src/lib/timeline/bins';
import { PLOT, STRIP } from '../../src/lib/timeline/layout';
import { placeOf } from '../../src/lib/timeline/located';
import { layOutMarks } from '../../src/lib/timeline/marks';
import { day, event } from './helpers';

describe('where an event’s date stands on the axis', () => {
	const axis = new Axis({ start: day('2021-05-01'), span: 61 }, 610);
	const { events } = datedEvents([event('2021-05-11'), event('2021-05-31')]);
	const bins = binEvents(events, axis);
	const first = events[0];
	if (!first) throw new Error('no event');

	it('is its mark where events are drawn as marks', () => {
		const marks = layOutMarks(bins, axis, PLOT);
		const at = placeOf(first, bins, marks, axis);
		expect(at?.x).toBeGreaterThan(60);
		expect(at?.x).toBeLessThan(145);
		expect(at?.y).toBeLessThan(STRIP + PLOT);
		expect(at?.y).toBeGreaterThan(STRIP);
	});

	it('is the top of its bar where they are drawn as bars', () => {
		const at = placeOf(first, bins, undefined, axis);
		expect(at?.x).toBeGreaterThan(60);
		expect(at?.x).toBeLessThan(145);
		expect(at?.y).toBeLessThan(STRIP + PLOT);
	});

	it('is nowhere where it is out of sight', () => {
		const later = new Axis({ start: day('2021-08-01'), span: 61 }, 610);
		const empty = binEvents(events, later);
		expect(placeOf(first, empty, undefined, later)).toBeUndefined();
		expect(placeOf(first, empty, layOutMarks(empty, later, PLOT), later)).toBeUndefined();
	});
});
