/**
 * Where a key goes in a list from one of its rows; undefined: it is no key of a list's.
 * @param at place of the row, from 0
 * @param page rows that a page key goes by
 */
export function placeOfKey(
	{ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
	at: number,
	length: number,
	page: number
): number | undefined {
	if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
	const places: Record<string, number> = {
		ArrowUp: at - 1,
		ArrowDown: at + 1,
		PageUp: at - page,
		PageDown: at + page,
		Home: 0,
		End: length - 1
	};
	const place = Object.hasOwn(places, key) ? places[key] : undefined;
	return place === undefined ? undefined : Math.max(0, Math.min(length - 1, place));
}
