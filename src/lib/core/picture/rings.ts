import { circle } from '@turf/circle';
import type { Geometry as GeoJsonGeometry } from 'geojson';
import type { Extent } from '../place/extent';
import type { LonLat } from '../place/geometry';
import { polygonsOf, runningPolygon, runningRing, type RunningPolygon } from '../place/rings';
import { areaRing, type Area } from '../view/area';
import type { ShownEvent } from '../view/filter';
import { screenPoint, WORLD_SIZE, worldPoint, type Camera } from './camera';
import { dashScale } from './cartography';
import { extentKind, type ExtentKind } from './extents';
import { areaData, areaPath, type AreaPath } from './path';
import { node, type Attributes, type SceneNode, type TokenName } from './scene';

const STEPS = 64;

/** Outlines of the ground map's areas that a dossier's extents name, by their ids. */
export type Outlines = Readonly<Record<string, AreaPath>>;

const HATCH = 'dateline-hatch';

/** An extent in the picture's pixels. */
export interface ExtentShape extends AreaPath {
	id: string;
	kind: ExtentKind;
}

/** A circle of fewer pixels' radius would lie under the symbol in it. */
const LEAST_RADIUS = 12;

/** So many extents in one picture, and nobody could tell one from another. */
export const CROWD = 80;

/**
 * The extents that are drawn of what a view shows, each once: all, or that of the chosen event alone where
 * there are more than `CROWD`; the symbols themselves then say which stand for an area.
 * @param chosen id of the chosen event's extent
 * @param shapeOf an extent in the picture, where there is something to see of it
 */
export function drawnExtents(
	extents: ReadonlyMap<string, Extent>,
	shown: readonly ShownEvent[],
	chosen: string | undefined,
	shapeOf: (extent: Extent) => ExtentShape | undefined
): readonly ExtentShape[] {
	const seen = new Set<Extent['id']>();
	const shapes: ExtentShape[] = [];
	for (const { event } of shown) {
		const extent = extents.get(event.id);
		if (!extent || seen.has(extent.id)) continue;
		seen.add(extent.id);
		const shape = shapeOf(extent);
		if (shape) shapes.push(shape);
		if (shapes.length > CROWD) return chosenAlone(extents, shown, chosen, shapeOf);
	}
	return shapes;
}

function chosenAlone(
	extents: ReadonlyMap<string, Extent>,
	shown: readonly ShownEvent[],
	chosen: string | undefined,
	shapeOf: (extent: Extent) => ExtentShape | undefined
): readonly ExtentShape[] {
	if (chosen === undefined) return [];
	for (const { event } of shown) {
		const extent = extents.get(event.id);
		if (extent?.id === chosen) return [shapeOf(extent) ?? []].flat();
	}
	return [];
}

/**
 * @param outline the outline of the area that it names, on the ground map, or its path
 * @param margin pixels beyond the picture's edges that are drawn too
 * @returns undefined where there is nothing to see of it
 */
export function extentShape(
	camera: Camera,
	extent: Extent,
	outline: GeoJsonGeometry | AreaPath | undefined,
	margin = 0
): ExtentShape | undefined {
	const { id, at, radiusKm, precision } = extent;
	const known = extent.geometry ?? outline;
	if (known === undefined && !isSeen(camera, at, radiusKm, margin)) return undefined;
	const path =
		known === undefined
			? areaPath(camera, circleAbout(at, radiusKm), { margin, fine: true })
			: 'd' in known
				? known
				: areaPath(camera, polygonsOf(known), { margin });
	return path?.d ? { id, kind: extentKind(precision, known !== undefined), ...path } : undefined;
}

