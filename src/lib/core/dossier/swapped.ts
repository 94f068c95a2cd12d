import { distanceKm, pointOf, type LonLat } from '../place/geometry';
import type { Dossier } from './dossier';
import type { Note } from './note';

/** Farther than this from its place, an event’s point is looked at; and nearer than a tenth of it when turned. */
const FAR_KM = 500;

/**
 * Notes events whose point lies far from their place but close to it once longitude and latitude
 * change places. Such a point is not drawn (nor silently turned): the event is listed as unplaced.
 * Swapped pairs that leave the range of latitudes are caught by the schema already.
 */
export function unswap(dossier: Dossier, notes: Note[]): void {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	for (const event of dossier.events) {
		const home = event.place === undefined ? undefined : places.get(event.place);
		if (event.geometry?.type !== 'Point' || !home?.geometry) continue;
		const written = event.geometry.coordinates as LonLat;
		const turned: LonLat = [written[1], written[0]];
		const place = pointOf(home.geometry);
		if (!place || Math.abs(turned[1]) > 90) continue;
		if (distanceKm(written, place) > FAR_KM && distanceKm(turned, place) < FAR_KM / 10) {
			notes.push({
				file: 'events.geojson',
				feature: event.id,
				field: 'geometry.coordinates',
				expected: `[longitude, latitude] near the place ${home.id} (${place.join(', ')})`,
				found: `[${written.join(', ')}], which lies there once the two change places`,
				mend: 'Write longitude first. Until it is mended the event is listed, not drawn.'
			});
			event.geometry = null;
		}
	}
}
