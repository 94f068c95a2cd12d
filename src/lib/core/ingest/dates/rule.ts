import type { Day } from '../../date/day';
import type { Span } from '../article';
import type { Tense } from './tense';

/** The day from which an article counts: that of its publication, or of its date line. */
export interface Anchor {
	day: Day;
	/** It is given as about this day. */
	about: boolean;
	/** What it is the day of, in words: `publication`, `the date line`. */
	of: string;
}

/** What dates stand before a passage, as far as it may speak of them: `the following day`. */
export interface Story {
	day?: Day;
	month?: { year: number; month: number };
	year?: number;
	/** The year was written beside the day, so that a day after it is likely of that year. */
	written?: boolean;
}

/** What a passage is dated against. */
export interface Scene {
	anchor: Anchor | undefined;
	/** Of the clause that the passage stands in. */
	tense: Tense;
	story: Story;
	/** The first day of the end of the range that the passage begins. */
	upTo?: Day;
	/** The year of the other end of its range. */
	rangeYear?: number;
	/** The sentence names this year before it: a day without a year may be of it. */
	sentenceYear?: number;
}

/** A passage's date and why. */
export interface Dated {
	/** EDTF level 1, or null where it cannot be told. */
	value: string | null;
	reason: string;
}

/** How finely a passage names a date; only the same kinds join to a range. */
export type Grain = 'day' | 'month' | 'season' | 'year';

/** A passage that names a date; its offsets are in the sentence. */
export interface Seen extends Span {
	grain?: Grain;
	/** Written with a year of its own. */
	year?: number;
	/** Its year is left out, and may stand behind another beside it: `in May and June 2020`. */
	yearless?: boolean;
	/** A weekday that comes every week, so that a stretch of them to come begins with the first. */
	weekly?: boolean;
	date(scene: Scene): Dated;
}

/** A passage that looks like a date and is none: nothing in it is read. */
export type Never = 'never';

/** A sentence, cut where it is too long to be one. */
export interface Sentence {
	text: string;
	/** Somebody called May is named in the article. */
	personMay: boolean;
}

/** One form of writing a date: looks at a sentence and says what stands there. */
export interface Rule {
	/** With the flag `g`; run over at most `LONGEST_SENTENCE` units. */
	pattern: RegExp;
	/** Null: not this. The span is the match's, where it gives none. */
	see(match: RegExpMatchArray, sentence: Sentence): Sight | Never | null;
}

type Sight = Omit<Seen, keyof Span> & Partial<Span>;

/** Sentences are cut at this many UTF-16 units, which bounds the work of every pattern. */
export const LONGEST_SENTENCE = 1000;

/** What a passage that counts from publication is worth without it. */
export const NO_ANCHOR: Dated = {
	value: null,
	reason: 'It counts from the day of publication, which is not known.'
};
