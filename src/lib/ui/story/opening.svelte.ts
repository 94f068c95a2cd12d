import { untrack } from 'svelte';
import type { ViewState } from '../../state/view-state.svelte';
import { linkStyles } from '../styles';
import { fetchStory } from './fetch-story';

export type Telling = typeof import('./telling');

/** Keeps at hand what tells the story that the view asks for; call it while a component is made. */
export class StoryOpening {
	#telling = $state.raw<Telling>();

	/**
	 * @param home path of the dossier
	 * @param telling as it came with the page
	 */
	constructor(viewer: ViewState, home: () => string, telling: Telling | undefined) {
		this.#telling = telling;
		$effect(() => {
			const asked = viewer.view.story;
			const ready = this.#telling && viewer.step;
			if (asked === undefined || ready) return;
			void untrack(() => this.#fetch(viewer, home(), asked));
		});
	}

	/** Undefined until it is there. */
	get telling(): Telling | undefined {
		return this.#telling;
	}

	async #fetch(viewer: ViewState, home: string, asked: string): Promise<void> {
		try {
			const [telling, story] = await Promise.all([
				import('./telling'),
				viewer.step && viewer.story ? viewer.story : fetchStory(home, asked)
			]);
			await linkStyles(telling.styles);
			this.#telling = telling;
			if (viewer.view.story === asked && !viewer.step) viewer.takeStory(story);
		} catch {
			if (viewer.view.story === asked)
				viewer.missStory('The story could not be fetched. Try again once you are online.');
		}
	}
}
