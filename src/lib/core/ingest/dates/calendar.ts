import { calendarOf, dayOf, formatDay, lastDayOfMonth, weekdayOf, type Day } from '../../date/day';
import { MONTHS } from '../../date/words';
import { WEEKDAYS } from './lexicon';
import type { Anchor } from './rule';

/** `2021-05`. @param month 1–12; months beyond roll over */
export function monthText(year: number, month: number): string {
	return formatDay(dayOf(year, month, 1)).slice(0, -3);
}

/** `2021`. */
export function yearText(year: number): string {
	return String(year).padStart(4, '0');
}

/** `2021-05-13/2021-05-14`, or the day alone. @param mark put behind each end */
export function daysText(first: Day, last: Day, mark = ''): string {
	if (first === last) return formatDay(first) + mark;
	return `${formatDay(first)}${mark}/${formatDay(last)}${mark}`;
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
	return day - weekdayOf(day);
}

/** The last such weekday up to a day, the day itself among them. */
export function weekdayUpTo(day: Day, weekday: number): Day {
	return day - ((weekdayOf(day) - weekday + 7) % 7);
}

/** The first such weekday from a day on, the day itself among them. */
export function weekdayFrom(day: Day, weekday: number): Day {
	return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** Undefined where the calendar has no such day. */
export function existing(year: number, month: number, day: number): Day | undefined {
	if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
	return dayOf(year, month, day);
}

/** The year and month so many months on. */
export function monthsOn(day: Day, months: number): { year: number; month: number } {
	const { year, month } = calendarOf(day);
	return calendarOf(dayOf(year, month + months, 1));
}

/** `Sunday`. */
export function weekdayName(day: Day): string {
	return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** `November`. */
export function monthName(month: number): string {
	return MONTHS[month - 1] ?? '';
}

/** `the Sunday of publication`. */
export function anchorName({ day, of }: Anchor): string {
	return `the ${weekdayName(day)} of ${of}`;
}
