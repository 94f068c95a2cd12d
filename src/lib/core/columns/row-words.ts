import { words } from '../view/search';

/** Pieces and words that are kept; beyond, all are forgotten, so that memory stays bounded. */
const KEPT = 1 << 17;
/** Short texts that are kept with their words. */
const KEPT_TEXTS = 1 << 15;
/** Twice as many places for them: few then stand in another's. */
const PLACES = KEPT * 2;

interface Word {
	text: string;
	/** Number of the row that had it last. */
	row: number;
}

interface Piece {
	text: string;
	words: readonly Word[];
}

const SPACE = 32;

/**
 * Gives the words of some texts, each once, as `words` of core/view/search.ts gives them one by one. What
 * stands between two spaces is folded once and kept: events of a table say the same over and over. A piece is
 * found by a hash (FNV-1a) that is worked out as the text is read, since cutting it out costs more than that.
 */
export function wordFinder(): (texts: readonly (string | undefined)[]) => string[] {
	const places = new Int32Array(PLACES);
	/** By the number in `places` less one. */
	let pieces: Piece[] = [];
	const known = new Map<string, Word>();
	let row = 0;

	const wordOf = (text: string): Word => {
		let word = known.get(text);
		if (!word) known.set(text, (word = { text, row: 0 }));
		return word;
	};

	function forget(): void {
		places.fill(0);
		pieces = [];
	}

	function pieceOf(text: string, start: number, end: number, hash: number): Piece {
		if (pieces.length >= KEPT) forget();
		let at = (hash ^ (hash >>> 15)) & (PLACES - 1);
		for (; places[at] !== 0; at = (at + 1) & (PLACES - 1)) {
			const piece = pieces[(places[at] as number) - 1] as Piece;
			if (piece.text.length === end - start && text.startsWith(piece.text, start)) return piece;
		}
		const own = text.slice(start, end);
		const piece = { text: own, words: words(own).map(wordOf) };
		places[at] = pieces.push(piece);
		return piece;
	}

	function find(text: string, found: string[]): void {
		let start = 0;
		let hash = 0x811c9dc5;
		for (let at = 0; at <= text.length; at++) {
			const code = at < text.length ? text.charCodeAt(at) : SPACE;
			if (code !== SPACE) {
				hash = Math.imul(hash ^ code, 0x01000193);
				continue;
			}
			// A space ends every word, so that each piece has its own.
			if (at > start)
				for (const word of pieceOf(text, start, at, hash).words)
					if (word.row !== row) {
						word.row = row;
						found.push(word.text);
					}
			start = at + 1;
			hash = 0x811c9dc5;
		}
	}

	return (texts) => {
		row++;
		if (known.size > KEPT) {
			known.clear();
			forget();
		}
		const found: string[] = [];
		for (const text of texts) if (text) find(text, found);
		return found;
	};
}

/** Texts up to this length are kept as a whole: a title, a sentence made of a few codes. */
const SHORT = 100;

/**
 * Gives the words of some texts in one, a space between two; those of a text each once, but one that several
 * texts have may stand there more than once. Whole texts are kept with theirs.
 */
export function wordJoiner(): (texts: readonly string[]) => string {
	const wordsOf = wordFinder();
	const known = new Map<string, string>();
	const joined = (text: string): string => {
		if (text.length > SHORT) return wordsOf([text]).join(' ');
		let found = known.get(text);
		if (found === undefined) {
			if (known.size >= KEPT_TEXTS) known.clear();
			known.set(text, (found = wordsOf([text]).join(' ')));
		}
		return found;
	};
	return (texts) => {
		let all = '';
		for (const text of texts) {
			const own = joined(text);
			if (own !== '') all += all === '' ? own : ` ${own}`;
		}
		return all;
	};
}
