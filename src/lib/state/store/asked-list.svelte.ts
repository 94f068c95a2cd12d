import { BEHIND_ALL } from '../../core/store/list-place';
import type { Answer, ListPage, ListPlace, ListWish, Question } from '../../core/store/store';
import { Asking } from './asking';
import { endOf, extended, type ListedEvent, type Side, type Stretch } from './stretch';

/** Events of one page. */
export const PAGE = 50;

interface Wish {
	key: string;
	question: Question;
}

interface Options {
	list: (question: Question, wish: ListWish) => Promise<Answer<ListPage>>;
	read: (page: ListPage) => ListedEvent[];
	onfault: (error: unknown) => void;
	onanswer: (answer: Answer<ListPage>) => void;
	/** Whether the dates move: then what was asked for a moment ago is of use. */
	moving: () => boolean;
}

/** The part of a list that somebody looks at, fetched by pages behind and before what is there. */
export class AskedList {
	readonly asking: Asking<Wish, Answer<ListPage>>;
	readonly #options: Options;
	#stretch = $state.raw<Stretch>();
	#wish: Wish | undefined;
	/** Counts what replaces the stretch: answers to what was asked before are stale. */
	#turn = 0;
	#fetching: Side | undefined;
	/** What failed besides the first page. */
	#failed: (() => Promise<void>) | undefined;

	constructor(options: Options) {
		this.#options = options;
		this.asking = new Asking<Wish, Answer<ListPage>>({
			ask: ({ question }) => options.list(question, { limit: PAGE }),
			onanswer: (page, { key }) => {
				this.#turn++;
				this.#fetching = this.#failed = undefined;
				options.onanswer(page);
				this.#stretch = endOf(key, 'before', options.read(page), page.more);
			},
			onfault: options.onfault,
			late: options.moving,
			gap: () => (options.moving() ? 60 : 0)
		});
	}

	/** What is there; of the question before until the first answer to another. */
	get stretch(): Stretch | undefined {
		return this.#stretch;
	}

	/** Asks again for what failed. */
	async retry(): Promise<void> {
		const again = this.#failed;
		this.#failed = undefined;
		await (again && !this.asking.failed ? again() : this.asking.retry());
	}

	/** Begins anew, with the first events of a question. */
	async want(key: string, question: Question): Promise<void> {
		this.#wish = { key, question };
		await this.asking.want(this.#wish);
	}
	/** Goes back to the first events, where they are not there. */
	async toStart(): Promise<void> {
		if (!this.#wish || this.#stretch?.before === 0) return;
		await this.asking.want(this.#wish);
	}
	/** Goes to the last events, where they are not there. */
	async toEnd(): Promise<void> {
		if (this.#stretch && !this.#stretch.moreBehind) return;
		await this.#replace(async ({ key, question }) => {
			const page = await this.#page(question, { limit: PAGE, before: BEHIND_ALL });
			return endOf(key, 'behind', this.#options.read(page), page.more);
		});
	}
	/** Goes to where a place is, with events before and behind it. */
	async toPlace(place: ListPlace): Promise<void> {
		await this.#replace(async ({ key, question }) => {
			// The place itself is among those behind the one before it.
			const before = await this.#page(question, { limit: PAGE / 2, before: place });
			const after = before.events.at(-1);
			const behind = await this.#page(question, { limit: PAGE, ...(after && { after }) });
			const end = endOf(key, 'behind', this.#options.read(before), before.more);
			return extended(
				{ ...end, behind: undefined },
				'behind',
				this.#options.read(behind),
				behind.more
			);
		});
	}
	/** Fetches the next events on one side, if there are any and they are not on their way. */
	async more(side: Side): Promise<void> {
		const stretch = this.#stretch;
		const wish = this.#wish;
		if (!stretch || stretch.key !== wish?.key || this.#fetching) return;
		if (!(side === 'before' ? stretch.moreBefore : stretch.moreBehind)) return;
		const turn = this.#turn;
		this.#fetching = side;
		try {
			const place = stretch.events.at(side === 'before' ? 0 : -1);
			const page = await this.#page(wish.question, {
				limit: PAGE,
				[side === 'before' ? 'before' : 'after']: place && placeOf(place)
			});
			if (turn !== this.#turn) return;
			this.#stretch = extended(stretch, side, this.#options.read(page), page.more);
		} catch (error) {
			if (turn === this.#turn) this.#fail(error, () => this.more(side));
		} finally {
			if (turn === this.#turn) this.#fetching = undefined;
		}
	}

	async #replace(make: (wish: Wish) => Promise<Stretch>): Promise<void> {
		const wish = this.#wish;
		if (!wish) return;
		const turn = ++this.#turn;
		this.#fetching = undefined;
		try {
			const stretch = await make(wish);
			if (turn === this.#turn) this.#stretch = stretch;
		} catch (error) {
			if (turn === this.#turn) this.#fail(error, () => this.#replace(make));
		}
	}
	#fail(error: unknown, again: () => Promise<void>): void {
		this.#failed = again;
		this.#options.onfault(error);
	}
	async #page(question: Question, wish: ListWish): Promise<Answer<ListPage>> {
		const { after, before, ...rest } = wish;
		const page = await this.#options.list(question, {
			...rest,
			...(after && { after: placeOf(after) }),
			...(before && { before })
		});
		this.#options.onanswer(page);
		return page;
	}
}

/** No more than the place of what stands there. */
export const placeOf = ({ background, first, last, id }: ListPlace): ListPlace => ({
	background,
	first,
	last,
	id
});
