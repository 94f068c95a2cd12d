import { dayInWords, rangeInWords } from '../core/date/words';
import type { ViewState } from '../state/view-state.svelte';
import { counted, tallyInWords } from './words';

/** Milliseconds at rest after which what is shown is said. */
const SAID_MS = 700;
/** Milliseconds for which it is told that the link was copied. */
const TOLD_MS = 4000;

/** What the page of a view does about it, however its events are held. To be made while a component is. */
export class ViewPage {
	readonly #view: ViewState;
	#copied = $state('');
	#live = $state('');

	constructor(view: ViewState) {
		this.#view = view;
		const words = $derived(
			`${tallyInWords(view.tallies)}, ${rangeInWords(view.range.from, view.range.to)}` +
				(view.asof === undefined ? '' : `, as known on ${dayInWords(view.asof)}`) +
				(view.filtersOn > 0 ? `; ${counted(view.filtersOn, 'filter')} on` : '')
		);
		// Said once all is at rest and counted, not while it is dragged.
		$effect(() => {
			if (view.moving || view.counting || view.searching) return;
			const sentence = words;
			const timer = setTimeout(() => (this.#live = sentence), SAID_MS);
			return () => clearTimeout(timer);
		});
		// The server writes it into the page that it sends.
		const theme = $derived(view.view.theme ?? 'auto');
		$effect(() => {
			document.documentElement.dataset['theme'] = theme;
		});
	}

	/** What is said to those who do not see it. */
	get said(): string {
		return this.#copied || this.#live;
	}
	/** That the link was copied; the link itself where it could not be. */
	get copied(): string {
		return this.#copied;
	}

	async copyLink(): Promise<void> {
		const { origin, pathname } = location;
		const query = this.#view.queryWith(this.#view.view.event);
		const link = `${origin}${pathname}?${query}`.replace(/\?$/, '');
		this.#copied = await navigator.clipboard.writeText(link).then(
			() => 'Link copied',
			() => link
		);
		setTimeout(() => (this.#copied = ''), TOLD_MS);
	}
}
