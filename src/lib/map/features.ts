import { circle } from '@turf/circle';
import type { Feature, FeatureCollection, Geometry as GeoJsonGeometry, Point } from 'geojson';
import type { Dossier } from '../core/dossier/dossier';
import { extentKind } from '../core/picture/extents';
import { placeNamesOf, type Lettered } from '../core/picture/place-names';
import type { Extent } from '../core/place/extent';

/**
 * What is drawn of extents, whatever is filtered: each once, under its `id`, with its `kind`.
 * @param outlineOf the outline of an area of the ground map by its id, where it has one
 */
export function extentFeatures(
	extents: Iterable<Extent>,
	outlineOf: (area: string) => GeoJsonGeometry | undefined
): FeatureCollection {
	const features = new Map<string, Feature>();
	for (const extent of extents) {
		const { id, precision, at, radiusKm } = extent;
		if (features.has(id)) continue;
		const outline =
			extent.geometry ?? (extent.area === undefined ? undefined : outlineOf(extent.area));
		const kind = extentKind(precision, outline !== undefined);
		const properties = { id, kind };
		features.set(
			id,
			outline
				? { type: 'Feature', geometry: outline, properties }
				: circle(at, radiusKm, { steps: 96, properties })
		);
	}
	return { type: 'FeatureCollection', features: [...features.values()] };
}

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
