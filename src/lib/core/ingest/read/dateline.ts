import type { Dateline, Span } from '../article';
import { isAgency } from './agencies';
import { monthIn } from './written-date';

/** What stands in capitals before a dash and is no place. */
const NO_PLACES = new Set(
	`nato eu un us usa uk csto osce cis bsec cia fbi breaking update updated exclusive watch video photos photo live
	analysis opinion explainer factbox news interview commentary editorial feature timeline corrected urgent
	background summary q a`.split(/\s+/)
);

/** How long a dateline may be. */
const LONGEST = 110;

/**
 * The place and the date that open a report, and who sends it: `YEREVAN, May 14 (Reuters) –`,
 * `Baku, 14 May, APA.` Undefined where a paragraph opens with its first sentence.
 * @param text all of it; offsets are in it @param within the paragraph
 */
export function datelineOf(text: string, within: Span): Dateline | undefined {
	const head = text.slice(within.start, Math.min(within.end, within.start + LONGEST));
	for (const sign of head.matchAll(/\s*(?:[—–―]|--)\s*|\s-\s|:\s|\.\s+(?=["“«\p{Lu}])|$/gu)) {
		const whole = sign[0] === '';
		// A line of its own may be it all; otherwise something follows.
		if (whole && within.end - within.start > LONGEST) return undefined;
		const parts = partsOf(head.slice(0, sign.index), within.start);
		if (parts === undefined) continue;
		const full = /^[.:]/.test(sign[0].trim()) || whole;
		if (full ? !parts.agency : !(parts.capitals || parts.agency || parts.date)) continue;
		const { place, date } = parts;
		const end = within.start + sign.index + sign[0].trimEnd().length;
		return { start: within.start, end, place, ...(date && { date }) };
	}
	return undefined;
}

interface Parts {
	place: Span;
	date?: Span;
	agency: boolean;
	/** The place is written in capitals. */
	capitals: boolean;
}

/** `LONDON, Jan 5 (Reuters)` in parts; undefined where one of them is none of these. @param at where it stands */
function partsOf(head: string, at: number): Parts | undefined {
	let agency = false;
	const places: Span[] = [];
	let date: Span | undefined;
	for (const piece of head.matchAll(/\([^()]*\)|[^,.()]+(?:\.(?=\p{L})[^,.()]+)*/gu)) {
		const words = piece[0].trim();
		if (words === '') continue;
		const start = at + piece.index + piece[0].indexOf(words);
		const span = { start, end: start + words.length };
		if (words.startsWith('(')) {
			const inside = words.slice(1, -1);
			if (!isAgency(inside) && !/^[\p{Lu}\d/. -]{2,24}$/u.test(inside) && places.length === 0)
				return undefined;
			agency = true;
		} else if (isAgency(words) && places.length > 0) agency = true;
		else if (isDateWords(words)) date = { start: date?.start ?? span.start, end: span.end };
		else if (isPlaceName(words) && !date && places.length < 3) places.push(span);
		else return undefined;
	}
	const [first] = places;
	const last = places.at(-1);
	if (!first || !last) return undefined;
	const place = { start: first.start, end: last.end };
	const name = head.slice(place.start - at, place.end - at);
	if (NO_PLACES.has(name.toLowerCase())) return undefined;
	const capitals = !/\p{Ll}/u.test(name) && /\p{Lu}{2}/u.test(name);
	return { place, ...(date && { date }), agency, capitals };
}

function isPlaceName(words: string): boolean {
	return (
		words.length <= 40 &&
		words.split(' ').length <= 4 &&
		/^\p{Lu}[\p{L}\p{M}’'/-]*( (de|la|el|al|of|the|upon|on|\p{Lu}[\p{L}\p{M}’'/-]*))*$/u.test(words)
	);
}

/** `Jan 5`, `5 January 2021`, `May 14`, `2021`. */
function isDateWords(words: string): boolean {
	const tokens = words.split(/[ .]+/).filter((token) => token !== '');
	return (
		tokens.length <= 4 &&
		tokens.every(
			(token) => /^\d{1,4}(st|nd|rd|th)?$/.test(token) || monthIn(token) > 0 || isWeekday(token)
		) &&
		tokens.some((token) => /^\d/.test(token) || isWeekday(token))
	);
}

const isWeekday = (token: string) =>
	/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$/i.test(token);
