import { parseDay } from '../../date/day';

/** A full date in a line, and the words before it. */
export interface WrittenDate {
	/** `2021-05-16` */
	day: string;
	start: number;
	end: number;
}

/** Months as they stand beside a day, in English, Russian, Armenian, Azerbaijani. */
const MONTHS = [
	'january jan января январь հունվարի հունվար yanvar',
	'february feb февраля февраль փետրվարի փետրվար fevral',
	'march mar марта март մարտի մարտ mart',
	'april apr апреля апрель ապրիլի ապրիլ aprel',
	'may мая май մայիսի մայիս',
	'june jun июня июнь հունիսի հունիս iyun',
	'july jul июля июль հուլիսի հուլիս iyul',
	'august aug августа август օգոստոսի օգոստոս avqust',
	'september sep sept сентября сентябрь սեպտեմբերի սեպտեմբեր sentyabr',
	'october oct октября октябрь հոկտեմբերի հոկտեմբեր oktyabr',
	'november nov ноября ноябрь նոյեմբերի նոյեմբեր noyabr',
	'december dec декабря декабрь դեկտեմբերի դեկտեմբեր dekabr'
];
const MONTH_OF = new Map(
	MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const))
);

const PATTERN = new RegExp(
	[
		/(?<!\d)(?<y1>\d{4})[-/.](?<m1>\d{1,2})[-/.](?<d1>\d{1,2})(?!\d)/u,
		/(?<!\d)(?<d2>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m2>\p{L}{3,12})\.?,? (?<y2>\d{4})(?!\d)/u,
		/(?<!\p{L})(?<m3>\p{L}{3,12})\.? (?<d3>\d{1,2})(?:st|nd|rd|th)?,? (?<y3>\d{4})(?!\d)/u,
		/(?<!\d)(?<a>\d{1,2})(?<sign>[./-])(?<b>\d{1,2})\k<sign>(?<y4>\d{4})(?!\d)/u
	]
		.map(({ source }) => source)
		.join('|'),
	'giu'
);

/**
 * The full dates in a line, as the calendar days that it writes. `05/06/2021`, which is one day here and
 * another there, is none. @param line at most a few hundred units; runs of white space are one space
 */
export function datesIn(line: string): WrittenDate[] {
	const found: WrittenDate[] = [];
	for (const match of line.matchAll(PATTERN)) {
		const g = match.groups ?? {};
		const day = g.a
			? numeric(Number(g.a), Number(g.b), Number(g.y4))
			: dayIn(
					Number(g.y1 ?? g.y2 ?? g.y3),
					monthIn(g.m1 ?? g.m2 ?? g.m3 ?? ''),
					Number(g.d1 ?? g.d2 ?? g.d3)
				);
		if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
	}
	return found;
}

/** The part of an ISO 8601 time that is its calendar day, as written; undefined where there is none. */
export function isoDay(text: string): string | undefined {
	const day = /^\s*(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(text.slice(0, 80))?.[1];
	return day !== undefined && parseDay(day) !== undefined ? day : undefined;
}

/** 1 to 12; 0 for what is no month. */
export function monthIn(word: string): number {
	return /^\d/.test(word) ? Number(word) : (MONTH_OF.get(word.toLowerCase()) ?? 0);
}

function numeric(a: number, b: number, year: number): string | undefined {
	if (a > 12 || a === b) return dayIn(year, b, a);
	return b > 12 ? dayIn(year, a, b) : undefined;
}

function dayIn(year: number, month: number, day: number): string | undefined {
	const two = (n: number) => String(n).padStart(2, '0');
	const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
	return year >= 1500 && parseDay(text) !== undefined ? text : undefined;
}
