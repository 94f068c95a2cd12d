import type { Actor } from '../../dossier/schema';
import { isRead, type Article, type Span } from '../article';
import type { DateMention, PlaceMention, PlacesFound } from '../mention';
import { sentencesOf } from '../sentences';
import { actorsIn, type ActorFinder } from './actors';
import { Context, isHistory, remember } from './context';
import { dateFor } from './dating';
import { figuresIn } from './figures';
import { kindOf } from './kinds';
import { coarseness, isMetonym, roleOf } from './locate';
import { modalityOf } from './modality';
import { placesFor } from './placing';
import type { ReadSentence, Report, SentenceAt } from './report';
import { segmentsOf } from './segments';
import { inside, within } from './spans';
import { QUOTES, speechIn, type Speech } from './speech';
import { triggersIn, verbIn } from './triggers';

/** What a dossier lends to the reading of an article. */
export interface Lent {
	actors: readonly Actor[];
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
		found.places.filter((place) => place.kind === 'country' || isMetonym(text, place)),
		found.hints
	);
	const sentences = readSentences(article);
	const context = new Context(article, dates, found.places);
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

function reportsIn(
	article: Article,
	sentence: SentenceAt,
	allDates: readonly DateMention[],
	allPlaces: readonly PlaceMention[],
	finder: ActorFinder,
	context: Context
): Report[] {
	const { text } = article;
	// The day of a dateline is that of writing.
	const dates = within(allDates, sentence).filter(
		(date) => !article.dateline || !inside(date, article.dateline)
	);
	const places = within(allPlaces, sentence);
	const speech = speechIn(text, sentence, dates) ?? quoted(text, sentence, context);
	context.speech = speech;
	const figures = figuresIn(text, sentence);
	const triggers = triggersIn(text, sentence);
	const segments = segmentsOf(text, sentence, speech, dates, triggers);
	const read: ReadSentence = {
		article,
		sentence,
		segments,
		triggers,
		speech,
		dates,
		places,
		context
	};
	const written = text.slice(sentence.start, sentence.end);
	const staged = speech && isStaged(speech, dates, places, finder) ? speech : undefined;
	if (staged && !triggers.some((one) => one.kind === 'statement' && inside(one, staged.zone)))
		triggers.push({ ...staged.verb, kind: 'statement', part: 'verb' });
	for (const segment of segments) {
		// What is said, not the saying.
		if (speech && (!segment.said || speech.zone.end === speech.zone.start)) continue;
		if (triggers.some((one) => inside(one, segment))) continue;
		const placed = within(places, segment).some((place) => tellsWhere(text, place, segment, dates));
		if (within(dates, segment).length === 0 && !placed) continue;
		const verb = verbIn(text, segment);
		if (verb && !isQuoted(text, sentence, verb)) triggers.push(verb);
	}
	// Who accuses somebody of an attack tells of the attack: the accusation is a claim on it.
	const charged = triggers.some((one) => kindOf(one.kind).incident && one.kind !== 'incident');
	const reports = triggers
		.filter(
			(one) =>
				!(charged && one.kind === 'statement' && CHARGES.test(text.slice(one.start, one.end))) &&
				// “told supporters at a rally”: the rally is where it was said.
				!(
					staged &&
					one.part === 'noun' &&
					kindOf(one.kind).family === 'crowd' &&
					inside(one, staged.zone)
				)
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
				denied: Boolean(segment.said && (speech?.denies ?? false)),
				history: isHistory(date, context)
			};
		});
	if (DENIAL.test(written) && !reports.some(({ denied, kind }) => denied && kind.incident)) {
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
			denied: false,
			history: false
		});
	}
	remember(context, sentence, dates, reports);
	return reports;
}

/** Whether something is said word for word: what people tell of themselves is no news. */
function isQuoted(text: string, { start, end }: Span, at: Span): boolean {
	const before = text.slice(start, at.start);
	if ((before.match(/“/gu)?.length ?? 0) > (before.match(/”/gu)?.length ?? 0)) return true;
	return [...text.slice(start, end).matchAll(QUOTES)].some(
		({ 0: quote, index }) => start + index < at.start && at.end < start + index + quote.length
	);
}

/** Whether a place is finer than a country's part, and something is said to be in it. */
function tellsWhere(
	text: string,
	place: PlaceMention,
	segment: Span,
	dates: readonly Span[]
): boolean {
	const role = roleOf(text, place, segment, dates);
	return coarseness(place.kind) < 3 && (role === 'at' || role === 'near');
}

/** Whether a saying is an event of its own: before a parliament or the press, or by an actor of the dossier on a day that is named. */
function isStaged(
	{ zone, venue, speaker }: Speech,
	dates: readonly DateMention[],
	places: readonly PlaceMention[],
	finder: ActorFinder
): boolean {
	if (zone.end <= zone.start) return false;
	const dated = within(dates, zone).length > 0;
	if (venue) return true;
	const placed = within(places, zone).length > 0;
	return dated && (finder.within(speaker).some(({ id }) => id !== undefined) || placed);
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
