import { untrack } from 'svelte';
import type { Columns } from '../../core/columns/columns';
import { STATUSES } from '../../core/view/view';
import type { EventsFile } from '../../core/columns/events-file';
import { rowState } from '../../core/columns/dates';
import { countAllRows, countColumnFacets } from '../../core/columns/facets';
import type { FilteredRows } from '../../core/columns/filter';
import { firstKnown } from '../../core/columns/nearest';
import type { ColumnsPage } from '../../core/columns/page';
import type { FoundRows } from '../../core/columns/tests';
import type { Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import { NO_FACETS } from '../../core/store/store';
import type { Facets } from '../../core/view/facets';
import type { Tallies } from '../../core/view/filter';
import { FetchedViewer, type Standing } from '../fetched-viewer.svelte';
import { byId, useView, type Navigate, type Signs } from '../view-state.svelte';
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

/** The chosen event. */
type Picked = { id: string; asof: Day | undefined; row: number; result: RowResult };

/** Milliseconds after which what may lag behind a drag follows it. */
const LAG_MS = 150;

/** The view of a dossier whose events are columns, fetched once the page is there. */
export class ColumnsViewer extends FetchedViewer {
	readonly #access: ColumnsAccess;
	#opened = $state.raw<Opened>();
	#found = $state.raw<Found>();
	#picked = $state.raw<Picked>();
	/** The view's result as of a moment ago, while it is dragged. */
	#lagging = $state.raw<FilteredRows>();
	#finding = false;

	readonly #result = $derived.by(() => {
		const found = this.#found;
		return found?.base.filter(this.view, found.rows);
	});
	// While only the range changes it is the same, and what hangs on it is left alone.
	readonly #failures = $derived(this.#result?.failures);
	readonly #calm = $derived(this.moving ? (this.#lagging ?? this.#result) : this.#result);
	readonly #facets = $derived.by(() => (this.#calm ? countColumnFacets(this.#calm) : NO_FACETS));
	readonly #everything = $derived.by(() => {
		const base = this.#found?.base;
		return base ? countAllRows(base.columns, base.index) : NO_FACETS;
	});
	readonly #records = $derived.by(() => {
		const opened = this.#opened;
		const { asof } = this;
		const frame = this.frame;
		if (!opened) return undefined;
		return new RowRecords(
			(records) => readRows(opened.file, frame, records, asof),
			(error) => this.fail(error, () => (this.fault = undefined))
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
	/** @param dossier without events */
	constructor(
		dossier: Dossier,
		page: ColumnsPage,
		access: ColumnsAccess,
		today: Day,
		query: string,
		navigate: Navigate
	) {
		super(dossier, page, today, query, navigate);
		this.#access = access;
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
	override get searching(): boolean {
		const found = this.#found;
		if (!found) return false;
		const { q, sources } = this.view;
		return found.asof !== this.asof || found.q !== q || found.sources !== sources;
	}
	get tallies(): Tallies {
		return this.#result?.tallies ?? this.firstTallies;
	}
	get signs(): Signs {
		return this.#signs;
	}
	get candidates(): number | undefined {
		return this.#result?.candidates;
	}
	get showing(): unknown {
		return this.#result;
	}

	/** The chosen event with its dossier; undefined while it is fetched. */
	get picked(): RowResult | undefined {
		const picked = this.#picked;
		if (picked?.id === this.chosen && picked?.asof === this.asof) return picked?.result;
		return this.#opened ? undefined : this.pickedFirst;
	}
	/** Row of the chosen event; undefined where it has none, or none yet. */
	get selectedRow(): number | undefined {
		const picked = this.#picked;
		return picked?.id === this.chosen && picked && picked.row >= 0 ? picked.row : undefined;
	}

	/** How the chosen event stands to the view; undefined where that is not known. */
	get standing(): Standing | undefined {
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

	/** What is there of a row's event. */
	rowResult(row: number): RowResult | undefined {
		const record = this.#found?.base.columns.record[row];
		const result = record === undefined ? undefined : this.#records?.get(record);
		if (result && 'event' in result) this.know(result);
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
		const results = await readRows(opened.file, this.frame, records, this.asof);
		rows.forEach((row, i) => {
			const result = results.get(records[i] as number);
			if (!result || !('event' in result)) return;
			this.know(result);
			events.set(row, result);
		});
		return events;
	}
	/** The events of some ids, and the sources that they cite; those that cannot be read are left out. */
	async named(ids: readonly string[]): Promise<Pick<Dossier, 'sources' | 'events'>> {
		const file = this.#opened?.file;
		const found = file ? await Promise.all(ids.map((id) => file.rowOf(id))) : [];
		const records = found.filter((record) => record !== undefined);
		const results = file && (await readRows(file, this.frame, records, undefined));
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
		const dossier = await readExcerpt(opened.file, this.frame, records, this.view);
		const { shown, total } = result.tallies;
		return { ...dossier, excerpt: { held: rows.length, shown, total } };
	}
	/** Opens the card of a row's event. */
	async selectRow(row: number): Promise<void> {
		const { asof } = this;
		try {
			const found = (await this.eventsOf([row])).get(row);
			if (!found) {
				this.fault = { sentence: 'This event cannot be read.', retry: undefined };
				return;
			}
			// The next key may come before the event is asked for by its id.
			this.#picked = { id: found.event.id, asof, row, result: found };
			this.select(found.event.id);
		} catch (error) {
			this.fail(error, () => void this.selectRow(row));
		}
	}
	/** Fetches the columns. */
	async open(): Promise<void> {
		try {
			this.fault = undefined;
			const file = await this.#access.open();
			const columns = await file.columns();
			this.#opened = { file, columns };
			if (this.#access.rest && this.frame === this.whole)
				this.frame = { ...this.whole, ...(await this.#access.rest()) };
		} catch (error) {
			this.fail(error, () => void this.open());
		}
	}

	/** Keeps up with the view, in the effects of the component that is being made. */
	follow(): void {
		$effect(() => {
			const { q, sources } = this.view;
			void [this.#opened, this.asof, q, sources, this.frame];
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
				const frame = this.frame;
				const kept = last?.asof === asof && last?.frame === frame ? last : undefined;
				if (kept && kept.q === q && kept.sources === sources) return;
				const base = kept?.base ?? (await this.#baseAt(opened, asof, frame));
				const rows = await findRows(opened.file, base, q, sources);
				this.#found = { asof, q, sources, frame, base, rows };
			}
		} catch (error) {
			this.fail(error, () => void this.keepUp());
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
			const results = await readRows(opened.file, this.frame, [record], asof);
			const result = results.get(record);
			if (!result || this.chosen !== id || this.asof !== asof) return;
			if ('event' in result) this.know(result);
			const row = base.rows ? (base.rows[record] ?? -1) : record;
			this.#picked = { id, asof, row, result };
		} catch (error) {
			this.fail(error, () => void this.#pick(id));
		}
	}
}

/** The viewer of the page around, which shows columns. */
export const useColumnsViewer = (): ColumnsViewer => useView() as ColumnsViewer;
