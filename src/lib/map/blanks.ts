import { clearBox, CLEARANCES } from '../core/picture/place-names';

/** A picture for the map: RGBA, four bytes a pixel. */
export interface Picture {
	width: number;
	height: number;
	data: Uint8Array;
}

/**
 * Empty pictures of the symbols' sizes, `blank-<clearance>`: the map's lettering keeps clear of them,
 * while the symbols themselves are drawn over the map.
 */
export function blanks(): Map<string, Picture> {
	const found = new Map<string, Picture>();
	for (const clear of CLEARANCES) {
		const { width, height } = clearBox(clear);
		found.set(`blank-${clear}`, { width, height, data: new Uint8Array(width * height * 4) });
	}
	return found;
}
