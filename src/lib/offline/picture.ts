import { textEms } from '../core/picture/advance';
import { inSight } from '../core/picture/camera';
import { scaleBar } from '../core/picture/furniture';
import { pictureScene, type Ground, type Shown } from '../core/picture/picture';
import { symbolPoint } from '../core/place/precision';
import type { ShownEvent } from '../core/view/filter';
import { node, type Scene, type SceneNode } from '../core/picture/scene';

/** The ground of an offline file's map without what is drawn of it once for all. */
export type FilePicture = Omit<Ground, 'nodes'>;

/**
 * The picture as it is shown at a width: the ground is made smaller or larger. The same for every choice of
 * dates, so it is kept as long as the width stays.
 * @param width in pixels
 */
export function scaledPicture(
	{ camera, names, outlines }: FilePicture,
	width: number
): FilePicture {
	const scale = width / camera.width;
	return {
		camera: {
			...camera,
			width,
			height: camera.height * scale,
			zoom: camera.zoom + Math.log2(scale)
		},
		names: names.map((name) => ({ ...name, x: name.x * scale, y: name.y * scale })),
		outlines: Object.fromEntries(
			Object.entries(outlines).map(([id, { d, line }]) => [
				id,
				{
					d: scaledPath(d, scale),
					...(line !== undefined && { line: scaledPath(line, scale) })
				}
			])
		)
	};
}

/**
 * What lies over the ground: symbols, extents and lettering. They keep their size in pixels whatever the
 * picture's width, so that they can be read on a phone.
 */
export function shownScene(picture: FilePicture, view: Shown): Scene {
	const scene = pictureScene({ ...picture, nodes: [] }, view);
	return { ...scene, nodes: [...scene.nodes, scaleNode(picture.camera)] };
}

/** What of the shown events the map does not show, in words; empty where it shows them all. */
export function offMapInWords({ camera }: FilePicture, shown: readonly ShownEvent[]): string {
	const points = shown.map(({ event }) => symbolPoint(event));
	const placed = points.filter((at) => at !== undefined);
	const outside = placed.filter((at) => !inSight(camera, at)).length;
	const nowhere = points.length - placed.length;
	const parts = [
		...(outside > 0 ? [`${outside} outside its edges`] : []),
		...(nowhere > 0 ? [`${nowhere} without a place of their own`] : [])
	];
	return parts.length > 0 ? `The list has what this map does not show: ${parts.join(', ')}.` : '';
}

/** Path data of lines alone, absolute and relative steps alike, made larger or smaller about 0,0. */
export function scaledPath(data: string, scale: number): string {
	if (scale === 1) return data;
	return data
		.replace(/-?(\d+(\.\d+)?|\.\d+)/g, (number) => ` ${(Number(number) * scale).toFixed(2)}`)
		.replace(/([a-z]) /gi, '$1');
}

const INSET = 10;
const SIZE = 12;

/** The scale bar in the lower right corner. */
function scaleNode(camera: {
	zoom: number;
	lat: number;
	width: number;
	height: number;
}): SceneNode {
	const { label, width } = scaleBar(camera);
	const right = camera.width - INSET;
	const base = camera.height - INSET;
	return node('g', { transform: `translate(${right.toFixed(1)} ${base.toFixed(1)})` }, [
		node('rect', {
			x: -Math.ceil(Math.max(width, SIZE * textEms(label) + 8)) - 3,
			y: -SIZE - 8,
			width: Math.ceil(Math.max(width, SIZE * textEms(label) + 8)) + 6,
			height: SIZE + 12,
			fill: 'halo',
			opacity: 0.75
		}),
		node('path', {
			d: `M${(-width).toFixed(1)},-6v6H0v-6`,
			fill: 'none',
			stroke: 'town-label',
			'stroke-width': 1.5
		}),
		node(
			'text',
			{ x: -4, y: -6, fill: 'town-label', 'font-size': SIZE, 'text-anchor': 'end' },
			label
		)
	]);
}
