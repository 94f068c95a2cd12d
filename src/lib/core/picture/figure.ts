import type { NumberedEvent } from '../cite/number';
import { cut } from '../text';
import type { MapPosition } from '../view/view';
import type { Camera } from './camera';
import { linked, pile, textBlock, wrappedBlock, type Block } from './figure-blocks';
import { datesInWords, type FigureContent } from './figure-content';
import { keyBlock } from './figure-key';
import { legendBlock } from './figure-legend';
import { absence, mapScene, type Absence } from './figure-map';
import { notesBlock } from './figure-notes';
import { sourcesBlock } from './figure-sources';
import { asLine } from './figure-text';
import type { Box } from './labels';
import type { Ground } from './picture';
import { node, type Scene, type SceneNode } from './scene';
import type { FigureSize } from './figure-size';
import { tenth } from './rounded';

/** A part of a figure at its place. */
export interface Placed {
	box: Box;
	block: Block;
}

/** Where everything of a figure stands, in pixels from its upper left corner. No two boxes overlap. */
export interface FigurePlan {
	width: number;
	/** Of the whole, lists included. */
	height: number;
	head: Placed;
	map: Box;
	camera: Camera;
	/** The map's symbols have the numbers of their events; else how many those are. */
	numbered: boolean;
	/** Undefined where there is nothing to explain, or no room to. */
	legend?: Placed | undefined;
	foot: Placed;
	key?: Placed | undefined;
	/** The author's notes, where the lists stand below; their letters are then on the map too. */
	notes?: Placed | undefined;
	sources?: Placed | undefined;
}

/** Pixels: of a wide figure's edge, and between its parts. */
const EDGE = 18;
const NARROW_EDGE = 12;
const NARROW = 480;
const GAP = 9;
/** Between the figure and each of the lists below it. */
const LIST_GAP = 18;
/** A map lower than this is none: legend and short key give way to it. */
const LEAST_MAP = 110;
/** What is left of it where there is room for nothing else. */
const BARE_MAP = 40;
/** Pixels of the foot's letters: the first at which it takes no more than its share of the height, else the last. */
const FOOT_SIZES = [10.5, 9, 8] as const;
const FOOT_SHARE = 0.16;
/** Width of the column that a short key stands in, beside the map, and the figures that have one. */
const KEY_COLUMN = 290;
const KEY_BESIDE = { width: 860, height: 360 };
/** Characters of the title in a figure's description, and as a file's title. */
export const MOST_TITLE = 300;
/** Share of a figure's height that a short key below its map takes at most. */
const KEY_SHARE = 0.34;
/** Pixels that each list below a figure is high at most. */
const MOST_LIST = 3000;

/**
 * Lays a figure out: title and dates, the map, what its symbols mean, who made it. The key and the sources
 * stand below and make the figure higher; without the list of sources a short key stands in it. It is higher than
 * asked for, too, where the credits would leave no map: they are owed whole.
 * @param positionOf where the map stands, for its width and height in pixels
 */
export function planFigure(
	content: FigureContent,
	{
		width,
		height: asked,
		sourcelist,
		numbers = false
	}: Pick<FigureSize, 'width' | 'height' | 'sourcelist'> & Partial<Pick<FigureSize, 'numbers'>>,
	positionOf: (pane: { width: number; height: number }) => MapPosition
): FigurePlan {
	const edge = width < NARROW ? NARROW_EDGE : EDGE;
	const inner = width - 2 * edge;
	const placed = (block: Block, left: number, top: number, wide: number): Placed => ({
		block,
		box: { left, top, right: left + wide, bottom: top + block.height }
	});
	const short = uncited(content);
	const head = placed(headBlock(content, inner, asked), edge, edge - 4, inner);
	const mapTop = head.box.bottom + GAP;
	const foot = footBlock(content, inner, {
		good: asked * FOOT_SHARE,
		most: asked - edge + 2 - GAP - BARE_MAP - mapTop
	});
	const height = Math.max(asked, Math.ceil(mapTop + BARE_MAP + GAP + foot.height + edge - 2));
	const footTop = height - edge + 2 - foot.height;
	// A short key that tells less than half leaves numbers that mean nothing: rather none, and counts.
	const tells = (room: number, wide: number, columns?: number) => {
		if (sourcelist || numbers) return 0;
		const key = keyBlock(short, () => '', wide, room, columns);
		return 2 * key.told >= content.shown.length ? key.height : 0;
	};
	const beside =
		width >= KEY_BESIDE.width &&
		height >= KEY_BESIDE.height &&
		tells(footTop - GAP - mapTop, KEY_COLUMN, 1) > 0;
	const mapWidth = beside ? inner - KEY_COLUMN - EDGE : inner;
	const roomFor = (block: Block, bottom: number) =>
		block.height > 0 && bottom - block.height - GAP - mapTop >= LEAST_MAP;

	let bottom = footTop - GAP;
	// The short key is set once it is known what is on the map, but its height hangs on its room alone.
	let below: { top: number; height: number } | undefined;
	if (!beside) {
		const needed = tells(height * KEY_SHARE, inner);
		if (needed > 0 && bottom - needed - GAP - mapTop >= LEAST_MAP) {
			bottom -= needed;
			below = { top: bottom, height: needed };
			bottom -= GAP;
		}
	}
	const numbered = sourcelist || numbers || beside || below !== undefined;
	const legend = legendBlock(content, mapWidth, numbered);
	let legendAt: Placed | undefined;
	const columnBottom = bottom;
	if (roomFor(legend, bottom)) {
		legendAt = placed(legend, edge, bottom - legend.height, mapWidth);
		bottom = legendAt.box.top - GAP + 3;
	}
	const map = {
		left: edge,
		top: mapTop,
		right: edge + mapWidth,
		bottom: Math.max(bottom, mapTop + BARE_MAP)
	};
	const pane = { width: tenth(map.right - map.left), height: tenth(map.bottom - map.top) };
	const camera: Camera = { ...positionOf(pane), ...pane };
	const absent = ({ event }: NumberedEvent): Absence => absence(camera, event);

	const plan: FigurePlan = {
		width,
		height,
		head,
		map,
		camera,
		numbered,
		legend: legendAt,
		foot: placed(foot, edge, footTop, inner)
	};
	if (beside) {
		const key = keyBlock(short, absent, KEY_COLUMN, columnBottom - mapTop, 1);
		if (key.height > 0) plan.key = placed(key, edge + mapWidth + EDGE, mapTop, KEY_COLUMN);
	} else if (below) {
		const key = keyBlock(short, absent, inner, below.height);
		if (key.height > 0) plan.key = placed(key, edge, below.top, inner);
	}
	if (!sourcelist) return plan;

	let at = height - edge + LIST_GAP;
	const key = keyBlock(content, absent, inner, MOST_LIST);
	if (key.height > 0) {
		plan.key = placed(key, edge, at, inner);
		at = plan.key.box.bottom + LIST_GAP;
	}
	const notes = notesBlock(content, inner, MOST_LIST);
	if (notes.height > 0) {
		plan.notes = placed(notes, edge, at, inner);
		at = plan.notes.box.bottom + LIST_GAP;
	}
	const sources = sourcesBlock(content, inner, MOST_LIST);
	if (sources.height > 0) {
		plan.sources = placed(sources, edge, at, inner);
		at = plan.sources.box.bottom + LIST_GAP;
	}
	return { ...plan, height: Math.ceil(at - LIST_GAP + edge) };
}

