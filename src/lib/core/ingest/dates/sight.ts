import type { Span } from '../article';
import { dayRange, impossible } from './day-range';
import { ago, ahead, recent, stretch } from './count';
import { century, decade } from './decade';
import { month } from './month';
import { nearDay, overnight } from './near';
import { iso, nineEleven, noNumber, numbers } from './numeric';
import type { Rule, Seen, Sentence } from './rule';
import { season } from './season';
import { otherCount, otherDay, otherUnit } from './story';
import type { TimeOfDay } from './time';
import { unit, weekend } from './unit';
import { dayOfMonth, weekday } from './weekday';
import { writtenDays } from './written';
import { amount, year, years } from './year';

/** Run only where there is a digit: most sentences have none. */
const WITH_DIGITS: Rule[] = [
	iso,
	numbers,
	nineEleven,
	noNumber,
	impossible,
	dayOfMonth,
	year,
	years,
	amount
];
const WITH_WORDS: Rule[] = [
	weekday,
	month,
	season,
	decade,
	century,
	nearDay,
	overnight,
	unit,
	weekend,
	ago,
	ahead,
	stretch,
	recent,
	otherDay,
	otherCount,
	otherUnit
];

/** No rule finds anything in a sentence without one of these. */
const HINT =
	/\d|(?:day|week|month|year|decade|centur|fortnight|hour|minute)|\b(?:night|tonight|overnight|tomorrow|today|yesterday|morning|afternoon|evening|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|\p{L}+ties)/iu;

interface Candidate extends Span {
	/** Undefined for what only looks like a date. */
	seen?: Seen;
}

/** The passages of a sentence that name a date, in its order; none overlaps another. */
export function seenIn(sentence: Sentence, times: readonly TimeOfDay[]): Seen[] {
	const { text } = sentence;
	if (!HINT.test(text)) return [];
	const hasDigits = /\d/.test(text);
	const ranges = hasDigits ? dayRange.flatMap((rule) => candidatesOf(rule, sentence)) : [];
	const others = hasDigits ? [...WITH_DIGITS, ...WITH_WORDS] : WITH_WORDS;
	return longest([
		...times.map(({ start, end }) => ({ start, end })),
		...ranges,
		...writtenDays(sentence, [...times, ...ranges]).map((seen) => ({ ...spanOf(seen), seen })),
		...others.flatMap((rule) => candidatesOf(rule, sentence))
	]);
}

function candidatesOf(rule: Rule, sentence: Sentence): Candidate[] {
	const found: Candidate[] = [];
	for (const match of sentence.text.matchAll(rule.pattern)) {
		const sight = rule.see(match, sentence);
		if (!sight) continue;
		const span = trimmed(sentence.text, match.index, match.index + match[0].length);
		if (sight === 'never') found.push(span);
		else {
			const seen: Seen = { ...span, ...sight };
			found.push({ ...spanOf(seen), seen });
		}
	}
	return found;
}

function spanOf({ start, end }: Span): Span {
	return { start, end };
}

/** Without white space around it. */
function trimmed(text: string, start: number, end: number): Span {
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	return { start, end };
}

/** Of candidates that overlap, the longest says most: `May 13, 2021` before `May` and `2021`. */
function longest(candidates: Candidate[]): Seen[] {
	const kept: Candidate[] = [];
	const length = ({ start, end }: Span) => end - start;
	for (const candidate of candidates.sort((a, b) => length(b) - length(a)))
		if (!kept.some(({ start, end }) => candidate.start < end && start < candidate.end))
			kept.push(candidate);
	return kept
		.sort((a, b) => a.start - b.start)
		.map(({ seen }) => seen)
		.filter((seen) => seen !== undefined);
}
