import { lastDayOfMonth } from '../../date/day';
import type { CellFault } from './fault';
import { isDigits, remembered } from './text';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A date as a table writes it. */
export interface DateRead {
	/** `2021-05-13`, `2021-05` or `2021`. */
	edtf: string;
	/** Month (1–12) and day of it; 0 where it has none. */
	year: number;
	month: number;
	day: number;
	/** Time of day as the table writes it, `20:54:04Z`; its zone changes no day. */
	time?: string | undefined;
}

type DateResult = DateRead | { fault: CellFault };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
	...MONTHS,
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
	'sept'
];

const TIME = /^(\d\d:\d\d(:\d\d([.,]\d{1,9})?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;

export const NO_DATE: CellFault = {
	kind: 'date',
	expected: 'a calendar day that exists, such as 2021-05-13',
	mend: 'Correct it by the source, or leave the cell empty where the day is not known.'
};
const SERIAL: CellFault = {
	kind: 'date-serial',
	expected: 'a date in words or digits, such as 2021-05-13',
	mend: 'It looks like a spreadsheet’s count of days, which begins in 1900 or 1904 depending on the program: format the column as a date there, and save the table again.'
};
const AMBIGUOUS: CellFault = {
	kind: 'date-order',
	expected: 'a date whose order is known',
	mend: 'Say whether the day or the month comes first; it is not guessed.'
};

/**
 * Reads dates of one column. A day is the one that is written, never moved between time zones.
 * Known: ISO 8601 with or without a time, years and months alone, YYYYMMDD, numbers parted by `/`, `.` or
 * `-` in the order given, `13 May 2021`, `May 13, 2021`, each with a time behind it.
 * @param earliest a year before this is taken for a slip: 22, 022
 */
export function dateReader(
	order: DateOrder | undefined,
	earliest = 100
): (text: string) => DateResult {
	const reader = remembered((text: string): DateResult => {
		const [first, ...rest] = text.split(/[ T]/);
		if (first !== undefined && /[-/.]\d|^\d{8}$/.test(first) && rest.length > 0)
			return withTime(readDay(first, order, earliest), rest.join(' '));
		const words = /^(.*\d{4})[ ,]+(\d\d?:\d\d.*)$/.exec(text);
		if (words) return withTime(readDay(words[1] as string, order, earliest), words[2] as string);
		return readDay(text, order, earliest);
	});
	// Days of the centuries that data sets are of, by their number: faster than by their text.
	const days: DateResult[] = [];
	const plain = (text: string): DateResult | undefined => {
		const number = numberOfDay(text);
		if (number < 0) return undefined;
		return (days[number] ??= readDay(text, order, earliest));
	};
	return (text) => {
		const day = text.length === 10 ? plain(text) : undefined;
		if (day) return day;
		// Most tables with times have one each: only the day is worth keeping.
		if (text.length > 11 && text.charCodeAt(10) === 84) {
			const date = text.slice(0, 10);
			const day = plain(date) ?? reader(date);
			return withTime(day, text.slice(11));
		}
		return reader(text);
	};
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** A number of its own for each YYYY-MM-DD of two centuries, also for days that do not exist; -1 for any other text. */
function numberOfDay(text: string): number {
	if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return -1;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	// What is no digit makes one of them NaN, and no comparison with it holds.
	if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month < 16 && day < 32)) return -1;
	return ((year - FIRST_YEAR) * 16 + month) * 32 + day;
}

function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

function withTime(day: DateResult, text: string): DateResult {
	if ('fault' in day) return day;
	if (text === '00:00:00' || text === '00:00:00.000' || text === '0:00') return day;
	const time = timeOf(text);
	return time === undefined ? { fault: NO_DATE } : { ...day, time };
}

/** A time of day as the format holds it; undefined for none. */
export function timeOf(text: string): string | undefined {
	const match = TIME.exec(text.trim());
	if (!match) return undefined;
	const [, clock = '', , , zone = ''] = match;
	if (Number(clock.slice(0, 2)) > 24 || Number(clock.slice(3, 5)) > 59) return undefined;
	if (Number(clock.slice(6, 8)) > 60) return undefined;
	const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
	return clock.replace(',', '.') + offset;
}

function readDay(text: string, order: DateOrder | undefined, earliest: number): DateResult {
	if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45)
		return made(text.slice(0, 4), text.slice(5, 7), text.slice(8), earliest);
	if (isDigits(text)) {
		if (text.length === 8) return made(text.slice(0, 4), text.slice(4, 6), text.slice(6), earliest);
		if (text.length === 4) return made(text, '', '', earliest);
		return { fault: text.length === 5 ? SERIAL : NO_DATE };
	}
	if (/^\d{5}\.\d+$/.test(text)) return { fault: SERIAL };
	const numbers = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
	if (numbers) {
		const [, a = '', , b = '', c = ''] = numbers;
		if (a.length === 4) return made(a, b, c, earliest);
		if (c.length !== 4) return { fault: NO_DATE };
		const known = order === 'dmy' || order === 'mdy' ? order : undefined;
		if (!known) return { fault: AMBIGUOUS };
		return known === 'dmy' ? made(c, b, a, earliest) : made(c, a, b, earliest);
	}
	const month = /^(\d{4})-(\d{1,2})$/.exec(text);
	if (month) return made(month[1] as string, month[2] as string, '', earliest);
	return inWords(text, earliest);
}

function inWords(text: string, earliest: number): DateResult {
	const parts = text.toLowerCase().replace(/[.,-]/g, ' ').trim().split(/\s+/);
	const at = parts.findIndex((part) => MONTH_NAMES.includes(part));
	const month = MONTHS.indexOf((parts[at] ?? '').slice(0, 3)) + 1;
	if (at < 0 || month === 0) return { fault: NO_DATE };
	const [year, day] =
		at === 0
			? [parts.at(-1), parts.length === 3 ? parts[1] : '']
			: at === 1 && parts.length === 3
				? [parts[2], parts[0]]
				: [undefined, undefined];
	if (year === undefined || day === undefined || parts.length > 3) return { fault: NO_DATE };
	return made(year, String(month), day.replace(/(st|nd|rd|th)$/, ''), earliest);
}

function made(year: string, month: string, day: string, earliest: number): DateResult {
	if (year.length !== 4 || !isDigits(year)) return { fault: NO_DATE };
	const y = Number(year);
	if (y < earliest) return { fault: NO_DATE };
	if (month === '') return { edtf: year, year: y, month: 0, day: 0 };
	const m = isDigits(month) ? Number(month) : 0;
	if (m < 1 || m > 12) return { fault: NO_DATE };
	const mm = String(m).padStart(2, '0');
	if (day === '') return { edtf: `${year}-${mm}`, year: y, month: m, day: 0 };
	const d = isDigits(day) ? Number(day) : 0;
	if (d < 1 || d > lastDayOfMonth(y, m)) return { fault: NO_DATE };
	return { edtf: `${year}-${mm}-${String(d).padStart(2, '0')}`, year: y, month: m, day: d };
}
