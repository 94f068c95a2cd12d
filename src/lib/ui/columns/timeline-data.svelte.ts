import type { Columns } from '../../core/columns/columns';
import type { Day } from '../../core/date/day';
import { shapeOf } from '../../core/picture/symbols';
import type { ColumnsViewer } from '../../state/columns/columns-viewer.svelte';
import { datedEvents } from '../../timeline/bins';
import { countedData } from '../../timeline/counted';
import type { TimelineData } from '../../timeline/data';
import { boundsOf, openingExtent, type Extent } from '../../timeline/extent';

/** What the timeline asks of columns. To be made while a component is. */
export class ColumnsTimeline {
	readonly #data;
	readonly #opening;

	constructor(viewer: ColumnsViewer, today: Day) {
		const { header } = viewer.whole;
		const held = $derived(viewer.base);
		const failures = $derived(viewer.failures);
		const roles = $derived(
			held?.columns.types.map(
				(id) => header.types.find((type) => type.id === id)?.role ?? ('word' as const)
			) ?? []
		);
		const chosen = $derived.by(() => {
			const { selected } = viewer;
			if (!selected) return undefined;
			const type = viewer.typeOf(selected);
			const { id, title, when } = selected;
			return datedEvents([{ id, title, when, role: type.role, shape: shapeOf(type) }]).events[0];
		});
		const data = $derived(
			held && failures ? countedData(held.columns, failures, roles, () => chosen) : undefined
		);
		const boundsOfAll = (columns: Columns) =>
			countedData(columns, new Uint16Array(columns.length), roles, () => undefined).bounds;
		const opening = $derived.by(() => {
			const whole = held && boundsOfAll(held.columns);
			return openingExtent(header, whole ?? boundsOf(viewer.page.firstRows.events), today);
		});
		this.#data = () => data;
		this.#opening = () => opening;
	}

	/** Undefined until the columns are there. */
	get data(): TimelineData | undefined {
		return this.#data();
	}
	/** The days that the axis shows first. */
	get opening(): Extent {
		return this.#opening();
	}
}
