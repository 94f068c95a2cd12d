import type { FeatureCollection, Geometry, Point } from 'geojson';
import type { Dossier } from '../core/dossier/dossier';
import type { Camera } from '../core/picture/camera';
import { extentsOf } from '../core/picture/extents';
import { groundNodes } from '../core/picture/ground';
import { groundNames } from '../core/picture/lettering';
import { areaPath } from '../core/picture/path';
import { polygonsOf } from '../core/place/rings';
import type { Ground } from '../core/picture/picture';
import type { SourceData } from './basemap';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The ground of a picture for paper, from what a live map has been given to draw. Without relief: it
 * would be the one part that is no line, and print as dirt.
 * @param outlines of the ground map's areas by their ids
 */
export function groundPicture(
	camera: Camera,
	dossier: Dossier,
	data: SourceData,
	outlines: ReadonlyMap<string, Geometry>
): Ground {
	const get = (name: keyof SourceData) => data[name] ?? NOTHING;
	const points = (name: keyof SourceData) => get(name) as FeatureCollection<Point>;
	const world = {
		land: get('land'),
		borders: get('borders'),
		lakes: get('lakes'),
		rivers: get('rivers')
	};
	const region = {
		sea: get('region-sea'),
		land: get('region-land'),
		borders: get('region-borders'),
		innerLines: get('region-lines'),
		rivers: get('region-rivers'),
		lakes: get('region-lakes')
	};
	const names = {
		areas: points('region-areas'),
		towns: points('region-towns'),
		lakes: points('region-lake-names')
	};
	const named = new Set([...extentsOf(dossier).values()].map(({ area }) => area));
	return {
		camera,
		nodes: groundNodes(camera, { world, region, relief: undefined, historic: data.historic }),
		names: groundNames(camera, { countryNames: points('countries') }, names),
		outlines: Object.fromEntries(
			[...outlines]
				.filter(([id]) => named.has(id))
				.map(([id, outline]) => [id, areaPath(camera, polygonsOf(outline)) ?? { d: '' }])
		)
	};
}
