import { missingInWords } from '../../core/store/missing';
import type { Store } from '../../core/store/store';

/** Milliseconds after which it is asked again. */
const AGAIN_MS = 6_000;

/**
 * Asks again and again what of a store cannot be reached.
 * @param changed told when something else cannot than before; at first when nothing is missing any more
 * @returns ends it
 */
export function watchReach(store: Store, changed: () => void): () => void {
	let last: string | undefined;
	async function ask() {
		try {
			const { missing = [] } = await store.reach();
			const now = missingInWords(missing) ?? '';
			const isOther = last === undefined ? missing.length === 0 : last !== now;
			last = now;
			if (isOther) changed();
		} catch {
			// What cannot be asked at all says so where somebody waits for it.
		}
	}
	const timer = setInterval(() => void ask(), AGAIN_MS);
	return () => clearInterval(timer);
}
