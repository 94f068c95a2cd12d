interface Size {
	width: number;
	height: number;
}

/** Pixels of a column of text, where the frame is as wide as that. */
const COLUMN = 720;
/** Smaller than this nobody reads what is in it. */
const SMALLEST = 0.5;

/**
 * The size in pixels that a frame has in its preview, and the scale at which all of it is in sight, timeline and
 * foot too. What is too large for that at half its size is left to be scrolled.
 * @param frame a width of undefined is the whole width of the column
 * @param room for the preview, in pixels
 */
export function previewOf(
	frame: { width: number | undefined; height: number },
	room: Size
): Size & { scale: number } {
	const { height } = frame;
	const fits = Math.min(1, room.height / height, room.width / (frame.width ?? 0));
	const scale = Math.max(SMALLEST, fits);
	const width = frame.width ?? Math.min(COLUMN, Math.round(room.width / scale));
	return { width, height, scale };
}
