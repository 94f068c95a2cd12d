import { existing } from './calendar';
import { NO_SUCH_DAY, dateDays, ofYear, yearBehind } from './day';
import { MONTH, YEAR, monthOf } from './lexicon';
import type { Rule } from './rule';
import { lead } from './tense';

/** `between 3 and 7 June`, `from June 3 to 7`, `10 and 11 May`, `May 10 and 11, 2021`. */
export const dayRange: Rule[] = [
	{
		pattern: new RegExp(
			`(?<![\\d.,:/-])(\\d{1,2})(?:st|nd|rd|th)?\\s*(and|to|until|through|or|[-–—/])\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+(${YEAR}))?(?![\\p{L}\\d])`,
			'giu'
		),
		see: (match, { text }) =>
			seeRange(match, text, match[2], [match[1], match[3]], match[4], match[5])
	},
	{
		pattern: new RegExp(
			`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*(and|to|until|through|or|[-–—/])\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\s*${MONTH}|[\\d.:,]\\d|\\s*(?:per|%))(?:,?\\s+(${YEAR}))?(?![\\p{L}\\d])`,
			'giu'
		),
		see: (match, { text }) =>
			seeRange(match, text, match[3], [match[2], match[4]], match[1], match[5])
	}
];

function seeRange(
	match: RegExpMatchArray,
	text: string,
	joint = '',
	[first, last]: [string | undefined, string | undefined],
	month = '',
	yearText?: string
): ReturnType<Rule['see']> {
	const a = Number(first);
	const b = Number(last);
	// Without `between`, only neighbours are one stretch; `or` leaves it open which.
	if (/^may$|^mar/.test(month) && !yearText) return null;
	if (a >= b || b > 31 || a < 1) return null;
	const between = /\bbetween\s+(?:the\s+)?$/i.test(lead(text, match.index ?? 0));
	if (/^and$/i.test(joint) && !between && b - a > 1) return null;
	const year = yearText ? Number(yearText) : undefined;
	const isEither = /^or$/i.test(joint);
	const days = [a, b].map((day) => ({
		month: monthOf(month),
		day,
		...(year !== undefined && { year })
	}));
	const { whose, end } = yearBehind(text, (match.index ?? 0) + match[0].length);
	return {
		start: match.index ?? 0,
		end,
		grain: 'day',
		...(year === undefined ? { yearless: !whose } : { year }),
		date(scene) {
			const { value, reason } = dateDays(ofYear(days, whose, scene), scene);
			const either = value?.replaceAll('?', '').replace('/', '?/');
			return { value: isEither && either ? `${either}?` : value, reason };
		}
	};
}

/** `30 February`, `June 31, 2020`: written as a day that no calendar has. */
export const impossible: Rule = {
	pattern: new RegExp(
		`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})|(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s+${YEAR})?(?![\\p{L}\\d])`,
		'giu'
	),
	see([, d1, m1, m2, d2]) {
		const month = m1 ?? m2 ?? '';
		if (/^(?:may|mar)/.test(month)) return null;
		if (existing(2000, monthOf(month), Number(d1 ?? d2)) !== undefined) return null;
		return { date: () => NO_SUCH_DAY };
	}
};
