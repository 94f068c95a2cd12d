import type { Rule } from './rule';
import { lead } from './tense';

/** `the 1990s`, `the ’90s`, `the early nineties`. */
export const decade: Rule = {
	pattern:
		/(?<![\p{L}\d])(?:(?:early|late|mid)[\s-]+(?:to[\s-]+late[\s-]+)?(?:the\s+)?)?(?:the\s+)?(?:(?<![\d.,])((?:1[5-9]|20)\d0)\s?[’']?s\b|[’'‘]([3-9]0)s\b|(?<=\bthe\s|early\s|late\s|mid-)(thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)/giu,
	see(match, { text }) {
		const names = [
			'thirties',
			'forties',
			'fifties',
			'sixties',
			'seventies',
			'eighties',
			'nineties'
		];
		const [, full, short, word] = match;
		const before = lead(text, match.index ?? 0);
		if (word && /\b(?:his|her|their|in\s+the\s+(?:low|mid|high))\s+$/i.test(before)) return null;
		const start =
			full ?? (short ? `19${short}` : `19${names.indexOf(word?.toLowerCase() ?? '') + 3}0`);
		if (start.endsWith('00'))
			return start === '2000'
				? { date: () => ({ value: '200X', reason: 'The decade, as written.' }) }
				: { date: () => ({ value: null, reason: 'A decade or a century may be meant.' }) };
		return { date: () => ({ value: `${start.slice(0, 3)}X`, reason: 'The decade, as written.' }) };
	}
};

const ORDINALS = [
	'sixteenth',
	'seventeenth',
	'eighteenth',
	'nineteenth',
	'twentieth',
	'twenty-first'
];

/** `the 19th century`. */
export const century: Rule = {
	pattern:
		/\b(?:(?:early|late|mid)[\s-]+)?(?:the\s+)?(1[1-9](?=th)|20(?=th)|21(?=st)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)(?:th|st)?[\s-]+century\b(?!\s+(?:BC|B\.C))/gi,
	see([, word = '']) {
		const at = ORDINALS.indexOf(word.toLowerCase());
		const number = at < 0 ? Number(word) : at + 16;
		return { date: () => ({ value: `${number - 1}XX`, reason: 'The century, as written.' }) };
	}
};
