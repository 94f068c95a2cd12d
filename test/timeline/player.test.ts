import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/lib/core/date/day';
import type { DayRange } from '../../src/lib/core/date/match';
import { CALM_STEP_MS, Player, STEP_MS, type PlaySettings } from '../../src/lib/timeline/player';
import { day } from './helpers';

/** A clock that stands until it is told how many milliseconds pass. */
function fakeClock() {
	let now = 0;
	let waiting: { at: number; call: () => void } | undefined;
	return {
		set: (call: () => void, ms: number) => (waiting = { at: now + ms, call }),
		clear: () => (waiting = undefined),
		get waiting() {
			return waiting !== undefined;
		},
		pass(ms: number) {
			const end = now + ms;
			while (waiting && waiting.at <= end) {
				const due = waiting;
				waiting = undefined;
				now = due.at;
				due.call();
			}
			now = end;
		}
	};
}

const DAYS = ['2021-05-12', '2021-05-14', '2021-05-31', '2021-07-01'];

function setUp(start: DayRange, settings: Partial<PlaySettings> = {}, calm = false, days = DAYS) {
	const clock = fakeClock();
	const state = {
		range: start,
		playing: false,
		settings: { step: 'week', moves: 'window', speed: 1, loop: false, ...settings } as PlaySettings
	};
	const player = new Player({
		clock,
		settings: () => state.settings,
		score: () => ({ days: days.map(day), last: Math.max(-Infinity, ...days.map(day)) }),
		range: () => state.range,
		calm: () => calm,
		onrange: (range) => (state.range = range),
		onplaying: (playing) => (state.playing = playing)
	});
	const words = () =>
		[state.range.from, state.range.to]
			.map((at) => (at === undefined ? '..' : formatDay(at).slice(5)))
			.join('/');
	/** The ranges shown, this many steps on. */
	const steps = (count: number) =>
		Array.from({ length: count }, () => {
			clock.pass(STEP_MS / state.settings.speed);
			return words();
		});
	return { clock, state, player, words, steps };
}
const range = (from?: string, to?: string): DayRange => ({
	from: from === undefined ? undefined : day(`2021-${from}`),
	to: to === undefined ? undefined : day(`2021-${to}`)
});

