/** The timeline's measures from top to bottom, in pixels. */

/** Above the plot: dates beside the thumbs, words at the lines. */
export const STRIP = 16;
/** From the plot's top to its ground. */
export const PLOT = 46;
/** From the ground down to the base lines of the two rows of labels, and to the end. */
export const ROWS = [13, 27] as const;
export const BELOW = 31;
export const HEIGHT = STRIP + PLOT + BELOW;

/** Pixels of one event in a bar, at most. */
const UNIT = 7;

/** Pixels of one event in a bar, such that the fullest bin stays within the plot. */
export const barUnit = (highest: number): number =>
	Math.min(UNIT, (PLOT - 2) / Math.max(1, highest));

/** Widths that stand in until the axis is measured: for the bins, and, so that no label is cut on any screen, for the labels. */
export const GUESSED_WIDTH = 1100;
export const GUESSED_LABEL_WIDTH = 296;

export const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;
