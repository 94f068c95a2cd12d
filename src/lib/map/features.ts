import type { FeatureCollection, Point } from 'geojson';
import type { Dossier } from '../core/dossier/dossier';
import { placeNamesOf, type Lettered } from '../core/picture/place-names';

/**
 * The lettering beside the symbols: a point per stack with `id`, what `placeNamesOf` says of it, and
 * `events`, their number.
 * @param language of the place names
 */
export function placeLettering(
	dossier: Pick<Dossier, 'places'>,
	stacks: readonly Lettered[],
	language: string
): FeatureCollection<Point> {
	const names = placeNamesOf(dossier, stacks, language);
	return {
		type: 'FeatureCollection',
		features: stacks.map(({ id, at, events }, i) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: at },
			properties: { id, ...names[i], events: events.length }
		}))
	};
}
