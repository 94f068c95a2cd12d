import type { DossierEvent } from '../dossier/dossier';
import { textEms } from './advance';
import { overlap, type Box } from './labels';
import { node, type SceneNode } from './scene';
import {
	COUNT_SIZE,
	MARGIN,
	markOf,
	ON_PLATE,
	PLATE_HEIGHT,
	STEP,
	type Look,
	type StackMark
} from './stack-mark';
import { LINE_STEP } from './stack-nodes';
import type { Stack } from './stacks';

/**
 * Numbers as a callout letters them: `3–7, 9`.
 * @param numbers whole, in any order
 */
export function numbersInShort(numbers: readonly number[]): string[] {
	const sorted = [...new Set(numbers)].sort((a, b) => a - b);
	const runs: [number, number][] = [];
	for (const number of sorted) {
		const last = runs.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs.flatMap(([from, to]) =>
		to === from ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from}–${to}`]
	);
}

/** Characters of a line on a plate, and its lines: what is more is told by the key alone. */
const LINE_LENGTH = 12;
const MOST_LINES = 4;

/** The lines of a callout; an ellipsis ends one that holds too many. */
export function calloutLines(numbers: readonly number[]): string[] {
	const runs = numbersInShort(numbers);
	const whole = runs.join(', ');
	// Lines of like length make a plate of a good shape.
	const length = Math.max(LINE_LENGTH, Math.ceil(Math.sqrt(whole.length * 4)));
	const lines: string[] = [];
	for (const [i, run] of runs.entries()) {
		const text = i < runs.length - 1 ? `${run},` : run;
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${text}`.length <= length)
			lines[lines.length - 1] = `${last} ${text}`;
		else if (lines.length === MOST_LINES) {
			lines[lines.length - 1] = `${last} …`;
			break;
		} else lines.push(text);
	}
	return lines;
}

/** A stack as a callout: a plate with its kinds of symbols and its events' numbers. */
export function calloutMark(
	stack: Stack,
	look: (event: DossierEvent) => Look,
	numbers: ReadonlyMap<string, number>
): StackMark {
	const mark = markOf(stack, look);
	const lines = calloutLines(stack.events.flatMap(({ event }) => numbers.get(event.id) ?? []));
	const text = Math.max(
		...lines.map((line) => COUNT_SIZE * textEms(line, { semibold: true })),
		COUNT_SIZE / 2
	);
	const symbols = ON_PLATE + STEP * (mark.parts.length - 1) + 3;
	const width = 2 * MARGIN + symbols + text;
	const first = -width / 2 + MARGIN + ON_PLATE / 2;
	return {
		...mark,
		parts: mark.parts.map((part, i) => ({ ...part, x: first + STEP * i })),
		size: ON_PLATE,
		lines,
		countX: width / 2 - MARGIN - text,
		width,
		height: PLATE_HEIGHT + LINE_STEP * (lines.length - 1)
	};
}

/** A callout that wants a place: a plate of a size, and the pixel that it is about. */
interface Callout {
	x: number;
	y: number;
	mark: Pick<StackMark, 'width' | 'height'>;
}

/** Pixels that plates keep from one another and from the frame. */
const GAP = 4;
/** Ways out, and how far: a plate's own half and so many pixels more. */
const WAYS = [0, 180, 90, 270, 45, 135, 225, 315].map((degrees) => (degrees * Math.PI) / 180);
const STEPS = [10, 22, 38, 58, 82, 110, 142];

/**
 * Finds a plate's middle for each callout: its own point where that is free, else the nearest place
 * beside it that is, on no other plate and on no other's point, within the frame. Where there is none,
 * the one that lies least on others.
 * @param keepClear what else lies on the map
 * @returns middles in the order of the callouts
 */
export function placedCallouts<T extends Callout>(
	callouts: readonly T[],
	frame: { width: number; height: number },
	keepClear: readonly Box[] = []
): { x: number; y: number }[] {
	const boxOf = ({ mark }: Callout, x: number, y: number, grow = 0): Box => ({
		left: x - mark.width / 2 - grow,
		right: x + mark.width / 2 + grow,
		top: y - mark.height / 2 - grow,
		bottom: y + mark.height / 2 + grow
	});
	const taken: Box[] = [...keepClear];
	const middles: { x: number; y: number }[] = [];
	// The small first: a large one finds a place beside them more easily than they under it.
	const order = callouts
		.map((callout, i) => ({ callout, i }))
		.sort((a, b) => a.callout.mark.width - b.callout.mark.width || a.i - b.i);
	for (const { callout, i } of order) {
		const { x, y, mark } = callout;
		const others = callouts.filter((other) => other !== callout);
		let best: { x: number; y: number } | undefined;
		let least = Infinity;
		for (const place of placesAbout(callout)) {
			const held = {
				x: clamp(place.x, mark.width / 2 + GAP, frame.width - mark.width / 2 - GAP),
				y: clamp(place.y, mark.height / 2 + GAP, frame.height - mark.height / 2 - GAP)
			};
			const box = boxOf(callout, held.x, held.y, GAP);
			const lost =
				taken.reduce((sum, other) => sum + shared(box, other), 0) +
				others.filter((other) => inside(box, other)).length * 400;
			if (lost < least) {
				least = lost;
				best = held;
			}
			if (lost === 0) break;
		}
		const middle = best ?? { x, y };
		taken.push(boxOf(callout, middle.x, middle.y));
		middles[i] = middle;
	}
	return middles;
}

function* placesAbout({ x, y, mark }: Callout): Generator<{ x: number; y: number }> {
	yield { x, y };
	for (const step of STEPS)
		for (const way of WAYS)
			yield {
				x: x + Math.cos(way) * (mark.width / 2 + step),
				y: y + Math.sin(way) * (mark.height / 2 + step)
			};
}

function clamp(value: number, low: number, high: number): number {
	return low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value));
}

function inside(box: Box, { x, y }: { x: number; y: number }): boolean {
	return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function shared(a: Box, b: Box): number {
	if (!overlap(a, b)) return 0;
	return (
		(Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
		(Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
	);
}

/** Pixels that a plate has to be away before a line joins it to its point. */
const NEAR = 3;

/** From a plate that stands beside its point to that point: a hairline and a dot. */
export function leaderNodes(
	{ x, y }: { x: number; y: number },
	spot: { x: number; y: number }
): SceneNode[] {
	if (Math.hypot(spot.x - x, spot.y - y) < NEAR) return [];
	const d = `M${x.toFixed(1)},${y.toFixed(1)}L${spot.x.toFixed(1)},${spot.y.toFixed(1)}`;
	const at = { cx: Number(spot.x.toFixed(1)), cy: Number(spot.y.toFixed(1)) };
	return [
		node('path', { d, fill: 'none', stroke: 'paper', 'stroke-width': 3, 'stroke-opacity': 0.8 }),
		node('path', { d, fill: 'none', stroke: 'ink-soft', 'stroke-width': 1 }),
		node('circle', { ...at, r: 2.6, fill: 'ink', stroke: 'paper', 'stroke-width': 1.2 })
	];
}
