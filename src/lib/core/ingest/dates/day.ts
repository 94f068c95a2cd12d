import { calendarOf, formatDay, weekdayOf, type Day } from '../../date/day';
import { anchorName, daysText, existing, monthName } from './calendar';
import { WEEKDAYS } from './lexicon';
import type { Dated, Scene } from './rule';

/** A day as written, its year or its weekday left out. */
export interface WrittenDay {
	year?: number;
	month: number;
	day: number;
	/** Monday is 0. */
	weekday?: number;
}

/** `last year` behind a day, and where it ends. @param end where the day ends in the sentence */
export function yearBehind(text: string, end: number): { whose?: string; end: number } {
	const [all = '', whose] =
		/^,?\s+(?:of\s+)?(last|this|next)\s+year\b/i.exec(text.slice(end, end + 20)) ?? [];
	return { ...(whose && { whose: whose.toLowerCase() }), end: end + all.length };
}

/** Days of the year before, of or after that of publication: `December 3 last year`. */
export function ofYear(
	days: readonly WrittenDay[],
	whose: string | undefined,
	{ anchor }: Scene
): WrittenDay[] {
	if (!whose || !anchor) return [...days];
	const year = calendarOf(anchor.day).year + ({ last: -1, this: 0, next: 1 }[whose] ?? 0);
	return days.map((day) => ({ year, ...day }));
}

/** A day, or from the first day to the second. A year that is left out is the one that the scene makes likely. */
export function dateDays([from, to]: readonly WrittenDay[], scene: Scene): Dated {
	if (!from) return NO_SUCH_DAY;
	if (!to) return dateDay(from, scene);
	const end = dateDay(to, scene);
	if (end.value === null) return end;
	const [endYear] = end.value.split('-').map(Number);
	const last = existing(endYear ?? 0, to.month, to.day);
	if (last === undefined) return NO_SUCH_DAY;
	const year = from.year ?? endYear ?? 0;
	let first = existing(year, from.month, from.day);
	if (first !== undefined && first > last && from.year === undefined)
		first = existing(year - 1, from.month, from.day);
	if (first === undefined || first > last) return NO_SUCH_DAY;
	const mark = end.value.endsWith('?') ? '?' : '';
	return { value: daysText(first, last, mark), reason: end.reason };
}

export const NO_SUCH_DAY: Dated = { value: null, reason: 'The calendar has no such day.' };

/** The day, in the year that is written or that the sentence makes likely. */
export function dateDay(written: WrittenDay, scene: Scene): Dated {
	const { month, day, weekday } = written;
	if (written.year !== undefined) {
		const only = existing(written.year, month, day);
		if (only === undefined) return NO_SUCH_DAY;
		if (weekday !== undefined && weekdayOf(only) !== weekday)
			return {
				value: `${formatDay(only)}?`,
				reason: `As written, though that day was no ${WEEKDAYS[weekday] ?? ''}.`
			};
		return { value: formatDay(only), reason: 'As written.' };
	}
	const { anchor, story, upTo, rangeYear } = scene;
	if (rangeYear !== undefined || upTo !== undefined) {
		const year = rangeYear ?? calendarOf(upTo as Day).year;
		const same = existing(year, month, day);
		const first =
			same !== undefined && upTo !== undefined && same > upTo
				? existing(year - 1, month, day)
				: same;
		return first === undefined
			? NO_SUCH_DAY
			: { value: formatDay(first), reason: 'In the year of the end of its range.' };
	}
	if (story.written && story.day !== undefined && scene.tense !== 'future') {
		const then = calendarOf(story.day).year;
		const told = existing(then, month, day);
		const now = anchor && calendarOf(anchor.day).year;
		if (told !== undefined && told >= story.day && then !== now && told - story.day <= 45)
			return { value: formatDay(told), reason: `In ${then}, the year of the day named before it.` };
	}
	if (!anchor)
		return {
			value: null,
			reason: 'Its year counts from the day of publication, which is not known.'
		};
	const here = calendarOf(anchor.day).year;
	if (scene.sentenceYear !== undefined && scene.sentenceYear < here - 1)
		return {
			value: null,
			reason: `Its sentence speaks of ${scene.sentenceYear}; its year is not written.`
		};
	return nearAnchor(written, scene, here);
}

/** The nearest such day on the side that the tense names. */
function nearAnchor({ month, day, weekday }: WrittenDay, scene: Scene, here: number): Dated {
	const anchor = scene.anchor;
	if (!anchor) return NO_SUCH_DAY;
	// A leap day may be four years off; another day is written without its year only when it is near.
	const reach = month === 2 && day === 29 ? 4 : 1;
	const years = Array.from({ length: 2 * reach + 1 }, (_, i) => here - reach + i);
	const days = years.map((year) => existing(year, month, day)).filter((d) => d !== undefined);
	const fits = weekday === undefined ? days : days.filter((d) => weekdayOf(d) === weekday);
	const past = fits.filter((d) => d <= anchor.day).at(-1);
	const future = fits.find((d) => d >= anchor.day);
	const coming = scene.tense === 'future' || scene.tense === 'present';
	const wanted = coming ? future : past;
	const other = coming ? past : future;
	if (wanted === undefined && other === undefined) return NO_SUCH_DAY;
	const far = (d: Day | undefined) => (d === undefined ? Infinity : Math.abs(d - anchor.day));
	const from = anchorName(anchor);
	const shown = (d: Day, mark: string, why: string): Dated => ({
		value: formatDay(d) + mark,
		reason: `${day} ${monthName(month)} ${why} ${from}.`
	});
	if (weekday !== undefined) {
		const nearest = far(past) <= far(future) ? past : future;
		return shown(nearest as Day, '', 'that is such a weekday and nearest to');
	}
	if (wanted !== undefined && far(wanted) <= 240)
		return shown(wanted, '', coming ? 'after' : 'before');
	// A day that is nearly a year off on the side of the tense, and near on the other.
	if (other !== undefined && far(other) < 120) {
		if (coming)
			return {
				value: null,
				reason: `The sentence speaks of what is to come, but the day is just before ${from}.`
			};
		if (scene.tense === 'none') return shown(other, '', 'nearest to');
		return shown(other, '?', 'nearest to');
	}
	return wanted === undefined ? NO_SUCH_DAY : shown(wanted, '', coming ? 'after' : 'before');
}
