import type { Dossier } from '../core/dossier/dossier';
import type { Ground } from '../core/picture/picture';
import { plateCamera } from '../core/picture/plate';
import type { ShownView } from '../core/view/show';
import { groundOrNone } from './picture';

/**
 * The ground of a report's map; undefined, with a line in the log, where the basemap is not to be had.
 * @param whole with all that it holds, whatever was known on some day
 */
export function plateGround(whole: Dossier, show: ShownView): Promise<Ground | undefined> {
	const { labels, lines } = show.view;
	return groundOrNone(whole, plateCamera(show), {
		language: labels ?? whole.header.language,
		lines: lines ?? false,
		// A raster of 3 km has no place among lines that are sharp at any size.
		relief: undefined
	});
}