/** The figure as a picture. @param ground drawn for the plan's camera */
export function figureScene(content: FigureContent, plan: FigurePlan, ground: Ground): Scene {
	const { width, height, map } = plan;
	const drawn = mapScene(content, ground, {
		numbered: plan.numbered,
		lettered: plan.notes !== undefined
	});
	const pane = { x: tenth(map.left), y: tenth(map.top), width: drawn.width, height: drawn.height };
	const at = (part: Placed | undefined): SceneNode[] =>
		part ? part.block.draw(part.box.left, part.box.top) : [];
	const rule = (part: Placed | undefined): SceneNode[] =>
		part && part.box.top > plan.foot.box.bottom
			? [
					node('path', {
						d: `M${part.box.left},${tenth(part.box.top - LIST_GAP / 2)}H${part.box.right}`,
						stroke: 'ink-soft',
						'stroke-opacity': 0.4,
						'stroke-width': 0.75
					})
				]
			: [];
	return {
		width,
		height,
		label: asLine(
			`${cut(asLine(content.dossier.header.title), MOST_TITLE)}. ${datesInWords(content)}. ${drawn.label}`
		),
		nodes: [
			node('rect', { width, height, fill: 'paper' }),
			...at(plan.head),
			node('svg', pane, drawn.nodes),
			node('rect', {
				...pane,
				fill: 'none',
				stroke: 'ink-soft',
				'stroke-opacity': 0.6,
				'stroke-width': 0.75
			}),
			...at(plan.legend),
			...at(plan.foot),
			...rule(plan.key),
			...at(plan.key),
			...rule(plan.notes),
			...at(plan.notes),
			...rule(plan.sources),
			...at(plan.sources)
		]
	};
}

/** For a key that stands without the sources: their numbers would lead nowhere. */
function uncited(content: FigureContent): FigureContent {
	const events = content.numbering.events.map((event) => ({ ...event, sources: [] }));
	return { ...content, numbering: { ...content.numbering, events } };
}

function headBlock(content: FigureContent, width: number, height: number): Block {
	const size = width < NARROW - 2 * NARROW_EDGE ? 17 : width < 760 ? 20 : 23;
	const style = { size, semibold: true, serif: true };
	const low = height < 320;
	return pile(
		[
			wrappedBlock(content.dossier.header.title, width, style, low ? 1 : 2),
			wrappedBlock(datesInWords(content), width, { size: 13 }, low ? 1 : 2, { fill: 'ink-soft' })
		],
		3
	);
}

/**
 * Credits in full, the live view's address, what of the address could not be taken.
 * @param room in pixels of height: what the foot takes willingly; and at most, beyond which the live view's
 * address gives way, never the credits
 */
function footBlock(
	{ credits, link, notes }: FigureContent,
	width: number,
	room: { good: number; most: number }
): Block {
	const attributes = { fill: 'ink-soft' } as const;
	const set = (size: number, linking = true) => {
		const style = { size };
		const line = (text: string) => wrappedBlock(text, width, style, 1, attributes);
		return pile([
			wrappedBlock(credits.join(' · '), width, style, Infinity, attributes),
			...(link && linking
				? [linked(line(`Live map: ${link.replace(/^https?:\/\//, '')}`), link)]
				: []),
			...notes.slice(0, 2).map(line),
			...(notes.length > 2
				? [
						textBlock(
							[`${notes.length - 2} more of the address could not be taken.`],
							style,
							attributes
						)
					]
				: [])
		]);
	};
	const [, , least] = FOOT_SIZES;
	const good = FOOT_SIZES.find((size) => set(size).height <= room.good) ?? least;
	const foot = set(good);
	return foot.height <= room.most ? foot : set(least, false);
}
