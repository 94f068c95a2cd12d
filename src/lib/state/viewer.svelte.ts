import { createContext } from 'svelte';
import type { Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import type { Dossier, DossierEvent, Place, Source } from '../core/dossier/dossier';
import type { Actor, EventType } from '../core/dossier/schema';
import { statusOf, type Status } from '../core/dossier/status';
import { eventsInView, type ShownEvent } from '../core/view/filter';
import { parseView, stringifyView } from '../core/view/codec';
import type { MapPosition, View } from '../core/view/view';

/** Writes a view into the address: a choice becomes a step in the history, a move replaces the last. */
export type Navigate = (query: string, step: 'push' | 'replace') => void;

/** Milliseconds without a move after which slider and map count as at rest. */
const REST_MS = 300;

/** Owns the view: what is shown, what is chosen, and how both reach the address. */
export class Viewer {
	readonly dossier: Dossier;
	/** The day on which status is asked, in days since 1970-01-01. */
	readonly day: Day;
	readonly #events: ReadonlyMap<string, DossierEvent>;
	readonly #types: ReadonlyMap<string, EventType>;
	readonly #sources: ReadonlyMap<string, Source>;
	readonly #places: ReadonlyMap<string, Place>;
	readonly #actors: ReadonlyMap<string, Actor>;
	readonly #statuses: ReadonlyMap<string, Status>;
	readonly #navigate: Navigate;
	#view = $state.raw<View>({ others: [] });
	#notes = $state.raw<readonly string[]>([]);
	/** Where the map stood when the view was last put in place from an address. */
	#restored = $state.raw<{ position: MapPosition | undefined }>({ position: undefined });
	readonly #shown = $derived.by(() => eventsInView(this.dossier.events, this.#view));
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param query the address' query string, as the view's first state */
	constructor(dossier: Dossier, day: Day, query: string, navigate: Navigate) {
		this.dossier = dossier;
		this.day = day;
		this.#navigate = navigate;
		const byId = <T extends { id: string }>(items: readonly T[]) =>
			new Map(items.map((item) => [item.id, item]));
		this.#events = byId(dossier.events);
		this.#types = byId(dossier.header.types);
		this.#sources = byId(dossier.sources);
		this.#places = byId(dossier.places);
		this.#actors = byId(dossier.header.actors);
		this.#statuses = new Map(
			dossier.events.map((event) => [event.id, statusOf(event, this.#sources, day)])
		);
		this.restore(query);
	}

	get view(): View {
		return this.#view;
	}
	/** Sentences on keys of the address that could not be taken as they stood. */
	get notes(): readonly string[] {
		return this.#notes;
	}
	get shown(): ShownEvent[] {
		return this.#shown;
	}
	get range(): DayRange {
		return { from: this.#view.from, to: this.#view.to };
	}
	get selected(): DossierEvent | undefined {
		return this.#view.event === undefined ? undefined : this.#events.get(this.#view.event);
	}
	/** Language of the place names. */
	get language(): string {
		return this.#view.labels ?? this.dossier.header.language;
	}
	/** Changes when an address, rather than a reader's hand, put the map in place. */
	get restored(): { position: MapPosition | undefined } {
		return this.#restored;
	}

	event(id: string): DossierEvent | undefined {
		return this.#events.get(id);
	}
	source(id: string): Source | undefined {
		return this.#sources.get(id);
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
	statusOf(event: DossierEvent): Status {
		return this.#statuses.get(event.id) as Status;
	}

	/** The query string of the view with an event chosen: what its link in the list says. */
	queryWith(event: string | undefined): string {
		return stringifyView({ ...this.#view, event });
	}

	/** Opens an event's card, or closes it. */
	select(id: string | undefined): void {
		const event = id !== undefined && this.#events.has(id) ? id : undefined;
		if (event === this.#view.event) return;
		this.#settle();
		this.#view = { ...this.#view, event };
		this.#navigate(stringifyView(this.#view), 'push');
	}

	/** Sets the range of days; the address follows at rest. */
	setRange({ from, to }: DayRange): void {
		this.#view = { ...this.#view, from, to };
		this.#writeAtRest();
	}

	/** The map has come to rest at a place of the reader's choice. */
	setMap(map: MapPosition): void {
		this.#view = { ...this.#view, map };
		this.#writeAtRest();
	}

	/** Puts the view of an address in place, as back and forward do. */
	restore(query: string): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const { view, notes } = parseView(query);
		const unknown = view.event !== undefined && !this.#events.has(view.event);
		this.#view = unknown ? { ...view, event: undefined } : view;
		this.#notes = unknown
			? [...notes, `There is no event “${view.event}” in this dossier.`]
			: notes;
		this.#restored = { position: view.map };
	}

	dismissNotes(): void {
		this.#notes = [];
	}

	#writeAtRest(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#settle(), REST_MS);
	}

	/** Writes what is still waiting for rest, so that a step in the history starts from where it was. */
	#settle(): void {
		if (this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#navigate(stringifyView(this.#view), 'replace');
	}
}

export const [useViewer, provideViewer] = createContext<Viewer>();
