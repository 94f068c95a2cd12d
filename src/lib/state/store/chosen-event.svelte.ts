import type { EventRecord } from '../../core/columns/events-file';
import type { Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import { statusOf } from '../../core/dossier/status';
import { openingOf, placeInList } from '../../core/store/list-place';
import type { Answer, ListPlace } from '../../core/store/store';
import { createFilter } from '../../core/view/filter';
import { eventTable } from '../../core/view/table';
import type { View } from '../../core/view/view';
import type { ReadRecord, RowResult } from '../columns/row-records.svelte';
import type { Standing } from '../fetched-viewer.svelte';
import { byId } from '../view-state.svelte';
import { Asking } from './asking';

/** Which event is chosen, and what its record is read with. */
export interface Choosing {
	id: string;
	asof: Day | undefined;
	/** The dossier without events. */
	frame: Dossier;
	/** Changes with the store's data. */
	turn: number;
}

interface Picked extends ReadRecord {
	of: Choosing;
}

interface Options {
	records: (ids: readonly string[]) => Promise<Answer<{ records: EventRecord[] }>>;
	read: (record: EventRecord, asof: Day | undefined) => ReadRecord;
	onanswer: (answer: Answer<unknown>) => void;
	/** There is no such event. */
	onmiss: (id: string) => void;
	onfault: (error: unknown) => void;
}

/** The chosen event: its record, how it stands to a view, and where in the list. */
export class ChosenEvent {
	readonly asking: Asking<Choosing, Answer<{ records: EventRecord[] }>>;
	readonly #options: Options;
	#picked = $state.raw<Picked>();
	/** The meaning of the filters for this one event: that of any small dossier. */
	readonly #filter = $derived.by(() => {
		const { whole, of } = this.#picked ?? {};
		if (!whole || !of || whole.events.length === 0) return undefined;
		const sources = byId(whole.sources);
		return (day: Day) =>
			createFilter(eventTable(whole, (event) => statusOf(event, sources, of.asof ?? day)));
	});

	constructor(options: Options) {
		this.#options = options;
		this.asking = new Asking<Choosing, Answer<{ records: EventRecord[] }>>({
			ask: ({ id }) => options.records([id]),
			onanswer: (answer, wish) => this.#take(answer, wish),
			onfault: options.onfault
		});
	}

	/** What came of it, as known on a day; undefined while it is fetched. */
	result(id: string | undefined, asof: Day | undefined): RowResult | undefined {
		const picked = this.#picked;
		return picked && picked.of.id === id && picked.of.asof === asof ? picked.result : undefined;
	}
	/** How it stands to a view; undefined while that is not known. */
	standing(view: View, today: Day): Standing | undefined {
		const filter = this.#picked?.of.id === view.event ? this.#filter : undefined;
		if (!filter) return undefined;
		const { failures, inRange } = filter(today)(view);
		if (failures[0] !== 0) return 'filtered';
		return (['outside', 'possible', 'certain'] as const)[inRange[0] as number];
	}
	/** Where it stands in the list, shown or not; undefined while it is fetched. */
	place(id: string | undefined): ListPlace | undefined {
		const picked = this.#picked;
		if (!picked || picked.of.id !== id) return undefined;
		const [event] = picked.whole.events;
		return event && placeInList(event, openingOf(picked.of.frame));
	}

	/** Takes what was read of it already. */
	take(of: Choosing, { whole, result }: ReadRecord): void {
		this.#picked = { of, whole, result };
	}
	/** Has it come, where it is not there. */
	async want(of: Choosing): Promise<void> {
		const held = this.#picked?.of;
		const same = (['id', 'asof', 'frame', 'turn'] as const).every((key) => held?.[key] === of[key]);
		if (!same) await this.asking.want(of);
	}

	#take(answer: Answer<{ records: EventRecord[] }>, of: Choosing): void {
		this.#options.onanswer(answer);
		const { records, missing = [] } = answer;
		const [record] = records;
		if (record) this.take(of, this.#options.read(record, of.asof));
		else if (missing.length === 0) this.#options.onmiss(of.id);
		else {
			const fault = 'This event cannot be reached at the moment.';
			this.#picked = { of, whole: of.frame, result: { fault } };
		}
	}
}
