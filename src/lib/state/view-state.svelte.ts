import { createContext } from 'svelte';
import type { Day } from '../core/date/day';
import type { Dossier, DossierEvent, Place } from '../core/dossier/dossier';
import type { Actor, EventType } from '../core/dossier/schema';
import type { Status } from '../core/dossier/status';
import { createNoteFilter, type ShownNote } from '../core/notes/filter';
import { isRemark } from '../core/notes/note';
import { readView } from '../core/story/address';
import type { Story, StoryStep } from '../core/story/schema';
import { stringifyView } from '../core/view/codec';
import type { Counts, Facets } from '../core/view/facets';
import type { Tallies } from '../core/view/filter';
import type { DossierIds } from '../core/view/known-ids';
import type { ColumnName } from '../core/view/table';
import type { StepView, View } from '../core/view/view';
import { OwnedView, type Navigate } from './owned-view.svelte';

export type { ListFilter, Navigate, Restored } from './owned-view.svelte';

export function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
	return new Map(items.map((item) => [item.id, item]));
}

/** What the events of a dossier have that its legend has a line for. */
export interface Signs {
	contested: boolean;
	planned: boolean;
	/** Some are about a place that they did not take place at. */
	about: boolean;
}

/** What of a view is the reader's own, or its embed's: a story leaves it alone. */
const KEPT = ['labels', 'theme', 'ui', 'rev'] as const;

function keptOf(view: StepView | View): Partial<Pick<View, (typeof KEPT)[number]>> {
	return Object.fromEntries(KEPT.map((key) => [key, view[key]]));
}

/**
 * The view of a dossier, with the story that it may be a step of. What it shows of the events is up to those
 * that hold them, as objects or as columns.
 */
