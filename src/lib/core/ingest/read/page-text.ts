import type { BlockRole } from '../article';
import type { Paragraph } from './paragraphs';
import type { SourceMap } from './source-map';

const BLOCKS = new Set(
	`P DIV SECTION ARTICLE MAIN ASIDE HEADER FOOTER NAV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD BLOCKQUOTE PRE FIGURE
	FIGCAPTION TABLE THEAD TBODY TFOOT TR FORM FIELDSET DETAILS SUMMARY HR BR ADDRESS CAPTION BODY HTML HEAD TITLE`.split(
		/\s+/
	)
);
/** Cells of a row are set apart by a space. */
const CELLS = new Set(['TD', 'TH']);
const SILENT = new Set(
	'SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT SVG BUTTON SELECT TEXTAREA XMP NOEMBED NOFRAMES HEAD'.split(
		' '
	)
);

/** A page's paragraphs as one text, and where each of its units stands in the markup. */
export class PageText {
	#parts: string[] = [];
	#length = 0;
	readonly paragraphs: Paragraph[] = [];
	/** For each unit of the text the offset in the markup. */
	readonly offsets: number[] = [];

	get text(): string {
		return this.#parts.join('');
	}

	/** Adds words that stand by themselves. @param raw where each of their units stands in the markup */
	add(words: string, raw: readonly number[], hint?: BlockRole): void {
		if (words === '') return;
		if (this.#length > 0) {
			this.#parts.push('\n\n');
			this.offsets.push(raw[0] ?? 0, raw[0] ?? 0);
			this.#length += 2;
		}
		const start = this.#length;
		this.#parts.push(words);
		for (const at of raw) this.offsets.push(at);
		this.#length += words.length;
		this.paragraphs.push({ start, end: this.#length, words, ...(hint && { hint }) });
	}

	/**
	 * Adds all paragraphs under an element: a block element, a line break or a rule ends one.
	 * @param leave says which elements to pass over with all that is in them
	 */
	collect(root: Element, map: SourceMap, leave: (element: Element) => boolean = () => false): void {
		let words: string[] = [];
		let raw: number[] = [];
		let hint: BlockRole | undefined;
		let known = this.offsets.at(-1) ?? 0;
		const flush = () => {
			const all = words.join('').trimEnd();
			this.add(all, raw.slice(0, all.length), hint);
			words = [];
			raw = [];
			hint = undefined;
		};
		const gap = () => words.length === 0 || words.at(-1) === ' ';
		const text = (node: Node) => {
			const data = node.nodeValue ?? '';
			const at = map.find(node);
			for (let i = 0; i < data.length; i++) {
				const char = data.charAt(i);
				const space = /\s/.test(char);
				if (at >= 0) known = map.rawAt(at + i);
				if (space && gap()) continue;
				words.push(space ? ' ' : char);
				raw.push(known);
			}
			if (hint === undefined && data.trim() !== '' && isInCaption(node, root)) hint = 'caption';
		};
		let node: Node | null = root;
		while (node) {
			const name = node.nodeName.toUpperCase();
			const element = node.nodeType === 1;
			if (node.nodeType === 3) text(node);
			if (element && BLOCKS.has(name)) flush();
			if (element && CELLS.has(name) && !gap()) {
				words.push(' ');
				raw.push(known);
			}
			const silent = element && (SILENT.has(name) || leave(node as Element));
			if (!silent && node.firstChild) {
				node = node.firstChild;
				continue;
			}
			while (node && node !== root && !node.nextSibling) {
				node = node.parentNode;
				if (node && BLOCKS.has(node.nodeName.toUpperCase())) flush();
			}
			node = !node || node === root ? null : node.nextSibling;
		}
		flush();
	}
}

function isInCaption(node: Node, root: Element): boolean {
	for (let up = node.parentNode; up && up !== root; up = up.parentNode) {
		if (up.nodeName.toUpperCase() === 'FIGCAPTION') return true;
		if (
			up.nodeType === 1 &&
			/\b(wp-caption-text|image-caption|photo-caption|caption-text|media-caption)\b/.test(
				(up as Element).getAttribute('class') ?? ''
			)
		)
			return true;
	}
	return false;
}
