import type { Day } from '../../date/day';
import { isRead, type Article, type Block, type Span } from '../article';
import type { DateMention, PlaceMention, PlacesFound } from '../mention';
import { sentencesOf } from '../sentences';
import { actorsIn, type ActorFinder, type ActorMention } from './actors';
import type { Actor } from '../../dossier/schema';
import { figuresIn, type FigureAt } from './figures';
import { kindOf, type Kind } from './kinds';
import { coarseness, placedAt, roleOf } from './locate';
import { modalityOf, type Modality } from './modality';
import { segmentsOf, type Link, type Segment } from './segments';
import { speechIn, type Speech } from './speech';
import { triggersIn, type Trigger } from './triggers';
import { whenOf } from './when';

/** A date that a report has, and where from. */
export interface DateOf {
	/** EDTF; null where the article leaves it open. */
	value: string | null;
	mention?: DateMention;
	/**
	 * `own`: beside the trigger; `sentence`: elsewhere in its sentence; `said`: about when it was said;
	 * `carried`: of a sentence before; `none`.
	 */
	how: 'own' | 'sentence' | 'said' | 'carried' | 'none';
}

/** The places that a report has, and where from. */
export interface PlacesOf {
	/** More than one where several are named alike: `the A and B districts`. */
	places: PlaceMention[];
	how: 'own' | 'sentence' | 'carried' | 'dateline' | 'none';
	near: boolean;
}

/** One telling of something that happened or is to happen: a trigger with what its sentence says of it. */
export interface Report {
	sentence: Span;
	/** Which of the article's sentences, counted from its first that is read. */
	order: number;
	paragraph: number;
	block: Block;
	segment: Segment;
	trigger: Trigger;
	kind: Kind;
	modality: Modality;
	date: DateOf;
	where: PlacesOf;
	/** Who acts in its part of the sentence, then elsewhere in it. */
	actors: ActorMention[];
	/** Who says so, where the article does not speak itself. */
	speech?: Speech;
	figures: FigureAt[];
	/** Says that something told before is not so. */
	denial: boolean;
	/** Of a time well before the news. */
	history: boolean;
}

/** What a dossier lends to the reading of an article. */
export interface Lent {
	actors: readonly Actor[];
}

interface SentenceAt extends Span {
	block: Block;
	paragraph: number;
	order: number;
}

const CHARGES = /^(?:accus|blam|condemn|denounc|warn)/iu;
const DENIAL =
	/(?<!\p{L})(?:den(?:y|ies|ied)|reject(?:s|ed)|refut(?:es|ed)|dismiss(?:es|ed)|called? (?:[^.;]{0,60} )?(?:claims?|accusations?|allegations?) \p{L}+|nothing to do with reality)(?!\p{L})(?=[^.]{0,60}(?:claims?|accusations?|allegations?|charges?|reports?|any|having|it|that|this|$))/iu;

/** All that an article reports, in its order: the headline's after the rest, since it tells the same shorter. */
export function reportsOf(
	article: Article,
	dates: readonly DateMention[],
	found: PlacesFound,
	{ actors }: Lent
): Report[] {
	const { text } = article;
	const finder = actorsIn(
		text,
		actors,
		found.persons,
		found.places.filter(({ kind }) => kind === 'country'),
		found.hints
	);
	const sentences = readSentences(article);
	const context = new Context();
	context.lead = leadDate(article, dates);
	context.day = whenOf(article.published ?? null)?.first;
	return sentences.flatMap((sentence) =>
		reportsIn(article, sentence, dates, found.places, finder, context)
	);
}

function readSentences({ text, blocks }: Article): SentenceAt[] {
	const read = blocks.filter(isRead);
	const ordered = [
		...read.filter(({ role }) => role === 'body'),
		...read.filter(({ role }) => role === 'caption'),
		...read.filter(({ role }) => role === 'headline')
	];
	let order = 0;
	return ordered.flatMap((block, paragraph) =>
		sentencesOf(text, block).map((span) => ({ ...span, block, paragraph, order: order++ }))
	);
}

/** A sentence with all that is known of it. */
interface ReadSentence {
	article: Article;
	sentence: SentenceAt;
	segments: Segment[];
	speech: Speech | undefined;
	dates: readonly DateMention[];
	places: readonly PlaceMention[];
	context: Context;
}

