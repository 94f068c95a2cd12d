/** Letters that Unicode does not take apart. Azerbaijani ə is read a, as English writes it: Kəlbəcər, Kalbajar. */
const LETTERS: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
	æ: 'ae',
	œ: 'oe',
	ə: 'a',
	ħ: 'h',
	ё: 'е'
};

/** Words that are written out or not: `Saint-Marc`, `St. Marc`. */
const WORDS: Record<string, string> = {
	saint: 'st',
	sainte: 'st',
	ste: 'st',
	mount: 'mt',
	fort: 'ft'
};

const PLAIN = /^[a-z]+$/;

/** One word as names are compared: no accents, case, dots or apostrophes. */
export function foldWord(word: string): string {
	let plain = word.toLowerCase();
	if (!PLAIN.test(plain))
		plain = plain
			.normalize('NFKD')
			.replace(/[\p{M}.'’‘ʼʻ`´ʹʺ]+/gu, '')
			.replace(/[ßøłđðþıæœəħё]/g, (letter) => LETTERS[letter] ?? letter);
	return WORDS[plain] ?? plain;
}

/** A name as names are compared: its words folded, one space between them. */
export function fold(name: string): string {
	return name
		.split(/[^\p{L}\p{M}\p{N}.'’‘ʼʻ`´ʹʺ]+/u)
		.map(foldWord)
		.filter((word) => word !== '')
		.join(' ');
}
