import { type Attributes, type SceneNode } from './scene';
import { hundredth } from './rounded';

/** How a text is lettered, its groups' attributes among it. */
export interface Lettering {
	size: number;
	semibold: boolean;
	italic: boolean;
	serif: boolean;
	anchor: 'start' | 'middle' | 'end';
	/** Pixels between characters. */
	spacing: number;
}

/** How text stands where nothing says otherwise. */
export const PLAIN: Lettering = {
	size: 12,
	semibold: false,
	italic: false,
	serif: false,
	anchor: 'start',
	spacing: 0
};

/** What a node's attributes change in the lettering of what stands in it. */
export function letteringIn(attributes: Attributes, outer: Lettering): Lettering {
	const changed = { ...outer };
	const { 'font-size': size, 'font-weight': weight, 'font-style': style } = attributes;
	const { 'font-family': family, 'text-anchor': anchor, 'letter-spacing': spacing } = attributes;
	if (size !== undefined) changed.size = Number(size);
	if (weight !== undefined) changed.semibold = Number(weight) >= 600;
	if (style !== undefined) changed.italic = style === 'italic';
	if (family !== undefined) changed.serif = String(family).includes('Serif');
	if (anchor === 'start' || anchor === 'middle' || anchor === 'end') changed.anchor = anchor;
	if (spacing !== undefined) changed.spacing = Number(spacing);
	return changed;
}

/** The outlines of a text that begins at 0,0, as SVG path data in pixels, and how wide it is. */
export type Outliner = (text: string, lettering: Lettering) => { d: string; width: number };

/** Attributes of text that a path has no use for. */
const OF_TEXT = new Set([
	'x',
	'y',
	'font-size',
	'font-weight',
	'font-style',
	'font-family',
	'text-anchor',
	'letter-spacing'
]);

/** The same picture with its texts as outlines, for what has no fonts. */
export function outlined(
	nodes: readonly SceneNode[],
	outline: Outliner,
	outer: Lettering = PLAIN
): SceneNode[] {
	return nodes.map((item): SceneNode => {
		const lettering = letteringIn(item.attributes, outer);
		if (item.tag !== 'text')
			return item.children
				? { ...item, children: outlined(item.children, outline, lettering) }
				: item;
		const { d, width } = outline(item.text ?? '', lettering);
		const x = Number(item.attributes['x'] ?? 0) - shareBefore(lettering.anchor) * width;
		const y = Number(item.attributes['y'] ?? 0);
		const kept = Object.fromEntries(
			Object.entries(item.attributes).filter(([name]) => !OF_TEXT.has(name))
		);
		return {
			tag: 'path',
			attributes: { ...kept, d, transform: `translate(${hundredth(x)} ${y})` }
		};
	});
}

/** The share of a text's width that stands before its point. */
export function shareBefore(anchor: Lettering['anchor']): number {
	return { start: 0, middle: 0.5, end: 1 }[anchor];
}
