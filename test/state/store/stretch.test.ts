import { describe, expect, it } from 'vitest';
import {
	endOf,
	extended,
	KEPT,
	placeIn,
	type ListedEvent
} from '../../../src/lib/state/store/stretch';

const events = (from: number, count: number) =>
	Array.from({ length: count }, (_, i) => ({ id: `event-${from + i}` }) as ListedEvent);

describe('a stretch of a list', () => {
	it('knows the places of its events from the beginning on', () => {
		const first = endOf('key', 'before', events(0, 50), true);
		const longer = extended(first, 'behind', events(50, 50), true);
		expect(longer.events).toHaveLength(100);
		expect(placeIn(longer, 99, undefined)).toBe(100);
		expect(longer.moreBefore).toBe(false);
	});

	it('knows the places of its events from the end on, once all are counted', () => {
		const last = endOf('key', 'behind', events(950, 50), true);
		const longer = extended(last, 'before', events(900, 50), true);
		expect(placeIn(longer, 0, 1000)).toBe(901);
		expect(placeIn(longer, 99, 1000)).toBe(1000);
		expect(placeIn(longer, 0, undefined)).toBeUndefined();
	});

	it('knows no places in between, until it has come to the beginning', () => {
		const middle = { ...endOf('key', 'behind', events(20, 10), true), behind: undefined };
		expect(placeIn(middle, 0, 100)).toBeUndefined();
		const longer = extended(middle, 'before', events(0, 20), false);
		expect(placeIn(longer, 25, 100)).toBe(26);
	});

	it.each(['behind', 'before'] as const)(
		'lets go of what is far off while it goes on %s',
		(side) => {
			const count = 50;
			const whole = 6 * KEPT;
			const start = side === 'behind' ? 0 : whole - count;
			let stretch = endOf(
				'key',
				side === 'behind' ? 'before' : 'behind',
				events(start, count),
				true
			);
			for (let at = count; at < 3 * KEPT; at += count)
				stretch = extended(
					stretch,
					side,
					events(side === 'behind' ? at : whole - count - at, count),
					true
				);
			expect(stretch.events).toHaveLength(2 * KEPT);
			expect(stretch.moreBefore && stretch.moreBehind).toBe(true);
			for (const index of [0, 17, stretch.events.length - 1])
				expect(stretch.events[index]?.id).toBe(
					`event-${(placeIn(stretch, index, whole) as number) - 1}`
				);
		}
	);
});
