import { calendarOf, weekdayOf, type Day } from '../core/date/day';
import { dayInWords, shortMonth, yearInWords } from '../core/date/words';
import type { Axis } from './axis';
import { textWidth } from './text';
import {
	CENTURY,
	DAY,
	DECADE,
	HALF_YEAR,
	MILLENNIUM,
	MONTH,
	plus,
	QUARTER,
	startsIn,
	WEEK,
	YEAR,
	years,
	type Unit
} from './units';

/** A line across the axis at the beginning of a day, 0 to 1 along it. */
export interface Tick {
	day: Day;
	at: number;
	/** 0: without a label; 1: it begins a unit of the upper row; 2: of the lower row. */
	level: 0 | 1 | 2;
}

/** A label to the right of a tick, or of the left end where its tick is out of sight. */
interface TickLabel {
	/** The tick's place, 0 to 1; the text begins {@link LABEL_GAP} pixels from it. */
	at: number;
	text: string;
	/** 0: the finer row; 1: the row below it. */
	row: 0 | 1;
}

export interface Ticks {
	ticks: Tick[];
	labels: TickLabel[];
}

/** Pixels from a tick to its label, and from a label's end to whatever is next. */
export const LABEL_GAP = 4;

/** Pixels after each label of a row that is fine enough: numbers in a row want more than words. */
const AIR = { numbers: 14, words: 10 };
/** Pixels between ticks without labels, at least. */
const CLOSEST = 5;

/** How the beginnings of a unit are called, the longest form first. */
interface Row {
	unit: Unit;
	/** A finer unit with ticks of its own, where there is room. */
	finer?: Unit;
	forms: ((day: Day) => string)[];
}

const WEEKDAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

const year = (day: Day): string => yearInWords(calendarOf(day).year);
const shortYear = (day: Day): string =>
	calendarOf(day).year >= 1000 ? `’${year(day).slice(-2)}` : year(day);
const dayOfMonth = (day: Day): string => String(calendarOf(day).day);
const month = (day: Day): string => shortMonth(calendarOf(day).month);
const those = (day: Day): string => (calendarOf(day).year > 0 ? `${year(day)}s` : year(day));

const DAYS: Row[] = [
	{ unit: DAY, forms: [(day) => `${WEEKDAYS[weekdayOf(day)]} ${dayOfMonth(day)}`, dayOfMonth] },
	{ unit: WEEK, finer: DAY, forms: [dayOfMonth] }
];
const MONTHS: Row[] = [
	{ unit: MONTH, finer: WEEK, forms: [month] },
	{ unit: QUARTER, finer: MONTH, forms: [month] },
	{ unit: HALF_YEAR, finer: QUARTER, forms: [month] }
];
const YEARS: Row[] = [
	{ unit: YEAR, finer: QUARTER, forms: [year] },
	...[2, 5].map((count) => ({ unit: years(count), finer: YEAR, forms: [year] }))
];
const DECADES: Row[] = [10, 20, 50].map((count) => ({
	unit: years(count),
	finer: count === 10 ? YEAR : DECADE,
	forms: [year]
}));
const CENTURIES: Row[] = [100, 200, 500, 1000, 2000, 5000, 10_000].map((count) => ({
	unit: years(count),
	forms: [year]
}));

const OVER_DAYS: Row = {
	unit: MONTH,
	forms: [
		// `1 May 2021` without its `1 `.
		(day) => dayInWords(day).replace(/^\d+ /, ''),
		(day) => `${month(day)} ${year(day)}`,
		(day) => `${month(day)} ${shortYear(day)}`,
		month
	]
};
const OVER_MONTHS: Row = { unit: YEAR, forms: [year, shortYear] };
const OVER_YEARS: Row = { unit: DECADE, forms: [those] };
const OVER_DECADES: Row = { unit: CENTURY, forms: [those] };
const OVER_CENTURIES: Row = { unit: MILLENNIUM, forms: [] };

