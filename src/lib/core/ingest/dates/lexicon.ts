import { MONTHS } from '../../date/words';

/** Sources of regular expressions, for use with the flag `i`; none has a group. */
export const MONTH =
	'(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)';
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
export const SEASON = '(?:spring|summer|autumn|fall|winter)';
/** 1000–2099, beside no digit, comma or currency that makes it an amount. */
export const YEAR =
	'(?<![\\d.,:/$€£₽#]|(?<!\\b(?:early|late|mid))-)(?:1\\d|20)\\d\\d(?![\\d%]|[.,:/]\\d|-\\d{3})';
export const PART_OF_DAY =
	'(?:morning|lunchtime|noon|midday|afternoon|evening|night|dawn|dusk|midnight)';

export const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
];

const SMALL =
	'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
const TENS: Record<string, number> = { thirty: 30, forty: 40, fifty: 50, sixty: 60 };
/** A number in digits or words. */
export const COUNT = `(?:\\d{1,3}(?![\\d.,:])|(?:${SMALL}|${Object.keys(TENS).join('|')})\\b|a\\s+couple\\s+of|a\\s+dozen)`;
/** A number that nobody gave. */
export const FEW = '(?:(?:a|the)\\s+)?(?:few|several|some|many|a\\s+number\\s+of|recent)';
export const UNIT = '(?:minute|hour|day|week|fortnight|month|year|decade|century|centurie)s?';

/** What may follow a date that stands by itself and calls nothing by it. */
export const GOES_ON =
	/^(?:\s*$|\s*[.,;:)\]”"’'–—-]|\s+(?:and|or|in|on|to|the|a|an|with|as|when|which|that|after|before|but|by|for|at|from|between|was|were|had|has|have|is|are|until|under|where|while|who|over|during|due|because|following|against|it|he|she|they|than|did|would|will|alone|into|near|through|about)\b)/;

/** The number of a month's name, 1–12. */
export function monthOf(name: string): number {
	const start = name.slice(0, 3).toLowerCase();
	return MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** Monday is 0, as in `weekdayOf`. */
export function weekdayOfName(name: string): number {
	const start = name.slice(0, 3).toLowerCase();
	return WEEKDAYS.findIndex((weekday) => weekday.toLowerCase().startsWith(start));
}

/** EDTF's 21 (spring) to 24 (winter). */
export function seasonOf(name: string): number {
	const at = ['spring', 'summer', 'autumn', 'winter'].indexOf(name.toLowerCase());
	return at < 0 ? 23 : 21 + at;
}

/** What a text that matches `COUNT` counts. */
export function countOf(text: string): number {
	const word = text.toLowerCase().trim();
	if (/^\d/.test(word)) return Number(word);
	if (word.includes('couple')) return 2;
	if (word.includes('dozen')) return 12;
	const ten = TENS[word];
	if (ten) return ten;
	const at = SMALL.split('|').indexOf(word);
	// `a` and `an` stand before `one`.
	return at <= 1 ? 1 : at - 1;
}

/** `day`, `week`, `month`… of a text that matches `UNIT`. */
export function unitOf(text: string): string {
	const unit = text.toLowerCase().replace(/s$/, '');
	return unit === 'centurie' ? 'century' : unit;
}
