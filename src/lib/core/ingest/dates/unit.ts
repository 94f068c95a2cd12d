import { calendarOf, formatDay, weekdayOf } from '../../date/day';
import { anchorName, daysText, mondayOf, monthText, monthsOn, yearText } from './calendar';
import { NO_ANCHOR, type Anchor, type Dated, type Rule, type Scene } from './rule';
import { lead } from './tense';

const PART =
	'(?:(earlier|later|early|late|mid|(?:the\\s+)?(?:beginning|start|middle|end|close|rest|remainder|(?:first|second|latter)\\s+half|(?:early|late|latter|first|last)\\s+part)\\s+of|(?:earlier|later|early|late)\\s+in)[\\s-]+)?';

/** `last week`, `earlier this month`, `the end of the year`, `early next week`, `later in the month`. */
export const unit: Rule = {
	pattern: new RegExp(
		`\\b${PART}(last|this|next|the\\s+coming|the)\\s+(week|month|year|decade|century)\\b(?!-|\\s+(?:ago|earlier|later|and\\s+a\\s+half))`,
		'giu'
	),
	see(match, { text }) {
		const [all, part, which = '', name = ''] = match;
		const start = match.index ?? 0;
		const whose = which.toLowerCase().split(/\s+/).at(-1) ?? '';
		// `the year` alone says nothing; `the last year` counts back from today.
		if (whose === 'the' && !part) return null;
		if (/\b(?:the|his|her|its|their|my|our|a)\s+$/i.test(lead(text, start)) && !/^the/i.test(all))
			return null;
		if (
			/^(?:this|last|next)\s/i.test(all) &&
			/\b(?:at|around|about)\s+this\s+time\s+$/i.test(lead(text, start))
		)
			return null;
		const step = whose === 'last' ? -1 : whose === 'next' || whose === 'coming' ? 1 : 0;
		return { date: (scene) => dateUnit(name.toLowerCase(), step, part?.toLowerCase(), scene) };
	}
};

function dateUnit(
	unit: string,
	step: number,
	part: string | undefined,
	{ anchor, tense }: Scene
): Dated {
	if (!anchor) return NO_ANCHOR;
	const { year } = calendarOf(anchor.day);
	const relation = step === 0 ? 'of' : step < 0 ? 'before that of' : 'after that of';
	const whole = `The ${unit} ${relation} ${anchor.of}`;
	const within = part ? `; the passage speaks of a part of it` : '';
	const reason = `${whole}${within}.`;
	if (unit === 'month') {
		const on = monthsOn(anchor.day, step);
		return { value: monthText(on.year, on.month), reason };
	}
	if (unit === 'year') return { value: yearText(year + step), reason };
	if (unit === 'decade') return { value: `${yearText(year + 10 * step).slice(0, 3)}X`, reason };
	if (unit === 'century') return { value: `${yearText(year + 100 * step).slice(0, 2)}XX`, reason };
	return dateWeek(anchor, step, part, tense === 'future');
}

function dateWeek(anchor: Anchor, step: number, part: string | undefined, coming: boolean): Dated {
	const monday = mondayOf(anchor.day) + 7 * step;
	if (step === 0 && part && /^earlier/.test(part) && !coming)
		return {
			value: daysText(monday, anchor.day),
			reason: `From the Monday before to ${anchorName(anchor)}.`
		};
	if (step === 0 && part && /^later/.test(part))
		return {
			value: daysText(anchor.day, monday + 6),
			reason: `From ${anchorName(anchor)} to the Sunday after.`
		};
	const which = step === 0 ? 'of' : step < 0 ? 'before that of' : 'after that of';
	return {
		value: daysText(monday, monday + 6),
		reason: `The week ${which} ${anchor.of}, Monday to Sunday.`
	};
}

/** `at the weekend`, `this weekend`, `last weekend`, `next weekend`. */
export const weekend: Rule = {
	pattern:
		/\b(?:(?:at|over|on|during|by|until|before)\s+the\s+|(last|this|next|the\s+past|this\s+past|the\s+coming|this\s+coming)\s+)weekend\b(?!\s+of\b)/gi,
	see([, which]) {
		return { date: (scene) => dateWeekend(which?.toLowerCase().split(/\s+/).at(-1), scene) };
	}
};

function dateWeekend(which: string | undefined, { anchor, tense }: Scene): Dated {
	if (!anchor) return NO_ANCHOR;
	const saturday = mondayOf(anchor.day) + 5;
	const isNow = weekdayOf(anchor.day) >= 5;
	const from = anchorName(anchor);
	if (which === 'next' && !isNow)
		return {
			value: null,
			reason: `The weekend of this week or of the next may be meant, seen from ${from}.`
		};
	const coming =
		which === 'next' ||
		which === 'coming' ||
		((which === undefined || which === 'this') && (tense === 'future' || tense === 'present'));
	let first: number;
	if (which === 'last' || (which === 'past' && !isNow)) first = saturday - 7;
	else if (which === 'next') first = saturday + 7;
	else if (isNow || coming) first = saturday;
	else first = saturday - 7;
	return {
		value: daysText(first, first + 1),
		reason: `The ${formatDay(first) <= formatDay(anchor.day) ? 'latest' : 'next'} weekend, seen from ${from}.`
	};
}
