import type { Day } from '../../date/day';
import type { Article } from '../article';
import type { DateMention, PlaceMention } from '../mention';
import type { Kind } from './kinds';
import type { DateOf, Report, SentenceAt } from './report';
import { coarseness, isMetonym } from './locate';
import { inside } from './spans';
import type { Speech } from './speech';
import { whenOf } from './when';

/** Sentences that are a lead. */
export const LEAD = 2;
/** Paragraphs over which a date or a place is carried on. */
export const NEAR_PARAGRAPHS = 2;
/** The same where what is told is of one family, or goes on. */
const FAR_PARAGRAPHS = 6;
/** Days around publication within which a date is of the news. */
const NEWS_DAYS = 31;

const AGAIN =
	/(?<!\p{L})(?:in|across|throughout|at|near|around|outside)\s+the\s+(?:same\s+|whole\s+|entire\s+)?(province|city|town|village|district|region|island|state)(?!\p{L}|\s+of\s)/iu;
const KINDS_OF: Record<string, string[]> = {
	town: ['town', 'city', 'village'],
	city: ['city', 'town'],
	village: ['village', 'town', 'city'],
	state: ['state', 'province'],
	region: ['region', 'province'],
	district: ['district', 'province']
};

/** What the sentences before have told, for those that do not repeat it. */
export class Context {
	/** The last date of the news itself. */
	date: DateMention | undefined;
	dateParagraph = -1;
	/** The first date of the news in the article: that of a lead without one. */
	readonly lead: DateMention | undefined;
	/** The last date of what is told as history: it is good for the next sentence only. */
	past: DateMention | undefined;
	pastOrder = -10;
	/** Where the article's news is, as far as its headline, dateline and repetitions tell. */
	readonly focus: PlaceMention | undefined;
	/** Of the sentence before. */
	speech: Speech | undefined;
	/** The day of publication. */
	readonly day: Day | undefined;
	#places = new Map<Kind['family'], { places: PlaceMention[]; paragraph: number }>();
	#family: Kind['family'] | undefined;

	readonly #named: readonly PlaceMention[];

	constructor(article: Article, dates: readonly DateMention[], places: readonly PlaceMention[]) {
		this.day = whenOf(article.published ?? null)?.first;
		this.lead = leadDate(article, dates, this.day);
		this.focus = focusOf(article, places);
		this.#named = places;
	}

	/** Where the news of a kind last took place, or any news shortly before. */
	placesFor(family: Kind['family'], paragraph: number): PlaceMention[] | undefined {
		const own = this.#places.get(family);
		if (own && paragraph - own.paragraph <= FAR_PARAGRAPHS) return own.places;
		const last = this.#family && this.#places.get(this.#family);
		return last && paragraph - last.paragraph <= NEAR_PARAGRAPHS ? last.places : undefined;
	}
	/** `the province`, `the same town`: the last one named before. */
	again(words: string, before: number): PlaceMention | undefined {
		const kind = AGAIN.exec(words)?.[1]?.toLowerCase();
		if (!kind) return undefined;
		const kinds = KINDS_OF[kind] ?? [kind];
		return this.#named
			.filter((place) => place.end <= before && kinds.includes(place.kind ?? ''))
			.at(-1);
	}
	/** Keeps where news of a kind took place. */
	place(family: Kind['family'], places: PlaceMention[], paragraph: number): void {
		this.#places.set(family, { places, paragraph });
		this.#family = family;
	}
}

/**
 * The place that an article is about: no country, named at least twice or in headline or dateline. Metonyms and
 * what is named last count less.
 */
function focusOf(
	{ text, blocks, dateline }: Article,
	places: readonly PlaceMention[]
): PlaceMention | undefined {
	const scores = new Map<string, { place: PlaceMention; score: number }>();
	for (const place of places) {
		if (place.name === null || coarseness(place.kind) > 2) continue;
		const block = blocks.find((one) => inside(place, one));
		if (block?.role === 'caption' || isMetonym(text, place)) continue;
		const inDateline = dateline && inside(place, dateline);
		const score =
			block?.role === 'headline'
				? 2
				: inDateline
					? 0.9
					: block === blocks.find(({ role }) => role === 'body')
						? 1.2
						: 1;
		const key = place.id ?? `${place.name}/${place.lat ?? ''}`;
		const known = scores.get(key);
		scores.set(key, { place: known?.place ?? place, score: (known?.score ?? 0) + score });
	}
	const [best] = [...scores.values()].sort((a, b) => b.score - a.score);
	return best && best.score >= 2 ? best.place : undefined;
}

/** The first day that an article names of the week before its publication. */
function leadDate(
	{ blocks }: Article,
	dates: readonly DateMention[],
	day: Day | undefined
): DateMention | undefined {
	if (day === undefined) return undefined;
	return dates.find((date) => {
		const when = whenOf(date.value);
		const body = blocks.some((block) => block.role === 'body' && inside(date, block));
		return body && when && when.first === when.last && when.first <= day && when.first >= day - 7;
	});
}

/** Keeps of a sentence what the next may leave out. */
export function remember(
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
export function isHistory({ value }: DateOf, { day }: Context): boolean {
	const when = whenOf(value);
	if (!when) return false;
	return when.last - when.first > 366 || (day !== undefined && when.last < day - NEWS_DAYS);
}
