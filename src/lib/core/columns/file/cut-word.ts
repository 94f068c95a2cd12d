/** Longer words are found by so many UTF-16 units of them. */
const WORD_UNITS = 64;

/** A word as the index has it: cut, never within a character. */
export function cutWord(word: string): string {
	if (word.length <= WORD_UNITS) return word;
	const last = word.charCodeAt(WORD_UNITS - 1);
	return word.slice(0, last >= 0xd800 && last < 0xdc00 ? WORD_UNITS - 1 : WORD_UNITS);
}
