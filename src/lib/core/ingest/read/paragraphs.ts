import type { BlockRole, Span } from '../article';

/** A paragraph as it is looked at: where it stands, and its words on one line. */
export interface Paragraph extends Span {
	/** Without the white space around it; runs of white space are one space. */
	words: string;
	/** What the markup says that it is. */
	hint?: BlockRole;
}

/** Widest line of a text that is taken for one with hard line breaks. */
const WIDEST = 100;

/** Makes a paragraph of a stretch of text. */
export function paragraph(text: string, { start, end }: Span): Paragraph {
	return { start, end, words: text.slice(start, end).replace(/\s+/g, ' ') };
}

/**
 * The paragraphs of a plain text: its lines; where it has been broken to a width, the lines that belong
 * together. All but white space lies in one of them.
 */
export function paragraphsOf(text: string): Paragraph[] {
	const lines = linesOf(text);
	const width = wrapWidth(text, lines);
	const found: Span[] = [];
	let before: Line | undefined;
	for (const line of lines) {
		const last = found.at(-1);
		if (last && before && width !== undefined && continues(text, before, line, width))
			last.end = line.end;
		else found.push({ start: line.start, end: line.end });
		before = line;
	}
	return found.map((span) => paragraph(text, span));
}

interface Line extends Span {
	/** An empty line stands before it. */
	apart: boolean;
}

function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let apart = false;
	for (const match of text.matchAll(/[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)/g)) {
		let start = match.index;
		let end = start + match[0].length;
		while (start < end && /\s/.test(text.charAt(start))) start++;
		while (end > start && /\s/.test(text.charAt(end - 1))) end--;
		if (end > start) {
			lines.push({ start, end, apart });
			apart = false;
		} else apart = true;
	}
	return lines;
}

/** The width to which a text was broken; undefined where its lines are its paragraphs. */
function wrapWidth(text: string, lines: Line[]): number | undefined {
	let width = 0;
	let wider = 0;
	for (const { start, end } of lines)
		if (end - start > WIDEST) wider++;
		else width = Math.max(width, end - start);
	if (width < 40 || wider > lines.length / 50) return undefined;
	let clear = 0;
	for (let i = 1; i < lines.length && clear < 3; i++) {
		const [a, b] = [lines[i - 1] as Line, lines[i] as Line];
		if (!b.apart && fills(text, a, b, width) && runsOn(text, a, b)) clear++;
	}
	return clear >= 3 ? width : undefined;
}

function continues(text: string, a: Line, b: Line, width: number): boolean {
	if (b.apart) return false;
	return fills(text, a, b, width) || (a.end - a.start > 0.7 * width && runsOn(text, a, b));
}

/** Whether the first word of `b` had no room on `a`. */
function fills(text: string, a: Line, b: Line, width: number): boolean {
	const space = text.slice(b.start, Math.min(b.end, b.start + WIDEST)).search(/\s/);
	const word = space < 0 ? Math.min(b.end - b.start, WIDEST) : space;
	return a.end - a.start + 1 + word > width;
}

/** Whether a sentence goes on from line to line. */
function runsOn(text: string, a: Line, b: Line): boolean {
	return !/[.!?…։。:;]/.test(text.charAt(a.end - 1)) && /\p{Ll}/u.test(text.charAt(b.start));
}
