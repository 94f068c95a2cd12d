import { on } from 'svelte/events';
import { neighbour, type Way } from './neighbour';

interface Symbols<T> {
	/** What of it stands in the page, by what its element has in `data-symbol`. */
	find: (key: string | undefined) => T | undefined;
	all: () => readonly T[];
	keyOf: (symbol: T) => string;
	press: (symbol: T) => void;
}

/**
 * An attachment to the group of a map's symbols, which are buttons: an arrow goes to the next one that way, Enter
 * and Space press it. At the group itself: before the map, which listens further up and pans by the same keys
 * where it has the focus itself, hears of it.
 */
export function symbolKeys<T extends { x: number; y: number }>(
	symbols: Symbols<T>
): (group: SVGGElement) => () => void {
	return (group) =>
		on(group as Element as HTMLElement, 'keydown', (event: KeyboardEvent) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			const element = (event.target as Element).closest<SVGElement>('[data-symbol]');
			const from = symbols.find(element?.dataset['symbol']);
			if (!from) return;
			if (event.key === 'Enter' || event.key === ' ') symbols.press(from);
			else if (event.key.startsWith('Arrow')) {
				const to = neighbour(from, event.key as Way, symbols.all());
				if (to)
					group
						.querySelector<SVGElement>(`[data-symbol="${CSS.escape(symbols.keyOf(to))}"]`)
						?.focus({ preventScroll: true });
			} else return;
			event.preventDefault();
			event.stopPropagation();
		});
}
