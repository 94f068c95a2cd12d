/** Pixels of a map on a sheet of its own: at the sheet's width its lettering is of 7 points. */
const SHEET = { width: 920, height: 620 };
/** Pixels that A4 and Letter leave a column between usual margins: no frame is wider there. */
const COLUMN = 690;
/** Pixels of the line with the address, which the screen has not. */
const ADDRESS = 18;

/**
 * Pixels of the map's picture on paper: of a sheet, or of the room that its frame leaves it.
 * @param frame the embed, in the page of somebody else; undefined: it is printed by itself
 */
export function paperSize(frame: HTMLElement | undefined): { width: number; height: number } {
	if (!frame) return SHEET;
	const head = frame.querySelector<HTMLElement>('header')?.offsetHeight ?? 0;
	const width = Math.min(COLUMN, frame.offsetWidth);
	return { width, height: Math.max(width / 3, innerHeight - head - ADDRESS) };
}
