import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayRange } from '../../src/lib/core/date/match';
import { Axis, type Window } from '../../src/lib/timeline/axis';
import { TimelineController } from '../../src/lib/timeline/controller';
import {
	Gesture,
	targetAt,
	thumbX,
	type Outcome,
	type Scene
} from '../../src/lib/timeline/gesture';
import { day } from './helpers';

const domain = { first: day('2020-01-01'), last: day('2022-12-31') };
const window = { start: day('2021-05-01'), span: 100 };
const timeline = new TimelineController(domain, { first: window.start, last: window.start + 99 });

/** Ten pixels a day. */
function sceneOf(range: DayRange, asof?: number, at: Window = window): Scene {
	return { timeline, axis: new Axis(at, 1000), range, asof, ground: 46 };
}
const point = (x: number, y = 20, id = 1, touch = false) => ({ id, x, y, touch });
const from = window.start + 20;
const to = window.start + 39;
const bounded = sceneOf({ from, to });

/** Presses, moves to each place, and gives what each move and the release ask for. */
function gesture(scene: Scene, start: number, moves: number[], y = 20) {
	const held = new Gesture();
	const target = held.press(point(start, y), scene);
	let { range } = scene;
	const outcomes: (Outcome | undefined)[] = [];
	for (const x of moves) {
		const outcome = held.drag(point(x, y), { ...scene, range });
		if (outcome?.kind === 'range') range = outcome.range;
		outcomes.push(outcome);
	}
	const released = held.release(point(moves.at(-1) ?? start, y));
	return { target, outcomes, range, released };
}

describe('a press', () => {
	it('takes up a thumb, the band, an empty part or the labels', () => {
		expect(targetAt(point(195), bounded)).toBe('from');
		expect(targetAt(point(405), bounded)).toBe('to');
		expect(targetAt(point(300), bounded)).toBe('band');
		expect(targetAt(point(700), bounded)).toBe('empty');
		expect(targetAt(point(300, 60), bounded)).toBe('labels');
	});

	it('brushes wherever there is no thumb while no range is set', () => {
		expect(targetAt(point(300), sceneOf({}))).toBe('empty');
		expect(targetAt(point(2), sceneOf({}))).toBe('from');
		expect(targetAt(point(998), sceneOf({}))).toBe('to');
	});

	it('takes up “as known on” by its head, or by its line where no thumb is nearer', () => {
		const scene = sceneOf({ from, to }, from + 9);
		expect(targetAt(point(300, -8), scene)).toBe('asof');
		expect(targetAt(point(302), scene)).toBe('asof');
		expect(targetAt(point(310), scene)).toBe('band');
		expect(targetAt(point(202), sceneOf({ from, to }, from))).toBe('from');
	});

	it('leaves a third of even a narrow band within reach', () => {
		const day = sceneOf({ from, to: from });
		expect(targetAt(point(205), day)).toBe('band');
		expect(targetAt(point(201), day)).toBe('from');
		expect(targetAt(point(209), day)).toBe('to');
	});

	it('of a finger reaches further than that of a mouse', () => {
		expect(targetAt(point(172), bounded)).toBe('empty');
		expect(targetAt(point(172, 20, 1, true), bounded)).toBe('from');
	});
});

