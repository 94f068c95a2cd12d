import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapTokens } from '../core/picture/tokens';
import type { LonLat } from '../core/place/geometry';
import { areaRing, type Area } from '../core/view/area';

/** A drawn area: a breath of tint within a hairline. Its corners show only while it is drawn. */
export function areaLayers(t: MapTokens): LayerSpecification[] {
	return [
		{
			id: 'area-tint',
			type: 'fill',
			source: 'area',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-color': t.accent, 'fill-opacity': 0.05, 'fill-antialias': false }
		},
		{
			id: 'area-line',
			type: 'line',
			source: 'area',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': t.accent, 'line-width': 1, 'line-opacity': 0.85 }
		},
		{
			id: 'area-corners',
			type: 'circle',
			source: 'area',
			filter: ['==', ['geometry-type'], 'Point'],
			paint: {
				'circle-radius': 3.5,
				'circle-color': t.halo,
				'circle-stroke-color': t.accent,
				'circle-stroke-width': 1.2
			}
		}
	];
}

/** The features of an area at rest. */
export function areaFeatures(area: Area | undefined): FeatureCollection {
	if (!area) return collection([]);
	return collection([polygon(areaRing(area))]);
}

/** The features of a polygon that is being drawn. @param next where the pointer is, if it is known */
export function sketchFeatures(
	vertices: readonly LonLat[],
	next: LonLat | undefined
): FeatureCollection {
	const [first] = vertices;
	if (!first) return collection([]);
	const path = next ? [...vertices, next] : vertices;
	return collection([
		...(path.length > 2 ? [polygon([...path, first])] : [line(path)]),
		...vertices.map((at) => feature({ type: 'Point', coordinates: at }))
	]);
}

function polygon(ring: readonly LonLat[]): Feature {
	return feature({ type: 'Polygon', coordinates: [[...ring]] });
}

function line(path: readonly LonLat[]): Feature {
	return feature({ type: 'LineString', coordinates: [...path] });
}

function feature(geometry: Feature['geometry']): Feature {
	return { type: 'Feature', properties: {}, geometry };
}

function collection(features: Feature[]): FeatureCollection {
	return { type: 'FeatureCollection', features };
}
