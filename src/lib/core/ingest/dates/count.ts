import { calendarOf, formatDay } from '../../date/day';
import { anchorName, daysText, monthText, monthsOn, yearText } from './calendar';
import { COUNT, FEW, UNIT, countOf, unitOf } from './lexicon';
import { NO_ANCHOR, type Anchor, type Dated, type Rule } from './rule';
import { lead, tenseAt } from './tense';

const UNTOLD: Dated = { value: null, reason: 'How far back or ahead that is, is not said.' };
const HEDGE =
	'(?:(more\\s+than|over|less\\s+than|under|almost|nearly|about|around|some|roughly|at\\s+least|just|only|exactly)\\s+)?';

/** `two days ago`, `a year ago`, `more than a week ago`, `years ago`. */
export const ago: Rule = {
	pattern: new RegExp(
		`\\b${HEDGE}(?:(${COUNT})\\s*(and\\s+a\\s+half\\s+)?|(${FEW})\\s+)?(${UNIT})(?:\\s+and\\s+a\\s+half)?\\s+ago\\b`,
		'gi'
	),
	see: ([all, hedge, count, , few, unit = '']) => ({
		date({ anchor }) {
			if (!anchor) return NO_ANCHOR;
			const name = unitOf(unit);
			if (few && name === 'day')
				return {
					value: `${formatDay(anchor.day - 7)}~/${formatDay(anchor.day - 1)}~`,
					reason: `Within about a week before ${anchorName(anchor)}.`
				};
			if (!count) return UNTOLD;
			const half = /and\s+a\s+half/i.test(all);
			return bounded(stepBack(anchor, countOf(count), name, half), hedge, anchor);
		}
	})
};

function stepBack(anchor: Anchor, count: number, unit: string, half: boolean): Dated {
	const { day } = anchor;
	const reason = `Counted back from ${anchorName(anchor)}.`;
	const mark = anchor.about ? '~' : '';
	if (unit === 'minute') return { value: formatDay(day) + mark, reason };
	if (unit === 'hour') {
		const days = Math.ceil(count / 24);
		return count < 6
			? { value: formatDay(day) + mark, reason }
			: { value: daysText(day - days, day - Math.floor(count / 24), mark), reason };
	}
	if (unit === 'day')
		return { value: formatDay(day - count) + (mark || (count > 9 ? '~' : '')), reason };
	if (unit === 'week' || unit === 'fortnight') {
		const days = count * (unit === 'week' ? 7 : 14) + (half ? 3 : 0);
		if (days === 7) return { value: `${formatDay(day - 7)}~`, reason };
		return { value: daysText(day - days - 3, day - days + 3, '~'), reason };
	}
	if (unit === 'month' && count <= 24) {
		const { year, month } = monthsOn(day, -count);
		return { value: `${monthText(year, month)}~`, reason };
	}
	const { year } = calendarOf(day);
	const years = unit === 'decade' ? 10 * count : unit === 'century' ? 100 * count : count;
	if (unit === 'month' || years >= year) return UNTOLD;
	if (half && unit === 'year') {
		const on = monthsOn(day, -12 * count - 6);
		return { value: `${monthText(on.year, on.month)}~`, reason };
	}
	return { value: `${yearText(year - years)}~`, reason };
}

function bounded(dated: Dated, hedge: string | undefined, { day }: Anchor): Dated {
	const word = hedge?.toLowerCase().split(/\s+/).join(' ') ?? '';
	const { value, reason } = dated;
	if (value === null || value.includes('/')) return dated;
	if (/^(?:more than|over|at least)$/.test(word)) return { value: `../${value}`, reason };
	if (/^(?:less than|under)$/.test(word)) return { value: `${value}/${formatDay(day)}`, reason };
	if (/^(?:almost|nearly|about|around|some|roughly)$/.test(word))
		return { value: value.endsWith('~') ? value : `${value}~`, reason };
	if (word === 'exactly') return { value: value.replace('~', ''), reason };
	return dated;
}

