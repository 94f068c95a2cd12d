import type { Anchor } from './cartography';
import { textEms } from './advance';

/** A rectangle in pixels from the picture's upper left corner. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** One line of a label. */
export interface LabelLine {
	text: string;
	/** Pixels. */
	size: number;
	semibold?: boolean;
}

/** A label that wants a place. */
export interface Label {
	/** The point that it names, in pixels. */
	x: number;
	y: number;
	lines: readonly LabelLine[];
	/** Ems between characters. */
	spacing?: number;
	/** Where it may stand by its point, in the order to be tried; without: on it. */
	anchors?: readonly Anchor[];
	/** Pixels from the point that it keeps, sideways and up or down. */
	clearance?: { x: number; y: number };
	/** Half the side, in pixels, of a square about its point that is drawn with it or not at all. */
	reach?: number;
}

/** A label that has found its place. */
export interface PlacedLabel<T extends Label> {
	label: T;
	/** The side that the point is on; undefined: the label stands on its point. */
	anchor: Anchor | undefined;
	box: Box;
	/** The box with what others keep from it. */
	taken: Box;
}

/** Of a line's text size. */
export const LINE_HEIGHT = 1.2;

/** Pixels that labels keep from each other, as MapLibre's do. */
const PADDING = 2;

export function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Finds places for labels, the first come first served: at the first of its anchors where a label lies
 * within the frame, on no obstacle and on no other label. What finds none, or whose point is taken, is
 * left out.
 * @param labels the most important first
 * @param obstacles what no label may lie on
 */
export function placeLabels<T extends Label>(
	labels: readonly T[],
	obstacles: readonly Box[],
	frame: { width: number; height: number }
): PlacedLabel<T>[] {
	const taken = [...obstacles];
	const placed: PlacedLabel<T>[] = [];
	for (const label of labels) {
		const size = labelSize(label);
		if (!(size.width > 0)) continue;
		const own = label.reach === undefined ? [] : [boxAbout(label, label.reach)];
		if (own.some((box) => taken.some((other) => overlap(box, other)))) continue;
		for (const anchor of label.anchors ?? [undefined]) {
			const box = boxAt(label, size, anchor);
			const inside =
				box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
			const padded = {
				left: box.left - PADDING,
				top: box.top - PADDING,
				right: box.right + PADDING,
				bottom: box.bottom + PADDING
			};
			if (!inside || taken.some((other) => overlap(padded, other))) continue;
			taken.push(padded, ...own);
			placed.push({ label, anchor, box, taken: padded });
			break;
		}
	}
	return placed;
}

function boxAbout({ x, y }: { x: number; y: number }, reach: number): Box {
	return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/** Width and height of a label in pixels. */
export function labelSize({ lines, spacing }: Label): { width: number; height: number } {
	let width = 0;
	let height = 0;
	for (const { text, size, semibold } of lines) {
		width = Math.max(width, size * textEms(text, { spacing, semibold }));
		height += size * LINE_HEIGHT;
	}
	return { width, height };
}

function boxAt(
	{ x, y, clearance = { x: 0, y: 0 } }: Label,
	{ width, height }: { width: number; height: number },
	anchor: Anchor | undefined
): Box {
	// A name beside its point keeps what it keeps from others besides.
	const aside = clearance.x + PADDING;
	const away = clearance.y + PADDING;
	const left =
		anchor === 'left' ? x + aside : anchor === 'right' ? x - aside - width : x - width / 2;
	const top =
		anchor === 'top' ? y + away : anchor === 'bottom' ? y - away - height : y - height / 2;
	return { left, top, right: left + width, bottom: top + height };
}

/** Scripts whose letters join, or stack marks: space between characters would tear them apart. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}]/u;

/** Ems between the characters of a text: what the rule says, and none where letters join. */
export function spacingOf(text: string, spacing: number | undefined): number {
	return JOINED.test(text) ? 0 : (spacing ?? 0);
}
