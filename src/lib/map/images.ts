import type { MapTokens } from '../core/picture/tokens';
import { clearBox, CLEARANCES } from '../core/picture/place-names';

/** A picture for the map: RGBA, four bytes a pixel. */
export interface Picture {
	width: number;
	height: number;
	data: Uint8Array;
}

/** The picture that hatches wide areas, and its side in pixels. */
export const HATCH = 'hatch';
const HATCH_SIDE = 16;

/** The pictures of a map by their names: `hatch`, and for each clearance an empty `blank-<clearance>`. */
export function pictures(tokens: MapTokens): Map<string, Picture> {
	const found = new Map<string, Picture>([[HATCH, hatch(tokens.placeLabel)]]);
	// The map's lettering keeps clear of them, while the symbols themselves are drawn over the map.
	for (const clear of CLEARANCES) {
		const { width, height } = clearBox(clear);
		found.set(`blank-${clear}`, { width, height, data: new Uint8Array(width * height * 4) });
	}
	return found;
}

/** Lines at 45°, softened at their sides, that join at the picture's edges. */
function hatch(colour: string): Picture {
	const rgb = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	const data = new Uint8Array(HATCH_SIDE * HATCH_SIDE * 4);
	for (let y = 0; y < HATCH_SIDE; y++)
		for (let x = 0; x < HATCH_SIDE; x++) {
			const along = (x + y) % HATCH_SIDE;
			const alpha = along === 0 ? 1 : along === 1 || along === HATCH_SIDE - 1 ? 0.3 : 0;
			// MapLibre takes colours multiplied by their alpha.
			data.set(
				[...rgb.map((value) => Math.round(value * alpha)), Math.round(255 * alpha)],
				(y * HATCH_SIDE + x) * 4
			);
		}
	return { width: HATCH_SIDE, height: HATCH_SIDE, data };
}
