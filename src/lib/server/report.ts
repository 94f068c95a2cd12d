import type { Dossier } from '../core/dossier/dossier';
import type { FigureContent } from '../core/picture/figure-content';
import type { Ground } from '../core/picture/picture';
import { plateCamera } from '../core/picture/plate';
import { keptGround } from './picture';

/**
 * The ground of a report's map; undefined, with a line in the log, where the basemap is not to be had.
 * @param whole with all that it holds, whatever was known on some day
 */
export async function plateGround(
	whole: Dossier,
	content: FigureContent
): Promise<Ground | undefined> {
	const { language, view } = content;
	try {
		return await keptGround(whole, plateCamera(content), {
			language,
			lines: view.lines ?? false,
			// A raster of 3 km has no place among lines that are sharp at any size.
			relief: undefined
		});
	} catch (error) {
		console.error('The map of a report could not be drawn:', error);
		return undefined;
	}
}