describe('a drag', () => {
	it('moves a thumb by as much as the pointer, wherever it was taken up', () => {
		expect(gesture(bounded, 192, [212]).range).toEqual({ from: from + 2, to });
		expect(gesture(bounded, 408, [438]).range).toEqual({ from, to: to + 3 });
		expect(gesture(bounded, 192, [192]).outcomes).toEqual([undefined]);
	});

	it('stops a thumb at the other', () => {
		expect(gesture(bounded, 192, [700]).range).toEqual({ from: to, to });
		expect(gesture(bounded, 408, [-200]).range).toEqual({ from, to: from });
	});

	it('to the window’s end is the day there; only off that end the bound is gone', () => {
		expect(gesture(bounded, 200, [0]).range).toEqual({ from: window.start, to });
		expect(gesture(bounded, 200, [-9]).range).toEqual({ from: undefined, to });
		expect(gesture(bounded, 400, [1000]).range).toEqual({ from, to: window.start + 99 });
		expect(gesture(bounded, 400, [1009]).range).toEqual({ from, to: undefined });
	});

	it('takes a thumb that is out of sight back in from the edge', () => {
		const scene = sceneOf({ from: domain.first + 5, to });
		expect(thumbX(scene, 'from')).toBe(0);
		expect(gesture(scene, -5, [95]).range).toEqual({ from: window.start + 10, to });
	});

	it('moves the band with its length kept', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 98 }), (day) => {
				const x = day * 10 + 3;
				const { range } = gesture(bounded, 300, [x]);
				expect((range.to ?? NaN) - (range.from ?? NaN)).toBe(19);
				expect((range.from ?? NaN) - from).toBe(day - 30);
			})
		);
	});

	it('over an empty part brushes a new range, either way, both days in it', () => {
		const expected = { from: window.start + 60, to: window.start + 70 };
		expect(gesture(bounded, 605, [650, 705]).range).toEqual(expected);
		expect(gesture(bounded, 705, [605]).range).toEqual(expected);
		expect(gesture(sceneOf({}), 305, [425]).range).toEqual({
			from: window.start + 30,
			to: window.start + 42
		});
		expect(gesture(bounded, 905, [1400]).range.to).toBe(window.start + 99);
	});

	it('along the labels pans the axis', () => {
		const { outcomes, range } = gesture(bounded, 500, [400], 60);
		expect(outcomes).toEqual([{ kind: 'window', window: { start: window.start + 10, span: 100 } }]);
		expect(range).toEqual(bounded.range);
	});

	it('moves the day of “as known on”, held to the axis', () => {
		const scene = sceneOf({}, from + 9);
		const last = (x: number) => gesture(scene, 300, [x], -8).outcomes[0];
		expect(last(340)).toEqual({ kind: 'asof', day: from + 13 });
		expect(last(4000)).toEqual({ kind: 'asof', day: window.start + 99 });
	});

	it('never gives a range with its ends exchanged or off the domain', () => {
		const xs = fc.integer({ min: -300, max: 1300 });
		fc.assert(
			fc.property(xs, fc.array(xs, { maxLength: 5 }), fc.boolean(), (start, moves, empty) => {
				const { range } = gesture(empty ? sceneOf({}) : bounded, start, moves);
				const days = timeline.thumbs(range);
				expect(days.from).toBeLessThanOrEqual(days.to);
				expect(range.from ?? domain.first + 1).toBeGreaterThan(domain.first);
				expect(range.to ?? domain.last - 1).toBeLessThan(domain.last);
			})
		);
	});
});

describe('letting go', () => {
	it('of a press that never moved is a click, but not on a thumb', () => {
		expect(gesture(bounded, 700, []).released?.kind).toBe('click');
		expect(gesture(bounded, 300, [302]).released?.kind).toBe('click');
		expect(gesture(bounded, 300, [320, 300]).released).toBeUndefined();
		expect(gesture(bounded, 200, []).released).toBeUndefined();
	});

	it('leaves nothing held', () => {
		const held = new Gesture();
		held.press(point(300), bounded);
		expect(held.active).toBe(true);
		held.release(point(300));
		expect(held.active).toBe(false);
		expect(held.drag(point(500), bounded)).toBeUndefined();
	});
});

describe('two fingers', () => {
	it('zoom about what is under them, and end what the first one held', () => {
		const held = new Gesture();
		held.press(point(400, 20, 1, true), bounded);
		expect(held.press(point(600, 20, 2, true), bounded)).toBeUndefined();
		const outcome = held.drag(point(800, 20, 2, true), bounded);
		expect(outcome).toEqual({
			kind: 'window',
			window: { start: window.start + 20, span: 50 }
		});
		expect(held.release(point(800, 20, 2, true))).toBeUndefined();
		expect(held.drag(point(100, 20, 1, true), bounded)).toBeUndefined();
		held.release(point(100, 20, 1, true));
		expect(held.active).toBe(false);
	});
});
