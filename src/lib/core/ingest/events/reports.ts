import type { Actor } from '../../dossier/schema';
import { isRead, type Article, type Span } from '../article';
import type { DateMention, PlaceMention, PlacesFound } from '../mention';
import { sentencesOf } from '../sentences';
import { actorsIn, type ActorFinder } from './actors';
import { Context, isHistory, remember } from './context';
import { dateFor } from './dating';
import { figuresIn } from './figures';
import { kindOf } from './kinds';
import { modalityOf } from './modality';
import { placesFor } from './placing';
import type { ReadSentence, Report, SentenceAt } from './report';
import { segmentsOf } from './segments';
import { inside, within } from './spans';
import { speechIn, type Speech } from './speech';
import { triggersIn } from './triggers';

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
		found.places.filter(({ kind }) => kind === 'country'),
		found.hints
	);
	const sentences = readSentences(article);
	const context = new Context(article, dates);
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
		(speech.venue || within(dates, speech.zone).length > 0) &&
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
