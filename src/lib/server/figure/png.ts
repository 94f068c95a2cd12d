import { outlined } from '../../core/picture/outline';
import { node, toSvg, type Scene, type SceneNode } from '../../core/picture/scene';
import type { MapTokens } from '../../core/picture/tokens';
import { embedded } from './images';
import { outlines } from './outlines';
import { rendered } from './renderer';

/**
 * A picture as PNG. Its texts go to the renderer as outlines: so they are lettered in the shipped fonts
 * whatever the machine has, and a long list costs a tenth of what the renderer's own lettering would.
 */
export async function toPng(scene: Scene, tokens: MapTokens, scale: number): Promise<Uint8Array> {
	const drawn = await embedded(scene.nodes, scene, tokens.relief);
	const nodes = unframed(outlined(drawn, outlines), scene);
	return rendered(toSvg({ ...scene, nodes }, tokens), scale);
}

/**
 * The same picture without frames: what stands in one is drawn whole, and paper laid round it before the
 * rest is drawn. The renderer draws a frame's content as a layer as large as all that is in it, and
 * breaks off at one many times the picture's size: a disc of some kilometres close up, most of it
 * out of sight.
 */
function unframed(nodes: readonly SceneNode[], { width, height }: Scene): SceneNode[] {
	const frames = nodes.filter(({ tag }) => tag === 'svg');
	const [ground, ...rest] = nodes.filter(({ tag }) => tag !== 'svg');
	const paper = (x: number, y: number, right: number, bottom: number) =>
		node('rect', { x, y, width: right - x, height: bottom - y, fill: 'paper' });
	return [
		...(ground ? [ground] : []),
		...frames.flatMap(({ attributes, children = [] }) => {
			const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) =>
				Number(attributes[name])
			) as [number, number, number, number];
			return [
				node('g', { transform: `translate(${x} ${y})` }, children),
				paper(0, 0, width, y),
				paper(0, y + h, width, height),
				paper(0, y, x, y + h),
				paper(x + w, y, width, y + h)
			];
		}),
		...rest
	];
}
