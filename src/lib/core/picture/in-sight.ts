import type { FeatureCollection, Geometry, Position } from 'geojson';
import { WORLD_SIZE, worldPoint, type Camera } from './camera';
import { MARGIN } from './projection';

/** Where something lies in the world, 0 to 1 from west to east and from north to south. */
interface Bounds {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

type Part = readonly Position[] | readonly Position[][];

const NOTHING: Geometry = { type: 'GeometryCollection', geometries: [] };

/** The basemap's parts do not change: each is measured once. */
const measured = new WeakMap<Part, Bounds>();

/**
 * The lines and areas of a GeoJSON object that may be in sight, the others left out: of a world's outlines a
 * picture shows few, and cutting each at the picture's edges costs as much as drawing it.
 * @param copy from `copiesOf`: pixels by which the world stands to the right
 */
export function partsInSight(
	camera: Camera,
	object: FeatureCollection | Geometry,
	copy: number
): FeatureCollection | Geometry {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const middle = worldPoint([camera.lon, camera.lat]);
	const [across, down] = [camera.width / 2 + MARGIN, camera.height / 2 + MARGIN];
	const sight: Bounds = {
		left: middle.x - (across + copy) / size,
		top: middle.y - down / size,
		right: middle.x + (across - copy) / size,
		bottom: middle.y + down / size
	};
	const isSeen = (part: Part) => {
		const { left, top, right, bottom } = boundsOf(part);
		return left <= sight.right && right >= sight.left && top <= sight.bottom && bottom >= sight.top;
	};
	if (object.type !== 'FeatureCollection') return reduced(object, isSeen);
	const features = object.features.map((feature) => ({
		...feature,
		geometry: reduced(feature.geometry, isSeen)
	}));
	return { ...object, features };
}

function reduced(geometry: Geometry, isSeen: (part: Part) => boolean): Geometry {
	switch (geometry.type) {
		case 'MultiPolygon':
			return { ...geometry, coordinates: geometry.coordinates.filter(isSeen) };
		case 'MultiLineString':
			return { ...geometry, coordinates: geometry.coordinates.filter(isSeen) };
		case 'Polygon':
		case 'LineString':
			return isSeen(geometry.coordinates) ? geometry : NOTHING;
		default:
			return geometry;
	}
}

/** A line's, or of an area those of its outer ring. */
function boundsOf(part: Part): Bounds {
	const known = measured.get(part);
	if (known) return known;
	const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const [lon, lat] of (Array.isArray(part[0]?.[0]) ? part[0] : part) as readonly Position[]) {
		const { x, y } = worldPoint([lon as number, lat as number]);
		bounds.left = Math.min(bounds.left, x);
		bounds.right = Math.max(bounds.right, x);
		bounds.top = Math.min(bounds.top, y);
		bounds.bottom = Math.max(bounds.bottom, y);
	}
	measured.set(part, bounds);
	return bounds;
}
