import type { Span } from '../article';
import type { DateMention } from '../mention';
import { writtenAt } from '../sentences';

/** Who says what in a sentence. */
export interface Speech {
	verb: Span;
	/** Who says it, as written. */
	speaker: Span;
	/** The words about the saying: its own date and place stand here. */
	zone: Span;
	/** What is said; a zone in the middle of a sentence leaves two. */
	content: Span[];
	/** It is said to somebody or somewhere that makes an event of it: parliament, a press conference. */
	venue: boolean;
	denies: boolean;
	confirms: boolean;
}

const VERBS =
	/(?<![\p{L}-])(?:said|says|told|tells|added|adds|announced|announces|stated|reported|reports|claimed|claims|noted|insisted|insists|maintains|maintained|argued|declared|informed|confirmed|confirms|denied|denies|explained|conceded|testified|recalled|complained|alleges|acknowledged|admitted|revealed|stressed|alleged|asserted|wrote|tweeted|rejected|rejects|warned|accus(?:ed|es|ing)|blam(?:ed|es|ing))(?![\p{L}-])/giu;
const VENUE =
	/\b(?:parliament|lawmakers|senators?|deputies|assembly|congress|court|security council|(?:press|news) conference|interview|in a speech|speech to|televised address|session|summit|forum)\b/iu;
const ACCORDING = /(?<![\p{L}-])according to (?=\S)/giu;
/** Direct speech, marks and all. */
export const QUOTES = /[“"][^”"]{0,1200}[”"]/gu;

/** A longer subject is not what it is taken for. */
const MAX_SUBJECT = 160;

/** What is said in a sentence and by whom, as far as its first verb of saying tells. @param dates of the text */
export function speechIn(
	text: string,
	sentence: Span,
	dates: readonly DateMention[]
): Speech | undefined {
	const written = writtenAt(text, sentence);
	const quoted = [...written.matchAll(QUOTES)].map(({ 0: quote, index }) => ({
		start: index,
		end: index + quote.length
	}));
	const free = (at: number) => !quoted.some(({ start, end }) => start < at && at < end - 1);
	const verb = [...written.matchAll(VERBS)].find(
		({ 0: word, index }) => free(index) && !isNoun(written, index, word)
	);
	const source = [...written.matchAll(ACCORDING)].find(({ index }) => free(index));
	if (source && (!verb || source.index < verb.index)) return bySource(text, sentence, source.index);
	if (!verb) return undefined;
	const at = {
		start: sentence.start + verb.index,
		end: sentence.start + verb.index + verb[0].length
	};
	const left = { start: sentence.start, end: at.start };
	const lastComma = lastBreak(written, verb.index);
	const after = written.slice(at.end - sentence.start);
	const that = /^[^“"]{0,110}?(?<![\p{L}-])(that|how)(?![\p{L}-])/u.exec(after);
	const of = /^(?:accus|blam)/iu.test(verb[0])
		? /^[^“"]{0,110}?(?<![\p{L}-])(?:of|for)(?![\p{L}-])/u.exec(after)
		: null;
	const rest = after.replace(/[.”"\s]+$/u, '');
	const inverted =
		/[,”"?!]\s*$/u.test(written.slice(0, verb.index)) &&
		/^\s+(?:the |an? )?\p{Lu}?/u.test(after) &&
		lastComma !== undefined;
	const tail =
		!that &&
		!of &&
		lastComma !== undefined &&
		verb.index - lastComma < MAX_SUBJECT &&
		wordsIn(written.slice(0, lastComma)) >= 3 &&
		wordsIn(rest) <= 14 &&
		!/^[^“"]{0,60}[“"]/u.test(after.slice(0, 70));
	const facts = {
		verb: at,
		denies: /^(?:denie[sd]|reject(?:s|ed))$/iu.test(verb[0]),
		confirms: /^confirm/iu.test(verb[0])
	};
	if (tail || (inverted && !that)) {
		const from = sentence.start + (lastComma ?? 0);
		// A second quote after the words about the saying is said too.
		const reopened = /[“"]/u.exec(after);
		const to = reopened ? at.end + reopened.index : sentence.end;
		const zone = { start: from, end: to };
		const speaker = inverted
			? { start: at.end, end: Math.min(to, at.end + MAX_SUBJECT) }
			: { start: from, end: at.start };
		const content = [{ start: sentence.start, end: from }];
		if (reopened) content.push({ start: to, end: sentence.end });
		return {
			...facts,
			speaker,
			zone,
			content,
			venue: VENUE.test(text.slice(zone.start, zone.end))
		};
	}
	let start = at.end;
	if (of ?? that) start = at.end + ((of ?? that)?.[0].length ?? 0);
	else {
		// “said on Tuesday the bus…”: the date next to the verb is that of the saying.
		const own = dates.find((date) => date.start >= at.end && date.start - at.end < 14);
		if (own) start = own.end;
	}
	const zone = { start: sentence.start, end: Math.min(start, sentence.end) };
	return {
		...facts,
		speaker: left,
		zone,
		content: [{ start: zone.end, end: sentence.end }],
		venue: VENUE.test(text.slice(zone.start, zone.end))
	};
}

/** `according to the ministry`: the words up to the next comma name who says the rest. */
function bySource(text: string, sentence: Span, index: number): Speech {
	const start = sentence.start + index;
	const phrase = /^according to [^,;.“"]{0,140}/iu.exec(text.slice(start, sentence.end))?.[0] ?? '';
	const zone = { start, end: start + phrase.length };
	const speaker = { start: start + 'according to '.length, end: zone.end };
	const content = [
		{ start: sentence.start, end: zone.start },
		{ start: zone.end, end: sentence.end }
	].filter((span) => /\p{L}/u.test(text.slice(span.start, span.end)));
	return {
		verb: { start, end: start + 'according to'.length },
		speaker,
		zone,
		content,
		venue: false,
		denies: false,
		confirms: false
	};
}

/** `the reports`, `its claims`: a noun that looks like a verb of saying. */
function isNoun(written: string, index: number, word: string): boolean {
	// “declared an emergency” says nothing that follows.
	if (
		/^declared$/iu.test(word) &&
		!/^,?\s+(?:that\s|[“"])/u.test(written.slice(index + word.length))
	)
		return true;
	if (
		/^claimed$/iu.test(word) &&
		/^\s+(?:\p{L}+\s+){0,3}(?:[\d,]+|lives|hundreds|dozens|thousands)/iu.test(
			written.slice(index + word.length)
		)
	)
		return true;
	if (!/^(?:claims|reports|reported|claimed)$/iu.test(word)) return false;
	const before = written.slice(Math.max(0, index - 24), index);
	return /(?<!\p{L})(?:the|these|those|its|his|her|their|of|rejected|media|news|’s|'s|s’|first|was|were|been|be|are)\s+$/iu.test(
		before
	);
}

/** Where the subject before a verb begins: after the last comma or closing quote before it. */
function lastBreak(written: string, before: number): number | undefined {
	for (let i = before - 2; i >= 0; i--) if (',”"'.includes(written.charAt(i))) return i + 1;
	return undefined;
}

function wordsIn(text: string): number {
	return text.match(/\p{L}+/gu)?.length ?? 0;
}
