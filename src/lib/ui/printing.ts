import { flushSync } from 'svelte';

/** Pixels of the map on paper: at the width of a sheet its lettering is of 7 points. */
export const PAPER_MAP = { width: 920, height: 620 };

/**
 * Says when the page is about to be laid out for paper, and when it is back on the screen. What changes
 * with it is in the page at once: a browser lays out as soon as it has said so.
 * @returns what ends it
 */
export function watchPrinting(tell: (printing: boolean) => void): () => void {
	const media = matchMedia('print');
	const say = (printing: boolean) => flushSync(() => tell(printing));
	const before = () => say(true);
	const after = () => say(false);
	// Some browsers have the events alone, and some the change of medium.
	const follow = () => say(media.matches);
	addEventListener('beforeprint', before);
	addEventListener('afterprint', after);
	media.addEventListener('change', follow);
	return () => {
		removeEventListener('beforeprint', before);
		removeEventListener('afterprint', after);
		media.removeEventListener('change', follow);
	};
}
