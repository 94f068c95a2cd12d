import { calendarOf, type Day } from './day';
import type { DatePart, When } from './when';

/** The months' names, from January. */
export const MONTHS: readonly string[] =
	'January February March April May June July August September October November December'.split(
		' '
	);
const SEASONS: Record<number, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

/** `13 May 2021`. */
export function dayInWords(day: Day): string {
	const { year, month, day: dayOfMonth } = calendarOf(day);
	return `${dayOfMonth} ${MONTHS[month - 1]} ${yearInWords(year)}`;
}

/** `May 2021`. */
export function monthInWords({ year, month }: { year: number; month: number }): string {
	return `${MONTHS[month - 1]} ${yearInWords(year)}`;
}

/** `13 May`, for where the year is plain from what stands around. */
export function shortDay(day: Day): string {
	const { month, day: dayOfMonth } = calendarOf(day);
	return `${dayOfMonth} ${shortMonth(month)}`;
}

/** `May`, `Sept`; months (1–12) of up to five letters stay whole. */
export function shortMonth(month: number): string {
	const name = MONTHS[month - 1] ?? '';
	if (name.length <= 4) return name;
	return name === 'September' ? 'Sept' : name.slice(0, 3);
}

/** A range of days in words, both inclusive: `12 to 18 May 2021`, `from 12 May 2021`, `any date`. */
export function rangeInWords(from: Day | undefined, to: Day | undefined): string {
	if (from === undefined && to === undefined) return 'any date';
	if (from === undefined) return `until ${dayInWords(to as Day)}`;
	if (to === undefined) return `from ${dayInWords(from)}`;
	if (from === to) return dayInWords(from);
	const a = calendarOf(from);
	const b = calendarOf(to);
	if (a.year !== b.year) return `${dayInWords(from)} to ${dayInWords(to)}`;
	if (a.month !== b.month) return `${a.day} ${MONTHS[a.month - 1]} to ${dayInWords(to)}`;
	return `${a.day} to ${dayInWords(to)}`;
}

/**
 * Dates as a graphics desk letters them: `13 May`, `12–14 May`, `7 Mar to about 10 Mar`, `autumn 2020`; several in one:
 * the first to the last. Empty for none.
 * @param withYear says the year where days and months would otherwise not
 */
export function datesInShort(whens: readonly (When | null)[], withYear: boolean): string {
	const known = whens.filter((when) => when !== null);
	const [only] = known;
	if (!only) return '';
	const first = known.reduce((a, b) => (b.first < a.first ? b : a)).start;
	const last = known.reduce((a, b) => (b.last > a.last ? b : a)).end;
	if (typeof first === 'string' || typeof last === 'string')
		return known.every((when) => when.edtf === only.edtf) ? whenInWords(only) : 'several dates';
	if (first === last || (first.text === last.text && first.doubt === last.doubt))
		return shortPart(first, withYear);
	const sameYear = first.year === last.year && first.unit !== 'season' && last.unit !== 'season';
	const days = first.unit === 'day' && last.unit === 'day' && !first.doubt && !last.doubt;
	if (days && sameYear && first.month === last.month)
		return `${first.day}–${shortPart(last, withYear)}`;
	const between = first.doubt || last.doubt ? 'to' : '–';
	return `${shortPart(first, withYear && !sameYear)} ${between} ${shortPart(last, withYear)}`;
}

function shortPart(part: DatePart, withYear: boolean): string {
	const year = withYear ? ` ${yearInWords(part.year)}` : '';
	if (part.unit === 'day') return hedged(part, shortDay(part.first) + year);
	if (part.unit === 'month') return hedged(part, shortMonth(part.month ?? 1) + year);
	return hedged(part, partInWords(part));
}

/** A date in words: `13 May 2021`, `about May 2021`, `autumn 2020`, `until 14 May 2021`, `the 1990s`. */
export function whenInWords(when: When | null): string {
	if (!when) return 'date not known';
	const { start, end } = when;
	if (start === end && typeof start !== 'string') return hedged(start, partInWords(start));
	if (typeof start === 'string')
		return typeof end === 'string'
			? 'date not known'
			: `${start === 'open' ? 'until' : 'from an unknown date until'} ${hedged(end, partInWords(end))}`;
	if (typeof end === 'string')
		return `from ${hedged(start, partInWords(start))}${end === 'open' ? ' on' : ' to an unknown date'}`;
	if (!start.doubt && !end.doubt && start.unit === 'day' && end.unit === 'day')
		return rangeInWords(start.first, end.last);
	return `${hedged(start, partInWords(start))} to ${hedged(end, partInWords(end))}`;
}

function hedged(part: DatePart, words: string): string {
	if (!part.doubt) return words;
	return { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' }[part.doubt] + words;
}

function partInWords(part: DatePart): string {
	const year = yearInWords(part.year);
	switch (part.unit) {
		case 'day':
			return dayInWords(part.first);
		case 'month':
			return `${MONTHS[(part.month ?? 1) - 1]} ${year}`;
		case 'season':
			return `${SEASONS[part.month ?? 0]} ${year}`;
		case 'year':
			return year;
		case 'decade':
			return part.year > 0
				? `the ${part.year}s`
				: `the years ${yearInWords(part.year)} to ${yearInWords(part.year + 9)}`;
		case 'century':
			return `the years ${yearInWords(part.year)} to ${yearInWords(part.year + 99)}`;
	}
}

/** `2021`; years before 1 as historians count them: 0 is `1 BC`. */
export function yearInWords(year: number): string {
	return year > 0 ? String(year) : `${1 - year} BC`;
}
