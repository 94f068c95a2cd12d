import { untrack } from 'svelte';
import type { Columns } from '../../core/columns/columns';
import { STATUSES } from '../../core/view/view';
import { DamagedFile, type EventsFile } from '../../core/columns/events-file';
import { rowState } from '../../core/columns/dates';
import { countAllRows, countColumnFacets } from '../../core/columns/facets';
import type { FilteredRows } from '../../core/columns/filter';
import { firstKnown } from '../../core/columns/nearest';
import type { ColumnsPage } from '../../core/columns/page';
import type { FoundRows } from '../../core/columns/tests';
import type { Day } from '../../core/date/day';
import type { Dossier, DossierEvent, Place, Source } from '../../core/dossier/dossier';
import type { EventType } from '../../core/dossier/schema';
import { dossierAsOf } from '../../core/dossier/known';
import { statusOf, type Status } from '../../core/dossier/status';
import { withoutNotes } from '../../core/notes/known';
import type { Facets } from '../../core/view/facets';
import type { ShownEvent, Tallies } from '../../core/view/filter';
import { matchRange } from '../../core/date/match';
import { byId, useView, ViewState, type Navigate, type Signs } from '../view-state.svelte';
import { Unreachable } from './fetch-range';
import { baseOf, findRows, type Base } from './known';
import { readExcerpt } from './excerpt';
import { readRows, RowRecords, type RowEvent, type RowResult } from './row-records.svelte';

/** Opens events.dateline, and gives its columns as known on a day. */
export interface ColumnsAccess {
	open: () => Promise<EventsFile>;
	known: (file: EventsFile, columns: Columns, asof: Day) => Columns | Promise<Columns>;
	/** Places and sources that did not come with the page. */
	rest?: (() => Promise<Pick<Dossier, 'places' | 'sources'>>) | undefined;
}

/** The file with all its columns. */
interface Opened {
	file: EventsFile;
	columns: Columns;
}

/** What is asked of the file, and what it found. */
interface Found {
	asof: Day | undefined;
	q: string | undefined;
	sources: readonly string[] | undefined;
	/** The dossier whose names the base was made with. */
	frame: Dossier;
	base: Base;
	rows: FoundRows;
}

/** Why something did not come, and how to ask for it again. */
export interface Fault {
	sentence: string;
	retry: (() => void) | undefined;
}

/** The chosen event. */
type Picked = { id: string; asof: Day | undefined; row: number; result: RowResult };

/** Milliseconds after which what may lag behind a drag follows it. */
const LAG_MS = 150;

const NOTHING: Facets = {
	types: new Map(),
	status: new Map(),
	places: new Map(),
	actors: new Map(),
	sources: new Map(),
	publishers: new Map(),
	precision: new Map(),
	contested: 0
};

/** Any id may be in the file: whether it is turns out once that is asked. */
const ANY_ID = { has: (id: string) => /^[a-z0-9-]+$/.test(id) };

/** The view of a dossier whose events are columns, fetched once the page is there. */
export class ColumnsViewer extends ViewState {
	readonly page: ColumnsPage;
	readonly #access: ColumnsAccess;
	#opened = $state.raw<Opened>();
	/** The dossier without events, with all its places and sources once they are there. */
	#frame = $state.raw<Dossier>(this.whole);
	#found = $state.raw<Found>();
	#fault = $state.raw<Fault>();
	#picked = $state.raw<Picked>();
	/** The view's result as of a moment ago, while it is dragged. */
	#lagging = $state.raw<FilteredRows>();
	#finding = false;

