import { textOfMarkup, UNKNOWN, type MarkupText } from './markup';

/**
 * What a text is wrapped in, and what numbers it there: an element that carries text as if it were not there,
 * in browsers and in Readability alike.
 */
const WRAP = 'data';
const STAMP = 'data-dateline-text';

/** How far a text is looked for where the parsers disagree, in units, and how often. */
const WINDOW = 4000;
const MOST_MISSES = 2000;

interface Piece {
	data: string;
	/** Where it stands in the markup's text; -1 where it was not found. */
	at: number;
}

/** Elements whose text is no text of the page. */
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'XMP', 'IFRAME', 'NOEMBED', 'NOFRAMES']);

/**
 * Finds texts of a page in the markup that it was made from. Each is wrapped in an element of its own, by which
 * it is known again once other software has moved, copied or written it anew.
 */
export class SourceMap {
	readonly #source: MarkupText;
	readonly #pieces: Piece[] = [];
	#misses = 0;

	/** @param root is changed: its texts are wrapped */
	constructor(markup: string, root: Element) {
		this.#source = textOfMarkup(markup);
		let cursor = 0;
		// Listed first: wrapping moves them.
		for (const texts of [...runsIn(root)]) {
			const piece: Piece = { data: '', at: -1 };
			for (const text of texts) {
				const data = text.nodeValue ?? '';
				const at = this.#locate(data, cursor);
				if (at >= 0) cursor = at + data.length;
				if (piece.data === '') piece.at = at;
				// Between two texts side by side the parsers may have disagreed.
				else if (at !== piece.at + piece.data.length) piece.at = -1;
				piece.data += data;
			}
			this.#wrap(texts, piece);
		}
	}

	/** The offset in the markup of a unit of its text. */
	rawAt(at: number): number {
		return this.#source.offsets[at] ?? 0;
	}

	/** Where a text of the page stands in the markup's text; -1 where that is not known. */
	find(text: Node): number {
		const stamp = (text.parentNode as Element | null)?.getAttribute?.(STAMP);
		const piece = stamp ? this.#pieces[Number(stamp)] : undefined;
		if (!piece || piece.at < 0) return -1;
		const inside = piece.data.indexOf(text.nodeValue ?? '');
		return inside < 0 ? -1 : piece.at + inside;
	}

	#wrap(texts: Node[], piece: Piece): void {
		const [first] = texts;
		const parent = first?.parentNode;
		if (!first || !parent || piece.data.trim() === '' || parent.nodeName.toUpperCase() === 'TITLE')
			return;
		const wrap = (first.ownerDocument as Document).createElement(WRAP);
		wrap.setAttribute(STAMP, String(this.#pieces.length));
		this.#pieces.push(piece);
		parent.insertBefore(wrap, first);
		for (const text of texts) parent.removeChild(text);
		wrap.textContent = piece.data;
	}

	#locate(data: string, from: number): number {
		if (this.#matches(data, from)) return from;
		const sought = data.trim().slice(0, 40);
		if (sought === '' || this.#misses++ > MOST_MISSES) return -1;
		const near = this.#source.text.slice(from, from + WINDOW).indexOf(sought);
		return near < 0 ? -1 : Math.max(from, from + near - data.indexOf(sought));
	}

	#matches(data: string, at: number): boolean {
		const { text } = this.#source;
		if (text.startsWith(data, at)) return true;
		// An entity that the table does not have is one character, whichever.
		return data.length === 1 && text.charAt(at) === UNKNOWN;
	}
}

/** The text nodes under a node, those side by side together. */
function* runsIn(root: Node): Generator<Node[]> {
	let run: Node[] = [];
	for (const node of textsIn(root)) {
		if (run.length > 0 && node.previousSibling !== run.at(-1)) {
			yield run;
			run = [];
		}
		run.push(node);
	}
	if (run.length > 0) yield run;
}

/** The text nodes under a node, in the order of the page; without recursion, however deep it is. */
function* textsIn(root: Node): Generator<Node> {
	let node: Node | null = root;
	while (node) {
		if (node.nodeType === 3) yield node;
		const into: Node | null = SKIPPED.has(node.nodeName.toUpperCase()) ? null : node.firstChild;
		if (into) {
			node = into;
			continue;
		}
		while (node && node !== root && !node.nextSibling) node = node.parentNode;
		node = !node || node === root ? null : node.nextSibling;
	}
}
