/** TopoJSON helpers shared by the layers: building, thinning, writing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ringArea } from './geometry.mjs';

export const feature = (geometry, properties = {}, id) => ({
	type: 'Feature',
	...(id === undefined ? {} : { id }),
	properties,
	geometry
});

export const collection = (features) => ({ type: 'FeatureCollection', features });

/** Outer rings clockwise, holes counter-clockwise: what d3-geo needs, and MapLibre takes either. */
function wind(geometry) {
	if (geometry?.type === 'MultiPolygon') {
		return {
			...geometry,
			coordinates: geometry.coordinates.map((polygon) => windPolygon(polygon))
		};
	}
	return geometry?.type === 'Polygon'
		? { ...geometry, coordinates: windPolygon(geometry.coordinates) }
		: geometry;
}

const windPolygon = (rings) =>
	rings.map((ring, i) => (ringArea(ring) < 0 === (i === 0) ? ring : [...ring].reverse()));

const wound = (objects) =>
	Object.fromEntries(
		Object.entries(objects).map(([name, { features }]) => [
			name,
			collection(features.map((f) => ({ ...f, geometry: wind(f.geometry) })))
		])
	);

/**
 * Shared-arc topology of named feature collections.
 * @param require the tools' require
 * @param objects name → FeatureCollection
 * @param options.quantization steps along each axis of the bounding box
 * @param options.minArea triangles below this area (square degrees) are dropped from lines and outlines; 0 keeps all
 */
export function build(require, objects, { quantization, minArea = 0 }) {
	const { topology } = require('topojson-server');
	const { presimplify, simplify, filter, filterWeight } = require('topojson-simplify');
	const { quantize } = require('topojson-client');
	let topo = topology(wound(objects));
	if (minArea > 0) {
		topo = simplify(presimplify(topo), minArea);
		// A ring that collapsed to nothing goes; the last ring of a feature stays, so that no country vanishes.
		topo = filter(topo, filterWeight(topo, minArea));
	}
	topo = quantize(topo, quantization);
	for (const object of Object.values(topo.objects)) tidy(object);
	return topo;
}

/** Drops empty properties so that they cost no bytes. */
function tidy(object) {
	if (object.properties && Object.keys(object.properties).length === 0) delete object.properties;
	for (const child of object.geometries ?? []) tidy(child);
}

/** Writes a layer as compact JSON with a final newline. */
export function write(dir, name, data) {
	writeFileSync(join(dir, name), JSON.stringify(data) + '\n');
}
