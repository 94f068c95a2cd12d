import { yearText } from './calendar';
import { COUNT, GOES_ON, YEAR } from './lexicon';
import type { Rule } from './rule';
import { lead } from './tense';

/** Words for what is counted: a number before them is no year. */
const COUNTED =
	/^[\s-]+(?:(?:\p{Ll}+\s+)?(?:people|men|women|children|soldiers|troops|police|officers|fighters|militants|rebels|protesters|prisoners|refugees|residents|homes|houses|families|villages|buildings|students|workers|deaths|dead|injured|casualties|cases|votes|seats|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|ft|m|hectares?|acres?|tonnes?|tons?|kg|litres?|dollars|euros|pounds|rupees|MW|megawatts|strong|percent|per\s+cent|times|hours|hrs|GMT|UTC|local|pages|jobs|members|companies|flights|vehicles|years|days|degrees|and\s+\d{4}\s+\p{Ll}+s))\b/iu;
/** Before a noun, they say that the number is a year: `after 2020 elections`. */
const EVENT =
	/^\s+(?:\p{L}+\s+){0,2}(?:wars?|conflict|elections?|vote|referendum|revolution|earthquake|quake|tsunami|Olympics|Games|World\s+Cup|census|agreement|treaty|accords?|deal|ceasefire|truce|attacks?|bombings?|coup|crisis|invasion|massacre|genocide|uprising|protests?|season|championships?|floods?|hurricane|cyclone|accident|crash|disaster|outbreak|pandemic|campaign|summit|constitution|law|report|study|budget|figures|data|peace|film|book|album)\b/u;
const STRONG =
	/\b(?:since|during|until|till|late|early|mid|year|in\s+the\s+year|fiscal|circa|about|around|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|end\s+of|beginning\s+of|start\s+of|middle\s+of|half\s+of|quarter\s+of)[\s-]+(?:of\s+)?$/i;
const WEAK = /\b(?:in|of|from|to|by|before|after|between|and|through|for|back\s+in|on)\s+$/i;
const POSSESSIVE =
	/(?:\b(?:the|an?|his|her|its|their|our|this|that|(?:\w+ly|first|second|last|bloody|brief|deadly|failed|disputed|devastating|controversial|disastrous|previous))|['’]s?)\s+$/i;
/** `in 2009`, `the 2008 war`, `by 2030`, `(1998)`. */
export const year: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:early|late|mid)[\\s-]+(?:in\\s+)?)?(${YEAR})(?!\\s*[’']?s\\b|\\p{L}|-(?:year|strong|metre|meter|mile|km|foot))`,
		'giu'
	),
	see(match, { text }) {
		const start = match.index ?? 0;
		const end = start + match[0].length;
		const number = Number(match[1]);
		const before = lead(text, start);
		const after = text.slice(end, end + 60);
		if (COUNTED.test(after) || /(?:[$€£#]|\bNo\.?\s*)$/.test(before)) return null;
		const bracketed = /[([]$/.test(before) && /^[)\],;–-]/.test(after);
		const round = number % 100 === 0 && number !== 2000;
		const early = number < 1700;
		const strong = match[0].length > 4 || STRONG.test(before);
		const weak =
			WEAK.test(before) &&
			(GOES_ON.test(after) ||
				(/\bin\s+$/i.test(before) && !/^\s+(?:\p{Ll}+\s+)?\p{Ll}+s\b/u.test(after)) ||
				EVENT.test(after));
		const called =
			(POSSESSIVE.test(before) && /^\s+\p{L}{2}/u.test(after) && !/^\s+\p{Ll}+s\b/u.test(after)) ||
			EVENT.test(after);
		// A crowd `of 2000`, `from 1900 to 2100`.
		if (
			/\b(?:crowds?|total|group|force|number|dozens|maximum|minimum|least|most|than|nearly|some|population|up\s+to|estimated)\s+(?:of\s+)?$/i.test(
				before
			)
		)
			return null;
		if (
			(round || early) &&
			!(
				strong ||
				(called && EVENT.test(after)) ||
				(weak && /^\s*(?:[.,;)]|$)/.test(after) && /\bin\s+$/i.test(before))
			)
		)
			return null;
		// `in 2014, 2016 and 2019`
		const listed =
			/\b(?:1[5-9]|20)\d\d(?:,|,?\s+(?:and|or))\s+$/.test(before) && GOES_ON.test(after);
		if (!strong && !weak && !called && !bracketed && !listed) return null;
		return {
			grain: 'year',
			year: number,
			date: () => ({ value: yearText(number), reason: 'As written.' })
		};
	}
};

/** `1991–1994`, `2007-08`, `2008/2009`. */
export const years: Rule = {
	pattern: new RegExp(
		`(?<![\\d.,:/$€£₽#-])((?:1\\d|20)\\d\\d)\\s?[-–—/]\\s?(\\d{4}|\\d{2})(?![\\d\\p{L}%-]|[.,:/]\\d)`,
		'giu'
	),
	see([, first = '', second = '']) {
		const from = Number(first);
		const to = second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second);
		if (to <= from || to - from > 150) return null;
		return { date: () => ({ value: `${yearText(from)}/${yearText(to)}`, reason: 'As written.' }) };
	}
};

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

/** `1,990`, `2000 people`, `44 days of fighting`: numbers of things. */
export const amount: Rule = {
	pattern: new RegExp(
		`(?<![\\d.,])(?:${COUNT}|\\d{4})[\\s-](?:year|month|week|day|hour|minute)s?(?:-old|\\s+old|-long|-strong)\\b`,
		'gi'
	),
	see: () => 'never'
};
