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
	/** Null where there is none, or none that exists in the calendar. */
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
		issued: source.published ? dateOf(csl.issued) : null,
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

function dateOf(date: CslDate | undefined): CitedDate | null {
	const [start, end] = (date?.['date-parts'] ?? []).map(partsOf);
	if (!date || !start) return null;
	const circa = !['', 'false', '0'].includes(String(date.circa ?? ''));
	return { start, end: end ?? start, circa };
}

/** CSL's months beyond 12 are seasons: only the year is kept. */
function partsOf(parts: readonly (string | number)[]): DateParts {
	const [year = 0, month, day] = parts.map(Number);
	if (!month || month < 1 || month > 12) return { year };
	return day && day >= 1 && day <= 31 ? { year, month, day } : { year, month };
}

/** An address with what would end it in a line of text percent-encoded. */
function bareAddress(url: string | undefined): string {
	return (url ?? '').replace(/[\s"<>\\^`{|}\p{Cc}\p{Cs}]/gu, (found) =>
		encodeURIComponent(found.replace(/\p{Cs}/u, '\u{fffd}'))
	);
}
