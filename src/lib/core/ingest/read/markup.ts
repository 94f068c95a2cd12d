import { asWindows1252 } from './windows-1252';

/** The words of a page's markup, and where each of their units stands in it. */
export interface MarkupText {
	text: string;
	/** For each unit of `text` the offset in the markup. */
	offsets: Uint32Array;
}

/** Stands for a character whose entity is not in the table below. */
export const UNKNOWN = '\uffff';

/** What is no text of a page, up to its closing tag. */
const SKIPPED = /^(script|style|xmp|iframe|noembed|noframes)$/;

const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»'
};

/**
 * Reads the text between the tags of markup, entities as the characters they stand for, without scripts and
 * styles. One pass; made to find words again, not to build a tree.
 */
export function textOfMarkup(markup: string): MarkupText {
	const offsets = new Uint32Array(markup.length);
	const parts: string[] = [];
	let length = 0;
	// Kept between calls: looked for anew from each run, it would be looked for to the end each time.
	let and = markup.indexOf('&');
	const plain = (from: number, to: number) => {
		parts.push(markup.slice(from, to));
		for (let i = from; i < to; i++) offsets[length++] = i;
	};
	const textRun = (from: number, to: number) => {
		let at = from;
		while (at < to) {
			if (and >= 0 && and < at) and = markup.indexOf('&', at);
			if (and < 0 || and >= to) break;
			const entity = /^&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?/.exec(
				markup.slice(and, Math.min(to, and + 34))
			);
			const sign = entity && characterOf(entity[1] as string);
			if (!entity || sign === null) {
				plain(at, and + 1);
				at = and + 1;
				continue;
			}
			plain(at, and);
			parts.push(sign);
			for (let i = 0; i < sign.length; i++) offsets[length++] = and;
			at = and + entity[0].length;
		}
		if (at < to) plain(at, to);
	};

	let at = 0;
	while (at < markup.length) {
		const open = markup.indexOf('<', at);
		if (open < 0) break;
		const next = markup.charAt(open + 1);
		if (!/[a-zA-Z/!?]/.test(next)) {
			textRun(at, open + 1);
			at = open + 1;
			continue;
		}
		if (open > at) textRun(at, open);
		if (next === '!' || next === '?') {
			const comment = markup.startsWith('<!--', open);
			const close = markup.indexOf(comment ? '-->' : '>', open + (comment ? 4 : 1));
			at = close < 0 ? markup.length : close + (comment ? 3 : 1);
			continue;
		}
		const name = /^[a-zA-Z0-9]*/.exec(markup.slice(open + 1, open + 12))?.[0].toLowerCase() ?? '';
		at = tagEnd(markup, open + 1);
		if (SKIPPED.test(name)) at = closingTag(markup, name, at);
	}
	if (at < markup.length) textRun(at, markup.length);
	return { text: parts.join(''), offsets };
}

/** The first unit after a tag; quotes of its attributes may hold `>`. */
function tagEnd(markup: string, from: number): number {
	let value = false;
	for (let i = from; i < markup.length; i++) {
		const char = markup.charAt(i);
		if (char === '>') return i + 1;
		if (value && (char === '"' || char === "'")) {
			const close = markup.indexOf(char, i + 1);
			if (close < 0) return markup.length;
			i = close;
			value = false;
		} else if (char === '=') value = true;
		else if (!/\s/.test(char)) value = false;
	}
	return markup.length;
}

function closingTag(markup: string, name: string, from: number): number {
	const close = new RegExp(`</${name}`, 'gi');
	close.lastIndex = from;
	const found = close.exec(markup);
	return found ? tagEnd(markup, found.index + 2) : markup.length;
}

/** Null for what is no entity but an `&` and words. */
function characterOf(name: string): string | null {
	if (!name.startsWith('#'))
		return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as string) : UNKNOWN;
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
	// HTML reads the codes of windows-1252 as what they are in it.
	return asWindows1252(String.fromCodePoint(code));
}
