import { parse, type EDTFBase, type EDTFDate, type EDTFSeason } from '@edtf-ts/core';
import { calendarOf, dayOf, type Day } from './day';

/** How finely a date is given. A date with `XX` for its day has the unit of the month, and so on. */
type DateUnit = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';

/** Which months the seasons of EDTF stand for. */
export type Hemisphere = 'north' | 'south';

/** One date of an expression: the whole of it, or one end of an interval. */
export interface DatePart {
	/** As written, without the mark of doubt. */
	text: string;
	/** Inclusive bounds of what is written. */
	first: Day;
	last: Day;
	unit: DateUnit;
	year: number;
	/** 1–12 with the unit `day` or `month`; EDTF's 21–24 with the unit `season`; else undefined. */
	month?: number;
	day?: number;
	/** EDTF's mark of doubt: `~` about, `?` uncertain, `%` both. */
	doubt?: '~' | '?' | '%';
}

/** `open`: `..`, it has no bound on that side; `unknown`: there is a bound that nobody gave. */
type MissingEnd = 'open' | 'unknown';

/** When something was, as its source writes it (EDTF level 1), with its bounds in days. */
export interface When {
	edtf: string;
	start: DatePart | MissingEnd;
	/** The same object as `start` where the expression is no interval. */
	end: DatePart | MissingEnd;
	/** Inclusive bounds as written; ±Infinity where an end is open or unknown. */
	first: Day;
	last: Day;
	/** The bounds widened by one unit at each end that is in doubt. */
	possibleFirst: Day;
	possibleLast: Day;
	/** Some part of it is in doubt: it is then never certainly inside a range. */
	doubtful: boolean;
}

/** Why a text is no date that Dateline takes. */
interface DateFault {
	expected: string;
	mend: string;
}

type WhenResult = { ok: true; when: When } | { ok: false; fault: DateFault };

const EXPECTED =
	'an EDTF level 1 date such as 2021-05-13, 2021-05, 2021-05-13/2021-05-14 or 2021-05~';
const MAX_LENGTH = 64;

/** Most expressions that are kept as read: a table of events has some thousand days, each many times. */
const KEPT = 1 << 14;
const kept: Record<Hemisphere, Map<string, WhenResult>> = { north: new Map(), south: new Map() };

/**
 * Reads an EDTF level 1 expression (Library of Congress, 2019) of calendar days. Seasons are
 * meteorological: autumn 2020 is September to November in the north, March to May in the south;
 * the winter of a year is the one that begins in it. Times of day and years beyond four digits
 * are refused. Never throws. The same expression may give the same object: it is not to be changed.
 */
export function parseWhen(text: string, hemisphere: Hemisphere = 'north'): WhenResult {
	const known = kept[hemisphere];
	let result = known.get(text);
	if (!result) {
		result = readExpression(text, hemisphere);
		if (text.length > MAX_LENGTH) return result;
		if (known.size >= KEPT) known.clear();
		known.set(text, result);
	}
	return result;
}

function readExpression(text: string, hemisphere: Hemisphere): WhenResult {
	if (text.length > MAX_LENGTH || text !== text.trim())
		return refuse(`Write ${EXPECTED}, with no spaces around it.`);
	const ends = text.split('/');
	if (ends.length > 2) return refuse('Write one interval: two dates with one / between them.');
	// Each end by itself: of two, the parser takes the years 0 to 99 for those of the twentieth century.
	const read: (DatePart | MissingEnd | undefined)[] = [];
	for (const end of ends) {
		if (ends.length === 2 && (end === '..' || end === '')) {
			read.push(end === '' ? 'unknown' : 'open');
			continue;
		}
		const parsed = parse(end, 1);
		if (!parsed.success) {
			const error = parsed.errors[0];
			return refuse(
				error ? `${error.message}. Write the date as the source gives it.` : 'Write a date.'
			);
		}
		read.push(readPart(end, parsed.value as EDTFBase, hemisphere));
	}
	const [start, end = start] = read;
	if (!start || !end)
		return refuse(
			'Leave out times of day and write years with four digits; X stands for a year’s last one or two digits, or for a whole month or day.'
		);
	const bothMissing = typeof start === 'string' && typeof end === 'string';
	if (bothMissing) return refuse('Give at least one end of the interval.');
	const when = makeWhen(text, start, end);
	if (when.first > when.last) return refuse('Put the earlier end of the interval first.');
	return { ok: true, when };
}

