import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { standsAtStep } from '../core/story/address';
import { eventLinks, isTooLong, MAX_QUERY_LENGTH, stringifyView } from '../core/view/codec';
import { MAX_TEXT, plainText } from '../core/view/values';
import { FILTERS, type Filters, type MapPosition, type View } from '../core/view/view';
import { Rest } from './rest.svelte';

/** Writes a view into the address: a choice becomes a step in the history, a move replaces the last. */
export type Navigate = (query: string, step: 'push' | 'replace') => void;

/** Filters that are a list of the dossier's ids. */
export type ListFilter = 'types' | 'actors' | 'sources' | 'places';

/** Where an address puts the map. */
export interface Restored {
	/** Undefined: where the dossier opens. */
	position: MapPosition | undefined;
	/** A step of a story put it there: made for a window, and reached in a flight from where the last one stood. */
	step?: boolean;
}

const NO_FILTERS: Filters = Object.fromEntries(FILTERS.map((key) => [key, undefined]));

/** Owns a view – dates, filters, what is chosen, where the map stands – and how it reaches the address. */
export abstract class OwnedView {
	readonly #navigate: Navigate;
	#view = $state.raw<View>({ others: [] });
	#notes = $state.raw<readonly string[]>([]);
	/** Where the map stood when the view was last put in place from an address. */
	#restored = $state.raw<Restored>({ position: undefined });
	readonly #rest = new Rest(() => this.#settled());
	/** As it was before it began to move. */
	#before: View = { others: [] };
	readonly #rested = $derived.by(() => (this.#rest.moving ? this.#before : this.#view));
	readonly #links = $derived.by(() => eventLinks(this.#rested));
	/** The query string that the address has, as far as we wrote or read it. */
	#written = '';
	/** Typing has begun and has no step in the history yet, or has one that the next letters replace. */
	#searching: 'begun' | 'pushed' | undefined;

	constructor(navigate: Navigate) {
		this.#navigate = navigate;
	}

	/** The view of an address, with sentences on what of it could not be taken as it stood. */
	protected abstract read(query: string): { view: View; notes: readonly string[] };

	get view(): View {
		return this.#view;
	}
	/** Sentences on keys of the address that could not be taken as they stood. */
	get notes(): readonly string[] {
		return this.#notes;
	}
	/** How many filters are on; the dates are none. */
	get filtersOn(): number {
		return FILTERS.filter((key) => this.#view[key] !== undefined).length;
	}
	get range(): DayRange {
		return { from: this.#view.from, to: this.#view.to };
	}
	/** Changes when an address, rather than a reader's hand, put the map in place. */
	get restored(): Restored {
		return this.#restored;
	}

	/** Somebody is at the slider or types: what may wait until the view is at rest waits. */
	get moving(): boolean {
		return this.#rest.moving;
	}
	/** A pointer holds the slider. */
	get held(): boolean {
		return this.#rest.held;
	}
	/** A pointer has taken hold of the slider, or has let go of it. */
	hold(held: boolean): void {
		this.#rest.hold(held);
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

	/**
	 * Changes filters, in one step of the history; undefined takes one off. Refused, with a note,
	 * where the address could not hold them all.
	 */
	filter(change: Filters): void {
		const query = this.queryFor(change);
		if (isTooLong(query))
			this.note(
				`That is more than an address can hold (${MAX_QUERY_LENGTH} characters): choose fewer.`
			);
		else if (query !== this.queryFor({})) this.push(change);
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
			this.#rest.end();
			this.#searching = 'begun';
		}
		this.#move({ q });
	}

	/** The search field was left: what is typed there next is a step of its own. */
	endSearch(): void {
		this.#rest.end();
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
		if (!this.#rest.moving) this.#before = this.#view;
		this.#view = { ...this.#view, ...change };
		this.#rest.move();
	}

	/** Changes how the view is drawn, not what it shows; the address follows at rest. */
	setDisplay(change: Partial<Pick<View, 'labels' | 'theme' | 'fade' | 'lines' | 'notes'>>): void {
		this.change(change);
	}

	/** The map has come to rest at a place of the reader's choice. */
	setMap(map: MapPosition): void {
		this.change({ map });
	}

	/** Puts the view of an address in place, as back and forward do. */
	restore(query: string): void {
		this.#rest.stop();
		this.#searching = undefined;
		const { view, notes } = this.read(query);
		this.#view = view;
		this.#notes = notes;
		this.#written = stringifyView(view);
		this.#restored = { position: view.map, step: standsAtStep(view) };
	}

	dismissNotes(): void {
		this.#notes = [];
	}

	/** Says something of the address that was found out later than it was read. */
	protected note(sentence: string): void {
		this.#notes = [...this.#notes, sentence];
	}

	/** Changes the view; the address stays as it is until something else is written. */
	protected put(change: Partial<View>): void {
		this.#view = { ...this.#view, ...change };
	}

	/** Changes the view; the address follows at rest. */
	protected change(change: Partial<View>): void {
		this.put(change);
		this.#rest.wait();
	}

	/** Changes the view, in one step of the history. */
	protected push(change: Partial<View>): void {
		this.endSearch();
		this.put(change);
		this.#write('push');
	}

	/** Goes to the view of an address, in one step of the history. */
	protected go(query: string): void {
		this.endSearch();
		const before = this.#written;
		this.restore(query);
		if (this.#written !== before) this.#navigate(this.#written, 'push');
	}

	#write(step: 'push' | 'replace'): void {
		this.#written = stringifyView(this.#view);
		this.#navigate(this.#written, step);
	}

	/** Writes what was waiting for rest, so that a step in the history starts from where it was. */
	#settled(): void {
		if (stringifyView(this.#view) === this.#written) return;
		const begun = this.#searching === 'begun';
		if (begun) this.#searching = 'pushed';
		this.#write(begun ? 'push' : 'replace');
	}
}
