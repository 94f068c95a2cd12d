import { ROLES, type Role } from '../dossier/schema';
import { extentsOf } from './extents';
import { textWidth } from './figure-text';
import type { FigureContent } from './figure-content';
import { textBlock, type Block } from './figure-blocks';
import { extentKind, type ExtentKind } from './extents';
import { node, type SceneNode } from './scene';
import { symbolNode } from './stack-nodes';
import { ROLE_SHAPES, ROLE_WORDS, type SymbolVariant } from './symbols';

const TEXT = { size: 11.5 };
const ROW = 19;
const ICON = 22;
const GAP = 18;
/** Rows that a legend has at most: there are no more kinds of things to be told. */
const MOST_ROWS = 6;

interface Item {
	text: string;
	/** About the middle of a box of `ICON` pixels. */
	icon: SceneNode[];
}

const VARIANT_WORDS: Partial<Record<SymbolVariant, string>> = {
	contested: 'Accounts differ',
	planned: 'Announced only',
	denied: 'Denied by all who speak of it'
};

const EXTENT_WORDS: Record<ExtentKind, string> = {
	disc: 'Near this spot, in the disc',
	area: 'Somewhere in this area',
	ring: 'Somewhere in this ring',
	wide: 'Somewhere in this wide region'
};

/**
 * What stands on the map, and nothing else, in rows as wide as the figure.
 * @param numbered symbols have numbers that a key explains, and no counts
 */
export function legendBlock(content: FigureContent, width: number, numbered: boolean): Block {
	const rows: Item[][] = [];
	let used = Infinity;
	for (const item of itemsOf(content, numbered)) {
		const own = widthOf(item);
		if (used + GAP + own > width) {
			rows.push([item]);
			used = own;
		} else {
			rows.at(-1)?.push(item);
			used += GAP + own;
		}
	}
	const shown = rows.slice(0, MOST_ROWS);
	return {
		height: shown.length * ROW,
		draw: (left, top) =>
			shown.flatMap((row, i) => {
				let x = left;
				return row.flatMap((item) => {
					const at = x;
					x += widthOf(item) + GAP;
					const middle = top + i * ROW + ROW / 2;
					return [
						node('g', { transform: `translate(${at + ICON / 2} ${middle})` }, item.icon),
						...textBlock([item.text], TEXT).draw(at + ICON + 5, middle - TEXT.size * 0.66)
					];
				});
			})
	};
}

function widthOf({ text }: Item): number {
	return ICON + 5 + textWidth(text, TEXT);
}

function itemsOf({ dossier, shown, look, view }: FigureContent, numbered: boolean): Item[] {
	const looks = shown.map(({ event }) => look(event));
	const roles = new Set(looks.map(({ role }) => role));
	const items: Item[] = ROLES.filter((role) => roles.has(role)).map((role) => ({
		text: ROLE_WORDS[role],
		icon: [symbol(role, 'solid')]
	}));
	for (const [variant, text] of Object.entries(VARIANT_WORDS) as [SymbolVariant, string][]) {
		const first = looks.find((found) => found.variant === variant);
		if (first) items.push({ text, icon: [symbol(first.role, variant)] });
	}
	const faint = shown.find(({ match }) => match === 'possible');
	if (faint)
		items.push({
			text: 'Perhaps at another date',
			icon: [symbol(look(faint.event).role, 'solid', true)]
		});
	const extents = extentsOf(dossier);
	const kinds = new Set<ExtentKind>();
	for (const { event } of shown) {
		const extent = extents.get(event.id);
		if (extent) kinds.add(extentKind(extent.precision, Boolean(extent.geometry ?? extent.area)));
	}
	for (const kind of ['disc', 'area', 'ring', 'wide'] as const)
		if (kinds.has(kind)) items.push({ text: EXTENT_WORDS[kind], icon: EXTENT_ICONS[kind] });
	if (!numbered && looks.length > 1) items.push({ text: 'Several events', icon: SEVERAL });
	if (view.lines)
		items.push({
			text: 'Line of another time, or claimed',
			icon: [
				stroke('M-9,0H9', {
					stroke: 'border',
					'stroke-width': 1.6,
					'stroke-dasharray': '0.2 3.5',
					'stroke-linecap': 'round'
				})
			]
		});
	if (view.area)
		items.push({
			text: 'The area chosen',
			icon: [
				node('rect', {
					x: -8,
					y: -5.5,
					width: 16,
					height: 11,
					fill: 'accent',
					'fill-opacity': 0.05,
					stroke: 'accent'
				})
			]
		});
	return items;
}

function symbol(role: Role, variant: SymbolVariant, faint = false): SceneNode {
	return symbolNode({ role, shape: ROLE_SHAPES[role], variant, x: 0, faint }, 15);
}

function stroke(d: string, more: SceneNode['attributes'] = {}): SceneNode {
	return node('path', { d, fill: 'none', stroke: 'place-label', ...more });
}

/** As the map draws them, only stronger, for they are small. */
const EXTENT_ICONS: Record<ExtentKind, SceneNode[]> = {
	disc: [node('circle', { r: 8.5, fill: 'place-label', 'fill-opacity': 0.16 })],
	area: [
		node('path', {
			d: 'M-9.5,-4.5 -3,-7.5 9,-4.5 7.5,5 -2,7.5 -8,3.5Z',
			fill: 'place-label',
			'fill-opacity': 0.09,
			stroke: 'place-label',
			'stroke-opacity': 0.6
		})
	],
	ring: [stroke('M-8,0a8,8 0 1 0 16,0a8,8 0 1 0 -16,0', { 'stroke-dasharray': '2.6 2.2' })],
	wide: [
		stroke('M-6,4 2,-7M-3,7 7,-7M3,7 8.5,-1', { 'stroke-opacity': 0.5 }),
		stroke('M-9.5,0a9.5,7.6 0 1 0 19,0a9.5,7.6 0 1 0 -19,0', { 'stroke-dasharray': '2.6 2.2' })
	]
};

const SEVERAL: SceneNode[] = [
	node('rect', { x: -9, y: -7, width: 18, height: 14, rx: 7, fill: 'paper', stroke: 'ink-soft' }),
	node(
		'text',
		{ y: 3.6, fill: 'ink', 'font-size': 10, 'font-weight': 600, 'text-anchor': 'middle' },
		'3'
	)
];
