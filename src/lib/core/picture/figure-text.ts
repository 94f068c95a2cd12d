import { textEms } from './advance';

/** How a text is set. */
export interface TextStyle {
	/** Pixels. */
	size: number;
	semibold?: boolean;
	/** In the serif, which titles have. */
	serif?: boolean;
}

/** Of the sans, generously: measured from the shipped serif at the weight of titles. */
const SERIF = 1.1;

/** How wide a text is, in pixels, at least as wide as it is drawn. */
export function textWidth(text: string, { size, semibold = false, serif = false }: TextStyle) {
	return size * textEms(text, { semibold }) * (serif ? SERIF : 1);
}

/** Marks that turn the direction of what follows, and characters that nothing shows. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text of a dossier as one line: no controls, none that turn the direction of writing, single spaces. */
export function asLine(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\S\u00a0]+/gu, ' ')
		.replace(UNSEEN, '')
		.trim();
}

/** No text that may be cut is read further: beyond this it is cut in any column. */
const MOST_CHARACTERS = 1200;

const ELLIPSIS = '…';

/**
 * Sets a text in lines no wider than a column. What does not fit in the last of them ends with an
 * ellipsis; a word that is wider than the column is broken.
 * @param width of the column in pixels
 * @param most lines, at least 1; Infinity: nothing is cut, however long the text
 */
export function wrapped(text: string, width: number, style: TextStyle, most: number): string[] {
	const line = asLine(text);
	const cut = most === Infinity ? line : [...line].slice(0, MOST_CHARACTERS).join('');
	const words = cut.split(' ').flatMap((word) => pieces(word, width, style));
	const lines: string[] = [];
	let current = '';
	for (const [i, { text: word, glued }] of words.entries()) {
		const longer = current === '' ? word : glued ? current + word : `${current} ${word}`;
		if (current === '' || textWidth(longer, style) <= width) {
			current = longer;
			continue;
		}
		if (lines.length === most - 1)
			return [...lines, shortened(restOf(current, words, i), width, style)];
		lines.push(current);
		current = word;
	}
	if (current === '') return lines;
	return [...lines, cut === line ? current : shortened(current + ELLIPSIS, width, style)];
}

/** A text on one line, its end cut off where it is too wide. */
export function shortened(text: string, width: number, style: TextStyle): string {
	if (textWidth(text, style) <= width && !text.endsWith(ELLIPSIS)) return text;
	const characters = [...text.replace(/…$/u, '')];
	const widthOf = (count: number) =>
		textWidth(characters.slice(0, count).join('').trimEnd() + ELLIPSIS, style);
	let [low, high] = [0, characters.length];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (widthOf(middle) <= width) low = middle;
		else high = middle - 1;
	}
	return characters.slice(0, low).join('').trimEnd() + ELLIPSIS;
}

interface Piece {
	text: string;
	/** It goes on where the last piece ended, without a space. */
	glued: boolean;
}

function pieces(word: string, width: number, style: TextStyle): Piece[] {
	if (textWidth(word, style) <= width) return [{ text: word, glued: false }];
	const found: Piece[] = [];
	let piece = '';
	for (const character of word) {
		if (piece !== '' && textWidth(piece + character, style) > width) {
			found.push({ text: piece, glued: found.length > 0 });
			piece = '';
		}
		piece += character;
	}
	return [...found, { text: piece, glued: found.length > 0 }];
}

function restOf(current: string, words: readonly Piece[], from: number): string {
	// One more word fills the line, and says that there is more.
	const next = words[from] as Piece;
	return `${current}${next.glued ? '' : ' '}${next.text}${ELLIPSIS}`;
}
