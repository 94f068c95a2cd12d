import { calendarOf } from '../../date/day';
import { anchorName, monthName, monthText, monthsOn } from './calendar';
import { MONTH, YEAR, monthOf } from './lexicon';
import { NO_ANCHOR, type Dated, type Rule, type Scene } from './rule';
import { lead } from './tense';

const IN =
	/\b(?:in|since|until|till|by|during|from|to|through|throughout|between|before|after|of|and|late|early|mid|for|or|as|around|last|next|this)[\s-]+$/i;
const ARTICLE = /(?:\b(?:the|an?|his|her|its|their)|['’]s)\s+$/i;
const AND_MONTH = new RegExp(`\\b${MONTH}\\s+(?:and|or)\\s+$`, 'i');
/** Names of persons and of things that hold a month. */
const NAMED_BEFORE = /\b(?:Black|Red|Miss|Mr|Mrs|Ms|Theresa|Prime Minister|Ivan|Robert)\.?\s+$/;
const NAMED_AFTER =
	/^\s+(?:Revolution|Movement|Brigades?|Group|Fools?|Wilson|Jones|Barnes|Madness|Day\b)/;

/** `in November`, `last March`, `mid-May`, `November 2020`, `early June last year`. */
export const month: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:early|late|mid)[\\s-]+(?:in\\s+)?)?(?:(last|next|this|this\\s+past|this\\s+coming)\\s+)?(${MONTH})(?:,?\\s+(?:of\\s+)?(?:(last|next|this)\\s+year|(${YEAR})))?(?![\\p{L}\\d])`,
		'giu'
	),
	see(match, { text, personMay }) {
		const [all, which, name = '', whose, yearText] = match;
		const start = match.index ?? 0;
		const end = start + all.length;
		const nameAt = start + all.toLowerCase().indexOf(name.toLowerCase(), which?.length ?? 0);
		const before = lead(text, nameAt);
		const after = text.slice(end, end + 20);
		// A number beside it makes it a day, which other rules read.
		if (/\d(?:st|nd|rd|th)?\s+(?:of\s+)?$/.test(before)) return null;
		if (!yearText && /^\s+(?:the\s+)?\d{1,2}(?!\d|:\d)/.test(after)) return null;
		if (NAMED_BEFORE.test(before) || NAMED_AFTER.test(after)) return 'never';
		const placed =
			yearText !== undefined ||
			whose !== undefined ||
			which !== undefined ||
			all.length > name.length;
		// `this may have`
		if (/^(?:may|mar|march)$/.test(name) && yearText === undefined) return null;
		if (!placed && !isMonth(name, before, after, personMay)) return null;
		const year = yearText ? Number(yearText) : undefined;
		return {
			grain: 'month',
			...(year === undefined ? { yearless: !which && !whose } : { year }),
			date: (scene) => dateMonth(monthOf(name), year, whose ?? which, whose !== undefined, scene)
		};
	}
};

/** Whether a month's name that stands alone is one: `may`, `march`, `June Brown`. */
function isMonth(name: string, before: string, after: string, personMay: boolean): boolean {
	const isIn = IN.test(before);
	if (/^\p{Ll}/u.test(name)) return isIn && !/^(?:may|mar|march|august|sun)$/.test(name);
	if (name.length <= 5 && name.endsWith('.')) return isIn;
	if (/^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/i.test(name)) return isIn;
	if (/^may$/i.test(name)) {
		if (personMay && !/\b(?:in|late|early|mid|last|next|this)[\s-]+$/i.test(before)) return false;
		return isIn || (ARTICLE.test(before) && /^\s+\p{Ll}/u.test(after));
	}
	if (/^(?:march|april|june|august)$/i.test(name)) {
		if (isIn && (AND_MONTH.test(before) || !/\b(?:and|or)\s+$/i.test(before)))
			return !/^\s+\p{Lu}\p{Ll}/u.test(after) || /\bin\s+$/i.test(before);
		return ARTICLE.test(before) && /^\s+(?!(?:for|on|of|against|to|through)\b)\p{Ll}/u.test(after);
	}
	return true;
}

function dateMonth(
	month: number,
	year: number | undefined,
	which: string | undefined,
	ofYear: boolean,
	{ anchor, tense, upTo, rangeYear }: Scene
): Dated {
	if (year !== undefined) return { value: monthText(year, month), reason: 'As written.' };
	if (upTo !== undefined || rangeYear !== undefined) {
		const end = upTo === undefined ? { year: rangeYear ?? 0, month: 12 } : calendarOf(upTo);
		const at = month > end.month ? end.year - 1 : end.year;
		return { value: monthText(at, month), reason: 'Up to the end of its range.' };
	}
	if (!anchor) return NO_ANCHOR;
	const now = calendarOf(anchor.day);
	const from = anchorName(anchor);
	const name = monthName(month);
	const word = which?.toLowerCase().split(/\s+/).at(-1);
	if (ofYear) {
		const at = now.year + ({ last: -1, this: 0, next: 1 }[word ?? ''] ?? 0);
		return { value: monthText(at, month), reason: `${name} of the year counted from ${from}.` };
	}
	if (word === 'last' || word === 'past') {
		const at = month < now.month ? now.year : now.year - 1;
		const doubtful = at === now.year && now.month - month > 1;
		return {
			value: monthText(at, month) + (doubtful ? '?' : ''),
			reason: `The last ${name} before ${from}${doubtful ? '; that of the year before may be meant' : ''}.`
		};
	}
	if (word === 'next' || word === 'coming') {
		const at = month > now.month ? now.year : now.year + 1;
		const doubtful = word === 'next' && at === now.year;
		return {
			value: monthText(at, month) + (doubtful ? '?' : ''),
			reason: `The next ${name} after ${from}${doubtful ? '; that of the year after may be meant' : ''}.`
		};
	}
	if (word === 'this')
		return { value: monthText(now.year, month), reason: `In the year of ${anchor.of}.` };
	const coming = tense === 'future' || tense === 'present';
	const since = (now.month - month + 12) % 12;
	// `Elections in June`, written in May: without a verb, the one to come is as likely.
	if (tense === 'none' && since >= 9)
		return { value: null, reason: `The ${name} before ${from} or the one after it may be meant.` };
	const until = (month - now.month + 12) % 12;
	const at = monthsOn(anchor.day, coming ? until : -since).year;
	return {
		value: monthText(at, month),
		reason: coming
			? `The next ${name} from ${from} on, as the sentence speaks of what is to come.`
			: `The latest ${name} up to ${from}.`
	};
}
