import { calendarOf, dayOf, weekdayOf, type Day } from '../core/date/day';

/** A stretch of the calendar: a number of days (1, or 7 from Monday) or of whole months. */
export interface Unit {
	/** Its length in days; of months, the mean one. */
	readonly days: number;
	/** Whole months, where it is made of them; it is aligned to year 0. */
	readonly months?: number;
}

const months = (count: number): Unit => ({ days: count * 30.436875, months: count });

export const DAY: Unit = { days: 1 };
export const WEEK: Unit = { days: 7 };
export const MONTH = months(1);
export const QUARTER = months(3);
export const HALF_YEAR = months(6);
export const YEAR = months(12);
export const DECADE = months(120);
export const CENTURY = months(1200);
export const MILLENNIUM = months(12_000);

/** A number of whole years; aligned to year 0, so that 20 years begin in 1980, 2000, 2020. */
export const years = (count: number): Unit => months(12 * count);

/** The first day of the unit that holds a day. */
export function startOf(unit: Unit, day: Day): Day {
	if (unit.months === undefined) return unit.days === 7 ? day - weekdayOf(day) : day;
	const { year, month } = calendarOf(day);
	const index = Math.floor((year * 12 + month - 1) / unit.months) * unit.months;
	return dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

/** The day that lies whole units after a day; the day of the month is held to the month's length. */
export function plus(unit: Unit, day: Day, count: number): Day {
	if (unit.months === undefined) return day + count * unit.days;
	const { year, month, day: dayOfMonth } = calendarOf(day);
	const first = dayOf(year, month + count * unit.months, 1);
	const length = dayOf(year, month + count * unit.months + 1, 1) - first;
	return first + Math.min(dayOfMonth, length) - 1;
}

/**
 * The first days of the units that touch a stretch of days, in order.
 * @param until the first day that is not in the stretch; may be a fraction, as may `from`
 */
export function startsIn(unit: Unit, from: number, until: number): Day[] {
	const starts: Day[] = [];
	for (let day = startOf(unit, Math.floor(from)); day < until; day = plus(unit, day, 1))
		starts.push(day);
	return starts;
}
