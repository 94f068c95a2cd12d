import { calendarOf, formatDay, type Day } from '../../date/day';
import {
	anchorName,
	existing,
	mondayOf,
	monthName,
	weekdayFrom,
	weekdayName,
	weekdayUpTo
} from './calendar';
import { MONTH, PART_OF_DAY, WEEKDAY, WEEKDAYS, weekdayOfName } from './lexicon';
import { NO_ANCHOR, type Dated, type Rule, type Scene } from './rule';
import { lead } from './tense';

type Which = 'last' | 'next' | 'previous' | 'following' | 'this';

const WHICH =
	'(?:(last|next|this\\s+coming|the\\s+coming|coming|this\\s+past|past|this|the\\s+previous|the\\s+following)\\s+)?';
const DAY_PART = `(?:(?:very\\s+)?(?:early|late|later|earlier|overnight)\\s+(?:on\\s+|into\\s+)?|(?:the\\s+)?(?:early|small|late)\\s+hours\\s+of\\s+|(?:the\\s+)?${PART_OF_DAY}\\s+of\\s+(?=\\w+day))?`;

/** Names that hold a weekday and are none. */
const NAMED_BEFORE =
	/(?:\b(?:Black|Good|Palm|Bloody|Easter|Ash|Holy|Super|Cyber|Shrove|Whit|Maundy|Sheffield|Mail on)|\b(?:every|each|most|any|one|another|on a|on an))\s+$/i;
const NAMED_AFTER =
	/^\s+(?:Times|Telegraph|Mirror|Express|Herald|Tribune|Independent|Star|People|Night\s+Live|School|school|Agreement|Accords?|newspapers?|best|league|League)\b/;

/** `on Thursday`, `late on Friday`, `next Tuesday`, `Monday evening`. */
export const weekday: Rule = {
	pattern: new RegExp(
		`\\b${DAY_PART}\\b${WHICH}(${WEEKDAY})(?:\\s+${PART_OF_DAY})?(?:,?\\s+(?:of\\s+)?(this|last|next)\\s+week)?(?![\\p{L}\\d])`,
		'giu'
	),
	see(match, { text }) {
		const [all, which, name = '', week] = match;
		const start = match.index ?? 0;
		const end = start + all.length;
		const nameAt = start + all.toLowerCase().lastIndexOf(name.toLowerCase());
		if (NAMED_BEFORE.test(lead(text, nameAt))) return 'never';
		if (NAMED_AFTER.test(text.slice(end, end + 20))) return 'never';
		// `a Friday`, unless something is called by it: `a Friday statement`.
		if (/\ban?\s+$/i.test(lead(text, nameAt)) && !/^\s+\p{Ll}{4}/u.test(text.slice(end, end + 8)))
			return 'never';
		if (week) return { grain: 'day', date: (scene) => inWeek(name, week, scene) };
		return {
			grain: 'day',
			weekly: true,
			date: (scene) => dateWeekday(weekdayOfName(name), whichOf(which), scene)
		};
	}
};

function whichOf(word: string | undefined): Which | undefined {
	const last = word?.toLowerCase().split(/\s+/).at(-1);
	if (!last) return undefined;
	if (last === 'last' || last === 'next' || last === 'previous' || last === 'following')
		return last;
	return last === 'past' ? 'last' : last === 'coming' ? 'following' : 'this';
}

/** `Monday last week`. */
function inWeek(name: string, week: string, { anchor }: Scene): Dated {
	if (!anchor) return NO_ANCHOR;
	const step = { last: -1, this: 0, next: 1 }[week.toLowerCase()] ?? 0;
	const day = mondayOf(anchor.day) + 7 * step + weekdayOfName(name);
	return { value: formatDay(day), reason: `Counted in weeks from ${anchorName(anchor)}.` };
}

