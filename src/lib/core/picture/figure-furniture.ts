import { textEms } from './advance';
import type { Camera } from './camera';
import type { Box } from './labels';
import { scaleBar } from './furniture';
import { node, type SceneNode } from './scene';
import { tenth } from './rounded';

const SIZE = 11.5;
const INSET = 10;
/** Height of the arrow that points north. */
const ARROW = 20;
/** From the bar's left end to the arrow. */
const NORTH = 20;

/** A frame too small for scale bar and arrow is no map to measure on. */
const LEAST = { width: 180, height: 90 };

/** What lies under the furniture, in pixels of the map: one box, or none where there is none. */
export function furnitureBox(camera: Camera): Box[] {
	const { width, height } = camera;
	if (width < LEAST.width || height < LEAST.height) return [];
	const left = width - INSET - scaleBar(camera).width - NORTH - 12;
	return [{ left: tenth(left), top: height - INSET - 30, right: width, bottom: height }];
}

/** A scale bar in the map's lower right corner, and beside it where north is. */
export function furnitureNodes(camera: Camera): SceneNode[] {
	const [box] = furnitureBox(camera);
	if (!box) return [];
	const { label, width: bar } = scaleBar(camera);
	const right = box.right - INSET;
	const base = box.bottom - INSET;
	const left = right - bar;
	const north = left - NORTH;
	const letter = SIZE * textEms('N', { semibold: true });
	return [
		node('rect', {
			x: box.left,
			y: box.top,
			width: tenth(box.right - box.left),
			height: box.bottom - box.top,
			fill: 'halo',
			opacity: 0.72
		}),
		node('path', {
			d: `M${tenth(left)},${base - 6}v6H${right}v-6`,
			fill: 'none',
			stroke: 'town-label',
			'stroke-width': 1.4
		}),
		node(
			'text',
			{
				x: tenth(left + bar / 2),
				y: base - 7,
				fill: 'town-label',
				'font-size': SIZE,
				'text-anchor': 'middle'
			},
			label
		),
		node('path', {
			d: `M${tenth(north)},${base - ARROW + 9}l4.5,11l-4.5,-2.6l-4.5,2.6z`,
			fill: 'town-label'
		}),
		node(
			'text',
			{
				x: tenth(north - letter / 2),
				y: base - ARROW + 6,
				fill: 'town-label',
				'font-size': SIZE,
				'font-weight': 600
			},
			'N'
		)
	];
}
