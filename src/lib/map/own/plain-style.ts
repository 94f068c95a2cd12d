import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTokens } from '../../core/picture/tokens';

/**
 * What the layers of vector tiles are called in the schemas that are in wide use: Protomaps,
 * OpenMapTiles, Shortbread. A dossier that wants more than this gives a style.
 */
const LAYERS = {
	land: ['earth'],
	water: ['water', 'ocean', 'water_polygons'],
	rivers: ['water', 'waterway', 'water_lines'],
	roads: ['roads', 'transportation', 'streets'],
	boundaries: ['boundaries', 'boundary'],
	places: ['places', 'place', 'place_labels', 'boundary_labels']
} as const;

/** Layers of these schemas that a quiet ground map does without. */
const LEFT_OUT: ReadonlySet<string> = new Set([
	...['landuse', 'landcover', 'land', 'sites', 'park', 'natural', 'mountain_peak', 'mask'],
	...['buildings', 'building', 'addresses', 'housenumber', 'bridges', 'dam_lines', 'dam_polygons'],
	...['pois', 'poi', 'physical_point', 'aeroway', 'aerodrome_label', 'aerialways', 'ferries'],
	...['transit', 'public_transport', 'pier_lines', 'pier_polygons', 'street_polygons'],
	...['transportation_name', 'street_labels', 'street_labels_points', 'streets_polygons_labels'],
	...['water_name', 'water_lines_labels', 'water_polygons_labels']
]);

const kind: ExpressionSpecification = [
	'to-string',
	['coalesce', ['get', 'kind'], ['get', 'class'], '']
];
const polygons: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const lines: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const points: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isOf = (kinds: string[]): ExpressionSpecification => ['in', kind, ['literal', kinds]];
/** Between countries, on land. Schemas write the level of a line as a number or as its kind. */
const national: ExpressionSpecification = [
	'all',
	['any', isOf(['country']), ['<=', ['to-number', ['get', 'admin_level'], 99], 2]],
	['!', ['to-boolean', ['coalesce', ['get', 'maritime'], false]]]
];
const COUNTRY = isOf(['country']);

/** A place's name in a language, else as the place's own people write it. */
export function plainName(language: string): ExpressionSpecification {
	return [
		'to-string',
		['coalesce', ['get', `name:${language}`], ['get', `name_${language}`], ['get', 'name'], '']
	];
}

/**
 * A restrained map of vector tiles that come without a style, in the theme's own colours and lettering.
 * Layers that are of no known schema are drawn as hairlines.
 * @param source id of the vector source
 * @param known names of the source's layers; undefined where nobody says: those of the known schemas
 */
export function plainLayers(
	source: string,
	t: MapTokens,
	language: string,
	known: readonly string[] | undefined
): LayerSpecification[] {
	const of = (names: readonly string[]) =>
		names.filter((name) => known?.includes(name) ?? true).map((name) => ({ name }));
	const place = (name: string, what: string) => `${source}/${what}/${name}`;
	const all = new Set<string>(Object.values(LAYERS).flat());
	const strange = (known ?? []).filter((name) => !all.has(name) && !LEFT_OUT.has(name));
	return [
		...of(LAYERS.land).map(({ name }): LayerSpecification => ({
			id: place(name, 'land'),
			type: 'fill',
			source,
			'source-layer': name,
			filter: polygons,
			paint: { 'fill-color': t.land }
		})),
		...of(LAYERS.water).map(({ name }): LayerSpecification => ({
			id: place(name, 'water'),
			type: 'fill',
			source,
			'source-layer': name,
			filter: polygons,
			paint: { 'fill-color': t.water }
		})),
		...of(LAYERS.rivers).map(({ name }): LayerSpecification => ({
			id: place(name, 'rivers'),
			type: 'line',
			source,
			'source-layer': name,
			filter: lines,
			paint: {
				'line-color': t.waterLine,
				'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.4, 8, 0.9, 12, 1.8]
			}
		})),
		...of(LAYERS.roads).map(({ name }): LayerSpecification => ({
			id: place(name, 'roads'),
			type: 'line',
			source,
			'source-layer': name,
			minzoom: 6,
			// Streets and paths only where there is room for them.
			filter: [
				'all',
				lines,
				[
					'any',
					['>=', ['zoom'], 12],
					isOf(['highway', 'major_road', 'motorway', 'trunk', 'primary'])
				]
			],
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': t.adminLine,
				'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 10, 1, 14, 2]
			}
		})),
		...of(LAYERS.boundaries).flatMap(({ name }): LayerSpecification[] => [
			{
				id: place(name, 'lesser-boundaries'),
				type: 'line',
				source,
				'source-layer': name,
				minzoom: 5.8,
				filter: ['all', lines, ['!', national]],
				paint: { 'line-color': t.adminLine, 'line-width': 0.8, 'line-dasharray': [3, 2.5] }
			},
			{
				id: place(name, 'boundaries'),
				type: 'line',
				source,
				'source-layer': name,
				filter: ['all', lines, national],
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': t.border,
					'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.4, 12, 2]
				}
			}
		]),
		...strange.flatMap((name): LayerSpecification[] => [
			{
				id: place(name, 'lines'),
				type: 'line',
				source,
				'source-layer': name,
				filter: ['!', points],
				paint: { 'line-color': t.border, 'line-width': 0.6 }
			},
			{
				id: place(name, 'points'),
				type: 'circle',
				source,
				'source-layer': name,
				filter: points,
				paint: { 'circle-color': t.border, 'circle-radius': 1.2 }
			}
		]),
		...of(LAYERS.places).flatMap(({ name }) => placeLayers(source, name, t, language))
	];
}

function placeLayers(
	source: string,
	name: string,
	t: MapTokens,
	language: string
): LayerSpecification[] {
	const halo = { 'text-halo-color': t.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
	return [
		{
			id: `${source}/places/${name}`,
			type: 'symbol',
			source,
			'source-layer': name,
			minzoom: 4,
			filter: [
				'all',
				points,
				[
					'any',
					isOf(['city', 'capital', 'state_capital', 'town', 'locality']),
					['all', ['>=', ['zoom'], 10], isOf(['village', 'hamlet', 'suburb'])]
				]
			],
			layout: {
				'text-field': plainName(language),
				'text-font': ['Noto Sans'],
				'text-size': 12,
				'text-max-width': 8,
				// The schemas count the other way round: by rank of the place, or by rank of its people.
				'symbol-sort-key': [
					'coalesce',
					['get', 'rank'],
					['-', 20, ['to-number', ['get', 'population_rank'], 0]]
				]
			},
			paint: { 'text-color': t.townLabel, ...halo }
		},
		{
			id: `${source}/countries/${name}`,
			type: 'symbol',
			source,
			'source-layer': name,
			maxzoom: 7,
			filter: ['all', points, ['any', COUNTRY, ['==', ['get', 'admin_level'], 2]]],
			layout: {
				'text-field': plainName(language),
				'text-font': ['Noto Sans'],
				'text-size': ['interpolate', ['linear'], ['zoom'], 2, 11, 6, 14],
				'text-letter-spacing': 0.12,
				'text-max-width': 7
			},
			paint: { 'text-color': t.adminLabel, ...halo }
		}
	];
}
