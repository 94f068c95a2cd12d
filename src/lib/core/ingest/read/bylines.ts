import type { Span } from '../article';
import { isAgency } from './agencies';
import type { Paragraph } from './paragraphs';
import { datesIn } from './written-date';

/** What a line says that stands alone and names author, agency, place or day. */
export interface Byline {
	authors: string[];
	/** The place, where the line is also the report's dateline. */
	place?: Span;
	/** The day of publication, `2021-05-16`; `labelled` where the line says that it is one. */
	published?: { day: string; labelled: boolean };
	/** The day of a later change, where no other stands there. */
	updated?: string;
}

const LABELS =
	/\b(first |last |originally )?(published|posted|created|issued|updated|modified|changed|date|time|added|filed)( on| at)?\b|опубликовано|обновлено|дата( публикации)?|հրապարակված?|հրապարակվել|թարմացված|dərc olunub|yenilənib/gi;
const TIMES =
	/\bT?\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d{1,9})?Z?( ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?/gi;
const BESIDE =
	/\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b|\b(gmt|utc|bst|edt|est|cet|cest|eet|msk|amt|azt|et|local time|ist)\b|[+-]\d{2}:?\d{2}\b|\b(at|on|author|by|г|года?)\b|թ\b/giu;
const BY = /^(?:(?:written|reported|story|report|words|text) )?by:? (.{2,120})$/i;
const LABELLED_AUTHOR =
	/^(?:authors?|writer|reporter|correspondent|автор|հեղինակ|müəllif) ?[:՝] ?(.{2,120})$/i;
const CREDITS =
	/^\(?((additional |with )?(reporting|writing|editing|contributions?|additional reporting)( and (writing|editing|reporting))? by|with (reporting|material|files|contributions) (by|from)|source ?:|источник ?:|աղբյուր)/i;
const NAME =
	/^\p{Lu}[\p{L}\p{M}.’'-]*( (van|von|de|der|den|da|di|du|la|le|bin|ibn|al|el|\p{Lu}[\p{L}\p{M}.’'-]*)){1,4}$/u;
const PLACE = /^\p{Lu}[\p{L}\p{M}’'-]*( \p{Lu}[\p{L}\p{M}’'-]*){0,2}$/u;

/** Who wrote, from where and when, where a line says nothing else; undefined for any other. */
export function bylineOf({ start, words }: Paragraph): Byline | undefined {
	if (words.length > 200) return undefined;
	const by = BY.exec(words) ?? LABELLED_AUTHOR.exec(words);
	if (by) {
		const [names = '', ...rest] = (by[1] as string).split(
			/ ?[|·•] ?| ?[—–] | - |, (?=\d|\p{L}+ \d)/u
		);
		const authors = namesIn(names);
		const line = rest.length > 0 ? dateLine(rest.join(' ')) : {};
		if (authors && line) return { ...line, authors };
	}
	if (CREDITS.test(words)) return { authors: [] };
	return agencyLine(words, start) ?? datedLine(words, start);
}

/** `Jane Doe and John Roe`, `AFP`; undefined where it is no list of names. */
function namesIn(words: string): string[] | undefined {
	const names = words
		.replace(/[,.:;|/ ]+$/, '')
		.split(/ ?(?:,|&|\/| and | und | with | for | in ) ?/i)
		.filter((name) => name !== '');
	const sound = names.filter(
		(name) => isAgency(name) || NAME.test(name) || /^(staff|our|the|news)\b/i.test(name)
	);
	return names.length > 0 && sound.length >= names.length / 2 && sound[0] === names[0]
		? sound
		: undefined;
}

/** `AFP/ Yerevan`, `(Reuters)`, `Reuters, London`, `Yerevan / APA`. */
function agencyLine(words: string, start: number): Byline | undefined {
	if (words.length > 60) return undefined;
	const line = words.replace(/^[(—–-]+ ?|[).]+$/g, '');
	if (isAgency(line)) return { authors: [line] };
	const [a = '', b = '', ...more] = line.split(/ ?[/|,·—–] ?| - /);
	const slash = line.includes('/');
	if (more.length > 0 || b === '') return undefined;
	// One that is not known is taken for an agency by how the line is written: `XYZ/ Tbilisi`.
	const short = (name: string) => isAgency(name) || (slash && /^\p{Lu}{2,6}$/u.test(name));
	const [agency, place] = short(a) ? [a, b] : [b, a];
	if (!short(agency)) return undefined;
	if (isAgency(place)) return { authors: [a, b] };
	// Two words in capitals may be a heading; one of them is to be known.
	if (!PLACE.test(place) || (!isAgency(agency) && !/\p{Ll}/u.test(place))) return undefined;
	const at = start + words.indexOf(place, words.indexOf(agency) === 0 ? agency.length : 0);
	return { authors: [agency], place: { start: at, end: at + place.length } };
}

/** A line of a date and what stands beside one, a name or a place. */
function datedLine(words: string, start: number): Byline | undefined {
	if (words.length > 160) return undefined;
	const dated = dateLine(words);
	if (dated) return { ...dated, authors: [] };
	// `Jane Doe | May 16, 2021`, `Yerevan, 16 May 2021`
	const parts = words.split(/ ?[|·•] ?| [—–-] /);
	const [first = '', ...rest] = parts;
	if (rest.length > 0 && (NAME.test(first) || isAgency(first))) {
		const after = dateLine(rest.join(' '));
		if (after) return { ...after, authors: [first] };
	}
	const comma = words.indexOf(', ');
	const place = words.slice(0, Math.max(0, comma));
	const after = comma > 0 && PLACE.test(place) ? dateLine(words.slice(comma + 2)) : undefined;
	return after && { ...after, authors: [], place: { start, end: start + place.length } };
}

/** The days of a line that holds nothing but dates, times and their labels; undefined for any other. */
function dateLine(words: string): Pick<Byline, 'published' | 'updated'> | undefined {
	const dates = datesIn(words);
	if (dates.length === 0 || dates.length > 3) return undefined;
	let rest = '';
	let at = 0;
	const found: Pick<Byline, 'published' | 'updated'> = {};
	for (const { day, start, end } of dates) {
		const before = words.slice(at, start);
		if (/updat|modif|chang|обновл|թարմ|yenil/i.test(before)) found.updated ??= day;
		else if (found.published === undefined)
			found.published = { day, labelled: before.search(LABELS) >= 0 };
		rest += `${before} `;
		at = end;
	}
	rest = (rest + words.slice(at)).replace(LABELS, ' ').replace(TIMES, ' ').replace(BESIDE, ' ');
	return /[\p{L}\p{N}]/u.test(rest) ? undefined : found;
}
