/**
 * A day: whole days since 1970-01-01 in the proleptic Gregorian calendar. It is the calendar day
 * that a source writes; no time zone ever touches it, UTC only carries the arithmetic.
 */
export type Day = number;

const MS_A_DAY = 86_400_000;

/** Year, month (1–12) and day of month (1–31). */
interface CalendarDay {
	year: number;
	month: number;
	day: number;
}

/**
 * The day of a calendar date. Months and days past their end roll over, as in `Date.UTC`.
 * @param year astronomical year (0 is 1 BC)
 */
export function dayOf(year: number, month: number, day: number): Day {
	const date = new Date(0);
	// `Date.UTC` reads the years 0–99 as 1900–1999; `setUTCFullYear` does not.
	date.setUTCFullYear(year, month - 1, day);
	return dayAt(date.getTime());
}

/**
 * The day in UTC at a time: of now it is today, on every server and in every browser alike. Core itself reads no
 * clock.
 * @param time milliseconds since 1970-01-01, as `Date.now()` has them
 */
export function dayAt(time: number): Day {
	return Math.floor(time / MS_A_DAY);
}

/** The calendar date of a day. */
export function calendarOf(day: Day): CalendarDay {
	const date = new Date(day * MS_A_DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The last day of a month (1–12), as its number in the month: 28 to 31. */
export function lastDayOfMonth(year: number, month: number): number {
	return calendarOf(dayOf(year, month + 1, 1) - 1).day;
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: Day): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** `2021-05-13`. Years before 0 or after 9999 are written with sign and six digits, as ISO 8601 has it. */
export function formatDay(day: Day): string {
	return new Date(day * MS_A_DAY).toISOString().slice(0, -14);
}

/** A `YYYY-MM-DD` that exists in the calendar, as a day; otherwise undefined (`2021-02-30` too). */
export function parseDay(text: string): Day | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return undefined;
	const [year, month, dayOfMonth] = match.slice(1).map(Number) as [number, number, number];
	if (month < 1 || month > 12 || dayOfMonth < 1) return undefined;
	return dayOfMonth <= lastDayOfMonth(year, month) ? dayOf(year, month, dayOfMonth) : undefined;
}
