import { words } from '../view/search';

/** Pieces and words that are kept; beyond, both are forgotten, so that memory stays bounded. */
const KEPT = 1 << 17;

interface Word {
	text: string;
	/** Number of the row that had it last. */
	row: number;
}

/**
 * Gives the words of some texts, each once, as `words` of core/view/search.ts gives them one by one. What
 * stands between two spaces is folded once and kept: events of a table say the same words over and over.
 */
export function wordFinder(): (texts: readonly (string | undefined)[]) => string[] {
	const pieces = new Map<string, readonly Word[]>();
	const known = new Map<string, Word>();
	let row = 0;
	const wordOf = (text: string): Word => {
		let word = known.get(text);
		if (!word) known.set(text, (word = { text, row: 0 }));
		return word;
	};
	return (texts) => {
		row++;
		const found: string[] = [];
		if (pieces.size > KEPT || known.size > KEPT) {
			pieces.clear();
			known.clear();
		}
		texts.forEach((text, i) => {
			if (!text || (i > 0 && text === texts[0])) return;
			// A space ends every word, so that each piece has its own.
			for (let start = 0, end; start < text.length; start = end + 1) {
				end = text.indexOf(' ', start);
				if (end === -1) end = text.length;
				if (end === start) continue;
				const piece = text.slice(start, end);
				let own = pieces.get(piece);
				if (!own) pieces.set(piece, (own = words(piece).map(wordOf)));
				for (const word of own)
					if (word.row !== row) {
						word.row = row;
						found.push(word.text);
					}
			}
		});
		return found;
	};
}
