import type { Dossier } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import { heard } from '../../core/draft/news';
import { NOTHING_SOUND, type CheckNews } from './check';

/**
 * What the check said of a draft. Each part of the dossier is told of by itself, and what has not changed in
 * it is the same object as before: a note that is typed asks nothing of whoever draws the events.
 */
export class CheckedDraft {
	#isSound = $state.raw(false);
	#header = $state.raw<Dossier['header']>();
	#sources = $state.raw(NOTHING_SOUND.sources);
	#places = $state.raw(NOTHING_SOUND.places);
	#events = $state.raw(NOTHING_SOUND.events);
	#notes = $state.raw(NOTHING_SOUND.notes);
	#stories = $state.raw(NOTHING_SOUND.stories);
	#faults = $state.raw<readonly Note[]>([]);
	/** As last heard, which may be of a state that is no longer. */
	#latest: { isSound: boolean; header: Dossier['header'] | undefined; faults: readonly Note[] } = {
		isSound: false,
		header: undefined,
		faults: []
	};
	#lists = NOTHING_SOUND;
	/** One object for good, whose parts are read as they are then. */
	readonly #dossier: Dossier;

	constructor() {
		const own = {
			header: () => this.#header as Dossier['header'],
			sources: () => this.#sources,
			places: () => this.#places,
			events: () => this.#events,
			notes: () => this.#notes,
			stories: () => this.#stories
		};
		this.#dossier = {
			get header() {
				return own.header();
			},
			get sources() {
				return own.sources();
			},
			get places() {
				return own.places();
			},
			get events() {
				return own.events();
			},
			get notes() {
				return own.notes();
			},
			get stories() {
				return own.stories();
			}
		};
	}

	/** What is sound of the draft; null where nothing is. */
	get dossier(): Dossier | null {
		return this.#isSound ? this.#dossier : null;
	}
	get notes(): readonly Note[] {
		return this.#faults;
	}

	/** @param isCurrent nothing has been done since: of a state that is no longer, nothing is shown */
	hear({ broken, header, notes, lists }: CheckNews, isCurrent: boolean): void {
		const latest = this.#latest;
		this.#latest = {
			isSound: !broken,
			header: header ?? latest.header,
			faults: notes ?? latest.faults
		};
		const known = this.#lists;
		this.#lists = {
			sources: heard(known.sources, lists.sources),
			places: heard(known.places, lists.places),
			events: heard(known.events, lists.events),
			notes: heard(known.notes, lists.notes),
			stories: heard(known.stories, lists.stories)
		};
		if (isCurrent) this.#show();
	}

	#show(): void {
		const { isSound, header, faults } = this.#latest;
		this.#isSound = isSound;
		this.#header = header;
		this.#faults = faults;
		({
			sources: this.#sources,
			places: this.#places,
			events: this.#events,
			notes: this.#notes,
			stories: this.#stories
		} = this.#lists);
	}
}
