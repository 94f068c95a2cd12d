import { formatDay, dayOf } from '../date/day';
import { MONTHS, yearInWords } from '../date/words';
import type { CitedDate, DateParts } from './reference';

/** As APA has it in its brackets: `2021, May 13`, `ca. 2021, May`, `2021, May 30–June 2`, `n.d.`. */
export function apaDate(date: CitedDate | null): string {
	if (!date) return 'n.d.';
	const { start, end } = date;
	const about = date.circa ? 'ca. ' : '';
	const first = [yearInWords(start.year), monthDay(start)].filter(Boolean).join(', ');
	if (same(start, end)) return about + first;
	if (start.year !== end.year)
		return `${about}${first}–${[yearInWords(end.year), monthDay(end)].filter(Boolean).join(', ')}`;
	return `${about}${first}–${restOf(start, end)}`;
}

/** As Chicago and the American press have it: `May 13, 2021`, `May 30–June 2, 2021`, `n.d.`. */
export function longDate(date: CitedDate | null): string {
	if (!date) return 'n.d.';
	const { start, end } = date;
	const about = date.circa ? 'ca. ' : '';
	if (same(start, end)) return about + whole(start);
	if (start.year !== end.year) return `${about}${whole(start)}–${whole(end)}`;
	return `${about}${monthDay(start)}–${restOf(start, end)}${end.day ? ',' : ''} ${yearInWords(end.year)}`;
}

/** As ISO 8601 has it, as far as it is known: `2021-05-13`, `2021-05`, `2021`. */
export function isoDate({ year, month, day }: DateParts): string {
	if (!month) return formatDay(dayOf(year, 1, 1)).slice(0, -6);
	return day ? formatDay(dayOf(year, month, day)) : formatDay(dayOf(year, month, 1)).slice(0, -3);
}

function same(a: DateParts, b: DateParts): boolean {
	return a.year === b.year && a.month === b.month && a.day === b.day;
}

function monthDay({ month, day }: DateParts): string {
	return month ? `${MONTHS[month - 1]}${day ? ` ${day}` : ''}` : '';
}

/** The end of a range, without what its start has said: within one month the day alone. */
function restOf(start: DateParts, end: DateParts): string {
	return start.month === end.month && end.day ? String(end.day) : monthDay(end);
}

function whole(parts: DateParts): string {
	return [monthDay(parts), yearInWords(parts.year)].filter(Boolean).join(parts.day ? ', ' : ' ');
}
