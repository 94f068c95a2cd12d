import { circle } from '@turf/circle';
import type { Geometry } from '../dossier/schema';
import type { Extent } from '../place/extent';
import type { LonLat } from '../place/geometry';
import { areaRing, type Area } from '../view/area';
import type { ShownEvent } from '../view/filter';
import { acrossWorld, screenPoint, WORLD_SIZE, worldPoint, type Camera } from './camera';
import { dashScale } from './cartography';
import { extentKind } from './extents';
import { node, type Attributes, type SceneNode } from './scene';

const STEPS = 64;

/**
 * A closed ring as SVG path data in the picture's pixels, in the copy of the world that is nearest to
 * the picture's middle. Rings may run on across ±180°.
 */
export function ringData(camera: Camera, ring: readonly LonLat[]): string {
	const [first, ...rest] = ring.map(worldPoint);
	if (!first) return '';
	const start = screenPoint(camera, first);
	const size = WORLD_SIZE * 2 ** camera.zoom;
	let before = first;
	let x = start.x;
	const steps = rest.map((point) => {
		x += acrossWorld(before.x, point.x) * size;
		before = point;
		return `L${x.toFixed(1)},${(start.y + (point.y - first.y) * size).toFixed(1)}`;
	});
	return `M${start.x.toFixed(1)},${start.y.toFixed(1)}${steps.join('')}Z`;
}

/** Outlines of the ground map's areas that a dossier's extents name, as path data by their ids. */
export type Outlines = Readonly<Record<string, string>>;

const HATCH = 'dateline-hatch';

/**
 * Where the shown events may have been, each extent once: a soft disc, a dashed ring, an outlined area, a
 * wide one hatched. The same numbers as `map/style.ts`.
 */
export function extentNodes(
	camera: Camera,
	extents: ReadonlyMap<string, Extent>,
	shown: readonly ShownEvent[],
	selected: string | undefined,
	outlines: Outlines
): SceneNode[] {
	const chosen = extents.get(selected ?? '')?.id;
	const drawn = new Map<string, Extent>();
	for (const { event } of shown) {
		const extent = extents.get(event.id);
		if (extent) drawn.set(extent.id, extent);
	}
	const shapes = [...drawn.values()].flatMap((extent) => {
		const { at, radiusKm, geometry, area } = extent;
		const known = area === undefined ? undefined : outlines[area];
		if (!geometry && known === undefined && !inSight(camera, at, radiusKm)) return [];
		const d = geometry
			? geometryData(camera, geometry)
			: (known ?? circleData(camera, at, radiusKm));
		if (!d) return [];
		const kind = extentKind(extent.precision, geometry !== undefined || known !== undefined);
		return [{ kind, d, selected: extent.id === chosen }];
	});
	if (shapes.length === 0) return [];
	const dash = (3 * dashScale(camera.zoom)).toFixed(1);
	const nodes = shapes.flatMap(({ kind, d, selected: strong }) => {
		const line = (width: number, opacity: number, more: Attributes = {}) =>
			node('path', { d, 'stroke-width': width, 'stroke-opacity': opacity, ...more });
		const fill = (opacity: number) =>
			node('path', { d, stroke: 'none', fill: 'place-label', 'fill-opacity': opacity });
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
			default:
				return [
					...(kind === 'wide'
						? [
								node('path', {
									d,
									stroke: 'none',
									fill: `url(#${HATCH})`,
									'fill-opacity': strong ? 0.35 : 0.05
								})
							]
						: []),
					line(1, strong ? 0.95 : 0.38, { 'stroke-dasharray': `${dash} ${dash}` })
				];
		}
	});
	const style = { fill: 'none', stroke: 'place-label', 'stroke-linejoin': 'round' } as const;
	return [
		...(shapes.some(({ kind }) => kind === 'wide') ? [hatch()] : []),
		node('g', style, nodes)
	];
}

function hatch(): SceneNode {
	const side = { width: 16, height: 16, patternUnits: 'userSpaceOnUse' };
	const lines = {
		d: 'M-4,4L4-4M0,16L16,0M12,20L20,12',
		stroke: 'place-label',
		'stroke-width': 1.4
	} as const;
	return node('pattern', { id: HATCH, ...side }, [node('path', lines)]);
}

function circleData(camera: Camera, at: LonLat, radiusKm: number): string {
	const [outline] = circle(at, radiusKm, { steps: STEPS }).geometry.coordinates as LonLat[][];
	return ringData(camera, outline ?? []);
}

function geometryData(camera: Camera, geometry: Geometry): string {
	if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return '';
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons
		.flat()
		.map((ring) => ringData(camera, ring as LonLat[]))
		.join('');
}

/** Generously: kilometres in pixels are reckoned at the ring's middle. */
function inSight(camera: Camera, at: LonLat, radius: number): boolean {
	const { x, y } = screenPoint(camera, worldPoint(at));
	const kmPerPixel = (40_075 * Math.cos((at[1] * Math.PI) / 180)) / (WORLD_SIZE * 2 ** camera.zoom);
	const reach = 2 * (radius / Math.max(1e-9, kmPerPixel));
	return x > -reach && y > -reach && x < camera.width + reach && y < camera.height + reach;
}

/** The area that filters: a breath of tint within a hairline. */
export function areaNodes(camera: Camera, area: Area | undefined): SceneNode[] {
	if (!area) return [];
	return [
		node('path', {
			d: ringData(camera, areaRing(area)),
			fill: 'accent',
			'fill-opacity': 0.05,
			stroke: 'accent',
			'stroke-opacity': 0.85,
			'stroke-width': 1
		})
	];
}
