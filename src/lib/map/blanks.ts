import { TOWN_DOT } from '../core/picture/cartography';
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

/** The name of the picture of a town's dot. */
export const TOWN_DOT_IMAGE = 'town-dot';

/** How MapLibre reads a distance field: the value of an edge, and how many pixels its range is. */
const EDGE = 0.75;
const RANGE = 8;

/** A town's dot as a signed distance field, so that its layer colours it and its rim. */
export function townDot(): Picture {
	const side = 2 * TOWN_DOT.reach;
	const data = new Uint8Array(side * side * 4);
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) {
			const outside =
				Math.hypot(x + 0.5 - TOWN_DOT.reach, y + 0.5 - TOWN_DOT.reach) - TOWN_DOT.radius;
			data[(y * side + x) * 4 + 3] = Math.round(255 * (EDGE - outside / RANGE));
		}
	return { width: side, height: side, data };
}
