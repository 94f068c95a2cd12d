import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { DAY, MONTH, plus, startOf, WEEK, type Unit } from './units';

export type PlayStep = 'day' | 'week' | 'month' | 'event';

export interface PlaySettings {
	step: PlayStep;
	/** `window`: the whole range moves on; `end`: its last day does. */
	moves: 'window' | 'end';
	speed: 1 | 2 | 4;
	/** Begins again at the end. */
	loop: boolean;
}

/** What there is to play: the days on which events begin, in order, and the last day of any. */
export interface Score {
	days: readonly Day[];
	last: Day;
}

/** Waits and calls back; a test hands in its own. */
interface Clock {
	/** @returns what {@link Clock.clear} takes */
	set: (call: () => void, ms: number) => unknown;
	clear: (timer: unknown) => void;
}

/** What the player plays on. */
interface Stage {
	clock: Clock;
	settings: () => PlaySettings;
	score: () => Score;
	range: () => DayRange;
	/** The reader wants less motion: calmer steps. */
	calm: () => boolean;
	onrange: (range: DayRange) => void;
	onplaying: (playing: boolean) => void;
}

/** Milliseconds a step takes at speed 1; and where the reader wants less motion. */
export const STEP_MS = 640;
export const CALM_STEP_MS = 1400;

const UNITS: Record<Exclude<PlayStep, 'event'>, Unit> = { day: DAY, week: WEEK, month: MONTH };

/** A range whose last day is given. */
interface Frame extends DayRange {
	to: Day;
}

/** The range at which playing begins: the one that is set as far as it is, else at the first event. */
function firstFrame(
	{ from, to }: DayRange,
	settings: PlaySettings,
	{ days }: Score
): Frame | undefined {
	const first = days[0];
	if (first === undefined) return undefined;
	const unit = settings.step === 'event' ? DAY : UNITS[settings.step];
	if (to !== undefined) {
		if (from !== undefined || settings.moves === 'end') return { from, to };
		return { from: plus(unit, to + 1, -1), to };
	}
	const start = from ?? startOf(unit, first);
	return { from: start, to: plus(unit, start, 1) - 1 };
}

/**
 * The range some steps after another; undefined where there is no such event. Whole months stay
 * whole months, any other range keeps its number of days.
 */
function frameAfter(
	{ from, to }: Frame,
	count: number,
	{ step, moves }: PlaySettings,
	{ days }: Score
): Frame | undefined {
	if (step === 'event') {
		const begun = moves === 'end' || from === undefined ? to : from;
		const next = days.filter((day) => day > begun)[count - 1];
		if (next === undefined) return undefined;
		if (moves === 'end' || from === undefined) return { from, to: next };
		return { from: next, to: next + to - from };
	}
	const unit = UNITS[step];
	const end = plus(unit, to + 1, count) - 1;
	if (moves === 'end' || from === undefined) return { from, to: end };
	const start = plus(unit, from, count);
	const whole = startOf(unit, from) === from && startOf(unit, to + 1) === to + 1;
	return { from: start, to: whole ? end : start + to - from };
}

/** Plays the events: moves the range on, step by step, until the last event or the reader stops it. */
export class Player {
	readonly #stage: Stage;
	#timer: unknown;
	#playing = false;
	/** Where this run began and how many steps ago, so that months do not wear days off. */
	#origin: Frame | undefined;
	#count = 0;
	/** What was shown last; where the range is another, somebody else has set it. */
	#shown: DayRange = {};
	/** The settings of the steps counted; with others, counting starts anew. */
	#counted = '';

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	get playing(): boolean {
		return this.#playing;
	}

	/** Plays on from the range that is set; from the beginning where that is at the end. */
	play(): void {
		if (this.#playing) return;
		const { range, settings, score } = this.#stage;
		const set = range();
		const at = firstFrame(set, settings(), score());
		if (!at) return;
		const next = this.#ended(at) ? undefined : this.#step(at);
		const fresh = set.to === undefined || at.from !== set.from;
		if (fresh && !this.#ended(at)) this.#start(at);
		else if (next) this.#start(next);
		else this.#rewind(at);
		this.#playing = true;
		this.#stage.onplaying(true);
		this.#wait();
	}

	pause(): void {
		if (!this.#playing) return;
		this.#stage.clock.clear(this.#timer);
		this.#playing = false;
		this.#stage.onplaying(false);
	}

	toggle(): void {
		if (this.#playing) this.pause();
		else this.play();
	}

	#wait(): void {
		const { clock, settings, calm } = this.#stage;
		const ms = (calm() ? CALM_STEP_MS : STEP_MS) / settings().speed;
		this.#timer = clock.set(() => this.#advance(), ms);
	}

	#advance(): void {
		const { range, settings, score } = this.#stage;
		const set = range();
		const at = firstFrame(set, settings(), score());
		if (!at) return this.pause();
		const key = JSON.stringify(settings());
		const same = set.from === this.#shown.from && set.to === this.#shown.to;
		if (!same || key !== this.#counted || !this.#origin) this.#begin(at, key);
		const next = this.#ended(at)
			? undefined
			: frameAfter(this.#origin as Frame, ++this.#count, settings(), score());
		if (next) this.#show(next);
		else if (settings().loop) this.#rewind(at);
		else return this.pause();
		this.#wait();
	}

	/** Nothing lies beyond it. */
	#ended({ from, to }: Frame): boolean {
		const { settings, score } = this.#stage;
		const { days, last } = score();
		const { step, moves } = settings();
		if (step !== 'event') return to >= last;
		const begun = moves === 'end' || from === undefined ? to : from;
		return begun >= (days[days.length - 1] ?? begun);
	}

	#step(at: Frame): Frame | undefined {
		return frameAfter(at, 1, this.#stage.settings(), this.#stage.score());
	}

	/** Back to the first event: a window as long as it was, or an end at its first step. */
	#rewind({ from, to }: Frame): void {
		const settings = this.#stage.settings();
		const score = this.#stage.score();
		const first = firstFrame({}, settings, score);
		if (first?.from === undefined) return;
		if (settings.moves === 'end') {
			const kept = from !== undefined && from <= score.last ? { from } : {};
			const begun = firstFrame(kept, settings, score) ?? first;
			return this.#start(from === undefined ? { from, to: begun.to } : begun);
		}
		const unit = settings.step === 'event' ? DAY : UNITS[settings.step];
		const one = from === undefined || (startOf(unit, from) === from && plus(unit, from, 1) > to);
		this.#start(one ? first : { from: first.from, to: first.from + to - from });
	}

	/** Shows a range from which steps are counted. */
	#start(frame: Frame): void {
		this.#begin(frame, JSON.stringify(this.#stage.settings()));
		this.#show(frame);
	}

	#begin(frame: Frame, settings: string): void {
		this.#origin = frame;
		this.#count = 0;
		this.#counted = settings;
	}

	#show({ from, to }: Frame): void {
		this.#shown = { from, to };
		this.#stage.onrange(this.#shown);
	}
}
