import type { Dossier } from '../dossier/dossier';
import type { Precision } from '../dossier/schema';
import { extentOf, type Extent } from '../place/extent';

/** How an extent is drawn: a soft disc, a dashed ring, an area's outline, or that of a wide one, hatched. */
export type ExtentKind = 'disc' | 'ring' | 'area' | 'wide';

/** @param outlined an outline of it is there, of the dossier's or of the ground map's */
export function extentKind(precision: Precision, outlined: boolean): ExtentKind {
	if (precision === 'near') return 'disc';
	if (precision === 'region' || precision === 'country') return 'wide';
	return outlined ? 'area' : 'ring';
}

/** The extent of each event that has one, by the event's id. */
export function extentsOf(dossier: Pick<Dossier, 'events' | 'places'>): Map<string, Extent> {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	return new Map(
		dossier.events.flatMap((event) => {
			const extent = extentOf(event, places.get(event.place ?? ''));
			return extent ? [[event.id, extent] as const] : [];
		})
	);
}
