import { inPage, resolved, type SceneNode } from '../../core/picture/scene';

const SVG = 'http://www.w3.org/2000/svg';

/** The element with an id. @throws where the page has none: it is not the page that this is the script of */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no “${id}”.`);
	return element;
}

/** An SVG element with attributes, and text or elements in it. Text stays text. */
export function svg(
	tag: string,
	attributes: Record<string, string | number> = {},
	...content: (string | Element)[]
): SVGElement {
	const element = document.createElementNS(SVG, tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
	element.append(...content);
	return element;
}

/** A picture's nodes as elements, their colours as the page's own. */
export function drawn(nodes: readonly SceneNode[]): SVGElement[] {
	return nodes.map(({ tag, attributes, children, text }) =>
		svg(tag, resolved(attributes, inPage), ...(text === undefined ? drawn(children ?? []) : [text]))
	);
}