/** What is drawn of an extent, in the style of `extentStyle`. @param strong it is that of the chosen event */
export function shapeNodes(
	{ kind, d, line: edge = d }: ExtentShape,
	strong: boolean,
	zoom: number
): SceneNode[] {
	const line = (width: number, opacity: number, more: Attributes = {}) =>
		node('path', { d: edge, 'stroke-width': width, 'stroke-opacity': opacity, ...more });
	const fill = (opacity: number, paint: TokenName | `url(#${string})` = 'place-label') =>
		node('path', { d, stroke: 'none', fill: paint, 'fill-opacity': opacity });
	const dash = (3 * dashScale(zoom)).toFixed(1);
	const dashed = () => line(1, strong ? 0.95 : 0.38, { 'stroke-dasharray': `${dash} ${dash}` });
	switch (kind) {
		case 'disc':
			// Its edge is no line: nobody has drawn one.
			return [
				fill(strong ? 0.15 : 0.06),
				line(7, strong ? 0.07 : 0.025),
				line(3, strong ? 0.1 : 0.04)
			];
		case 'area':
			return [fill(strong ? 0.1 : 0.045), line(strong ? 1.6 : 1, strong ? 0.95 : 0.45)];
		case 'wide':
			return [fill(strong ? 0.28 : 0.05, `url(#${HATCH})`), dashed()];
		case 'ring':
			return [dashed()];
	}
}

/** Of the group that the shapes stand in. */
export const extentStyle = {
	fill: 'none',
	stroke: 'place-label',
	'stroke-linejoin': 'round'
} as const;

/**
 * Where the shown events may have been, each extent once: a soft disc, a dashed ring, an outlined area, a
 * wide one hatched.
 */
export function extentNodes(
	camera: Camera,
	extents: ReadonlyMap<string, Extent>,
	shown: readonly ShownEvent[],
	selected: string | undefined,
	outlines: Outlines
): SceneNode[] {
	const chosen = extents.get(selected ?? '')?.id;
	const shapes = drawnExtents(extents, shown, chosen, (extent) =>
		extentShape(camera, extent, outlines[extent.area ?? ''])
	);
	const nodes = shapes.flatMap((shape) => shapeNodes(shape, shape.id === chosen, camera.zoom));
	return nodes.length > 0 ? [hatch(), node('g', extentStyle, nodes)] : [];
}

/** The pattern that wide extents are filled with. */
export function hatch(): SceneNode {
	const side = { width: 16, height: 16, patternUnits: 'userSpaceOnUse' };
	const lines = {
		d: 'M-4,4L4-4M0,16L16,0M12,20L20,12',
		stroke: 'place-label',
		'stroke-width': 1.4
	} as const;
	return node('pattern', { id: HATCH, ...side }, [node('path', lines)]);
}

/** As near to a pole as a circle's middle is taken: at the pole itself no bearing means anything. */
const BY_THE_POLE = 89.99;

function circleAbout([lon, lat]: LonLat, radiusKm: number): RunningPolygon[] {
	const middle = [lon, Math.max(-BY_THE_POLE, Math.min(BY_THE_POLE, lat))];
	const [outline] = circle(middle, radiusKm, { steps: STEPS }).geometry.coordinates as LonLat[][];
	return [runningPolygon([runningRing(outline ?? [])]) ?? []].flat();
}

/** Generously: kilometres in pixels are reckoned at the circle's middle. */
function isSeen(camera: Camera, at: LonLat, radius: number, margin: number): boolean {
	const { x, y } = screenPoint(camera, worldPoint(at));
	const kmPerPixel = (40_075 * Math.cos((at[1] * Math.PI) / 180)) / (WORLD_SIZE * 2 ** camera.zoom);
	const pixels = radius / Math.max(1e-9, kmPerPixel);
	const reach = 2 * pixels + margin;
	return (
		pixels >= LEAST_RADIUS &&
		x > -reach &&
		y > -reach &&
		x < camera.width + reach &&
		y < camera.height + reach
	);
}

/** The area that filters: a breath of tint within a hairline. */
export function areaNodes(camera: Camera, area: Area | undefined): SceneNode[] {
	const polygon = area && runningPolygon([areaRing(area)]);
	const d = polygon ? areaData(camera, [polygon], { fine: true }) : '';
	if (!d) return [];
	return [
		node('path', {
			d,
			fill: 'accent',
			'fill-opacity': 0.05,
			stroke: 'accent',
			'stroke-opacity': 0.85,
			'stroke-width': 1
		})
	];
}