/** What the sentences before have told, for those that do not repeat it. */
class Context {
	/** The last date of the news itself. */
	date: DateMention | undefined;
	dateParagraph = -1;
	/** The first date of the news in the article: that of a lead without one. */
	lead: DateMention | undefined;
	/** The last date of what is told as history: it is good for the next sentence only. */
	past: DateMention | undefined;
	pastOrder = -10;
	/** Of the sentence before. */
	speech: Speech | undefined;
	/** The day of publication. */
	day: Day | undefined;
	#places = new Map<Kind['family'], { places: PlaceMention[]; paragraph: number }>();
	#family: Kind['family'] | undefined;

	/** Where the news of a kind last took place, or any news shortly before. */
	placesFor(family: Kind['family'], paragraph: number): PlaceMention[] | undefined {
		const own = this.#places.get(family);
		if (own && paragraph - own.paragraph <= FAR_PARAGRAPHS) return own.places;
		const last = this.#family && this.#places.get(this.#family);
		return last && paragraph - last.paragraph <= NEAR_PARAGRAPHS ? last.places : undefined;
	}
	/** Keeps where news of a kind took place. */
	place(family: Kind['family'], places: PlaceMention[], paragraph: number): void {
		this.#places.set(family, { places, paragraph });
		this.#family = family;
	}
}

function reportsIn(
	article: Article,
	sentence: SentenceAt,
	allDates: readonly DateMention[],
	allPlaces: readonly PlaceMention[],
	finder: ActorFinder,
	context: Context
): Report[] {
	const { text } = article;
	const dates = within(allDates, sentence);
	const places = within(allPlaces, sentence);
	const speech = speechIn(text, sentence, dates) ?? quoted(text, sentence, context);
	context.speech = speech;
	const figures = figuresIn(text, sentence);
	const triggers = triggersIn(text, sentence);
	const segments = segmentsOf(text, sentence, speech, dates, triggers);
	const read: ReadSentence = { article, sentence, segments, speech, dates, places, context };
	const written = text.slice(sentence.start, sentence.end);
	if (
		speech &&
		speech.zone.end > speech.zone.start &&
		(speech.venue || ownDate(speech.zone, dates)) &&
		!triggers.some((one) => one.kind === 'statement' && inside(one, speech.zone))
	)
		triggers.push({ ...speech.verb, kind: 'statement', part: 'verb' });
	// Who accuses somebody of an attack tells of the attack: the accusation is a claim on it.
	const charged = triggers.some((one) => kindOf(one.kind).incident && one.kind !== 'incident');
	const reports = triggers
		.filter(
			(one) =>
				!(charged && one.kind === 'statement' && CHARGES.test(text.slice(one.start, one.end)))
		)
		.map((trigger): Report => {
			const segment = segments.find((one) => inside(trigger, one)) ?? {
				start: sentence.start,
				end: sentence.end,
				link: 'main' as const
			};
			const kind = kindOf(trigger.kind);
			const modality = modalityOf(text, trigger, segment);
			const date = dateFor(read, kind, trigger, modality, segment);
			const where = placesFor(read, kind, trigger, modality, segment, date);
			const own = finder.within(segment);
			return {
				sentence,
				order: sentence.order,
				paragraph: sentence.paragraph,
				block: sentence.block,
				segment,
				trigger,
				kind,
				modality,
				date,
				where,
				actors: [...own, ...finder.within(sentence).filter((one) => !own.includes(one))],
				...(segment.said && { speech: segment.said }),
				figures,
				denial: false,
				history: isHistory(date, context)
			};
		});
	if (DENIAL.test(written)) {
		const trigger = { ...(speech?.verb ?? sentence), kind: 'statement', part: 'verb' as const };
		reports.push({
			sentence,
			order: sentence.order,
			paragraph: sentence.paragraph,
			block: sentence.block,
			segment: { start: sentence.start, end: sentence.end, link: 'main' },
			trigger,
			kind: kindOf('statement'),
			modality: {
				future: false,
				unreal: false,
				definite: false,
				earlier: false,
				ongoing: false,
				perfect: false
			},
			date: { value: null, how: 'none' },
			where: { places: [], how: 'none', near: false },
			actors: finder.within(sentence),
			figures: [],
			denial: true,
			history: false
		});
	}
	remember(context, sentence, dates, reports);
	return reports;
}