function dateWeekday(weekday: number, which: Which | undefined, scene: Scene): Dated {
	const { anchor, tense, story, upTo } = scene;
	const name = WEEKDAYS[weekday] ?? '';
	if (which === 'previous' || (which === 'following' && story.day !== undefined)) {
		if (story.day === undefined)
			return { value: null, reason: 'It counts from a day that is not written before it.' };
		const day =
			which === 'previous'
				? weekdayUpTo(story.day - 1, weekday)
				: weekdayFrom(story.day + 1, weekday);
		return {
			value: formatDay(day),
			reason: `${name} ${which === 'previous' ? 'before' : 'after'} the day named before it.`
		};
	}
	if (!anchor) return NO_ANCHOR;
	if (upTo !== undefined)
		return {
			value: formatDay(weekdayUpTo(upTo, weekday)),
			reason: `${name} before the end of the range.`
		};
	if (which === 'last') return lastWeekday(weekday, anchor.day, anchorName(anchor));
	if (which === 'next') return nextWeekday(weekday, anchor.day, anchorName(anchor));
	const ahead = which === 'following' || tense === 'future' || tense === 'present';
	const day = ahead ? weekdayFrom(anchor.day, weekday) : weekdayUpTo(anchor.day, weekday);
	const about = anchor.about ? ' That day is itself given as about.' : '';
	const reason =
		day === anchor.day
			? `The day of ${anchor.of} is a ${name}.`
			: `${name} ${ahead ? 'after' : 'before'} ${anchorName(anchor)}${ahead ? ', as the sentence speaks of what is to come' : ''}.`;
	return { value: formatDay(day), reason: reason + about };
}

/** In doubt where it would be yesterday, which nobody calls so. */
function lastWeekday(weekday: number, anchor: Day, from: string): Dated {
	const day = weekdayUpTo(anchor - 1, weekday);
	const near = anchor - day <= 1;
	return {
		value: formatDay(day) + (near ? '?' : ''),
		reason: `The last ${weekdayName(day)} before ${from}${near ? '; the one a week before it may be meant' : ''}.`
	};
}

/** The one of the next week; in doubt where this week has one to come. */
function nextWeekday(weekday: number, anchor: Day, from: string): Dated {
	const coming = weekdayFrom(anchor + 1, weekday);
	const sunday = weekdayFrom(anchor, 6);
	const day = coming > sunday ? coming : coming + 7;
	const doubtful = coming !== day || (anchor === sunday && day - anchor < 4);
	return {
		value: formatDay(day) + (doubtful ? '?' : ''),
		reason: `${weekdayName(day)} of the week after ${from}${doubtful ? '; another week’s may be meant' : ''}.`
	};
}

/** `on the 14th`, `Friday the 13th`, `the 14th of this month`. */
export const dayOfMonth: Rule = {
	pattern: new RegExp(
		`\\b(?:(${WEEKDAY}),?\\s+)?the\\s+(\\d{1,2})(?:st|nd|rd|th)(?:\\s+of\\s+(this|last|next|the)\\s+month)?\\b(?!\\s+of\\b|\\s+${MONTH})`,
		'gi'
	),
	see(match, { text }) {
		const [all, name, number = '', whose] = match;
		const start = match.index ?? 0;
		const after = text.slice(start + all.length, start + all.length + 12);
		const plain =
			/^(?:\s*[.,;:)”"]|\s*$|\s+(?:and|or|when|after|before|at|in|by|with|from|to|the)\b)/.test(
				after
			);
		const on = /\b(?:on|since|until|by|from|before)\s+$/i.test(lead(text, start));
		if (!name && !whose && !(plain && on)) return null;
		const month = whose && whose !== 'the' ? whose.toLowerCase() : undefined;
		return { grain: 'day', date: (scene) => dateDayOfMonth(Number(number), name, month, scene) };
	}
};

function dateDayOfMonth(
	number: number,
	name: string | undefined,
	whose: string | undefined,
	{ anchor, tense, upTo }: Scene
): Dated {
	if (!anchor) return NO_ANCHOR;
	const { year, month } = calendarOf(upTo ?? anchor.day);
	const steps = whose
		? [{ this: 0, last: -1, next: 1 }[whose] ?? 0]
		: tense === 'future' || tense === 'present'
			? [0, 1, 2, 3]
			: [0, -1, -2, -3];
	for (const step of steps) {
		const m = ((month - 1 + step + 24) % 12) + 1;
		const y = year + Math.floor((month - 1 + step) / 12);
		const day = existing(y, m, number);
		if (day === undefined || (name && weekdayOfName(name) !== weekdayOfName(weekdayName(day))))
			continue;
		const wrongSide = (steps[1] ?? 0) > 0 ? day < anchor.day : day > anchor.day;
		if (!whose && wrongSide) continue;
		return {
			value: formatDay(day),
			reason: `The day of ${monthName(m)} that is nearest to ${anchorName(anchor)}.`
		};
	}
	return { value: null, reason: 'No month near the day of publication has such a day.' };
}
