import { untrack } from 'svelte';
import type { ColumnsPage } from '../core/columns/page';
import { DamagedFile } from '../core/columns/events-file';
import { matchRange } from '../core/date/match';
import type { Day } from '../core/date/day';
import { dossierAsOf } from '../core/dossier/known';
import type { Dossier, DossierEvent, Place, Source } from '../core/dossier/dossier';
import type { EventType } from '../core/dossier/schema';
import { statusOf, type Status } from '../core/dossier/status';
import { withoutNotes } from '../core/notes/known';
import { StoreAway, StoreRefusal } from '../core/store/store';
import type { ShownEvent } from '../core/view/filter';
import { Unreachable } from './columns/fetch-range';
import type { RowEvent, RowResult } from './columns/row-records.svelte';
import { byId, useView, ViewState, type Navigate } from './view-state.svelte';

/** Why something did not come, and how to ask for it again. */
export interface Fault {
	sentence: string;
	retry: (() => void) | undefined;
}

/** What the page of such a dossier comes with. */
export type FirstPage = Pick<ColumnsPage, 'total' | 'firstRows' | 'rest'>;

/** How the chosen event stands to the view. */
export type Standing = 'filtered' | 'outside' | 'possible' | 'certain';

/** Any id may be among the events: whether it is turns out once that is asked. */
const ANY_ID = { has: (id: string) => /^[a-z0-9-]+$/.test(id) };

/** The view of a dossier whose events do not come with its page, but for the first of them. */
export abstract class FetchedViewer extends ViewState {
	readonly page: FirstPage;
	/** The dossier without events, with all its places and sources once they are there. */
	#frame = $state.raw<Dossier>(this.whole);
	#fault = $state.raw<Fault>();
	readonly #dossier = $derived.by(() => {
		const noted = this.noted ? this.#frame : withoutNotes(this.#frame);
		return this.asof === undefined ? noted : dossierAsOf(noted, this.asof);
	});
	readonly #places = $derived.by(
		() => new Map([...byId(this.page.firstRows.places), ...byId(this.#frame.places)])
	);
	readonly #first = $derived.by(() =>
		this.page.firstRows.events.map((event): ShownEvent => {
			const match = matchRange(event.when, this.range);
			return { event, match: match === 'outside' ? 'possible' : match };
		})
	);
	readonly #firstSources = $derived.by(() => byId(this.page.firstRows.sources));
	readonly #sourcesOf = new WeakMap<DossierEvent, ReadonlyMap<string, Source>>();

	/** @param dossier without events */
	constructor(dossier: Dossier, page: FirstPage, today: Day, query: string, navigate: Navigate) {
		const ids = {
			events: ANY_ID,
			sources: ANY_ID,
			places: page.rest === undefined ? new Set(dossier.places.map(({ id }) => id)) : ANY_ID,
			types: new Set(dossier.header.types.map(({ id }) => id)),
			actors: new Set(dossier.header.actors.map(({ id }) => id))
		};
		super(dossier, ids, today, query, navigate);
		this.page = page;
	}

	/** Fetches what the page did not come with. */
	abstract open(): Promise<void>;
	/** Keeps up with the view, in the effects of the component that is being made. */
	abstract follow(): void;
	/** The chosen event with its dossier; undefined while it is fetched. */
	abstract get picked(): RowResult | undefined;
	/** How the chosen event stands to the view; undefined where that is not known. */
	abstract get standing(): Standing | undefined;
	/** Events that pass all filters, whatever their dates; undefined until they are counted. */
	abstract get candidates(): number | undefined;
	/** The first day on which anything had been published; undefined until that is known. */
	abstract get firstKnown(): Day | undefined;
	/** Changes when what is shown does. */
	abstract get showing(): unknown;
	/**
	 * The first events of the list as an ordinary dossier, whose `excerpt` says of how many they are the first;
	 * with all that was ever known of them. Rejects where they cannot be had.
	 */
	abstract excerpt(limit: number): Promise<Dossier>;
	/** The events of some ids, and the sources that they cite; those that cannot be read are left out. */
	abstract named(ids: readonly string[]): Promise<Pick<Dossier, 'sources' | 'events'>>;

	get dossier(): Dossier {
		return this.#dossier;
	}
	/** The dossier without events. */
	get frame(): Dossier {
		return this.#frame;
	}
	protected set frame(frame: Dossier) {
		this.#frame = frame;
	}
	override get fades(): boolean {
		return false;
	}
	get selected(): DossierEvent | undefined {
		const picked = this.picked;
		return picked && 'event' in picked ? picked.event : undefined;
	}
	/** What the page came with, to be read until the events are there. */
	get first(): readonly ShownEvent[] {
		return this.#first;
	}
	/** The chosen event where the page came with it, as known on the day of the address that it was asked for. */
	protected get pickedFirst(): RowEvent | undefined {
		const { firstRows } = this.page;
		const event = firstRows.events.find(({ id }) => id === this.chosen);
		return event && { dossier: firstRows, event };
	}
	/** What the page was told of the number of events, until they are counted. */
	protected get firstTallies() {
		const { excerpt } = this.page.firstRows;
		const total = excerpt?.total ?? this.page.total;
		return { shown: excerpt?.shown ?? 0, total, undated: 0, unplaced: 0 };
	}

	override place(id: string | undefined): Place | undefined {
		return id === undefined ? undefined : this.#places.get(id);
	}
	override typeOf(event: DossierEvent): EventType {
		return this.typeNamed(event.type);
	}
	/** A type of the vocabulary, or one that it lacks. */
	typeNamed(id: string): EventType {
		const type = this.whole.header.types.find((type) => type.id === id);
		return type ?? { id, label: id, role: 'word', incident: false };
	}
	statusOf(event: DossierEvent): Status {
		return statusOf(event, this.#sourcesOf.get(event) ?? this.#firstSources, this.day);
	}
	/** Takes note of the sources by which an event's status is told. */
	protected know({ dossier, event }: RowEvent): void {
		if (!this.#sourcesOf.has(event)) this.#sourcesOf.set(event, byId(dossier.sources));
	}

	/** Why something did not come. */
	get fault(): Fault | undefined {
		return this.#fault;
	}
	protected set fault(fault: Fault | undefined) {
		this.#fault = fault;
	}
	dismissFault(): void {
		this.#fault = undefined;
	}
	protected fail(error: unknown, again: () => void): void {
		const isLasting = error instanceof DamagedFile || error instanceof StoreRefusal;
		const known = isLasting || error instanceof Unreachable || error instanceof StoreAway;
		if (!known) console.error(error);
		const sentence = known ? error.message : 'The events could not be read.';
		const retry = () => {
			this.#fault = undefined;
			again();
		};
		// What is told already is not told anew.
		if (sentence === untrack(() => this.#fault?.sentence)) return;
		this.#fault = { sentence, retry: isLasting ? undefined : retry };
	}
}

/** The viewer of the page around, whose events are fetched. */
export const useFetchedViewer = (): FetchedViewer => useView() as FetchedViewer;