/** A sentence that begins with a quote and names nobody is said by whoever spoke before. */
function quoted(text: string, { start, end }: Span, { speech }: Context): Speech | undefined {
	if (!speech || !/[“"]/u.test(text.charAt(start))) return undefined;
	const none = { start, end: start };
	return {
		...speech,
		zone: none,
		verb: none,
		content: [{ start, end }],
		venue: false,
		denies: false,
		confirms: false
	};
}

/** Sentences that are a lead. */
const LEAD = 2;

/** The first day that an article names of the week before its publication. */
function leadDate(
	{ published, blocks }: Article,
	dates: readonly DateMention[]
): DateMention | undefined {
	const day = whenOf(published ?? null)?.first;
	if (day === undefined) return undefined;
	return dates.find((date) => {
		const when = whenOf(date.value);
		const body = blocks.some((block) => block.role === 'body' && inside(date, block));
		return body && when && when.first === when.last && when.first <= day && when.first >= day - 7;
	});
}

/** Paragraphs over which a date or a place is carried on. */
const NEAR_PARAGRAPHS = 2;
/** The same where what is told is of one family, or goes on. */
const FAR_PARAGRAPHS = 6;
/** Days around publication within which a date is of the news. */
const NEWS_DAYS = 31;

function remember(
	context: Context,
	{ paragraph, block, order }: SentenceAt,
	dates: readonly DateMention[],
	reports: readonly Report[]
): void {
	if (block.role !== 'body') return;
	const { day } = context;
	const news = dates.filter((date) => {
		const when = whenOf(date.value);
		if (!when) return false;
		const long = when.last - when.first > NEWS_DAYS;
		const past = long || (day !== undefined && when.last < day - NEWS_DAYS);
		if (past) {
			context.past = date;
			context.pastOrder = order;
		}
		return !past && date.tense !== 'future';
	});
	const days = news.filter(
		({ value }) => value !== null && /^\d{4}-\d\d-\d\d/.test(value) && !value.includes('/')
	);
	const [main] = days.length > 0 ? days : news;
	if (main) {
		context.date = main;
		context.dateParagraph = paragraph;
	}
	const placed = reports.find(
		({ where, kind, date }) => where.how === 'own' && kind.incident && !isHistory(date, context)
	);
	if (placed) context.place(placed.kind.family, placed.where.places, paragraph);
}

/** Whether a date lies well before the news. */
function isHistory({ value }: DateOf, { day }: Context): boolean {
	const when = whenOf(value);
	if (!when) return false;
	return when.last - when.first > 366 || (day !== undefined && when.last < day - NEWS_DAYS);
}

/** The date of what a trigger names. */
function dateFor(
	{ segments, speech, dates, sentence: { paragraph, block, order }, context }: ReadSentence,
	kind: Kind,
	trigger: Trigger,
	modality: Modality,
	segment: Segment
): DateOf {
	const known = dates.filter(({ value }) => value !== null);
	const nearest = (spans: readonly Span[]) =>
		known
			.filter((date) => spans.some((span) => inside(date, span)))
			.sort((a, b) => gap(trigger, a) - gap(trigger, b))[0];
	const own = nearest([segment]);
	if (own) return { value: own.value, mention: own, how: 'own' };
	const here = (links: readonly Link[]) =>
		segments.filter((one) => one.said === segment.said && links.includes(one.link));
	if (
		!['after', 'before', 'if'].includes(segment.link) &&
		!(segment.link === 'relative' && modality.earlier)
	) {
		const beside = nearest(here(['main', 'under', 'during']));
		if (beside) return { value: beside.value, mention: beside, how: 'sentence' };
	}
	if (segment.said) {
		const told = speech && nearest([speech.zone]);
		if (told && !modality.future && segment.link === 'main')
			return { value: about(told.value), mention: told, how: 'said' };
	}
	const aside = ['after', 'before', 'if'].includes(segment.link);
	if (known.length > 0 || modality.future || aside || block.role !== 'body')
		return { value: null, how: 'none' };
	// Casualties are those of what was told before.
	if (kind.id === 'incident') return { value: null, how: 'none' };
	if (
		context.past &&
		order - context.pastOrder === 1 &&
		!modality.ongoing &&
		!modality.perfect &&
		kind.incident
	)
		return { value: context.past.value, mention: context.past, how: 'carried' };
	// What somebody says has happened may have happened at any time.
	const untold = segment.said && (kind.incident || kind.family === 'pact') && !modality.ongoing;
	const open = modality.ongoing || modality.perfect;
	const lead = context.date ? undefined : context.lead;
	const date = context.date ?? lead;
	if (
		date &&
		!untold &&
		(lead ? order <= LEAD : open || paragraph - context.dateParagraph <= NEAR_PARAGRAPHS)
	) {
		const loose = modality.earlier || open || lead || segment.said;
		return { value: loose ? about(date.value) : date.value, mention: date, how: 'carried' };
	}
	return { value: null, how: 'none' };
}

/** `2021-05-13` as `2021-05-13~`: it was told then, and was then or shortly before. */
function about(value: string | null): string | null {
	if (value === null || value.includes('/') || /[~?%X]/.test(value)) return value;
	return `${value}~`;
}

/** “the war there” – not “there was a war”. */
const THERE = /(?<!\p{L})there(?!\p{L}| (?:is|are|was|were|has|have|had))/iu;

/** Where what a trigger names took place. */
function placesFor(
	{
		article: { text, dateline },
		segments,
		places,
		dates,
		sentence: { paragraph, block },
		context
	}: ReadSentence,
	kind: Kind,
	trigger: Trigger,
	modality: Modality,
	segment: Segment,
	date: DateOf
): PlacesOf {
	const weighed = (spans: readonly Segment[]) =>
		spans.flatMap((span) =>
			places
				.filter((place) => inside(place, span))
				.map((place) => {
					const role = roleOf(text, place, span, dates, dateline);
					const sure = placedAt(text, kind, trigger, place, role, modality.definite);
					return { place, role, score: sure - gap(trigger, place) / 400, sure };
				})
		);
	const best = (all: ReturnType<typeof weighed>, least: number) => {
		const fit = all.filter(({ sure }) => sure >= least).sort((a, b) => b.score - a.score);
		const [first] = fit;
		if (!first) return undefined;
		const chosen = finest(
			first.place,
			fit.map(({ place }) => place),
			text
		);
		return { places: chosen, near: first.role === 'near' };
	};
	if (/^,? ?where(?!\p{L})/iu.test(text.slice(segment.start, segment.end))) {
		const named = places.filter((place) => place.end <= segment.start).at(-1);
		if (named) return { places: [named], how: 'sentence', near: false };
	}
	const own = best(weighed([segment]), 0.5);
	if (own) return { ...own, how: 'own' };
	if (THERE.test(text.slice(segment.start, segment.end))) {
		const before = places.filter((place) => place.end <= trigger.end);
		const [named] = [...before].sort(
			(a, b) => coarseness(a.kind) - coarseness(b.kind) || b.start - a.start
		);
		if (named) return { places: [named], how: 'sentence', near: false };
	}
	if (kind.incident || kind.family === 'meeting') {
		const rest = segments.filter(
			(one) =>
				one !== segment &&
				(one.said === segment.said || kind.incident) &&
				!['before', 'after'].includes(one.link)
		);
		const beside = best(weighed(rest), kind.incident ? 0.85 : 0.95);
		if (beside) return { ...beside, how: 'sentence' };
	}
	const carried = context.placesFor(kind.family, paragraph);
	if (kind.incident && carried && block.role === 'body' && !isHistory(date, context))
		return { places: carried, how: 'carried', near: false };
	if (kind.incident) {
		const line = best(weighed([segment]), 0.3);
		if (line) return { ...line, how: 'dateline' };
	}
	return { places: [], how: 'none', near: false };
}

/**
 * The places meant where a preposition has several: of `Pandi, Bulacan` the finer; of `A and B` both, where
 * they are of one kind and no countries.
 */
function finest(first: PlaceMention, fit: readonly PlaceMention[], text: string): PlaceMention[] {
	let chosen = first;
	for (const other of fit) {
		const between = text.slice(Math.min(first.end, other.end), Math.max(first.start, other.start));
		if (between.length < 25 && /^[\s,]*(?:(?:in|of)\s)?(?:the\s)?(?:\p{L}+\s)?$/iu.test(between))
			if (coarseness(other.kind) < coarseness(chosen.kind)) chosen = other;
	}
	const alike = fit.filter(
		(other) =>
			other !== chosen &&
			coarseness(other.kind) === coarseness(chosen.kind) &&
			coarseness(chosen.kind) < 3 &&
			/^\s*(?:,|and|, and|or|as well as)\s+(?:the\s)?$/iu.test(
				text.slice(Math.min(chosen.end, other.end), Math.max(chosen.start, other.start))
			)
	);
	return [chosen, ...alike].sort((a, b) => a.start - b.start);
}

function ownDate(zone: Span, dates: readonly DateMention[]): boolean {
	return dates.some((date) => inside(date, zone));
}

function within<T extends Span>(all: readonly T[], span: Span): T[] {
	return all.filter((one) => inside(one, span));
}

export function inside(inner: Span, outer: Span): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

function gap(a: Span, b: Span): number {
	return Math.max(0, a.start - b.end, b.start - a.end);
}