	readonly #dossier = $derived.by(() => {
		const noted = this.noted ? this.#frame : withoutNotes(this.#frame);
		return this.asof === undefined ? noted : dossierAsOf(noted, this.asof);
	});
	readonly #places = $derived.by(
		() => new Map([...byId(this.page.firstRows.places), ...byId(this.#frame.places)])
	);
	readonly #result = $derived.by(() => {
		const found = this.#found;
		return found?.base.filter(this.view, found.rows);
	});
	// While only the range changes it is the same, and what hangs on it is left alone.
	readonly #failures = $derived(this.#result?.failures);
	readonly #calm = $derived(this.moving ? (this.#lagging ?? this.#result) : this.#result);
	readonly #facets = $derived.by(() => (this.#calm ? countColumnFacets(this.#calm) : NOTHING));
	readonly #everything = $derived.by(() => {
		const base = this.#found?.base;
		return base ? countAllRows(base.columns, base.index) : NOTHING;
	});
	readonly #records = $derived.by(() => {
		const opened = this.#opened;
		const { asof } = this;
		const frame = this.#frame;
		if (!opened) return undefined;
		return new RowRecords(
			(records) => readRows(opened.file, frame, records, asof),
			(error) => this.#fail(error, () => (this.#fault = undefined))
		);
	});
	readonly #signs = $derived.by((): Signs => {
		const columns = this.#found?.base.columns;
		const planned = STATUSES.indexOf('planned');
		return {
			contested: columns?.contested.includes(1) ?? false,
			planned: columns?.status.includes(planned) ?? false,
			about: (this.selected?.concerns.length ?? 0) > 0
		};
	});
	readonly #firstKnown = $derived.by(() => {
		const columns = this.#opened?.columns;
		return columns && firstKnown(columns.known);
	});
	readonly #first = $derived.by(() =>
		this.page.firstRows.events.map((event): ShownEvent => {
			const match = matchRange(event.when, this.range);
			return { event, match: match === 'outside' ? 'possible' : match };
		})
	);
	readonly #firstSources = $derived.by(() => byId(this.page.firstRows.sources));

	/** @param dossier without events */
	constructor(
		dossier: Dossier,
		page: ColumnsPage,
		access: ColumnsAccess,
		today: Day,
		query: string,
		navigate: Navigate
	) {
		const ids = {
			events: ANY_ID,
			sources: ANY_ID,
			places: page.rest === undefined ? new Set(dossier.places.map(({ id }) => id)) : ANY_ID,
			types: new Set(dossier.header.types.map(({ id }) => id)),
			actors: new Set(dossier.header.actors.map(({ id }) => id))
		};
		super(dossier, ids, today, query, navigate);
		this.page = page;
		this.#access = access;
	}

	get dossier(): Dossier {
		return this.#dossier;
	}
	/** What the view shows; undefined until the columns are there. */
	get result(): FilteredRows | undefined {
		return this.#result;
	}
	/** The same, which follows a drag a moment later: for what takes longer to draw. */
	get calm(): FilteredRows | undefined {
		return this.#calm;
	}
	/** By row what keeps it out; the same array while only the range changes. */
	get failures(): Uint16Array | undefined {
		return this.#failures;
	}
	get base(): Base | undefined {
		return this.#found?.base;
	}
	get facets(): Facets {
		return this.#facets;
	}
	get everything(): Facets {
		return this.#everything;
	}
	override get counting(): boolean {
		return this.#result === undefined;
	}
	override get fades(): boolean {
		return false;
	}
	override get searching(): boolean {
		const found = this.#found;
		if (!found) return false;
		const { q, sources } = this.view;
		return found.asof !== this.asof || found.q !== q || found.sources !== sources;
	}
	get tallies(): Tallies {
		const { excerpt } = this.page.firstRows;
		return (
			this.#result?.tallies ?? {
				shown: excerpt?.shown ?? 0,
				total: excerpt?.total ?? this.page.total,
				undated: 0,
				unplaced: 0
			}
		);
	}
	get signs(): Signs {
		return this.#signs;
	}
	/** Why something did not come. */
	get fault(): Fault | undefined {
		return this.#fault;
	}
	/** What the page came with, to be read until the columns are there. */
	get first(): readonly ShownEvent[] {
		return this.#first;
	}

	/** The chosen event with its dossier; undefined while it is fetched. */
	get picked(): RowResult | undefined {
		const picked = this.#picked;
		if (picked?.id === this.chosen && picked?.asof === this.asof) return picked?.result;
		const { firstRows } = this.page;
		const event = firstRows.events.find(({ id }) => id === this.chosen);
		// As known on the day of the address that the page was asked for.
		return event && !this.#opened ? { dossier: firstRows, event } : undefined;
	}
	get selected(): DossierEvent | undefined {
		const picked = this.picked;
		return picked && 'event' in picked ? picked.event : undefined;
	}
	/** Row of the chosen event; undefined where it has none, or none yet. */
	get selectedRow(): number | undefined {
		const picked = this.#picked;
		return picked?.id === this.chosen && picked && picked.row >= 0 ? picked.row : undefined;
	}

	/** How the chosen event stands to the view; undefined where that is not known. */
	get standing(): 'filtered' | 'outside' | 'possible' | 'certain' | undefined {
		const result = this.#result;
		const row = this.selectedRow;
		if (!result || row === undefined) return undefined;
		if (result.failures[row] !== 0) return 'filtered';
		return (['outside', 'possible', 'certain'] as const)[
			rowState(result.columns, row, result.range)
		];
	}
	/** The first day on which anything had been published; undefined until the columns are there. */
	get firstKnown(): Day | undefined {
		return this.#firstKnown;
	}

	override place(id: string | undefined): Place | undefined {
		return id === undefined ? undefined : this.#places.get(id);
	}
	override typeOf(event: DossierEvent): EventType {
		const type = super.typeOf(event) as EventType | undefined;
		return type ?? { id: event.type, label: event.type, role: 'word', incident: false };
	}
	statusOf(event: DossierEvent): Status {
		return statusOf(event, this.#sourcesOf.get(event) ?? this.#firstSources, this.day);
	}
	readonly #sourcesOf = new WeakMap<DossierEvent, ReadonlyMap<string, Source>>();

	/** What is there of a row's event. */
	rowResult(row: number): RowResult | undefined {
		const record = this.#found?.base.columns.record[row];
		const result = record === undefined ? undefined : this.#records?.get(record);
		if (result && 'event' in result) this.#know(result);
		return result;
	}
	/** Has the events of these rows come. */
	wantRows(rows: ArrayLike<number>): void {
		const record = this.#found?.base.columns.record;
		if (record) this.#records?.want(Array.from(rows, (row) => record[row] as number));
	}
	/** The events of some rows, once they are there; those that cannot be read are left out. */
	async eventsOf(rows: readonly number[]): Promise<Map<number, RowEvent>> {
		const opened = this.#opened;
		const record = this.#found?.base.columns.record;
		const events = new Map<number, RowEvent>();
		if (!opened || !record) return events;
		const records = rows.map((row) => record[row] as number);
		const results = await readRows(opened.file, this.#frame, records, this.asof);
		rows.forEach((row, i) => {
			const result = results.get(records[i] as number);
			if (!result || !('event' in result)) return;
			this.#know(result);
			events.set(row, result);
		});
		return events;
	}
	/** The events of some ids, and the sources that they cite; those that cannot be read are left out. */
	async named(ids: readonly string[]): Promise<Pick<Dossier, 'sources' | 'events'>> {
		const file = this.#opened?.file;
		const found = file ? await Promise.all(ids.map((id) => file.rowOf(id))) : [];
		const records = found.filter((record) => record !== undefined);
		const results = file && (await readRows(file, this.#frame, records, undefined));
		const read = [...(results?.values() ?? [])].filter((result) => 'event' in result);
		return {
			events: read.map(({ event }) => event),
			sources: [...byId(read.flatMap(({ dossier }) => dossier.sources)).values()]
		};
	}
	/**
	 * The first events of the list as an ordinary dossier, whose `excerpt` says of how many they are the first;
	 * with all that was ever known of them. Throws Unreachable, DamagedFile.
	 */
	async excerpt(limit: number): Promise<Dossier> {
		const opened = this.#opened;
		const result = this.#result;
		if (!opened || !result) return this.page.firstRows;
		const rows = result.list.rowsFrom(0, limit);
		const records = Array.from(rows, (row) => result.columns.record[row] as number);
		const dossier = await readExcerpt(opened.file, this.#frame, records, this.view);
		const { shown, total } = result.tallies;
		return { ...dossier, excerpt: { held: rows.length, shown, total } };
	}
	/** Opens the card of a row's event. */
	async selectRow(row: number): Promise<void> {
		const { asof } = this;
		try {
			const found = (await this.eventsOf([row])).get(row);
			if (!found) {
				this.#fault = { sentence: 'This event cannot be read.', retry: undefined };
				return;
			}
			// The next key may come before the event is asked for by its id.
			this.#picked = { id: found.event.id, asof, row, result: found };
			this.select(found.event.id);
		} catch (error) {
			this.#fail(error, () => void this.selectRow(row));
		}
	}
	dismissFault(): void {
		this.#fault = undefined;
	}

	/** Fetches the columns. */
	async open(): Promise<void> {
		try {
			this.#fault = undefined;
			const file = await this.#access.open();
			const columns = await file.columns();
			this.#opened = { file, columns };
			if (this.#access.rest && this.#frame === this.whole)
				this.#frame = { ...this.whole, ...(await this.#access.rest()) };
		} catch (error) {
			this.#fail(error, () => void this.open());
		}
	}

	/** Keeps up with the view, in the effects of the component that is being made. */
	follow(): void {
		$effect(() => {
			const { q, sources } = this.view;
			void [this.#opened, this.asof, q, sources, this.#frame];
			untrack(() => void this.keepUp());
		});
		$effect(() => {
			const id = this.chosen;
			void [this.#found?.base, this.asof];
			if (id !== undefined) untrack(() => void this.#pick(id));
		});
		let timer: ReturnType<typeof setTimeout> | undefined;
		$effect(() => {
			void this.#result;
			if (!this.moving) {
				clearTimeout(timer);
				timer = undefined;
				this.#lagging = undefined;
				return;
			}
			timer ??= setTimeout(() => {
				timer = undefined;
				this.#lagging = this.#result;
			}, LAG_MS);
			if (untrack(() => this.#lagging) === undefined) this.#lagging = this.#result;
		});
	}

	/** Asks the file what the view needs of it; one question at a time, the newest next. */
	async keepUp(): Promise<void> {
		if (this.#finding) return;
		this.#finding = true;
		try {
			for (;;) {
				const opened = this.#opened;
				if (!opened) return;
				const { asof } = this;
				const { q, sources } = this.view;
				const last = this.#found;
				const frame = this.#frame;
				const kept = last?.asof === asof && last?.frame === frame ? last : undefined;
				if (kept && kept.q === q && kept.sources === sources) return;
				const base = kept?.base ?? (await this.#baseAt(opened, asof, frame));
				const rows = await findRows(opened.file, base, q, sources);
				this.#found = { asof, q, sources, frame, base, rows };
			}
		} catch (error) {
			this.#fail(error, () => void this.keepUp());
		} finally {
			this.#finding = false;
		}
	}
	async #baseAt({ file, columns }: Opened, asof: Day | undefined, frame: Dossier): Promise<Base> {
		const known = asof === undefined ? columns : await this.#access.known(file, columns, asof);
		return baseOf(known, file.length, frame);
	}

	async #pick(id: string): Promise<void> {
		const opened = this.#opened;
		const base = this.#found?.base;
		const { asof } = this;
		if (!opened || !base || this.#found?.asof !== asof) return;
		try {
			const record = await opened.file.rowOf(id);
			if (record === undefined) return this.missEvent(id);
			const results = await readRows(opened.file, this.#frame, [record], asof);
			const result = results.get(record);
			if (!result || this.chosen !== id || this.asof !== asof) return;
			if ('event' in result) this.#know(result);
			const row = base.rows ? (base.rows[record] ?? -1) : record;
			this.#picked = { id, asof, row, result };
		} catch (error) {
			this.#fail(error, () => void this.#pick(id));
		}
	}

	#know({ dossier, event }: RowEvent): void {
		if (!this.#sourcesOf.has(event)) this.#sourcesOf.set(event, byId(dossier.sources));
	}

	#fail(error: unknown, again: () => void): void {
		const known = error instanceof Unreachable || error instanceof DamagedFile;
		if (!known) console.error(error);
		const sentence = known ? error.message : 'The events could not be read.';
		const retry = () => {
			this.#fault = undefined;
			again();
		};
		this.#fault = { sentence, retry: error instanceof DamagedFile ? undefined : retry };
	}
}

/** The viewer of the page around, which shows columns. */
export const useColumnsViewer = (): ColumnsViewer => useView() as ColumnsViewer;
