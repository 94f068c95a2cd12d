import { dayOf, lastDayOfMonth, type Day } from '../date/day';
import { isCirca } from '../dossier/csl-date';
import type { Source } from '../dossier/dossier';
import type { CslDate, CslItem } from '../dossier/schema';
import { oneLine } from './plain';

/** Who wrote something: a person by parts of the name, or a body as it is written. */
export type Author = { literal: string } | { family: string; given: string; suffix: string };

/** A year, a year and month (1–12), or a year, month and day. */
export interface DateParts {
	year: number;
	month?: number;
	day?: number;
}

/** A date as a citation says it. */
export interface CitedDate {
	start: DateParts;
	/** Of a range; the start again where it is none. */
	end: DateParts;
	/** It is about that date. */
	circa: boolean;
}

/** What every form of a citation is made of: one line of text each, empty where nothing is known. */
export interface Reference {
	id: string;
	/** CSL's type, e.g. `article-newspaper`. */
	type: string;
	authors: readonly Author[];
	title: string;
	/** The paper or site. */
	container: string;
	/** Where it is another than the container. */
	publisher: string;
	/** Of both: null where there is none, or none that exists in the calendar. */
	issued: CitedDate | null;
	accessed: CitedDate | null;
	url: string;
	/** Of an archived copy. */
	archive: string;
	language: string;
	note: string;
}

/** A source as citations need it. */
export function referenceOf(source: Source): Reference {
	const { csl } = source;
	const container = oneLine(csl['container-title'] ?? csl.publisher ?? '');
	const publisher = oneLine(csl.publisher ?? '');
	return {
		id: source.id,
		type: csl.type,
		authors: (csl.author ?? []).map(authorOf).filter((author) => author !== undefined),
		title: oneLine(source.title),
		container,
		publisher: publisher === container ? '' : publisher,
		issued: dateOf(csl.issued),
		accessed: dateOf(csl.accessed),
		url: bareAddress(csl.URL),
		archive: bareAddress(csl.archive_location),
		language: csl.language ?? '',
		note: oneLine(csl.note ?? '')
	};
}

type CslAuthor = NonNullable<CslItem['author']>[number];

/** CSL's particles: `de` in `de Gaulle` goes with the family, `van` in `Ludwig van` with the given name. */
function authorOf(author: CslAuthor): Author | undefined {
	const part = (name: string) => oneLine(typeof author[name] === 'string' ? author[name] : '');
	const literal = part('literal');
	if (literal) return { literal };
	const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
	const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
	if (family && given) return { family, given, suffix: part('suffix') };
	return family || given ? { literal: family || given } : undefined;
}

/** What the check of a dossier takes as the day of publication, and nothing else: here without its parser. */
function dateOf(date: CslDate | undefined): CitedDate | null {
	if (!date) return null;
	const [start, end = start] = date['date-parts'].slice(0, 2).map((parts) => spanOf(parts));
	if (!start || !end || start.first > end.last) return null;
	return { start: start.parts, end: end.parts, circa: isCirca(date) };
}

/** A day, month, season or year, and its bounds; null for one that no calendar has. */
function spanOf(
	written: readonly (string | number)[]
): { parts: DateParts; first: Day; last: Day } | null {
	const [year = NaN, month, day] = written.map(Number);
	if (!(year >= 0 && year <= 9999)) return null;
	if (month === undefined)
		return { parts: { year }, first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
	if (month >= 21 && month <= 24) {
		if (day !== undefined) return null;
		// Of a season only the year is cited. The first, spring, begins in March.
		const begins = (month - 20) * 3;
		return { parts: { year }, first: dayOf(year, begins, 1), last: dayOf(year, begins + 3, 1) - 1 };
	}
	if (month < 1 || month > 12) return null;
	const end = lastDayOfMonth(year, month);
	if (day === undefined)
		return { parts: { year, month }, first: dayOf(year, month, 1), last: dayOf(year, month, end) };
	if (day < 1 || day > end) return null;
	const only = dayOf(year, month, day);
	return { parts: { year, month, day }, first: only, last: only };
}

/** An address with what would end it in a line of text percent-encoded. */
function bareAddress(url: string | undefined): string {
	return (url ?? '').replace(/[\s"<>\\^`{|}\p{Cc}\p{Cs}]/gu, (found) =>
		encodeURIComponent(found.replace(/\p{Cs}/u, '\u{fffd}'))
	);
}
