import { dayOf, formatDay, lastDayOfMonth } from '../../date/day';
import type { DateRead } from './day';

/**
 * Two days as EDTF: one day, a whole month or year, or the interval; undefined where the later one stands first.
 * No more is claimed than that it was on some or all of these days.
 */
export function dayOrInterval(start: DateRead, end: DateRead): string | undefined {
	if (start.edtf === end.edtf) return start.edtf;
	if (!inOrder(start, end)) return undefined;
	if (start.year === end.year && start.day === 1) {
		const isLast = end.day === lastDayOfMonth(end.year, end.month || 1);
		if (isLast && start.month === end.month) return start.edtf.slice(0, 7);
		if (isLast && start.month === 1 && end.month === 12) return start.edtf.slice(0, 4);
	}
	return `${start.edtf}/${end.edtf}`;
}

/** Whether the first of them begins no later than the second one ends, as EDTF wants it. */
function inOrder(start: DateRead, end: DateRead): boolean {
	const first = dayOf(start.year, start.month || 1, start.day || 1);
	const month = end.month || 12;
	const last = dayOf(end.year, month, end.day || lastDayOfMonth(end.year, month));
	return first <= last;
}

/** The days within three of this one, about: a day that stands for some week or weekend that it lies in. */
export function weekAround({ year, month, day, edtf }: DateRead): string {
	if (day === 0) return edtf;
	const at = dayOf(year, month, day);
	return `${formatDay(at - 3)}~/${formatDay(at + 3)}~`;
}
