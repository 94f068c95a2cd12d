import type { Span } from '../article';

/** A time of day in a sentence; `value` as in `DateMention.time`. */
export interface TimeOfDay extends Span {
	text: string;
	value?: string;
}

/** Hours from UTC of zones whose letters mean one zone alone (not CST, IST, BST, AST, AMT). */
const ZONES: Record<string, number> = {
	GMT: 0,
	UTC: 0,
	Z: 0,
	WET: 0,
	CET: 1,
	CEST: 2,
	EET: 2,
	EEST: 3,
	MSK: 3,
	TRT: 3,
	AZT: 4,
	PKT: 5,
	HKT: 8,
	SGT: 8,
	JST: 9,
	KST: 9,
	AEST: 10,
	AEDT: 11,
	NZST: 12,
	NZDT: 13,
	EST: -5,
	EDT: -4,
	CDT: -5,
	MDT: -6,
	PST: -8,
	PDT: -7
};
const OTHER_ZONES = 'CST|IST|BST|AST|AMT|MST|ET|PT|CT';
const ZONE = `(?:${Object.keys(ZONES).join('|')}|${OTHER_ZONES})(?![\\p{L}\\d])`;
const HALF = '(?:[AaPp]\\.[Mm]\\.?|[AaPp][Mm](?!\\p{L}))';
const CLOCK = `(\\d{1,2})(?:[:.]([0-5]\\d))?\\s?(${HALF})|([01]?\\d|2[0-3])[:.]([0-5]\\d)(?=\\s?(?:${ZONE}|hours|hrs|local))|([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])|([01]\\d|2[0-3])([0-5]\\d)(?=\\s?(?:${ZONE}|hours|hrs|local\\stime))|\\b(noon|midday|midnight)\\b`;
const PATTERN = new RegExp(
	`(?<![\\d:.,$€£])(?:${CLOCK})(?:\\s?(?:hours|hrs)\\b)?(?:\\s?\\(?(${ZONE})(?:\\s?([+-]\\d{1,2})(?::?([0-5]\\d))?)?|\\s+(?:in\\s+the\\s+)?(?:local|Eastern|Central|Pacific|\\p{Lu}\\p{Ll}{2,20})(?:\\s(?:Standard|Daylight))?\\s+time\\b)?\\)?(?:\\s?[(/,;]\\s?(\\d{1,2}):?([0-5]\\d)?\\s?(${HALF})?\\s?(GMT|UTC)\\)?)?`,
	'gu'
);

/** The times of day that a sentence writes: `5:30 p.m. local time (1330 GMT)`. */
export function timesOf(text: string): TimeOfDay[] {
	return Array.from(text.matchAll(PATTERN), (match) => {
		const written = balanced(match[0]);
		const minutes = minutesOf(match);
		const offset = offsetOf(match, minutes);
		const value =
			minutes === undefined
				? undefined
				: clock(minutes) + (offset === undefined ? '' : zoneText(offset));
		return {
			start: match.index,
			end: match.index + written.length,
			text: written,
			...(value !== undefined && { value })
		};
	});
}

/** Without a bracket that nothing closes or opens. */
function balanced(text: string): string {
	const trimmed = text.trimEnd();
	return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
}

function minutesOf(match: RegExpMatchArray): number | undefined {
	const [, h12, m12, half, hZone, mZone, h24, m24, hh, mm, word] = match;
	if (word) return word === 'midnight' ? 0 : 720;
	if (half) {
		const hour = Number(h12);
		if (hour < 1 || hour > 12) return undefined;
		return ((hour % 12) + (/^p/i.test(half) ? 12 : 0)) * 60 + Number(m12 ?? 0);
	}
	return Number(hZone ?? h24 ?? hh) * 60 + Number(mZone ?? m24 ?? mm);
}

/** Minutes from UTC: of the zone's letters, or of the same moment written in GMT beside it. */
function offsetOf(match: RegExpMatchArray, minutes: number | undefined): number | undefined {
	const [zone, hours, rest, utcHour, utcMinute, utcHalf] = match.slice(11, 17);
	if (utcHour !== undefined && minutes !== undefined) {
		// `1330 GMT` is read as 13 and 30, `930 GMT` as 93 would be: then nothing is sure.
		let hour = Number(utcHour);
		if (utcHalf) hour = (hour % 12) + (/^p/i.test(utcHalf) ? 12 : 0);
		if (hour > 23) return undefined;
		const apart = minutes - (hour * 60 + Number(utcMinute ?? 0));
		const near = ((((apart + 720) % 1440) + 1440) % 1440) - 720;
		return near % 15 === 0 ? near : undefined;
	}
	if (zone === undefined) return undefined;
	const base = ZONES[zone];
	if (base === undefined) return undefined;
	if (hours === undefined) return base * 60;
	const sign = hours.startsWith('-') ? -1 : 1;
	return base * 60 + Number(hours) * 60 + sign * Number(rest ?? 0);
}

function clock(minutes: number): string {
	const two = (n: number) => String(n).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function zoneText(offset: number): string {
	return (offset < 0 ? '-' : '+') + clock(Math.abs(offset));
}
