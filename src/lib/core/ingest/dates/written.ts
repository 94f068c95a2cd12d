import { strict } from 'chrono-node/en';
import type { Span } from '../article';
import { MONTH } from './lexicon';
import type { Seen, Sentence } from './rule';
import { dateDays, ofYear, yearBehind, type WrittenDay } from './day';

const HAS_DAY = new RegExp(
	`\\d\\s*(?:st|nd|rd|th)?,?\\s+(?:of\\s+)?${MONTH}|${MONTH},?\\s+(?:the\\s+)?\\d|(?:first|second|third|th|tieth)\\s+of\\s+${MONTH}`,
	'i'
);
/** What is called by a day: `May 9 Park`. */
const PLACE =
	/^\s+(?:Square|Park|Avenue|Street|Boulevard|Bridge|Stadium|Metro|University|Party|Movement|Brigade|Group|Alliance)\b/;
const MONTH_NAME = new RegExp(`\\b${MONTH}`, 'i');
/** chrono reads a day without a year against this; it is in a leap year, so that 29 February exists. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 5, 15, 12)), timezone: 'UTC' };

/**
 * Days written with their month: `13 May 2021`, `Thursday, May 13`, `June 3–7`. chrono finds them; years, which it
 * guesses, are ours.
 * @param hidden stretches of the sentence that chrono must not read: times of day, ranges that it does not know
 */
export function writtenDays({ text, personMay }: Sentence, hidden: readonly Span[]): Seen[] {
	if (!HAS_DAY.test(text)) return [];
	const found: Seen[] = [];
	for (const result of strict.parse(forChrono(text, hidden), REFERENCE)) {
		if (!result.start.isCertain('day') || !result.start.isCertain('month')) continue;
		const written = text.slice(result.index, result.index + result.text.length);
		// chrono knows more than days: `05/09/2021`, `one day after`. They have rules of their own.
		if (!MONTH_NAME.test(written)) continue;
		// `In September, 30 people fled`.
		if (/^\p{L}+\.?,\s*\d{1,2}$/u.test(written)) continue;
		if (/\b(?:BCE?|AD|CE|BE)$/.test(written)) continue;
		if (PLACE.test(text.slice(result.index + written.length))) continue;
		const sober = withoutGuesses(result, text.slice(result.index + written.length));
		if (personMay && /^may\b/i.test(sober)) continue;
		// `may 5` in small letters is a verb.
		if (/\b(?:may|mar|march)\b/.test(sober) && !/\d{4}/.test(sober)) continue;
		const begin = /^(?:(?:on|in)\s+)?/i.exec(sober)?.[0].length ?? 0;
		found.push(
			seenDay(text, result.index + begin, result.index + sober.length, daysOf(result, sober))
		);
	}
	return found;
}

type Result = ReturnType<typeof strict.parse>[number];

/** The day, or the two ends of a range. @param sober the passage without what chrono guessed */
function daysOf({ start, end }: Result, sober: string): WrittenDay[] {
	const hasYear = /\d{4}/.test(sober);
	return [start, ...(end?.isCertain('day') ? [end] : [])].map((part) => ({
		month: (part.isCertain('month') ? part : start).get('month') ?? 0,
		day: part.get('day') ?? 0,
		...(hasYear && part.isCertain('year') && { year: part.get('year') ?? 0 }),
		// chrono’s Sunday is 0.
		...(part.isCertain('weekday') && { weekday: ((part.get('weekday') ?? 0) + 6) % 7 })
	}));
}

/** chrono knows the hyphen alone as a dash, and would read times of day into days. */
function forChrono(text: string, hidden: readonly Span[]): string {
	let plain = text.replace(/[–—]/g, '-').replace(/[\u00a0\u2009\u202f]/g, ' ');
	for (const { start, end } of hidden)
		plain = plain.slice(0, start) + '·'.repeat(end - start) + plain.slice(end);
	return plain;
}

/** chrono takes `45` for a year in `March 3, 45 people`, and for an hour in `March 3, 2021, 11 people`. */
function withoutGuesses({ text, start, end }: Result, after: string): string {
	if (!/\d{4}/.test(text))
		return start.isCertain('year') || end?.isCertain('year')
			? text.replace(/[\s,.-]+['’]?\d{2}$/, '')
			: text.trimEnd();
	const counted =
		/^\s+(?:people|soldiers|troops|homes|houses|families|residents|police|euros|dollars)\b/i;
	const year = text.replace(/(\d{4}),?\s*\d{1,2}$/, '$1').trimEnd();
	return year === text && counted.test(after) ? text.replace(/[\s,.-]+\d{4}$/, '') : year;
}

function seenDay(text: string, start: number, end: number, days: WrittenDay[]): Seen {
	const { whose, end: last } = yearBehind(text, end);
	const year = days.find((day) => day.year !== undefined)?.year;
	return {
		start,
		end: last,
		grain: 'day',
		...(year === undefined ? { yearless: !whose } : { year }),
		date: (scene) => dateDays(ofYear(days, whose, scene), scene)
	};
}
