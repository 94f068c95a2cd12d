import { daysText, existing } from './calendar';
import type { Dated, Rule } from './rule';

const NONE: Dated = { value: null, reason: 'The calendar has no such day.' };

function exactly(year: number, month: number, day: number): Dated {
	const only = existing(year, month, day);
	return only === undefined ? NONE : { value: daysText(only, only), reason: 'As written.' };
}

/** `2021-05-13`, `2021/05/13`, `2021-05-13T10:00Z`: the day alone, as it is written. */
export const iso: Rule = {
	pattern:
		/(?<![\d./-])((?:1\d|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d/-]|\.\d)/g,
	see: ([, year, , month, day]) => ({
		grain: 'day',
		year: Number(year),
		date: () => exactly(Number(year), Number(month), Number(day))
	})
};

/** `13.05.2021`; `11/09/2021` only where one of its numbers can be no month. */
export const numbers: Rule = {
	pattern: /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:1\d|20)\d\d)(?![\d/-]|\.\d)/g,
	see([, first, mark, second, yearText]) {
		const [a, b, year] = [Number(first), Number(second), Number(yearText)];
		return {
			grain: 'day',
			year,
			date() {
				if (mark === '.' || a > 12 || a === b) return exactly(year, b, a);
				if (b > 12) return exactly(year, a, b);
				return {
					value: null,
					reason: 'It may be written with the day or with the month first.'
				};
			}
		};
	}
};

/** The attacks that are called by their day. */
export const nineEleven: Rule = {
	pattern: /(?<![\d/])9\/11(?![\d/])/g,
	see: () => ({ date: () => ({ value: '2001-09-11', reason: 'The attacks known by this day.' }) })
};

/** Times, scores, codes and versions that a year or a day might be read into. */
export const noNumber: Rule = {
	pattern:
		/(?:\b(?:No\.?|Resolution|resolution|Article|Section|Flight|flight|Route|page|Act|room|Room|Boeing|Directive|ISO|RFC)\s+|#)\d{1,5}\b/g,
	see: () => 'never'
};
