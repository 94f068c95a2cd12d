import { CLEARANCES } from './features';

/** Height in pixels of what a symbol keeps clear of lettering. */
const HEIGHT = 26;

/** The name of the picture that keeps so much clear. */
const blankName = (clear: number) => `blank-${clear}`;

/**
 * Empty pictures of the symbols' sizes: the map's lettering keeps clear of them, while the symbols
 * themselves are drawn over the map.
 */
export function blanks(): Map<string, { width: number; height: number; data: Uint8Array }> {
	return new Map(
		CLEARANCES.map((clear) => {
			const width = 2 * clear - 4;
			return [
				blankName(clear),
				{ width, height: HEIGHT, data: new Uint8Array(width * HEIGHT * 4) }
			];
		})
	);
}