describe('playing', () => {
	it('starts at the first event’s week where no range is set, and goes on by weeks', () => {
		const { player, words, steps, state } = setUp({});
		player.play();
		expect(state.playing).toBe(true);
		expect(words()).toBe('05-10/05-16');
		expect(steps(3)).toEqual(['05-17/05-23', '05-24/05-30', '05-31/06-06']);
	});

	it('moves on at once from a range that is set, its number of days kept', () => {
		const { player, words, steps } = setUp(range('05-12', '05-14'), { step: 'day' });
		player.play();
		expect(words()).toBe('05-13/05-15');
		expect(steps(2)).toEqual(['05-14/05-16', '05-15/05-17']);
	});

	it('keeps whole months whole, and wears no days off others', () => {
		const whole = setUp(range('01-01', '01-31'), { step: 'month' });
		whole.player.play();
		expect([whole.words(), ...whole.steps(2)]).toEqual([
			'02-01/02-28',
			'03-01/03-31',
			'04-01/04-30'
		]);
		const other = setUp(range('01-31', '02-01'), { step: 'month' });
		other.player.play();
		expect([other.words(), ...other.steps(1)]).toEqual(['02-28/03-01', '03-28/03-29']);
	});

	it('goes from event to event, a range with its length kept', () => {
		const one = setUp({}, { step: 'event' });
		one.player.play();
		expect([one.words(), ...one.steps(3)]).toEqual([
			'05-12/05-12',
			'05-14/05-14',
			'05-31/05-31',
			'07-01/07-01'
		]);
		const three = setUp(range('05-12', '05-14'), { step: 'event' });
		three.player.play();
		expect([three.words(), ...three.steps(1)]).toEqual(['05-14/05-16', '05-31/06-02']);
	});

	it('lets the end grow, from a first day or from none', () => {
		const both = setUp(range('05-12', '05-14'), { moves: 'end' });
		both.player.play();
		expect([both.words(), ...both.steps(1)]).toEqual(['05-12/05-21', '05-12/05-28']);
		const open = setUp(range(undefined, '05-14'), { moves: 'end', step: 'event' });
		open.player.play();
		expect([open.words(), ...open.steps(1)]).toEqual(['../05-31', '../07-01']);
	});

	it('starts at the day that is set where only one is', () => {
		const from = setUp(range('05-14'));
		from.player.play();
		expect([from.words(), ...from.steps(1)]).toEqual(['05-14/05-20', '05-21/05-27']);
		const to = setUp(range(undefined, '05-16'));
		to.player.play();
		expect([to.words(), ...to.steps(1)]).toEqual(['05-10/05-16', '05-17/05-23']);
	});

	it('pauses once the last event is in the range, and leaves the range there', () => {
		const { player, state, steps, clock, words } = setUp(range('06-21', '06-27'));
		player.play();
		expect(words()).toBe('06-28/07-04');
		expect(steps(3)).toEqual(['06-28/07-04', '06-28/07-04', '06-28/07-04']);
		expect(state.playing).toBe(false);
		expect(clock.waiting).toBe(false);
	});

	it('begins again at the end where it is asked to, as long as it was', () => {
		const { player, steps } = setUp(range('06-24', '06-27'), { loop: true });
		player.play();
		expect(steps(2)).toEqual(['05-10/05-13', '05-17/05-20']);
	});

	it('begins at the first event when it is started at the end', () => {
		const { player, words } = setUp(range('06-28', '07-04'));
		player.play();
		expect(words()).toBe('05-10/05-16');
		const end = setUp(range('05-14', '07-04'), { moves: 'end' });
		end.player.play();
		expect(end.words()).toBe('05-14/05-20');
	});

	it('stays where it is when paused, and goes on from there', () => {
		const { player, state, steps, words } = setUp({});
		player.play();
		steps(1);
		player.pause();
		expect(state.playing).toBe(false);
		expect(steps(3)).toEqual(['05-17/05-23', '05-17/05-23', '05-17/05-23']);
		player.toggle();
		expect(words()).toBe('05-24/05-30');
	});

	it('goes on from where somebody else has set the range', () => {
		const { player, state, steps } = setUp({});
		player.play();
		state.range = range('06-01', '06-03');
		expect(steps(1)).toEqual(['06-08/06-10']);
	});

	it('takes over other settings while it plays', () => {
		const { player, state, steps } = setUp({});
		player.play();
		state.settings = { ...state.settings, step: 'day' };
		expect(steps(2)).toEqual(['05-11/05-17', '05-12/05-18']);
	});

	it('is twice and four times as fast, and calmer where less motion is wanted', () => {
		const fast = setUp({}, { speed: 4 });
		fast.player.play();
		fast.clock.pass(STEP_MS);
		expect(fast.words()).toBe('06-07/06-13');
		const calm = setUp({}, {}, true);
		calm.player.play();
		calm.clock.pass(CALM_STEP_MS - 1);
		expect(calm.words()).toBe('05-10/05-16');
		calm.clock.pass(1);
		expect(calm.words()).toBe('05-17/05-23');
	});

	it('does nothing where there is no dated event, and ends with a single one', () => {
		const none = setUp({}, {}, false, []);
		none.player.play();
		expect([none.state.playing, none.words()]).toEqual([false, '../..']);
		const one = setUp({}, { step: 'event' }, false, ['2021-05-12']);
		one.player.play();
		expect(one.steps(2)).toEqual(['05-12/05-12', '05-12/05-12']);
		expect(one.state.playing).toBe(false);
	});
});
