import { formatDay } from '../../date/day';
import { anchorName, daysText } from './calendar';
import { PART_OF_DAY } from './lexicon';
import { NO_ANCHOR, type Rule } from './rule';
import { lead } from './tense';

/** Days from that of publication, of words that name one. */
const STEPS: [RegExp, number, string][] = [
	[/before\s+yesterday/, -2, 'Two days before'],
	[/after\s+tomorrow/, 2, 'Two days after'],
	[/yesterday|last/, -1, 'The day before'],
	[/tomorrow/, 1, 'The day after'],
	[/today|this|tonight/, 0, '']
];

/** `today`, `yesterday evening`, `last night`, `this morning`, `tomorrow`. */
export const nearDay: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:early|late|earlier|later)\\s+)?(?:the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow|(?:yesterday|tomorrow|today)(?:\\s+${PART_OF_DAY})?|tonight|last\\s+(?:night|evening)|this\\s+(?:morning|afternoon|evening|lunchtime))\\b`,
		'gi'
	),
	see(match, { text }) {
		const passage = match[0];
		const start = match.index ?? 0;
		const word = passage.toLowerCase();
		// `Russia Today`, `USA Today`: a name, unless it begins the sentence.
		if (/\bToday$/.test(passage) && start > 0 && /[\p{L}]\s$/u.test(lead(text, start)))
			return 'never';
		const step = STEPS.find(([pattern]) => pattern.test(word));
		return {
			grain: 'day',
			date({ anchor }) {
				if (!anchor || !step) return NO_ANCHOR;
				const [, days, words] = step;
				return {
					value: formatDay(anchor.day + days) + (anchor.about ? '~' : ''),
					reason: days === 0 ? `The day of ${anchor.of}.` : `${words} ${anchorName(anchor)}.`
				};
			}
		};
	}
};

/** `overnight`: from the day before into that of publication. */
export const overnight: Rule = {
	pattern:
		/\bovernight\b(?!\s+(?:curfew|stay|train|bus|flight|lows?|temperatures?|success|camp|shelter|on|into|from|to)\b)/gi,
	see(match, { text }) {
		if (/\b(?:stay|stayed|staying|an?\s+short)\s+$/i.test(lead(text, match.index ?? 0)))
			return null;
		return {
			date({ anchor, tense }) {
				if (!anchor) return NO_ANCHOR;
				const first = tense === 'future' ? anchor.day : anchor.day - 1;
				return {
					value: daysText(first, first + 1, anchor.about ? '~' : ''),
					reason: `The night ${tense === 'future' ? 'after' : 'before'} the day of ${anchor.of}.`
				};
			}
		};
	}
};
