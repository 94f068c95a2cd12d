import { parseDay } from '../../date/day';
import { isRead, type Article, type Block, type Span } from '../article';
import type { DateMention } from '../mention';
import { sentencesOf } from '../sentences';
import { isoDatesIn, readSentence, type Reading, type TenseIn } from './read-sentence';
import { LONGEST_SENTENCE, type Anchor, type Story } from './rule';
import { readsDatesOf } from './notes';
import { tenseAt } from './tense';

/** A person of this name makes `May` alone no month. */
const PERSON_MAY =
	/\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Prime Minister|Premier|PM|Secretary|Brian|Peter|James|Elaine|Catherine|Fiona) May\b/;

/**
 * The dates that an article writes, in its order, as they are meant on the day of its publication. Only English is
 * read; in another language nothing but what is written as `2021-05-13` is dated (`notesOnDates` says so). Never
 * throws.
 */
export function findDates(article: Article): DateMention[] {
	if (!readsDatesOf(article))
		return article.blocks.filter(isRead).flatMap((block) => isoDatesIn(article.text, block));
	const published = anchorOf(article.published);
	const reading: Reading = {
		text: article.text,
		published,
		anchor: published,
		personMay: PERSON_MAY.test(article.text)
	};
	const opening = article.dateline?.date;
	const [dateline] = opening ? readSentence(opening, reading, {}, () => 'past').mentions : [];
	reading.anchor = anchorOfDateline(dateline, published) ?? published;
	const found = readBlocks(article, reading);
	const isNew = dateline && !found.some((mention) => overlap(mention, dateline));
	return (isNew ? [...found, dateline] : found).sort((a, b) => a.start - b.start);
}

/** @param published `2021-05-16`, `2021-05-16~`, or with a time of day behind it */
function anchorOf(published: string | undefined): Anchor | undefined {
	const [, text = '', doubt] =
		/^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.+Z-]*)?([~?%])?$/.exec(published?.trim() ?? '') ?? [];
	const day = parseDay(text);
	return day === undefined ? undefined : { day, about: doubt !== undefined, of: 'publication' };
}

/** A report counts from its date line’s day, and may have been printed days after. */
function anchorOfDateline(
	dateline: DateMention | undefined,
	published: Anchor | undefined
): Anchor | undefined {
	const day = parseDay(dateline?.value ?? '');
	if (day === undefined) return undefined;
	if (published && (day > published.day || published.day - day > 7)) return undefined;
	return published?.day === day ? undefined : { day, about: false, of: 'the date line' };
}

function overlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

function readBlocks(article: Article, reading: Reading): DateMention[] {
	const found: DateMention[] = [];
	let story: Story = {};
	let blocksSince = 0;
	let role: Block['role'] | undefined;
	for (const block of article.blocks.filter(isRead)) {
		// `The day before` looks back one paragraph, and never from the report into a caption.
		if (block.role !== role || blocksSince > 1) story = {};
		role = block.role;
		blocksSince++;
		const tense = tenseIn(block, article);
		for (const sentence of sentencesOf(article.text, block))
			for (const piece of piecesOf(article.text, sentence)) {
				const read = readSentence(piece, reading, story, tense);
				if (read.mentions.length > 0) blocksSince = 0;
				story = read.story;
				found.push(...read.mentions);
			}
	}
	return found;
}

function tenseIn(block: Block, { dateline }: Article): TenseIn {
	// A photograph was taken, whatever its caption’s verbs.
	if (block.role === 'caption') return () => 'past';
	return (sentence, start, end, at) => {
		if (dateline?.date && at >= dateline.date.start && at < dateline.date.end) return 'past';
		const tense = tenseAt(sentence, start, end);
		// Headlines tell what happened in the present tense.
		return block.role === 'headline' && tense === 'present' ? 'none' : tense;
	};
}

/** A sentence in pieces that no pattern can linger on, cut at white space where there is some. */
function piecesOf(text: string, { start, end }: Span): Span[] {
	const pieces: Span[] = [];
	let from = start;
	while (end - from > LONGEST_SENTENCE) {
		const space = text.slice(from, from + LONGEST_SENTENCE).lastIndexOf(' ');
		const to = from + (space > LONGEST_SENTENCE / 2 ? space : LONGEST_SENTENCE);
		pieces.push({ start: from, end: to });
		from = to;
	}
	pieces.push({ start: from, end });
	return pieces;
}
