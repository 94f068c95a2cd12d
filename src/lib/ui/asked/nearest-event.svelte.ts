import { freeDay } from '../../core/columns/columns';
import type { Day } from '../../core/date/day';
import { whenever } from '../../core/store/question';
import type { AskedViewer } from '../../state/store/asked-viewer.svelte';

/** Events that are looked through on either side for one of a single day. */
const LOOKED = 20;

interface Named {
	key: string;
	day: Day;
	id: string;
	title: string;
}

/** The event nearest to a view that shows none. To be made while a component is. */
export class NearestEvent {
	#named = $state.raw<Named>();
	readonly #viewer: AskedViewer;

	constructor(viewer: AskedViewer) {
		this.#viewer = viewer;
		$effect(() => {
			const { asked, shown, candidates = 0, moving } = viewer;
			if (shown !== 0 || candidates === 0 || moving) return;
			void this.#find()
				.then((found) => {
					if (viewer.asked === asked) this.#named = found && { key: asked.key, ...found };
				})
				// It is not named then.
				.catch(() => undefined);
		});
	}

	/** Its day, id and title once they are there. */
	get now(): Omit<Named, 'key'> | undefined {
		const named = this.#named;
		return named?.key === this.#viewer.asked.key ? named : undefined;
	}

	async #find(): Promise<Omit<Named, 'key'> | undefined> {
		const viewer = this.#viewer;
		const { question } = viewer.asked;
		const anytime = whenever(question);
		const { from = -Infinity, to = Infinity } = question;
		const place = (day: Day) => ({ background: 0 as const, first: day, last: day, id: '-' });
		const sides = await Promise.all([
			Number.isFinite(from)
				? viewer.store.list(anytime, { limit: LOOKED, before: place(from) })
				: { events: [] },
			Number.isFinite(to)
				? viewer.store.list(anytime, { limit: LOOKED, after: place(to) })
				: { events: [] }
		]);
		let nearest: Omit<Named, 'key'> | undefined;
		let least = Infinity;
		for (const { id, first, last, record } of sides.flatMap(({ events }) => events)) {
			const day = freeDay(first);
			const gap = day < from ? from - day : Math.max(0, day - to);
			if (!Number.isFinite(day) || first !== last || gap >= least) continue;
			const title = viewer.titleOf(record);
			if (title === undefined) continue;
			least = gap;
			nearest = { id, day, title };
		}
		return nearest;
	}
}
