import { createContext } from 'svelte';
import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import type { Dossier, DossierEvent, Place } from '../core/dossier/dossier';
import type { Actor, EventType } from '../core/dossier/schema';
import type { Status } from '../core/dossier/status';
import { createNoteFilter, type ShownNote } from '../core/notes/filter';
import { isRemark } from '../core/notes/note';
import { readView, standsAtStep } from '../core/story/address';
import type { Story, StoryStep } from '../core/story/schema';
import { eventLinks, isTooLong, MAX_QUERY_LENGTH, stringifyView } from '../core/view/codec';
import type { Counts, Facets } from '../core/view/facets';
import type { Tallies } from '../core/view/filter';
import type { DossierIds } from '../core/view/known-ids';
import type { ColumnName } from '../core/view/table';
import { MAX_TEXT, plainText } from '../core/view/values';
import {
	FILTERS,
	type Filters,
	type MapPosition,
	type StepView,
	type View
} from '../core/view/view';

/** Writes a view into the address: a choice becomes a step in the history, a move replaces the last. */
export type Navigate = (query: string, step: 'push' | 'replace') => void;

/** Milliseconds without a move after which slider and map count as at rest. */
const REST_MS = 300;

/** The same while a pointer holds the slider: a hand that halts on its way is not there yet. */
const HELD_REST_MS = 1000;

/** The same where nothing is drawn, as in a tab behind others. */
const UNDRAWN_MS = 2000;

/** Calls back once the changes of this moment are on the screen; at once where there is none. */
function afterDrawn(done: () => void): void {
	if (typeof requestAnimationFrame === 'undefined') return done();
	// The first frame draws them; the next begins when it has.
	requestAnimationFrame(() => requestAnimationFrame(done));
}

/** Filters that are a list of the dossier's ids. */
export type ListFilter = 'types' | 'actors' | 'sources' | 'places';

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

/** Where an address puts the map. */
export interface Restored {
	/** Undefined: where the dossier opens. */
	position: MapPosition | undefined;
	/** A step of a story put it there: made for a window, and reached in a flight from where the last one stood. */
	step?: boolean;
}

const NO_FILTERS: Filters = Object.fromEntries(FILTERS.map((key) => [key, undefined]));

/** What of a view is the reader's own, or its embed's: a story leaves it alone. */
const KEPT = ['labels', 'theme', 'ui', 'rev'] as const;

function keptOf(view: StepView | View): Partial<Pick<View, (typeof KEPT)[number]>> {
	return Object.fromEntries(KEPT.map((key) => [key, view[key]]));
}

/**
 * Owns the view – dates, filters, what is chosen, where the map stands – and how it reaches the address. What
 * it shows of the events is up to those that hold them, as objects or as columns.
 */
