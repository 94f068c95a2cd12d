import type { Dossier } from '../dossier/dossier';
import { DATES_SCALE, LETTERING } from './cartography';
import { brokenInto } from './line-breaks';
import { labelSize, type Box, type Label, type LabelLine, type PlacedLabel } from './labels';
import { BASELINE_GAP, haloOf, textNodes } from './lettering';
import { anchorsBy, cutAt, type Edges } from './name-sides';
import { CLEAR_ABOVE, clearBox, NAME_SIZE, placeNamesOf, type PlaceName } from './place-names';
import { node, type SceneNode } from './scene';
import type { StackMark } from './stack-mark';
import type { Stack } from './stacks';

/** A stack of events at a pixel of the picture. */
export interface DrawnStack {
	stack: Stack;
	mark: StackMark;
	x: number;
	y: number;
}

/** The name and the dates of a stack's place, as a label that wants a place beside its symbol. */
interface PlaceLabel extends Label {
	water: boolean;
	clear: number;
	/** Height of what no label may lie on about the point, in pixels. */
	tall: number;
}

const DATES_SIZE = NAME_SIZE * DATES_SCALE;

/** The lines of a name and its dates, as they are broken. */
export function nameLines({
	name,
	dates
}: Pick<PlaceName, 'name' | 'dates'>): readonly LabelLine[] {
	const lines = [
		{ text: name, size: NAME_SIZE, semibold: true },
		{ text: dates, size: DATES_SIZE }
	].filter(({ text }) => text !== '');
	return brokenInto(lines, LETTERING.places.maxWidth * NAME_SIZE);
}

/**
 * A label for each stack, those with most events first.
 * @param edges of the map, where names turn away from them
 */
export function labelsOf(
	dossier: Pick<Dossier, 'places'>,
	stacks: readonly DrawnStack[],
	language: string,
	edges?: Edges
): PlaceLabel[] {
	const sorted = [...stacks].sort((a, b) => b.stack.events.length - a.stack.events.length);
	const lettered = sorted.map(({ stack, mark }) => ({ ...stack, mark }));
	const names = placeNamesOf(dossier, lettered, language);
	return sorted.map(({ x, y }, i) => {
		const named = names[i] as PlaceName;
		const { water, clear } = named;
		// Beyond a plate of one line.
		const higher = Math.max(0, (lettered[i] as (typeof lettered)[number]).mark.height - 24);
		const lines = nameLines(named);
		const cut = cutAt(x, clear, labelSize({ x, y, lines }).width, edges);
		return {
			x,
			y,
			water,
			clear,
			tall: clearBox(clear).height + higher,
			lines,
			anchors: anchorsBy(cut),
			clearance: { x: clear, y: CLEAR_ABOVE + higher / 2 - BASELINE_GAP * NAME_SIZE }
		};
	});
}

/** What no label may lie on: the symbol that a label belongs to. */
export function symbolBox({ x, y, clear, tall }: PlaceLabel): Box {
	const { width } = clearBox(clear);
	return { left: x - width / 2, top: y - tall / 2, right: x + width / 2, bottom: y + tall / 2 };
}

export function placeNodes(placed: readonly PlacedLabel<PlaceLabel>[]): SceneNode[] {
	if (placed.length === 0) return [];
	const lines = placed.flatMap((item) =>
		textNodes(item, (i) =>
			item.label.lines[i]?.semibold
				? {
						fill: item.label.water ? 'water-label' : 'place-label',
						'font-size': NAME_SIZE,
						'font-weight': 600
					}
				: { fill: 'town-label', 'font-size': DATES_SIZE }
		)
	);
	return [node('g', { stroke: 'halo', ...haloOf(LETTERING.places) }, lines)];
}
