import { untrack } from 'svelte';
import type { EventRecord } from '../../core/columns/events-file';
import type { Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import { BEHIND_ALL } from '../../core/store/list-place';
import type { AskedPage } from '../../core/store/page';
import { keyOfQuestion, questionOf, whenever } from '../../core/store/question';
import {
	NO_FACETS,
	StoreRefusal,
	type Answer,
	type Counts,
	type Listed,
	type ListPage,
	type ListPlace,
	type Overview,
	type Question,
	type Square,
	type Store
} from '../../core/store/store';
import type { Facets } from '../../core/view/facets';
import type { ShownEvent, Tallies } from '../../core/view/filter';
import { readRecord, type ReadRecord, type RowResult } from '../columns/row-records.svelte';
import { FetchedViewer, type Fault, type Standing } from '../fetched-viewer.svelte';
import { byId, useView, type Navigate, type Signs } from '../view-state.svelte';
import { AskedList, placeOf } from './asked-list.svelte';
import { readExcerpt } from './asked-excerpt';
import { Asking } from './asking';
import { ChosenEvent, type Choosing } from './chosen-event.svelte';
import { Health } from './health.svelte';
import { watchReach } from './reach';
import type { ListedEvent } from './stretch';

/** What the page reaches its events by. */
export interface AskedAccess {
	store: Store;
	/** Places and sources that did not come with the page. */
	rest?: (() => Promise<Pick<Dossier, 'places' | 'sources'>>) | undefined;
}

/** What is asked, and under which key its answers are kept. */
export interface Asked {
	key: string;
	question: Question;
}

/** What is shown in numbers; the facets are those of the last view at rest. */
interface Counted {
	asked: Asked;
	counts: Counts;
	/** The facets are of the same view. */
	whole: boolean;
}

/** Kinds of answers that the viewer asks for itself. */
const OWN = ['counts', 'overview', 'event', 'list'] as const;

/** The view of a dossier whose events stay on the server, which is asked for what somebody looks at. */
export class AskedViewer extends FetchedViewer {
	readonly store: Store;
	readonly list: AskedList;
	readonly #access: AskedAccess;
	/** Asked only once the page is there: not while it is rendered on the server. */
	#open = $state(false);
	/** Counts how often what is kept of answers was found to be of a store with parts away. */
	#turn = $state(0);
	#overview = $state.raw<Overview>();
	#counts = $state.raw<Counted>();

	// Each on its own: what hangs on the dates is left alone while other keys of the view change.
	readonly #key = $derived(`${this.#turn} ${keyOfQuestion(questionOf(this.view))}`);
	readonly #asked = $derived.by((): Asked => {
		const key = this.#key;
		return { key, question: untrack(() => questionOf(this.view)) };
	});
	readonly #anyKey = $derived(`${this.#turn} ${keyOfQuestion(whenever(questionOf(this.view)))}`);
	readonly #askedAnytime = $derived.by((): Asked => {
		const key = this.#anyKey;
		return { key, question: untrack(() => whenever(questionOf(this.view))) };
	});
	readonly #signs = $derived.by((): Signs => {
		const all = this.#overview?.facets;
		return {
			contested: (all?.contested ?? 0) > 0,
			planned: (all?.status.get('planned') ?? 0) > 0,
			about: (this.selected?.concerns.length ?? 0) > 0
		};
	});
	readonly #standing = $derived.by(() => this.#chosenEvent.standing(this.view, this.day));

	#steps = Promise.resolve();
	readonly #counting: Asking<{ asked: Asked; bare: boolean }, Answer<Counts>>;
	readonly #looking: Asking<true, Answer<Overview>>;
	readonly #chosenEvent: ChosenEvent;
	readonly #health = new Health(() => void this.retry());
	#rev: string;
	/** The fault that is told of what did not come. */
	#heard: Fault | undefined;

	/** @param dossier without events */
	constructor(
		dossier: Dossier,
		page: AskedPage,
		access: AskedAccess,
		today: Day,
		query: string,
		navigate: Navigate
	) {
		super(dossier, page, today, query, navigate);
		this.#access = access;
		this.store = access.store;
		const late = () => this.moving;
		const gap = () => (this.moving ? 60 : 0);
		const failing = (kind: (typeof OWN)[number]) => (error: unknown) => this.hearFault(error, kind);
		this.#health.hear('counts', page);
		this.#rev = this.store.rev;
		this.#counting = new Asking<{ asked: Asked; bare: boolean }, Answer<Counts>>({
			ask: ({ asked, bare }) => this.store.counts(asked.question, bare),
			onanswer: (counts, { asked, bare }) => {
				this.hear('counts', counts);
				const facets = bare ? this.facets : counts.facets;
				this.#counts = { asked, counts: { ...counts, facets }, whole: !bare };
			},
			onfault: failing('counts'),
			late,
			gap
		});
		this.#looking = new Asking<true, Answer<Overview>>({
			ask: () => this.store.overview(),
			onanswer: (overview) => {
				this.hear('overview', overview);
				this.#overview = overview;
			},
			onfault: failing('overview')
		});
		this.#chosenEvent = new ChosenEvent({
			records: (ids) => this.store.records(ids),
			read: (record, asof) => this.#read(record, asof),
			onanswer: (answer) => this.hear('event', answer),
			onmiss: (id) => this.missEvent(id),
			onfault: failing('event')
		});
		this.list = new AskedList({
			list: (question, wish) => this.store.list(question, wish),
			read: (found) => this.#listed(found),
			onfault: failing('list'),
			onanswer: (found) => this.hear('list', found),
			moving: late
		});
	}

	/** What the view asks; the same object while it asks the same. */
	get asked(): Asked {
		return this.#asked;
	}
	/** The same whatever its dates. */
	get askedAnytime(): Asked {
		return this.#askedAnytime;
	}
	/** The store may be asked. */
	get opened(): boolean {
		return this.#open;
	}
	get overview(): Overview | undefined {
		return this.#overview;
	}
	get facets(): Facets {
		return this.#counts?.counts.facets ?? NO_FACETS;
	}
	get everything(): Facets {
		return this.#overview?.facets ?? NO_FACETS;
	}
	get tallies(): Tallies {
		return this.#counts?.counts.tallies ?? this.firstTallies;
	}
	get candidates(): number | undefined {
		return this.#counts?.counts.candidates;
	}
	/** How many events are shown, where that is counted. */
	get shown(): number | undefined {
		return this.#counts?.asked.key === this.#key ? this.#counts.counts.tallies.shown : undefined;
	}
	get firstKnown(): Day | undefined {
		return this.#overview?.firstKnown;
	}
	get showing(): unknown {
		return this.#asked;
	}
	get signs(): Signs {
		return this.#signs;
	}
	get standing(): Standing | undefined {
		return this.#standing;
	}
	override get counting(): boolean {
		return this.#counts === undefined;
	}
	override get searching(): boolean {
		return this.#counts !== undefined && this.#counts.asked.key !== this.#key && !this.moving;
	}
	/** What is left out since it cannot be reached, in one sentence. */
	get missingSentence(): string | undefined {
		return this.#health.sentence;
	}
	get picked(): RowResult | undefined {
		return this.#chosenEvent.result(this.chosen, this.asof) ?? this.pickedFirst;
	}
	/** Where the chosen event stands in the list, shown or not; undefined while it is fetched. */
	get chosenPlace(): ListPlace | undefined {
		return this.#chosenEvent.place(this.chosen);
	}

	async open(): Promise<void> {
		this.#open = true;
		void this.#looking.want(true);
		const { rest } = this.#access;
		if (!rest) return;
		try {
			this.frame = { ...this.whole, ...(await rest()) };
		} catch (error) {
			this.fail(error, () => void this.open());
		}
	}

	follow(): void {
		$effect(() => {
			void [this.#asked, this.moving, this.#open];
			untrack(() => void this.#count());
		});
		$effect(() => {
			void [this.#asked, this.frame, this.#open];
			untrack(() => void this.#fill());
		});
		$effect(() => {
			void [this.chosen, this.asof, this.frame, this.#turn, this.#open];
			untrack(() => void this.#pick());
		});
		$effect(() => {
			if (this.missingSentence === undefined || !this.#open) return;
			return watchReach(this.store, () => {
				this.#health.forget();
				this.#turn++;
			});
		});
		$effect(() => () => this.#health.leave());
	}

	/** Asks what the view needs of the store. */
	async keepUp(): Promise<void> {
		await Promise.all([this.#count(), this.#fill(), this.#pick()]);
	}
	async #count(): Promise<void> {
		const asked = this.#asked;
		const bare = this.moving;
		const counted = this.#counts?.asked.key === asked.key ? this.#counts : undefined;
		if (this.#open && (!counted || !(bare || counted.whole)))
			await this.#counting.want({ asked, bare });
	}
	async #fill(): Promise<void> {
		const { key, question } = this.#asked;
		if (this.#open) await this.list.want(key, question);
	}

	/** Asks again for whatever failed. */
	async retry(): Promise<void> {
		await Promise.all(
			[this.#counting, this.#looking, this.#chosenEvent.asking, this.list].map((asking) =>
				asking.retry()
			)
		);
		// Those who ask for themselves do so under another key, and say it if that fails, too.
		const { failing } = this.#health;
		if (failing.size === 0 || OWN.some((kind) => failing.has(kind))) return;
		this.#health.leave();
		this.#turn++;
		this.#allWell();
	}
	#allWell(): void {
		if (this.#heard && this.#heard === untrack(() => this.fault)) this.fault = undefined;
	}

	/** Takes note of an answer, and of what it leaves out. @param kind of which the last answer counts */
	hear(kind: string, answer: Answer<unknown>): void {
		// Answers to what was asked before are of other data.
		if (this.store.rev !== this.#rev) {
			this.#rev = this.store.rev;
			this.#turn++;
		}
		if (this.#health.hear(kind, answer)) this.#allWell();
	}
	/**
	 * Takes note of why something could not be asked; it is tried again by itself unless that is of no use.
	 * @param kind what; undefined: somebody asks again who wants it
	 */
	hearFault(error: unknown, kind?: string): void {
		this.fail(error, () => void this.retry());
		this.#heard = untrack(() => this.fault);
		if (kind !== undefined) this.#health.fail(kind, !(error instanceof StoreRefusal));
	}

	/** The events of some ids, in their order; those that cannot be read are left out. */
	async eventsOf(ids: readonly string[]): Promise<ReadRecord[]> {
		const { records } = await this.store.records(ids);
		return records.map((record) => this.#read(record, this.asof));
	}
	async named(ids: readonly string[]): Promise<Pick<Dossier, 'sources' | 'events'>> {
		const { records } = ids.length > 0 ? await this.store.records(ids) : { records: [] };
		const read = records.map((record) => this.#read(record, undefined).whole);
		return {
			events: read.flatMap(({ events }) => events),
			sources: [...byId(read.flatMap(({ sources }) => sources)).values()]
		};
	}
	excerpt(limit: number): Promise<Dossier> {
		const { question } = this.#asked;
		const { tallies, store, frame } = this;
		return readExcerpt(store, frame, question, limit, tallies);
	}
	/** The first events that stand in some squares, as known now; and whether there are more. */
	async eventsIn(
		squares: readonly Square[],
		limit: number
	): Promise<{ shown: ShownEvent[]; more: boolean }> {
		const found = await this.store.list(this.#asked.question, { limit, squares });
		const shown = this.#listed(found).flatMap(({ result, match }): ShownEvent[] =>
			'event' in result ? [{ event: result.event, match }] : []
		);
		return { shown, more: found.more };
	}

	/** Opens the card of an event of the list. */
	pick({ id, whole, result }: Pick<ListedEvent, 'id' | 'whole' | 'result'>): void {
		// The next key may come before the event is asked for by its id.
		this.#chosenEvent.take(this.#choosing(id), { whole, result });
		this.select(id);
	}
	#choosing(id: string): Choosing {
		return { id, asof: this.asof, frame: this.frame, turn: this.#turn };
	}
	async #pick(): Promise<void> {
		const id = this.chosen;
		if (!this.#open || id === undefined) return;
		const { stretch } = this.list;
		const listed = stretch?.key === this.#key && stretch.events.find((event) => event.id === id);
		if (listed && 'event' in listed.result)
			this.#chosenEvent.take(this.#choosing(id), { whole: listed.whole, result: listed.result });
		else await this.#chosenEvent.want(this.#choosing(id));
	}

	/** Opens the event before (-1) or after (1) the chosen one, in the list's order: one step after the other. */
	async pickBeside(by: 1 | -1): Promise<void> {
		this.#steps = this.#steps.then(() => this.#step(by));
		await this.#steps;
	}
	async #step(by: 1 | -1): Promise<void> {
		const { key, question } = this.#asked;
		const { chosen } = this;
		const at = this.chosenPlace;
		// The open one is still fetched: where it stands is not known.
		if (chosen !== undefined && !at) return;
		const here = this.list.stretch;
		const index = here?.events.findIndex(({ id }) => id === chosen) ?? -1;
		const near = index >= 0 && here?.key === key ? here.events[index + by] : undefined;
		if (near) return this.pick(near);
		const side = by === 1 ? { after: at } : { before: at ?? BEHIND_ALL };
		try {
			const page = await this.store.list(question, { limit: 1, ...side });
			const [next] = this.#listed(page);
			if (next && this.chosen === chosen) this.pick(next);
		} catch (error) {
			this.hearFault(error);
		}
	}

	/** The title of a record, where it is sound. */
	titleOf(record: EventRecord | undefined): string | undefined {
		return record && this.#read(record, undefined).whole.events[0]?.title;
	}

	#read(record: EventRecord | undefined, asof: Day | undefined): ReadRecord {
		const read = readRecord(this.frame, record, asof);
		if ('event' in read.result) this.know(read.result);
		return read;
	}
	#listed({ events }: ListPage): ListedEvent[] {
		const { asof } = this;
		return events.map((listed: Listed): ListedEvent => {
			const { match, at, record } = listed;
			return { ...placeOf(listed), match, at, ...this.#read(record, asof) };
		});
	}
}

/** The viewer of the page around, which asks a store. */
export const useAskedViewer = (): AskedViewer => useView() as AskedViewer;
