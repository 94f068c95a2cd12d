import type { Day } from '../../core/date/day';
import { ROLES } from '../../core/dossier/roles';
import { shapeOf } from '../../core/picture/symbols';
import type { Answer, Bins } from '../../core/store/store';
import { Asking } from '../../state/store/asking';
import type { Asked, AskedViewer } from '../../state/store/asked-viewer.svelte';
import type { Axis } from '../../timeline/axis';
import { datedEvents, emptyBins, type CountedBin, type RoleCount } from '../../timeline/bins';
import type { DrawnBins, TimelineData } from '../../timeline/data';
import { boundsOf, openingExtent, type Extent } from '../../timeline/extent';

/** The bins of an axis that are asked for. */
interface Wish extends Pick<DrawnBins, 'unit'> {
	key: string;
	asked: Asked;
	extents: readonly Extent[];
	edges: readonly Day[];
}

const NONE = { count: 0, first: Infinity, last: -Infinity };

/** What the timeline asks of a store: until an answer is there, the last one is drawn. To be made while a component is. */
export class AskedTimeline {
	readonly #viewer: AskedViewer;
	readonly #asking: Asking<Wish, Answer<Bins>>;
	#answer = $state.raw<{ key: string; drawn: DrawnBins; bins: Bins }>();
	readonly #data;
	readonly #opening;

	constructor(viewer: AskedViewer, today: Day) {
		this.#viewer = viewer;
		this.#asking = new Asking<Wish, Answer<Bins>>({
			ask: ({ asked, edges }) => viewer.store.bins(asked.question, edges),
			onanswer: (bins, wish) => {
				viewer.hear('bins', bins);
				this.#answer = { key: wish.key, drawn: this.#drawn(wish, bins), bins };
			},
			onfault: (error) => viewer.hearFault(error, 'bins'),
			late: () => true
		});
		const chosen = $derived.by(() => {
			const { selected } = viewer;
			if (!selected) return undefined;
			const type = viewer.typeOf(selected);
			const { id, title, when } = selected;
			return datedEvents([{ id, title, when, role: type.role, shape: shapeOf(type) }]).events[0];
		});
		const whole = $derived(viewer.overview?.bounds ?? boundsOf(viewer.page.firstRows.events));
		const data = $derived.by((): TimelineData => {
			const answer = this.#answer;
			const { askedAnytime: asked, opened } = viewer;
			const bounds = answer ? answer.bins.bounds : whole;
			return {
				bounds,
				undated: answer?.bins.undated ?? 0,
				score: scoreOf(answer?.drawn.bins ?? [], bounds),
				bins: (axis) => this.#binsOf(axis, asked, opened),
				find: (id) => (chosen?.event.id === id ? chosen : undefined)
			};
		});
		const opening = $derived(openingExtent(viewer.whole.header, whole, today));
		this.#data = () => data;
		this.#opening = () => opening;
	}

	get data(): TimelineData {
		return this.#data();
	}
	/** The days that the axis shows first. */
	get opening(): Extent {
		return this.#opening();
	}

	#binsOf(axis: Axis, asked: Asked, opened: boolean): DrawnBins {
		const { unit, extents } = emptyBins(axis);
		const edges = [...extents.map(({ first }) => first), (extents.at(-1)?.last ?? 0) + 1];
		const key = `${asked.key} ${edges.join()}`;
		const answer = this.#answer;
		if (answer?.key === key) return answer.drawn;
		// Whoever asks is being worked out: nothing may change before that is done.
		if (opened) queueMicrotask(() => void this.#asking.want({ key, asked, unit, extents, edges }));
		const kept = answer?.drawn.bins.filter(
			({ first, last }) => last >= axis.window.start && first < axis.end
		);
		if (answer && kept && kept.length > 0) return { ...answer.drawn, bins: kept };
		const bins = extents.map((extent): CountedBin => ({ ...extent, count: 0, parts: [] }));
		return { unit, bins, highest: 0, before: NONE, after: NONE };
	}

	#drawn({ unit, extents }: Wish, { counts, before, after }: Bins): DrawnBins {
		const byRole = ROLES.map(() => new Float64Array(2 * extents.length));
		for (const [type, own] of counts) {
			const sums = byRole[ROLES.indexOf(this.#viewer.typeNamed(type).role)];
			if (sums) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (own[i] ?? 0);
		}
		let highest = 0;
		const bins = extents.map((extent, bin): CountedBin => {
			// Certain ones first, then by role.
			const parts = [false, true].flatMap((possible) =>
				ROLES.flatMap((role, i): RoleCount[] => {
					const count = byRole[i]?.[2 * bin + Number(possible)] ?? 0;
					return count > 0 ? [{ role, possible, count }] : [];
				})
			);
			const count = parts.reduce((sum, part) => sum + part.count, 0);
			highest = Math.max(highest, count);
			return { ...extent, count, parts };
		});
		return { unit, bins, highest, before, after };
	}
}

/** Single days are not known: what is played goes by the bins in sight, from the first day to the last. */
function scoreOf(bins: readonly CountedBin[], bounds: Extent | undefined): TimelineData['score'] {
	if (!bounds) return { days: [], last: -Infinity };
	const begun = bins.flatMap(({ first, count }) =>
		count > 0 && first > bounds.first && first < bounds.last ? [first] : []
	);
	return { days: [...new Set([bounds.first, ...begun, bounds.last])], last: bounds.last };
}
