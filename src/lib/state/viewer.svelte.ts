import type { Day } from '../core/date/day';
import type { Dossier, DossierEvent, Source } from '../core/dossier/dossier';
import { dossierAsOf } from '../core/dossier/known';
import { statusOf, type Status } from '../core/dossier/status';
import { withoutNotes } from '../core/notes/known';
import { countAll, countFacets, type Facets } from '../core/view/facets';
import { createFilter, type ShownEvent, type Tallies } from '../core/view/filter';
import { idsOf } from '../core/view/known-ids';
import { eventTable } from '../core/view/table';
import {
	byId,
	provideView,
	useView,
	ViewState,
	type Navigate,
	type Signs
} from './view-state.svelte';

export type { ListFilter, Restored } from './view-state.svelte';

/** The view of a dossier whose events are held as objects. */
export class Viewer extends ViewState {
	/** The dossier as known on the day that the view asks for: nothing below knows any other. */
	readonly #dossier = $derived.by(() => {
		const noted = this.noted ? this.whole : withoutNotes(this.whole);
		return this.asof === undefined ? noted : dossierAsOf(noted, this.asof);
	});
	readonly #events = $derived.by(() => byId(this.#dossier.events));
	readonly #sources = $derived.by(() => byId(this.#dossier.sources));
	readonly #statuses = $derived.by(
		() =>
			new Map(
				this.#dossier.events.map((event) => [event.id, statusOf(event, this.#sources, this.day)])
			)
	);
	readonly #table = $derived.by(() => eventTable(this.#dossier, (event) => this.statusOf(event)));
	readonly #filter = $derived.by(() => createFilter(this.#table));
	readonly #everything = $derived.by(() => countAll(this.#table));
	readonly #filtered = $derived.by(() => this.#filter(this.view));
	// Each on its own, so that what draws from one is left alone while that one stays the same.
	readonly #shown = $derived.by(() => this.#filtered.shown);
	readonly #candidates = $derived.by(() => this.#filtered.candidates);
	readonly #facets = $derived.by(() => countFacets(this.#filtered));

	/** @param query the address' query string, as the view's first state */
	constructor(dossier: Dossier, today: Day, query: string, navigate: Navigate) {
		super(dossier, idsOf(dossier), today, query, navigate);
	}

	get dossier(): Dossier {
		return this.#dossier;
	}
	/** What the view shows, in the order of the dossier. */
	get shown(): readonly ShownEvent[] {
		return this.#shown;
	}
	/** What passes all filters, whatever its date: the same array while only the range changes. */
	get candidates(): readonly DossierEvent[] {
		return this.#candidates;
	}
	get facets(): Facets {
		return this.#facets;
	}
	get everything(): ReturnType<typeof countAll> {
		return this.#everything;
	}
	get tallies(): Tallies {
		return this.#filtered.tallies;
	}
	get selected(): DossierEvent | undefined {
		return this.chosen === undefined ? undefined : this.#events.get(this.chosen);
	}
	get signs(): Signs {
		const statuses = [...this.#statuses.values()];
		return {
			contested: statuses.some(({ contested }) => contested),
			planned: statuses.some(({ status }) => status === 'planned'),
			about: this.#dossier.events.some(({ concerns }) => concerns.length > 0)
		};
	}

	event(id: string): DossierEvent | undefined {
		return this.#events.get(id);
	}
	source(id: string): Source | undefined {
		return this.#sources.get(id);
	}
	statusOf(event: DossierEvent): Status {
		return this.#statuses.get(event.id) as Status;
	}
}

export const provideViewer = (viewer: Viewer): Viewer => provideView(viewer) as Viewer;
/** The viewer of the page around; for what works on either kind of dossier there is `useView`. */
export const useViewer = (): Viewer => useView() as Viewer;