export abstract class ViewState {
	/** The dossier with all that it holds; its events, where they are columns, are not among it. */
	readonly whole: Dossier;
	readonly #today: Day;
	readonly #ids: DossierIds;
	readonly #types: ReadonlyMap<string, EventType>;
	readonly #places: ReadonlyMap<string, Place>;
	readonly #actors: ReadonlyMap<string, Actor>;
	readonly #navigate: Navigate;
	#view = $state.raw<View>({ others: [] });
	#notes = $state.raw<readonly string[]>([]);
	/** Where the map stood when the view was last put in place from an address. */
	#restored = $state.raw<Restored>({ position: undefined });
	/** Those of the dossier; with their steps, as far as these have come. */
	#stories = $state.raw<readonly Story[]>([]);
	/** The chosen event is one that the story speaks of: its card is not open. */
	#told = $state(false);
	// Every step of the slider makes a new view. What hangs on one key of it alone is read from that
	// key, so that a step works out nothing of it anew.
	readonly #asof = $derived(this.#view.asof);
	readonly #event = $derived(this.#view.event);
	readonly #language = $derived(this.#view.labels);
	readonly #noted = $derived(this.#view.notes ?? true);
	readonly #noteFilter = $derived.by(() =>
		createNoteFilter(this.dossier.notes.filter((note) => !isRemark(note)))
	);
	readonly #shownNotes = $derived.by(() => this.#noteFilter(this.#view));
	/** As it was before it began to move. */
	#before: View = { others: [] };
	readonly #rested = $derived.by(() => (this.#moving ? this.#before : this.#view));
	readonly #links = $derived.by(() => eventLinks(this.#rested));
	readonly #storyId = $derived(this.#view.story);
	readonly #stepId = $derived(this.#view.step);
	readonly #story = $derived(this.#stories.find(({ id }) => id === this.#storyId));
	readonly #step = $derived(this.#story?.steps.find(({ id }) => id === this.#stepId));
	readonly #wandered = $derived.by(() => {
		const { base, story, step } = this.#view;
		if (!base) return false;
		const view = { ...this.#view, ...keptOf(base), others: [] };
		return stringifyView(view) !== stringifyView({ ...base, base, story, step, others: [] });
	});
	#timer: ReturnType<typeof setTimeout> | undefined;
	#moving = $state(false);
	#held = $state(false);
	/** Counts the moves, so that one that is drawn late does not end the wait of the next. */
	#moves = 0;
	/** The query string that the address has, as far as we wrote or read it. */
	#written = '';
	/** The address that was last put in place, as it came. */
	#asked = '';
	/** Typing has begun and has no step in the history yet, or has one that the next letters replace. */
	#searching: 'begun' | 'pushed' | undefined;

	/**
	 * @param ids those that an address may name
	 * @param query the address' query string, as the view's first state
	 */
	constructor(dossier: Dossier, ids: DossierIds, today: Day, query: string, navigate: Navigate) {
		this.whole = dossier;
		this.#today = today;
		this.#navigate = navigate;
		this.#types = byId(dossier.header.types);
		this.#places = byId(dossier.places);
		this.#actors = byId(dossier.header.actors);
		this.#ids = ids;
		this.#stories = dossier.stories;
		this.restore(query);
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
	get view(): View {
		return this.#view;
	}
	/** Sentences on keys of the address that could not be taken as they stood. */
	get notes(): readonly string[] {
		return this.#notes;
	}
	/** The author's notes in these dates, but for remarks; the same array while the same ones show. */
	get shownNotes(): readonly ShownNote[] {
		return this.#shownNotes;
	}
	/** How many filters are on; the dates are none. */
	get filtersOn(): number {
		return FILTERS.filter((key) => this.#view[key] !== undefined).length;
	}
	get range(): DayRange {
		return { from: this.#view.from, to: this.#view.to };
	}
	/** Language of the place names. */
	get language(): string {
		return this.#language ?? this.dossier.header.language;
	}
	/** Changes when an address, rather than a reader's hand, put the map in place. */
	get restored(): Restored {
		return this.#restored;
	}

	/** Somebody is at the slider or types: what may wait until the view is at rest waits. */
	get moving(): boolean {
		return this.#moving;
	}

	/** A pointer holds the slider. */
	get held(): boolean {
		return this.#held;
	}

	/** A pointer has taken hold of the slider, or has let go of it. */
	hold(held: boolean): void {
		this.#held = held;
		if (this.#moving) this.#writeAtRest();
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
	/** The query string of the view with an event chosen. */
	queryWith(event: string | undefined): string {
		return this.queryFor({ event });
	}

	/** The query string of the view with something else in it. */
	queryFor(change: Partial<View>): string {
		return stringifyView({ ...this.#view, ...change });
	}

	/** `queryWith` as links say it: like the address they follow at rest. */
	linkWith(event: string | undefined): string {
		return this.#links(event);
	}

	/** `queryFor` as links say it: like the address they follow at rest. */
	linkFor(change: Partial<View>): string {
		return stringifyView({ ...this.#rested, ...change });
	}

	/** Opens an event's card, or closes it. */
	select(id: string | undefined): void {
		const { base } = this.#view;
		const wanted = id !== undefined && this.#ids.events.has(id) ? id : base?.event;
		// Without one, a story points at its own again.
		this.#told = base !== undefined && id === undefined;
		if (wanted !== this.#view.event) this.#push({ event: wanted });
	}

	/** The query string of a step of the story, as its link says. */
	queryOfStep(id: string): string {
		const { story } = this.#view;
		return stringifyView({ ...this.#kept(), story, step: id });
	}

	/** Goes to a step of the story, in one step of the history; to the one that is shown: back to its view. */
	goToStep(id: string): void {
		this.#go(this.queryOfStep(id));
	}

	/** The query string of the step's view with some keys of its text's in it. */
	queryOfWords(keys: string): string {
		const query = new URLSearchParams(this.queryOfStep(this.#view.step ?? ''));
		for (const [key, value] of new URLSearchParams(keys))
			if (key !== 'story' && key !== 'step') query.set(key, value);
		return stringifyView(readView(query.toString(), this.#nameable).view);
	}

	/** Shows what words of the text are linked to, and stays at the step. */
	followWords(keys: string): void {
		this.#go(this.queryOfWords(keys));
	}

	/** Reads a story, from its first step on. */
	openStory(id: string): void {
		this.#go(stringifyView({ ...this.#kept(), story: id }));
	}

	/** Leaves the story: what it shows stays on screen. */
	leaveStory(): void {
		this.#told = false;
		this.#push({ ...this.noStory, event: undefined });
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
		this.#view = { ...this.#view, ...this.noStory };
		this.#notes = [...this.#notes, note];
	}

	get #nameable() {
		return { ids: this.#ids, stories: this.#stories };
	}

	/** What stays the reader's, whatever a story shows. */
	#kept(): View {
		const { base, others } = this.#view;
		const own = keptOf(this.#view);
		const ofStep = base ? keptOf(base) : {};
		const kept = KEPT.filter((key) => own[key] !== ofStep[key]).map((key) => [key, own[key]]);
		// Of a frozen embed, the day too.
		const asof = this.#view.rev === undefined ? undefined : this.#view.asof;
		return { ...(Object.fromEntries(kept) as Partial<View>), asof, others };
	}

	#go(query: string): void {
		this.endSearch();
		const before = this.#written;
		this.restore(query);
		if (this.#written !== before) this.#navigate(this.#written, 'push');
	}

	/**
	 * Changes filters, in one step of the history; undefined takes one off. Refused, with a note,
	 * where the address could not hold them all.
	 */
	filter(change: Filters): void {
		const query = this.queryFor(change);
		if (isTooLong(query)) {
			this.#notes = [
				...this.#notes,
				`That is more than an address can hold (${MAX_QUERY_LENGTH} characters): choose fewer.`
			];
		} else if (query !== this.queryFor({})) this.#push(change);
	}

	/** Adds ids to a list filter, or takes them out of it. */
	choose(key: ListFilter, ids: readonly string[], on: boolean): void {
		const rest = (this.#view[key] ?? []).filter((id) => !ids.includes(id));
		const chosen = on ? [...rest, ...ids].sort() : rest;
		this.filter({ [key]: chosen.length > 0 ? chosen : undefined });
	}

	clearFilters(): void {
		this.filter(NO_FILTERS);
	}
	/** The filters of a view that has none, for links. */
	get noFilters(): Filters {
		return NO_FILTERS;
	}

	/** Searches as somebody types: all of it, until `endSearch`, is one step of the history. */
	setText(text: string): void {
		const q = plainText([...plainText(text)].slice(0, MAX_TEXT).join('')) || undefined;
		if (q === this.#view.q) return;
		if (!this.#searching) {
			this.#settle();
			this.#searching = 'begun';
		}
		this.#move({ q });
	}

	/** The search field was left: what is typed there next is a step of its own. */
	endSearch(): void {
		this.#settle();
		this.#searching = undefined;
	}

	/** Sets the range of days; the address follows at rest. */
	setRange({ from, to }: DayRange): void {
		this.#move({ from, to });
	}

	/** Asks for what was known on a day; undefined: for all. The address follows at rest. */
	setAsOf(asof: Day | undefined): void {
		this.#move({ asof });
	}

	/** One of many changes: what may wait for rest waits. */
	#move(change: Partial<View>): void {
		if (!this.#moving) this.#before = this.#view;
		this.#view = { ...this.#view, ...change };
		this.#moving = true;
		this.#writeAtRest();
	}

	/** Changes how the view is drawn, not what it shows; the address follows at rest. */
	setDisplay(change: Partial<Pick<View, 'labels' | 'theme' | 'fade' | 'lines' | 'notes'>>): void {
		this.#view = { ...this.#view, ...change };
		this.#writeAtRest();
	}

	/** The map has come to rest at a place of the reader's choice. */
	setMap(map: MapPosition): void {
		this.#view = { ...this.#view, map };
		this.#writeAtRest();
	}

	/** Puts the view of an address in place, as back and forward do. */
	restore(query: string): void {
		this.#stopWaiting();
		this.#searching = undefined;
		this.#asked = query;
		const { view, notes } = readView(query, this.#nameable);
		this.#view = view;
		this.#notes = notes;
		this.#written = stringifyView(view);
		this.#told = view.base !== undefined;
		this.#restored = { position: view.map, step: standsAtStep(view) };
	}

	dismissNotes(): void {
		this.#notes = [];
	}

	/** Says something of the address that was found out later than it was read. */
	protected note(sentence: string): void {
		this.#notes = [...this.#notes, sentence];
	}

	/** Takes a chosen event that there is not out of the view; the address follows at rest. */
	protected missEvent(id: string): void {
		if (this.#view.event !== id) return;
		this.#view = { ...this.#view, event: undefined };
		this.note(`There is no event “${id}” in this dossier.`);
		this.#writeAtRest();
	}

	#push(change: Partial<View>): void {
		this.endSearch();
		this.#view = { ...this.#view, ...change };
		this.#write('push');
	}

	#write(step: 'push' | 'replace'): void {
		this.#written = stringifyView(this.#view);
		this.#navigate(this.#written, step);
	}

	/**
	 * Waits for rest: counted from when what the move changed is drawn, so that a machine that draws
	 * slowly is not given more to do between two steps.
	 */
	#writeAtRest(): void {
		clearTimeout(this.#timer);
		const move = ++this.#moves;
		const settleIn = (ms: number) => (this.#timer = setTimeout(() => this.#settle(), ms));
		settleIn(UNDRAWN_MS);
		afterDrawn(() => {
			if (move !== this.#moves || this.#timer === undefined) return;
			clearTimeout(this.#timer);
			settleIn(this.#held ? HELD_REST_MS : REST_MS);
		});
	}

	#stopWaiting(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#moving = false;
	}

	/** Writes what is still waiting for rest, so that a step in the history starts from where it was. */
	#settle(): void {
		if (this.#timer === undefined) return;
		this.#stopWaiting();
		if (stringifyView(this.#view) === this.#written) return;
		const begun = this.#searching === 'begun';
		if (begun) this.#searching = 'pushed';
		this.#write(begun ? 'push' : 'replace');
	}
}

export const [useView, provideView] = createContext<ViewState>();
