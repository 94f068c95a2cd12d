import { node, type SceneNode } from './scene';
import { wrapped, type TextStyle } from './figure-text';
import { tenth } from './rounded';

/** A part of a figure before it has a place: how high it is, and how it is drawn from its upper left corner. */
export interface Block {
	height: number;
	draw: (left: number, top: number) => SceneNode[];
}

/** Pixels between two columns, and between two items of one. */
const COLUMN_GAP = 24;
const ITEM_GAP = 7;

/** Of a text's size, from the top of a line to its letters' feet, and from line to line. */
const ASCENT = 1.02;
export const LEADING = 1.32;

/** Lines of text as a block. @param attributes of the text, over its size and weight */
export function textBlock(
	lines: readonly string[],
	style: TextStyle,
	attributes: SceneNode['attributes'] = {}
): Block {
	const { size, semibold, serif } = style;
	const step = size * LEADING;
	return {
		height: lines.length * step,
		draw: (left, top) =>
			lines.map((text, i) =>
				node(
					'text',
					{
						x: tenth(left),
						y: tenth(top + i * step + size * ASCENT),
						fill: 'ink',
						'font-size': size,
						...(semibold && { 'font-weight': 600 }),
						...(serif && { 'font-family': 'Noto Serif, serif' }),
						...attributes
					},
					text
				)
			)
	};
}

/** A text set in a column. */
export function wrappedBlock(
	text: string,
	width: number,
	style: TextStyle,
	most: number,
	attributes: SceneNode['attributes'] = {}
): Block {
	return textBlock(wrapped(text, width, style, most), style, attributes);
}

/** Blocks under one another. */
export function pile(blocks: readonly Block[], gap = 0): Block {
	const shown = blocks.filter(({ height }) => height > 0);
	return {
		height:
			shown.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, shown.length - 1),
		draw: (left, top) => {
			let at = top;
			return shown.flatMap((block) => {
				const nodes = block.draw(left, at);
				at += block.height + gap;
				return nodes;
			});
		}
	};
}

/** A block that a reader can follow to an address. */
export function linked(block: Block, href: string | undefined): Block {
	if (href === undefined || !/^https?:\/\//i.test(href)) return block;
	return { ...block, draw: (left, top) => [node('a', { href }, block.draw(left, top))] };
}

/** How wide each column is where a width holds as many as there is room for. */
export function columnsIn(
	width: number,
	least: number,
	most: number
): { count: number; width: number } {
	const fits = Math.floor((width + COLUMN_GAP) / (least + COLUMN_GAP));
	const count = Math.max(1, Math.min(most, fits));
	return { count, width: (width - COLUMN_GAP * (count - 1)) / count };
}

/** A list, and how many of its items stand in it. */
export interface List extends Block {
	told: number;
}

export const NO_LIST: List = { height: 0, draw: () => [], told: 0 };

/** What is said where a list was cut. @param left how many items are not there */
type More = (left: number) => Block;

/**
 * Items in columns of like height, read down the first, then down the next. What is beyond the height is
 * left out, and `more` says how many.
 * @param height of the columns at most, in pixels
 */
export function columnsOf(
	items: readonly Block[],
	columns: { count: number; width: number },
	height: number,
	more: More,
	beyond = 0
): List {
	for (let kept = items.length; kept >= 0; kept--) {
		const left = items.length - kept + beyond;
		const shown = left > 0 ? [...items.slice(0, kept), more(left)] : items.slice(0, kept);
		const placed = balanced(shown, columns.count, height);
		if (placed) return { ...drawColumns(placed, columns.width), told: kept };
		// A long list is cut in large steps at first: each try costs as much as the list is long.
		if (kept > 40) kept -= Math.floor(kept / 12);
	}
	return NO_LIST;
}

/** The lowest columns that hold all items in order; undefined where even the whole height does not. */
function balanced(items: readonly Block[], count: number, most: number): Block[][] | undefined {
	const total = items.reduce((sum, item) => sum + item.height + ITEM_GAP, 0);
	const tallest = items.reduce((high, item) => Math.max(high, item.height), 0);
	if (tallest > most) return undefined;
	for (
		let height = Math.min(most, Math.max(tallest, total / count));
		;
		height = Math.min(most, height + 8)
	) {
		const columns = filled(items, height);
		if (columns.length <= count) return columns;
		if (height >= most) return undefined;
	}
}

function filled(items: readonly Block[], height: number): Block[][] {
	const columns: Block[][] = [];
	let used = Infinity;
	for (const item of items) {
		if (used + ITEM_GAP + item.height > height + 0.01) {
			columns.push([item]);
			used = item.height;
		} else {
			columns.at(-1)?.push(item);
			used += ITEM_GAP + item.height;
		}
	}
	return columns;
}

function drawColumns(columns: readonly Block[][], width: number): Block {
	const piles = columns.map((column) => pile(column, ITEM_GAP));
	return {
		height: piles.reduce((high, { height }) => Math.max(high, height), 0),
		draw: (left, top) => piles.flatMap((one, i) => one.draw(left + i * (width + COLUMN_GAP), top))
	};
}