/** The rows from fine to coarse, each with the row that stands below it. */
const PAIRS: [Row, Row][] = [
	...DAYS.map((row): [Row, Row] => [row, OVER_DAYS]),
	...MONTHS.map((row): [Row, Row] => [row, OVER_MONTHS]),
	...YEARS.map((row): [Row, Row] => [row, OVER_YEARS]),
	...DECADES.map((row): [Row, Row] => [row, OVER_DECADES]),
	...CENTURIES.map((row): [Row, Row] => [row, OVER_CENTURIES])
];

interface Interval {
	start: Day;
	/** Pixels, held to what is in sight. */
	left: number;
	right: number;
	/** All of it is in sight. */
	whole: boolean;
}

/**
 * Ticks and their labels in two rows, as fine as the width lets them be: no label touches another
 * or leaves the axis.
 */
export function layOutTicks(axis: Axis): Ticks {
	for (const [fine, coarse] of PAIRS) {
		// Most pairs are far too fine: not worth counting out.
		if (fine.unit.days * axis.scale < 10) continue;
		const below = intervalsOf(coarse.unit, axis);
		const intervals = cutBy(below, intervalsOf(fine.unit, axis));
		const form = commonForm(fine, intervals, AIR[fine.unit.months ? 'words' : 'numbers']);
		if (!form) continue;
		const labels = [...upper(intervals, form, axis), ...lower(coarse, below, axis)];
		return { ticks: ticksOf(fine, intervals, below, axis), labels };
	}
	return { ticks: [], labels: [] };
}

function intervalsOf(unit: Unit, axis: Axis): Interval[] {
	return startsIn(unit, axis.window.start, axis.end).map((start) => {
		const next = plus(unit, start, 1);
		return {
			start,
			left: Math.max(0, axis.x(start)),
			right: Math.min(axis.width, axis.x(next)),
			whole: start >= axis.window.start && next <= axis.end
		};
	});
}

/** A week that a month's end cuts has its label only where it fits on its own side of the cut. */
function cutBy(below: Interval[], intervals: Interval[]): Interval[] {
	let i = 0;
	return intervals.map((interval) => {
		while (i < below.length && (below[i] as Interval).start <= interval.start) i++;
		const cut = below[i];
		if (!cut || cut.left >= interval.right) return interval;
		return { ...interval, right: cut.left, whole: false };
	});
}

function ticksOf({ finer }: Row, upper: Interval[], lower: Interval[], axis: Axis): Tick[] {
	const levels = new Map<Day, Tick['level']>();
	if (finer && finer.days * axis.scale >= CLOSEST)
		for (const start of startsIn(finer, axis.window.start, axis.end)) levels.set(start, 0);
	for (const { start } of upper) levels.set(start, 1);
	for (const { start } of lower) levels.set(start, 2);
	return [...levels]
		.filter(([day]) => day >= axis.window.start)
		.sort(([a], [b]) => a - b)
		.map(([day, level]) => ({ day, at: axis.fraction(day), level }));
}

function fits(text: string, { left, right }: Interval, air = LABEL_GAP): boolean {
	return textWidth(text) + LABEL_GAP + air <= right - left;
}

/** The longest form in which every label of the row fits that is wholly in sight. */
function commonForm(
	{ forms }: Row,
	intervals: Interval[],
	air?: number
): Row['forms'][number] | undefined {
	const whole = intervals.filter((interval) => interval.whole);
	return forms.find((form) => whole.every((interval) => fits(form(interval.start), interval, air)));
}

/** Labels where their ticks are. */
function upper(intervals: Interval[], form: (day: Day) => string, axis: Axis): TickLabel[] {
	return intervals
		.filter(
			(interval) => interval.start >= axis.window.start && fits(form(interval.start), interval)
		)
		.map(({ start }) => ({ at: axis.fraction(start), text: form(start), row: 0 }));
}

/** Labels of which the first stays in sight when its tick has left. */
function lower(row: Row, intervals: Interval[], axis: Axis): TickLabel[] {
	const common = row.forms.findIndex((form) => commonForm({ ...row, forms: [form] }, intervals));
	const labels: TickLabel[] = [];
	for (const interval of intervals) {
		const forms = row.forms.slice(Math.max(0, common));
		const text = forms.map((form) => form(interval.start)).find((form) => fits(form, interval));
		if (text) labels.push({ at: interval.left / axis.width, text, row: 1 });
	}
	return labels;
}
