import type { PublisherCount } from '../../core/columns/publishers';
import type { Answer } from '../../core/store/store';
import { Asking } from '../../state/store/asking';
import type { Asked, AskedViewer } from '../../state/store/asked-viewer.svelte';

/** Whose reports stand behind what is shown, asked at rest. To be made while a component is. */
export class AskedPublishers {
	#now = $state.raw<readonly PublisherCount[]>([]);

	constructor(viewer: AskedViewer) {
		const asking = new Asking<Asked, Answer<{ publishers: PublisherCount[] }>>({
			ask: ({ question }) => viewer.store.publishers(question),
			onanswer: (answer) => {
				viewer.hear('publishers', answer);
				this.#now = answer.publishers;
			},
			onfault: (error) => viewer.hearFault(error, 'publishers')
		});
		$effect(() => {
			const { asked, opened, moving } = viewer;
			if (opened && !moving) void asking.want(asked);
		});
	}

	get now(): readonly PublisherCount[] {
		return this.#now;
	}
}
