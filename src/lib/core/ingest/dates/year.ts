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
/** Behind them, a number is a year. */
const YEAR_WORD =
	/\b(?:since|during|until|till|late|early|mid|year|in\s+the\s+year|fiscal|circa|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|end\s+of|beginning\s+of|start\s+of|middle\s+of|half\s+of|quarter\s+of)[\s-]+(?:of\s+)?$/i;
const PREPOSITION =
	/\b(?:about|around|in|of|from|to|by|before|after|between|and|through|for|back\s+in|on)\s+$/i;
const DETERMINER =
	/(?:\b(?:the|an?|his|her|its|their|our|this|that|(?:\w+ly|first|second|last|bloody|brief|deadly|failed|disputed|devastating|controversial|disastrous|previous))|['’]s?)\s+$/i;
/** Before a number, they count: a crowd `of 2000`. */
const COUNTING =
	/(?:[$€£#]|\bNo\.?\s*|\b(?:crowds?|total|group|force|number|dozens|maximum|minimum|least|most|than|nearly|some|population|up\s+to|estimated)\s+(?:of\s+)?)$/i;

/** `in 2009`, `the 2008 war`, `by 2030`, `(1998)`. */
export const year: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:early|late|mid)[\\s-]+(?:in\\s+)?)?(${YEAR})(?!\\s*[’']?s\\b|\\p{L}|-(?:year|strong|metre|meter|mile|km|foot))`,
		'giu'
	),
	see(match, { text }) {
		const start = match.index ?? 0;
		const number = Number(match[1]);
		const before = lead(text, start);
		const after = text.slice(start + match[0].length, start + match[0].length + 60);
		if (COUNTED.test(after) || COUNTING.test(before)) return null;
		const qualified = match[0].length > 4;
		if (!qualified && !(isRound(number) ? isPlainYear : isYear)(before, after)) return null;
		return {
			grain: 'year',
			year: number,
			date: () => ({ value: yearText(number), reason: 'As written.' })
		};
	}
};

/** What is rounded is counted more often than not. */
function isRound(number: number): boolean {
	return number < 1700 || (number % 100 === 0 && number !== 2000);
}

function isPlainYear(before: string, after: string): boolean {
	if (YEAR_WORD.test(before)) return true;
	if (DETERMINER.test(before)) return EVENT.test(after);
	return /\bin\s+$/i.test(before) && /^\s*(?:[.,;)]|$)/.test(after);
}

function isYear(before: string, after: string): boolean {
	const things = /^\s+(?:\p{Ll}+\s+)?\p{Ll}+s\b/u.test(after);
	return (
		YEAR_WORD.test(before) ||
		EVENT.test(after) ||
		// `in 2009 he left`, but `of 1994 voters`
		(PREPOSITION.test(before) && (GOES_ON.test(after) || (/\bin\s+$/i.test(before) && !things))) ||
		// `the 2008 war`
		(DETERMINER.test(before) && /^\s+\p{L}{2}/u.test(after) && !/^\s+\p{Ll}+s\b/u.test(after)) ||
		// `a study (1998)`
		(/[([]$/.test(before) && /^[)\],;–-]/.test(after)) ||
		// `in 2014, 2016 and 2019`
		(/\b(?:1[5-9]|20)\d\d(?:,|,?\s+(?:and|or))\s+$/.test(before) && GOES_ON.test(after))
	);
}

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

/** `1,990`, `2000 people`, `44 days of fighting`: numbers of things. */
export const amount: Rule = {
	pattern: new RegExp(
		`(?<![\\d.,])(?:${COUNT}|\\d{4})[\\s-](?:year|month|week|day|hour|minute)s?(?:-old|\\s+old|-long|-strong)\\b`,
		'gi'
	),
	see: () => 'never'
};
