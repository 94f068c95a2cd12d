import type { FeatureCollection, Point } from 'geojson';
import type { Dossier } from '../core/dossier/dossier';
import { screenPoint, type Camera } from '../core/picture/camera';
import { labelSize } from '../core/picture/labels';
import { cutAt, edgesOf } from '../core/picture/name-sides';
import { nameLines } from '../core/picture/place-lettering';
import { placeNamesOf, type Lettered, type PlaceName } from '../core/picture/place-names';

/**
 * The lettering beside the symbols: a point per stack with `id`, what `placeNamesOf` says of it, and
 * `events`, their number, and `cut`, which of its places an edge of a narrow map would cut.
 * @param language of the place names
 * @param camera where the map stands
 */
export function placeLettering(
	dossier: Pick<Dossier, 'places'>,
	stacks: readonly Lettered[],
	language: string,
	camera: Camera
): FeatureCollection<Point> {
	const names = placeNamesOf(dossier, stacks, language);
	const edges = edgesOf(camera.width);
	const cutOf = (stack: Lettered, named: PlaceName) => {
		if (!edges) return 0;
		const { x, y } = screenPoint(camera, stack.world);
		if (y < 0 || y > camera.height) return 0;
		return cutAt(x, named.clear, labelSize({ x, y, lines: nameLines(named) }).width, edges);
	};
	return {
		type: 'FeatureCollection',
		features: stacks.map((stack, i) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: stack.at },
			properties: {
				id: stack.id,
				...names[i],
				events: stack.events.length,
				cut: cutOf(stack, names[i] as PlaceName)
			}
		}))
	};
}