function refuse(mend: string): WhenResult {
	return { ok: false, fault: { expected: EXPECTED, mend } };
}

/** A year, month or day; `X` for the last digits of a year, for the month, for the day, or for both. */
const LEVEL_1 = /^-?(\d{4}(-(\d\d(-(\d\d|XX))?|XX(-XX)?))?|\d{3}X|\d\dXX)[~?%]?$/;

/** Undefined for what Dateline does not take: times of day, long years, sets. */
function readPart(text: string, value: EDTFBase, hemisphere: Hemisphere): DatePart | undefined {
	if (!LEVEL_1.test(text)) return undefined;
	const mark = /[~?%]$/.exec(text)?.[0] as DatePart['doubt'];
	const bare = mark ? text.slice(0, -1) : text;
	const part =
		value.type === 'Season'
			? seasonPart(bare, value as EDTFSeason, hemisphere)
			: value.type === 'Date'
				? datePart(bare, value as EDTFDate)
				: undefined;
	return part && mark ? { ...part, doubt: mark } : part;
}

/** The first month of EDTF's seasons 21 (spring) to 24 (winter) in the north. */
const SEASON_STARTS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

function seasonPart(
	text: string,
	{ year, season }: EDTFSeason,
	hemisphere: Hemisphere
): DatePart | undefined {
	const north = SEASON_STARTS[season];
	if (north === undefined) return undefined;
	const month = hemisphere === 'north' ? north : ((north + 5) % 12) + 1;
	return {
		text,
		first: dayOf(year, month, 1),
		last: dayOf(year, month + 3, 1) - 1,
		unit: 'season',
		year,
		month: season
	};
}

function datePart(text: string, value: EDTFDate): DatePart {
	const yearText = /^-?[\dX]{4}/.exec(text)?.[0] ?? '';
	const [monthText, dayText] = text.slice(yearText.length + 1).split('-');
	const span = 10 ** (yearText.match(/X/g)?.length ?? 0);
	const lowYear = Number(yearText.replace(/X/g, yearText.startsWith('-') ? '9' : '0'));
	if (span > 1 || !monthText || monthText.includes('X')) {
		const unit = span === 1 ? 'year' : span === 10 ? 'decade' : 'century';
		return {
			text,
			first: dayOf(lowYear, 1, 1),
			last: dayOf(lowYear + span, 1, 1) - 1,
			unit,
			year: lowYear
		};
	}
	const year = lowYear;
	const month = Number(monthText);
	if (!dayText || dayText.includes('X'))
		return {
			text,
			first: dayOf(year, month, 1),
			last: dayOf(year, month + 1, 1) - 1,
			unit: 'month',
			year,
			month
		};
	const day = Number(value.day);
	const only = dayOf(year, month, day);
	return { text, first: only, last: only, unit: 'day', year, month, day };
}

function makeWhen(edtf: string, start: DatePart | MissingEnd, end: DatePart | MissingEnd): When {
	const first = typeof start === 'string' ? -Infinity : start.first;
	const last = typeof end === 'string' ? Infinity : end.last;
	const doubt = (part: DatePart | MissingEnd) => typeof part !== 'string' && Boolean(part.doubt);
	return {
		edtf,
		start,
		end,
		first,
		last,
		possibleFirst: typeof start === 'string' || !start.doubt ? first : shift(start, -1),
		possibleLast: typeof end === 'string' || !end.doubt ? last : shift(end, 1),
		doubtful: doubt(start) || doubt(end)
	};
}

/** The outer bound of the unit before (-1) or after (+1) a part. */
function shift(part: DatePart, direction: 1 | -1): Day {
	if (part.unit === 'day') return part.first + direction;
	const edge = direction === -1 ? part.first : part.last + 1;
	const { year, month } = calendarOf(edge);
	const months = { month: 1, season: 3, year: 12, decade: 120, century: 1200 }[part.unit];
	const moved = dayOf(year, month + direction * months, 1);
	return direction === -1 ? moved : moved - 1;
}
