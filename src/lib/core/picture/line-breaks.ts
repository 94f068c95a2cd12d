import { textEms } from './advance';
import type { LabelLine } from './labels';

/** Characters that a line may end on. */
const BREAKABLE = new Set(' &)+-/\u00ad\u00b7\u200b\u2010\u2013\u2027');
/** Characters of scripts without spaces between words: a line may end on any. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MARK = /\p{M}/u;

/** MapLibre weighs lines in units of which an em of the label has so many. */
const UNITS = 24;
const BRACKET_PENALTY = 50;

interface Break {
	/** Index into the characters: the line ends before it. */
	index: number;
	/** Width of all before it without spaces, in MapLibre's units. */
	x: number;
	badness: number;
	prior: Break | undefined;
}

/**
 * Breaks lines as MapLibre does (`determineLineBreaks`): into as many as the whole needs, so that they
 * differ least from their mean. That whole is all lines together, and a line that ends by itself stays
 * one or becomes several; so that both renderers break the same names at the same places.
 * @param maxWidth pixels
 * @param spacing ems between characters
 */
export function brokenInto(
	lines: readonly LabelLine[],
	maxWidth: number,
	spacing = 0
): LabelLine[] {
	const unit = UNITS / (lines[0]?.size ?? UNITS);
	const characters = lines.flatMap((line, i) => [
		...(i > 0 ? [{ text: '\n', line, width: 0 }] : []),
		...[...line.text].map((text) => ({
			text,
			line,
			width: textEms(text, line) * line.size * unit + (MARK.test(text) ? 0 : spacing * UNITS)
		}))
	]);
	const total = characters.reduce((sum, { width }) => sum + width, 0);
	const count = Math.max(1, Math.ceil(total / (maxWidth * unit)));
	if (count === 1 && lines.length < 2) return lines.filter(({ text }) => text !== '');
	const target = total / count;
	const candidates: Break[] = [];
	let x = 0;
	characters.forEach(({ text, width }, i) => {
		const before = characters[i - 1]?.text;
		if (before !== undefined && mayBreak(before, text))
			candidates.push(evaluate(i, x, target, candidates, penaltyOf(before, text), false));
		if (!/\s/.test(text)) x += width;
	});
	const ends: number[] = [];
	let last: Break | undefined = evaluate(characters.length, x, target, candidates, 0, true);
	for (; last; last = last.prior) ends.unshift(last.index);
	return ends.flatMap((end, i) => {
		const part = characters.slice(ends[i - 1] ?? 0, end);
		const line = part[0]?.text === '\n' ? part[1]?.line : part[0]?.line;
		const text = part
			.map((character) => character.text)
			.join('')
			.trim();
		return line && text ? [{ ...line, text }] : [];
	});
}

function mayBreak(before: string, after: string): boolean {
	if (MARK.test(after)) return false;
	return before === '\n' || BREAKABLE.has(before) || IDEOGRAPHIC.test(before) || after === '(';
}

function penaltyOf(before: string, after: string): number {
	return (
		(before === '\n' ? -10_000 : 0) +
		(before === '(' ? BRACKET_PENALTY : 0) +
		(after === ')' ? BRACKET_PENALTY : 0)
	);
}

function evaluate(
	index: number,
	x: number,
	target: number,
	candidates: readonly Break[],
	penalty: number,
	isLast: boolean
): Break {
	let prior: Break | undefined;
	let badness = badnessOf(x, target, penalty, isLast);
	for (const candidate of candidates) {
		const sum = badnessOf(x - candidate.x, target, penalty, isLast) + candidate.badness;
		if (sum <= badness) {
			prior = candidate;
			badness = sum;
		}
	}
	return { index, x, badness, prior };
}

function badnessOf(width: number, target: number, penalty: number, isLast: boolean): number {
	const raggedness = (width - target) ** 2;
	// A last line may rather be short than long.
	if (isLast) return width < target ? raggedness / 2 : raggedness * 2;
	return raggedness + Math.abs(penalty) * penalty;
}