export abstract class ViewState extends OwnedView {
	/** The dossier with all that it holds; its events, where they are columns, are not among it. */
	readonly whole: Dossier;
	readonly #today: Day;
	readonly #ids: DossierIds;
	readonly #types: ReadonlyMap<string, EventType>;
	readonly #places: ReadonlyMap<string, Place>;
	readonly #actors: ReadonlyMap<string, Actor>;
	/** Those of the dossier; with their steps, as far as these have come. */
	#stories = $state.raw<readonly Story[]>([]);
	/** The chosen event is one that the story speaks of: its card is not open. */
	#told = $state(false);
	// Every step of the slider makes a new view. What hangs on one key of it alone is read from that
	// key, so that a step works out nothing of it anew.
	readonly #asof = $derived(this.view.asof);
	readonly #event = $derived(this.view.event);
	readonly #language = $derived(this.view.labels);
	readonly #noted = $derived(this.view.notes ?? true);
	readonly #noteFilter = $derived.by(() =>
		createNoteFilter(this.dossier.notes.filter((note) => !isRemark(note)))
	);
	readonly #shownNotes = $derived.by(() => this.#noteFilter(this.view));
	readonly #storyId = $derived(this.view.story);
	readonly #stepId = $derived(this.view.step);
	readonly #story = $derived(this.#stories.find(({ id }) => id === this.#storyId));
	readonly #step = $derived(this.#story?.steps.find(({ id }) => id === this.#stepId));
	readonly #wandered = $derived.by(() => {
		const { base, story, step } = this.view;
		if (!base) return false;
		const view = { ...this.view, ...keptOf(base), others: [] };
		return stringifyView(view) !== stringifyView({ ...base, base, story, step, others: [] });
	});
	/** The address that was last put in place, as it came. */
	#asked = '';

	/**
	 * @param ids those that an address may name
	 * @param query the address' query string, as the view's first state
	 */
	constructor(dossier: Dossier, ids: DossierIds, today: Day, query: string, navigate: Navigate) {
		super(navigate);
		this.whole = dossier;
		this.#today = today;
		this.#types = byId(dossier.header.types);
		this.#places = byId(dossier.places);
		this.#actors = byId(dossier.header.actors);
		this.#ids = ids;
		this.#stories = dossier.stories;
		this.restore(query);
	}

	protected override read(query: string): { view: View; notes: readonly string[] } {
		return readView(query, this.#nameable);
	}
	/** Puts the view of an address in place, as back and forward do. */
	override restore(query: string): void {
		this.#asked = query;
		super.restore(query);
		this.#told = this.view.base !== undefined;
	}

	/** The dossier as known on the day that the view asks for; without one, the whole. */
	abstract get dossier(): Dossier;
	/** What each option of each filter would show; counted when it is asked for. */
	abstract get facets(): Facets;
	/** The same counts over the whole dossier, whatever is filtered. */
	abstract get everything(): Record<ColumnName, Counts>;
	abstract get tallies(): Tallies;
	/** The chosen event, once it is there. */
	abstract get selected(): DossierEvent | undefined;
	abstract get signs(): Signs;
	/** The events are not all there yet: what is counted is not known. */
	get counting(): boolean {
		return false;
	}
	/** The live map draws older events fainter where that is asked for. */
	get fades(): boolean {
		return true;
	}
	/** What is shown is still what was found before. */
	get searching(): boolean {
		return false;
	}
	abstract statusOf(event: DossierEvent): Status;

	/** The day on which status is asked, in days since 1970-01-01: the one asked for, else today. */
	get day(): Day {
		return this.#asof ?? this.#today;
	}
	/** Id of the chosen event. */
	get chosen(): string | undefined {
		return this.#event;
	}
	/** The author's notes are wanted. */
	get noted(): boolean {
		return this.#noted;
	}
	/** The day whose knowledge is shown; undefined: all that is known. */
	get asof(): Day | undefined {
		return this.#asof;
	}
	/** The author's notes in these dates, but for remarks; the same array while the same ones show. */
	get shownNotes(): readonly ShownNote[] {
		return this.#shownNotes;
	}
	/** Language of the place names. */
	get language(): string {
		return this.#language ?? this.dossier.header.language;
	}
	/** The story that is read: its steps may still have to come. */
	get story(): Story | undefined {
		return this.#story;
	}
	/** Its step that is shown. */
	get step(): StoryStep | undefined {
		return this.#step;
	}
	/** The view is no longer what the step shows. */
	get wandered(): boolean {
		return this.#wandered;
	}
	/** Id of the event whose card is open: a story's own it only points at. */
	get card(): string | undefined {
		return this.#told ? undefined : this.#event;
	}

	place(id: string | undefined): Place | undefined {
		return id === undefined ? undefined : this.#places.get(id);
	}
	actor(id: string): Actor | undefined {
		return this.#actors.get(id);
	}
	typeOf(event: DossierEvent): EventType {
		// The check sees to it that every event's type is in the vocabulary.
		return this.#types.get(event.type) as EventType;
	}
	/** Opens an event's card, or closes it. */
	select(id: string | undefined): void {
		const { base } = this.view;
		const wanted = id !== undefined && this.#ids.events.has(id) ? id : base?.event;
		// Without one, a story points at its own again.
		this.#told = base !== undefined && id === undefined;
		if (wanted !== this.view.event) this.push({ event: wanted });
	}

	/** The query string of a step of the story, as its link says. */
	queryOfStep(id: string): string {
		const { story } = this.view;
		return stringifyView({ ...this.#kept(), story, step: id });
	}

	/** Goes to a step of the story, in one step of the history; to the one that is shown: back to its view. */
	goToStep(id: string): void {
		this.go(this.queryOfStep(id));
	}

	/** The query string of the step's view with some keys of its text's in it. */
	queryOfWords(keys: string): string {
		const query = new URLSearchParams(this.queryOfStep(this.view.step ?? ''));
		for (const [key, value] of new URLSearchParams(keys))
			if (key !== 'story' && key !== 'step') query.set(key, value);
		return stringifyView(readView(query.toString(), this.#nameable).view);
	}

	/** Shows what words of the text are linked to, and stays at the step. */
	followWords(keys: string): void {
		this.go(this.queryOfWords(keys));
	}

	/** Reads a story, from its first step on. */
	openStory(id: string): void {
		this.go(stringifyView({ ...this.#kept(), story: id }));
	}

	/** Leaves the story: what it shows stays on screen. */
	leaveStory(): void {
		this.#told = false;
		this.push({ ...this.noStory, event: undefined });
	}
	/** The view without its story, for links. */
	get noStory(): Partial<View> {
		return { story: undefined, step: undefined, base: undefined };
	}

	/** Takes up a story whose steps have come, and what its step shows. */
	takeStory(story: Story): void {
		this.#stories = this.#stories.map((known) => (known.id === story.id ? story : known));
		this.restore(this.#asked);
	}

	/** The steps do not come: the view without them, and why. */
	missStory(note: string): void {
		this.put(this.noStory);
		this.note(note);
	}

	get #nameable() {
		return { ids: this.#ids, stories: this.#stories };
	}

	/** What stays the reader's, whatever a story shows. */
	#kept(): View {
		const { base, others } = this.view;
		const own = keptOf(this.view);
		const ofStep = base ? keptOf(base) : {};
		const kept = KEPT.filter((key) => own[key] !== ofStep[key]).map((key) => [key, own[key]]);
		// Of a frozen embed, the day too.
		const asof = this.view.rev === undefined ? undefined : this.view.asof;
		return { ...(Object.fromEntries(kept) as Partial<View>), asof, others };
	}

	/** Takes a chosen event that there is not out of the view; the address follows at rest. */
	protected missEvent(id: string): void {
		if (this.view.event !== id) return;
		this.note(`There is no event “${id}” in this dossier.`);
		this.change({ event: undefined });
	}
}

export const [useView, provideView] = createContext<ViewState>();
