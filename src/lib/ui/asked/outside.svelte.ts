import type { PlaceOutside } from '../../core/columns/outside';
import type { Answer, Outside } from '../../core/store/store';
import { formatArea, type Box } from '../../core/view/area';
import { Asking } from '../../state/store/asking';
import type { Asked, AskedViewer } from '../../state/store/asked-viewer.svelte';
import { MOST_NAMED } from '../off-map';

/** Of more events than these it is not asked where they lie: they lie everywhere. */
const MOST_SHOWN = 20_000;

/** What is shown and lies off the map, asked at rest. To be made while a component is. */
export class AskedOutside {
	#box = $state.raw<Box>();
	#now = $state.raw<Outside>({ places: [], total: 0 });

	constructor(viewer: AskedViewer) {
		const asking = new Asking<{ asked: Asked; box: Box }, Answer<Outside>>({
			ask: ({ asked, box }) => viewer.store.outside(asked.question, box, MOST_NAMED),
			onanswer: (answer) => {
				viewer.hear('outside', answer);
				this.#now = answer;
			},
			onfault: (error) => viewer.hearFault(error, 'outside')
		});
		$effect(() => {
			const { asked, opened, moving, shown } = viewer;
			const box = this.#box;
			if (!opened || moving || !box || shown === undefined) return;
			if (shown <= MOST_SHOWN) return void asking.want({ asked, box });
			asking.drop();
			this.#now = { places: [], total: 0 };
		});
	}

	/** This is in sight now. */
	see(box: Box): void {
		if (!this.#box || formatArea(box) !== formatArea(this.#box)) this.#box = box;
	}

	get places(): readonly PlaceOutside[] {
		return this.#now.places;
	}
	/** How many places there are. */
	get total(): number {
		return this.#now.total;
	}
}
