/** A point in pixels, y counting down. */
export interface Point {
	x: number;
	y: number;
}
/** A box in pixels. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Pixels that a line keeps clear of the symbol's middle, at its side and below it. */
const CLEAR = 28;
const CLEAR_BELOW = 18;
/** Pixels above the axis where a line turns to its date. */
const GAP = 3;
/** Pixels from the card's edge to the upper or lower end of what is seen of it. */
const INSET = 14;

/**
 * The lines that join what belongs to one event: from its card to its symbol on the map, and from there
 * to its date on the timeline; where there is no symbol in sight, from the card to the date. They run
 * level and upright, and turn to the date in the gap above the axis, so that they strike nothing through.
 * @param card `y` of its title, held inside its panel; `beside`: the panel stands at the map's left, else
 * below the timeline
 * @param axisTop the upper edge of the timeline's axis
 * @returns lists of corners
 */
export function joiningLines(
	card: { panel: Box; y: number; beside: boolean },
	symbol: Point | undefined,
	date: Point | undefined,
	axisTop: number
): Point[][] {
	const { panel, beside } = card;
	const y = between(panel.top + INSET, card.y, panel.bottom - INSET);
	const lines: Point[][] = [];
	if (symbol && beside)
		lines.push([
			{ x: panel.right, y },
			{ x: panel.right, y: symbol.y },
			{ x: Math.max(panel.right, symbol.x - CLEAR), y: symbol.y }
		]);
	const turn = axisTop - GAP;
	if (symbol && date)
		lines.push([
			{ x: symbol.x, y: symbol.y + CLEAR_BELOW },
			{ x: symbol.x, y: turn },
			{ x: date.x, y: turn },
			date
		]);
	if (date && !beside)
		lines.push([
			{ x: between(panel.left + INSET, date.x, panel.right - INSET), y: panel.top },
			date
		]);
	else if (date && !symbol)
		lines.push([
			{ x: panel.right - INSET, y: panel.bottom },
			{ x: panel.right - INSET, y: turn },
			{ x: date.x, y: turn },
			date
		]);
	return lines;
}

function between(least: number, value: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}