/** `in two weeks`, where that is to come: `in 44 days of fighting` is how long something took. */
export const ahead: Rule = {
	pattern: new RegExp(
		`\\b(?:in|within)\\s+${HEDGE}(?:(${COUNT})|(${FEW}))\\s+(${UNIT})(?:\\s+from\\s+now)?(?:[’']s?\\s+time)?\\b(?!\\s+of\\b|-)`,
		'gi'
	),
	see(match, { text }) {
		const [all, , count, few, unit = ''] = match;
		const start = match.index ?? 0;
		const end = start + all.length;
		const said = /\b(?:time|now)$/i.test(all);
		if (
			/^within/i.test(all) ||
			!/^\s*(?:[.,;:”"’)]|$|and\b|but\b|when\b|after\b|to\b)/.test(text.slice(end, end + 8)) ||
			(!said && tenseAt(text, start, end) !== 'future')
		)
			return null;
		// `for the first time in years`, `the worst in 10 years`.
		if (
			/\b(?:time|first|worst|biggest|largest|highest|lowest|deadliest|\w+est)\s+$/i.test(
				lead(text, start)
			)
		)
			return null;
		return {
			date({ anchor }) {
				if (!anchor) return NO_ANCHOR;
				if (few || !count) return UNTOLD;
				return stepAhead(anchor, countOf(count), unitOf(unit));
			}
		};
	}
};

function stepAhead(anchor: Anchor, count: number, unit: string): Dated {
	const { day } = anchor;
	const reason = `Counted on from ${anchorName(anchor)}.`;
	if (unit === 'minute' || unit === 'hour')
		return { value: daysText(day, day + Math.ceil(count / 24)), reason };
	if (unit === 'day') return { value: `${formatDay(day + count)}~`, reason };
	if (unit === 'week' || unit === 'fortnight') {
		const days = count * (unit === 'week' ? 7 : 14);
		return { value: daysText(day + days - 3, day + days + 3, '~'), reason };
	}
	const { year, month } = monthsOn(day, unit === 'month' ? count : 0);
	if (unit === 'month') return { value: `${monthText(year, month)}~`, reason };
	return unit === 'year' ? { value: `${yearText(year + count)}~`, reason } : UNTOLD;
}

/** `in the last 24 hours`, `over the past week`, `in the next two days`. */
export const stretch: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:in|over|during|within|of)\\s+the|this(?=\\s+past))\\s+(last|past|previous|next|coming)\\s+(?:(${COUNT})\\s+|(?:${FEW})\\s+)?(${UNIT})\\b(?!\\s+of\\b)`,
		'gi'
	),
	see([all, which = '', count, unit = '']) {
		const few = !count && /\b(?:few|several|some|many)\b/i.test(all);
		const plural = /s$/i.test(unit);
		const next = /^(?:next|coming)$/i.test(which);
		return {
			date({ anchor }) {
				if (!anchor) return NO_ANCHOR;
				if (few || (plural && !count)) return lately(anchor, unitOf(unit), next);
				return stretchFrom(anchor, count ? countOf(count) : 1, unitOf(unit), next);
			}
		};
	}
};

function stretchFrom(anchor: Anchor, count: number, unit: string, next: boolean): Dated {
	const { day } = anchor;
	const reason = next ? `Counted on from ${anchorName(anchor)}.` : `Up to ${anchorName(anchor)}.`;
	const mark = anchor.about ? '~' : '';
	const days = {
		minute: 0,
		hour: Math.ceil(count / 24),
		day: count,
		week: 7 * count,
		fortnight: 14 * count
	}[unit];
	if (days !== undefined)
		return {
			value: next ? daysText(day, day + days, mark) : daysText(day - days, day, mark),
			reason
		};
	if (unit === 'month' && count <= 24) {
		const now = monthsOn(day, 0);
		const on = monthsOn(day, next ? count : -count);
		const ends = [monthText(now.year, now.month), monthText(on.year, on.month)];
		return { value: (next ? ends : ends.reverse()).join('/'), reason };
	}
	const years = unit === 'year' ? count : unit === 'decade' ? 10 * count : undefined;
	if (years === undefined || years > 100) return UNTOLD;
	const { year } = calendarOf(day);
	const ends = [yearText(year), yearText(next ? year + years : year - years)];
	return { value: (next ? ends : ends.reverse()).join('/'), reason };
}

/** `in recent days`, `the coming weeks`. */
export const recent: Rule = {
	pattern:
		/\b(?:in\s+|over\s+|during\s+|of\s+)?(?:the\s+)?(recent|coming)\s+(days|weeks|months|years|decades)\b/gi,
	see: ([, which = '', unit = '']) => ({
		date: ({ anchor }) =>
			anchor ? lately(anchor, unitOf(unit), /^coming$/i.test(which)) : NO_ANCHOR
	})
};

function lately(anchor: Anchor, unit: string, next: boolean): Dated {
	const days = { hour: 1, day: 7, week: 28 }[unit];
	if (days === undefined) return UNTOLD;
	const { day } = anchor;
	const value = next
		? `${formatDay(day)}/${formatDay(day + days)}~`
		: `${formatDay(day - days)}~/${formatDay(day)}`;
	const stretch = { hour: 'a day', day: 'a week', week: 'a month' }[unit];
	return {
		value,
		reason: `${next ? 'Within' : 'Up to'} about ${stretch} ${next ? 'from' : 'before'} ${anchorName(anchor)}.`
	};
}
