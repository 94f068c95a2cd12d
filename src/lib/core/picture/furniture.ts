import { distanceKm } from '../place/geometry';
import { WORLD_SIZE, type Camera } from './camera';
import { node, type SceneNode } from './scene';
import { textEms } from './advance';

/** Who made the ground map, and under which licence. */
export const ATTRIBUTION = 'Natural Earth · GeoNames (CC BY 4.0) · GSHHG (LGPL) · SRTM';

/** Pixels that a scale bar is at most wide. */
export const SCALE_WIDTH = 110;

/**
 * A scale bar for the middle of a map: a round distance and how wide it is drawn, in pixels. It is
 * measured along the parallel of the map's middle, as MapLibre's is, and holds there alone.
 */
export function scaleBar({ zoom, lat }: Pick<Camera, 'zoom' | 'lat'>): {
	label: string;
	width: number;
} {
	const degrees = (SCALE_WIDTH / (WORLD_SIZE * 2 ** zoom)) * 360;
	const most = 1000 * distanceKm([-degrees / 2, lat], [degrees / 2, lat]);
	const [unit, name] = most >= 1000 ? [1000, 'km'] : [1, 'm'];
	const round = roundBelow(most / unit);
	return { label: `${round}\u00a0${name}`, width: SCALE_WIDTH * ((round * unit) / most) };
}

/** The greatest of 1, 2, 3, 5 times a power of ten that is no more than a number. */
function roundBelow(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	const digit = [5, 3, 2].find((digit) => digit * power <= value) ?? 1;
	return digit * power;
}

const SIZE = 12;
const INSET = 10;

/** Scale bar and attribution in the lower right corner, for a picture that stands alone. */
export function furnitureNodes({ width, height, ...camera }: Camera): SceneNode[] {
	const { label, width: bar } = scaleBar(camera);
	const right = width - INSET;
	const base = height - INSET;
	const left = right - bar;
	const feet = base - 1.8 * SIZE;
	const credit = SIZE * textEms(ATTRIBUTION);
	return [
		node('rect', {
			x: Math.floor(right - credit - 4),
			y: base - SIZE,
			width: Math.ceil(credit + 8),
			height: SIZE + 6,
			fill: 'halo',
			opacity: 0.75
		}),
		node('g', { fill: 'town-label', 'font-size': SIZE, 'text-anchor': 'end' }, [
			node('text', { x: right, y: base }, ATTRIBUTION),
			node('text', { x: right - 4, y: feet - 5 }, label)
		]),
		node('path', {
			d: `M${left.toFixed(1)},${feet - 6}v6H${right}v-6`,
			fill: 'none',
			stroke: 'town-label',
			'stroke-width': 1.5
		})
	];
}
