/**
 * Which rows of a list of equal rows stand in the page. A browser makes no box higher than some 16 to 33 million
 * pixels, so a longer list stands in a lower one: short moves go pixel by pixel, a long one – of the
 * scrollbar, to an end – goes as far in the list as it goes in its box.
 */
export const HIGHEST = 8_000_000;

/** Where the list stands, in pixels: `at` of the box's height is in sight, and `top` of the list's own. */
export interface Standing {
	at: number;
	top: number;
}

/** Pixels that the list's box takes up. */
export const boxHeight = (rows: number, row: number): number => Math.min(HIGHEST, rows * row);

/**
 * Where the list stands once the box was moved.
 * @param at pixels of the box above what is in sight
 * @param sight pixels in sight
 */
export function moved(
	last: Standing,
	at: number,
	rows: number,
	row: number,
	sight: number
): Standing {
	const whole = rows * row;
	const box = boxHeight(rows, row);
	if (whole <= box) return { at, top: at };
	const room = Math.max(1, box - sight);
	const far = Math.abs(at - last.at) > 4 * sight || at <= 0 || at >= room;
	const top = far ? (at / room) * (whole - sight) : last.top + at - last.at;
	// Below the box stands what follows the list: there its last rows stay at its end.
	return {
		at: Math.min(at, room),
		top: at <= 0 ? at : Math.max(0, Math.min(whole - sight, top))
	};
}

/** The rows from `first` to before `end` that reach into sight, some more about them. */
export function rowsInSight(
	{ top }: Standing,
	rows: number,
	row: number,
	sight: number,
	beyond: number
): { first: number; end: number } {
	const first = Math.max(0, Math.min(rows, Math.floor((top - beyond) / row)));
	return { first, end: Math.max(first, Math.min(rows, Math.ceil((top + sight + beyond) / row))) };
}

/** Pixels from the box's top at which a row stands now. */
export function placeOf(index: number, { at, top }: Standing, row: number): number {
	return at + index * row - top;
}
