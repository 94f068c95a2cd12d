import type { FeatureCollection, GeoJsonProperties, MultiPolygon } from 'geojson';
import { RELIEF_BOUNDS, type Region, type World } from './basemap';
import { screenPoint, WORLD_SIZE, worldPoint, type Camera } from './camera';
import {
	dashScale,
	DISTRICT_LINES_ZOOM,
	drawnAt,
	LINES,
	RANKS,
	REGION_ZOOM,
	RELIEF_SHARE,
	stepAt,
	valueAt,
	type LineRule
} from './cartography';
import { pathData } from './path';
import { node, type SceneNode, type TokenName } from './scene';
import { hundredth } from './rounded';

/** What the ground is drawn from: the basemap's files, decoded. */
interface GroundData {
	world: Pick<World, 'borders' | 'lakes' | 'rivers'> & {
		land: FeatureCollection | MultiPolygon;
	};
	region: Pick<Region, 'sea' | 'land' | 'borders' | 'innerLines' | 'rivers' | 'lakes'>;
	/** Address of the relief picture; undefined: it is not drawn, nor fetched. */
	relief: string | undefined;
	/** Lines of another time and claimed lines, where they are asked for. */
	historic?: FeatureCollection | undefined;
}

type Test = (properties: NonNullable<GeoJsonProperties>) => boolean;

/** Land, water, relief and lines under a camera, from the bottom up: what `map/style.ts` draws there. */
export function groundNodes(
	camera: Camera,
	{ world, region, relief, historic }: GroundData
): SceneNode[] {
	const { zoom, width, height } = camera;
	// MapLibre filters features when it cuts tiles, of which there are whole zooms only.
	const level = Math.floor(zoom);
	const regional = zoom >= REGION_ZOOM;
	const outside: Test = ({ inRegion }) => level < REGION_ZOOM || !inRegion;
	const ranked =
		(ranks: (typeof RANKS)[keyof typeof RANKS]): Test =>
		({ rank }) =>
			Number(rank) <= stepAt(ranks, level);
	const area = (
		shape: FeatureCollection | MultiPolygon,
		fill: TokenName,
		keep: Test = () => true,
		shore?: LineRule
	) => {
		const d = dataOf(camera, shape, keep);
		const line = shore ? strokeOf(shore, 'water-line', zoom) : {};
		return d ? [node('path', { d, fill, ...line })] : [];
	};
	const line = (
		shape: FeatureCollection,
		rule: LineRule,
		stroke: TokenName,
		keep: Test = () => true
	) => {
		if (!drawnAt(rule, zoom)) return [];
		const d = dataOf(camera, shape, keep);
		return d ? [node('path', { d, fill: 'none', ...strokeOf(rule, stroke, zoom) })] : [];
	};
	return [
		node('rect', { width, height, fill: 'water' }),
		...area(world.land, 'land'),
		...(regional ? [...area(region.sea, 'water'), ...area(region.land, 'land')] : []),
		...(regional && relief !== undefined ? reliefNodes(camera, relief) : []),
		...area(world.lakes, 'water', outside, LINES.shores),
		...line(world.rivers, LINES.rivers, 'water-line'),
		...line(region.rivers, LINES.regionRivers, 'water-line', ranked(RANKS.regionRivers)),
		...(regional ? area(region.lakes, 'water', undefined, LINES.shores) : []),
		...line(
			region.innerLines,
			LINES.regionLines,
			'admin-line',
			({ kind }) => kind === 'province' || level >= DISTRICT_LINES_ZOOM
		),
		...line(world.borders, LINES.borders, 'border', outside),
		...line(region.borders, LINES.regionBorders, 'border'),
		...(historic ? line(historic, LINES.historic, 'border') : [])
	];
}

function dataOf(camera: Camera, shape: FeatureCollection | MultiPolygon, keep: Test): string {
	if (shape.type !== 'FeatureCollection') return pathData(camera, shape);
	const features = shape.features.filter(({ properties }) => keep(properties ?? {}));
	return pathData(camera, { ...shape, features });
}

function strokeOf(rule: LineRule, stroke: TokenName, zoom: number) {
	const width = valueAt(rule.width, zoom);
	const opacity = rule.opacity ? valueAt(rule.opacity, zoom) : 1;
	return {
		stroke,
		'stroke-width': hundredth(width),
		'stroke-linejoin': 'round',
		...(rule.dash && {
			// Dashes shorter than the line is wide are dots.
			...(rule.dash[0] < 1 && { 'stroke-linecap': 'round' }),
			'stroke-dasharray': rule.dash
				.map((length) => hundredth(length * width * dashScale(zoom)))
				.join(' ')
		}),
		...(opacity < 1 && { 'stroke-opacity': hundredth(opacity) })
	};
}

function reliefNodes(camera: Camera, href: string): SceneNode[] {
	const share = valueAt(RELIEF_SHARE, camera.zoom);
	const { west, north, east, south } = RELIEF_BOUNDS;
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const [from, to] = [worldPoint([west, north]), worldPoint([east, south])];
	const { x, y } = screenPoint(camera, from);
	const width = (to.x - from.x) * size;
	const height = (to.y - from.y) * size;
	const seen = x < camera.width && y < camera.height && x + width > 0 && y + height > 0;
	if (share === 0 || !seen) return [];
	const place = {
		x: hundredth(x),
		y: hundredth(y),
		width: hundredth(width),
		height: hundredth(height)
	};
	const image = node('image', { href, ...place, preserveAspectRatio: 'none', opacity: 'relief' });
	return share === 1 ? [image] : [node('g', { opacity: hundredth(share) }, [image])];
}
