import { nearestRow } from '../../core/columns/nearest';
import type { Day } from '../../core/date/day';
import type { ColumnsViewer } from '../../state/columns/columns-viewer.svelte';

/** The event nearest to a view that shows none. To be made while a component is. */
export class NearestEvent {
	#named = $state.raw<{ row: number; id: string; title: string }>();
	readonly #found;

	constructor(viewer: ColumnsViewer) {
		const found = $derived.by(() => {
			const { result } = viewer;
			return result && result.list.length === 0 ? nearestRow(result) : undefined;
		});
		this.#found = () => found;
		$effect(() => {
			const row = found?.row;
			if (row === undefined || row === this.#named?.row || viewer.moving) return;
			void viewer
				.eventsOf([row])
				.then((events) => {
					const event = events.get(row)?.event;
					if (event) this.#named = { row, id: event.id, title: event.title };
				})
				.catch(() => undefined);
		});
	}

	/** Its day; its id and title once they are fetched. */
	get now(): { day: Day; id?: string; title?: string } | undefined {
		const found = this.#found();
		if (!found) return undefined;
		const { row, day } = found;
		const named = this.#named;
		return named?.row === row ? { day, id: named.id, title: named.title } : { day };
	}
}
