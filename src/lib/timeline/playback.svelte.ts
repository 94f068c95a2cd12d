import type { DayRange } from '../core/date/match';
import { Player, type PlaySettings, type Score } from './player';

interface Stage {
	score: () => Score;
	range: () => DayRange;
	onrange: (range: DayRange) => void;
}

/** The player in the browser: with its clock, its reader's wish for less motion, and state to draw from. */
export class Playback {
	settings = $state<PlaySettings>({ step: 'week', moves: 'window', speed: 1, loop: false });
	#playing = $state(false);
	readonly #player: Player;

	constructor({ score, range, onrange }: Stage) {
		this.#player = new Player({
			clock: {
				set: (call, ms) => setTimeout(call, ms),
				clear: (timer) => clearTimeout(timer as number)
			},
			settings: () => this.settings,
			score,
			range,
			calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
			onrange,
			onplaying: (playing) => (this.#playing = playing)
		});
	}

	get playing(): boolean {
		return this.#playing;
	}
	toggle(): void {
		this.#player.toggle();
	}
	pause(): void {
		this.#player.pause();
	}
}
