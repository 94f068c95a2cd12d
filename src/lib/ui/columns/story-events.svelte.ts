import { untrack } from 'svelte';
import type { Dossier } from '../../core/dossier/dossier';
import { eventsNamed } from '../../core/story/tell';
import type { FetchedViewer } from '../../state/fetched-viewer.svelte';

type Named = Pick<Dossier, 'sources' | 'events'>;

/** The events that a story's step names, which the page does not hold: fetched as a step is opened. */
export class StoryEvents {
	readonly #own: Named;
	#found = $state.raw<Named>();
	readonly #now = $derived.by((): Named => {
		const { events, sources } = this.#found ?? { events: [], sources: [] };
		const known = new Set(this.#own.sources.map(({ id }) => id));
		return {
			events,
			sources: [...this.#own.sources, ...sources.filter(({ id }) => !known.has(id))]
		};
	});

	/**
	 * Call it while a component is made.
	 * @param ready whether events can be asked for
	 */
	constructor(viewer: FetchedViewer, ready: () => boolean) {
		this.#own = { events: [], sources: viewer.whole.sources };
		$effect(() => {
			const { step } = viewer;
			this.#found = undefined;
			if (!step || !ready()) return;
			const ids = [...eventsNamed([step])];
			void untrack(async () => {
				try {
					const found = await viewer.named(ids);
					if (viewer.step === step) this.#found = found;
				} catch (error) {
					// The text stands without the links to the passages.
					console.error(error);
				}
			});
		});
	}

	/** What the step may cite; the passages of its events come a moment later. */
	get now(): Named {
		return this.#now;
	}
}
