import type { SceneNode } from '../../core/picture/scene';
import { reliefPart } from './relief';
import { hundredth } from '../../core/picture/rounded';

/** What stands for the relief in a picture's nodes until it is written into a file. */
export const RELIEF = 'dateline:relief';

/** Pixels of what an image is seen through. */
interface Frame {
	width: number;
	height: number;
}

/**
 * The nodes with what is seen of the relief in them, as data: a file that stands alone asks nobody for
 * anything.
 * @param opacity 0 to 1: the relief's, written into its pixels; undefined: it stays an attribute
 */
export async function embedded(
	nodes: readonly SceneNode[],
	frame: Frame,
	opacity?: number
): Promise<SceneNode[]> {
	return Promise.all(
		nodes.map(async (item) => {
			if (isRelief(item)) return seenThrough(item, frame, opacity);
			if (!item.children || !has(item.children)) return item;
			const { width, height } = item.attributes;
			const inner = item.tag === 'svg' ? { width: Number(width), height: Number(height) } : frame;
			return { ...item, children: await embedded(item.children, inner, opacity) };
		})
	);
}

async function seenThrough(
	item: SceneNode,
	frame: Frame,
	opacity: number | undefined
): Promise<SceneNode> {
	const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
		Number(item.attributes[name])
	) as [number, number, number, number];
	const share = (value: number) => Math.max(0, Math.min(1, value));
	const part = await reliefPart(
		[
			share(-x / width),
			share(-y / height),
			share((frame.width - x) / width),
			share((frame.height - y) / height)
		],
		opacity
	);
	const place = {
		x: x + part.left * width,
		y: y + part.top * height,
		width: part.width * width,
		height: part.height * height
	};
	const rounded = Object.fromEntries(
		Object.entries(place).map(([name, value]) => [name, hundredth(value)])
	);
	const href = `data:image/png;base64,${part.png.toString('base64')}`;
	const { opacity: own, ...attributes } = { ...item.attributes, ...rounded, href };
	const kept = opacity === undefined && own !== undefined ? { opacity: own } : {};
	return { ...item, attributes: { ...attributes, ...kept } };
}

function isRelief({ tag, attributes }: SceneNode): boolean {
	return tag === 'image' && attributes['href'] === RELIEF;
}

function has(nodes: readonly SceneNode[]): boolean {
	return nodes.some((item) => isRelief(item) || has(item.children ?? []));
}
