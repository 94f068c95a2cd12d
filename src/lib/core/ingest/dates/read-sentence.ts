import { parseWhen } from '../../date/when';
import type { Span } from '../article';
import type { DateMention } from '../mention';
import { iso } from './numeric';
import { boundBefore, dateBound, joinRanges, type Bound } from './range';
import type { Anchor, Dated, Scene, Seen, Story } from './rule';
import { seenIn } from './sight';
import { storyOf } from './story';
import { lead, type Tense } from './tense';
import { timesOf, type TimeOfDay } from './time';

/** The tense of the clause around a passage of a sentence. @param at where the passage begins in the article */
export type TenseIn = (sentence: string, start: number, end: number, at: number) => Tense;

/** What holds for a whole article. */
export interface Reading {
	text: string;
	published: Anchor | undefined;
	/** What `yesterday` counts from. */
	anchor: Anchor | undefined;
	personMay: boolean;
}

/** The dates of a sentence, and what they leave to those after it. @param span of `reading.text` */
export function readSentence(
	span: Span,
	reading: Reading,
	story: Story,
	tenseIn: TenseIn
): { mentions: DateMention[]; story: Story } {
	const text = reading.text.slice(span.start, span.end);
	const times = /\d|noon|midday|midnight/.test(text) ? timesOf(text) : [];
	const timeless = withoutTimes(text, times);
	const seen = joinRanges(timeless, seenIn({ text, personMay: reading.personMay }, times));
	const timed = timesBeside(seen, times);
	const shared = sharedYears(text, seen);
	const mentions: DateMention[] = [];
	let sentenceYear: number | undefined;
	seen.forEach((passage, i) => {
		const bound = boundBefore(timeless, passage);
		const tense = isSetFor(text, passage)
			? 'future'
			: boundTense(bound, tenseIn(text, passage.start, passage.end, span.start + passage.start));
		const rangeYear = shared[i];
		const scene: Scene = {
			anchor: reading.anchor,
			tense,
			story,
			...(sentenceYear !== undefined && { sentenceYear }),
			...(rangeYear !== undefined && { rangeYear }),
			// What has lasted since a day began before publication.
			...(bound?.kind === 'from' &&
				passage.yearless &&
				passage.grain === 'day' &&
				reading.anchor && { upTo: reading.anchor.day })
		};
		const dated = passage.date(scene);
		const { value, reason } = checked(
			bound ? dateBound(dated, bound, scene, passage.grain) : dated
		);
		const start = bound?.start ?? passage.start;
		const time = timed.get(i);
		mentions.push({
			start: span.start + start,
			end: span.start + passage.end,
			text: text.slice(start, passage.end),
			value,
			...(time && { time: { text: time.text, ...(time.value && { value: time.value }) } }),
			tense: seenFrom(reading.published, value, tense),
			reason
		});
		if (passage.grain === 'year') sentenceYear = passage.year;
		if (dated.value !== null)
			story = { ...story, ...storyOf(dated.value, passage.year !== undefined) };
	});
	return { mentions, story };
}

/** With blanks for its times of day, which may stand between the words of a range: `from 9 p.m. Friday`. */
function withoutTimes(text: string, times: readonly TimeOfDay[]): string {
	let blanked = text;
	for (const { start, end } of times)
		blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
	return blanked;
}

function boundTense(bound: Bound | undefined, tense: Tense): Tense {
	if (bound?.kind === 'from') return 'past';
	return bound?.sets ? 'future' : tense;
}

/** `in May and June 2020`, `on 3 May, 5 May and 7 June 2020`: the year behind the last holds for those before. */
function sharedYears(text: string, seen: readonly Seen[]): (number | undefined)[] {
	const years: (number | undefined)[] = [];
	for (let i = seen.length - 2; i >= 0; i--) {
		const [passage, next] = [seen[i], seen[i + 1]];
		if (!passage?.yearless || !next || passage.grain !== next.grain) continue;
		const isListed = /^\s*(?:,|and|or|&|,\s*and)\s*(?:(?:the|on|in)\s+)?$/i.test(
			text.slice(passage.end, next.start)
		);
		if (isListed) years[i] = next.year ?? years[i + 1];
	}
	return years;
}

/** `a meeting for Friday` is to come, whatever the verb before it. */
function isSetFor(text: string, { start, end, grain }: Seen): boolean {
	if (grain !== 'day' || /^['’]s?\s/.test(text.slice(end, end + 3))) return false;
	return /\bfor\s+(?:late\s+|early\s+)?(?:on\s+)?$/i.test(lead(text, start));
}

function checked(dated: Dated): Dated {
	if (dated.value === null || parseWhen(dated.value).ok) return dated;
	return { value: null, reason: 'It is no date that can be told.' };
}

/** By the value, where it lies wholly before or after the day of publication. */
function seenFrom(
	published: Anchor | undefined,
	value: string | null,
	tense: Tense
): DateMention['tense'] {
	const when = value === null ? undefined : parseWhen(value);
	if (published && when?.ok) {
		if (when.when.last < published.day) return 'past';
		return when.when.first > published.day ? 'future' : 'present';
	}
	return tense === 'future' ? 'future' : tense === 'present' ? 'present' : 'past';
}

/** Each time of day with the nearest day of its sentence, by the day’s place. */
function timesBeside(seen: readonly Seen[], times: readonly TimeOfDay[]): Map<number, TimeOfDay> {
	const beside = new Map<number, TimeOfDay>();
	const days = seen.map((passage, i) => ({ ...passage, i })).filter(({ grain }) => grain === 'day');
	for (const time of times) {
		const gap = (day: Span) => Math.max(day.start - time.end, time.start - day.end, 0);
		const [nearest] = days.filter((day) => !beside.has(day.i)).sort((a, b) => gap(a) - gap(b));
		if (nearest && gap(nearest) <= 60) beside.set(nearest.i, time);
	}
	return beside;
}

/** Days written as `2021-05-13`, which mean the same in every language. */
export function isoDatesIn(text: string, { start, end }: Span): DateMention[] {
	const found: DateMention[] = [];
	for (const match of text.slice(start, end).matchAll(iso.pattern)) {
		const sight = iso.see(match, { text: '', personMay: false });
		if (!sight || sight === 'never') continue;
		const dated = checked(sight.date({ anchor: undefined, tense: 'none', story: {} }));
		const at = start + match.index;
		found.push({
			start: at,
			end: at + match[0].length,
			text: match[0],
			value: dated.value,
			tense: 'past',
			reason: dated.reason
		});
	}
	return found;
}
