import { tick, untrack } from 'svelte';
import type { ViewState } from '../state/view-state.svelte';

/**
 * Takes the reading position along where a card takes the list's place, there and back. To be made while a
 * component is.
 */
export class CardFocus {
	#before: string | undefined;

	/** @param back gives the row of the event whose card was closed the focus */
	constructor(view: ViewState, back: (left: string) => unknown) {
		this.#before = untrack(() => view.card);
		$effect(() => {
			const id = view.card;
			if (id === this.#before) return;
			const left = this.#before;
			this.#before = id;
			void tick().then(() => {
				if (id === undefined) {
					document.getElementById('story-step')?.focus({ preventScroll: true });
					return left === undefined ? undefined : back(left);
				}
				const title = document.getElementById('card-title');
				title?.focus({ preventScroll: true });
				title?.closest('.scroll')?.scrollTo({ top: 0 });
			});
		});
	}

	/** The card that is closed next leaves the focus to others. */
	leave(): void {
		this.#before = undefined;
	}
}
