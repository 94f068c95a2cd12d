import type { Claim, Geometry, Passage, Precision } from '../dossier/schema';
import type { Article, Span } from './article';
import type { Feature } from './events/weights';
import type { DateMention, Hint, PersonMention, PlaceMention } from './mention';

/** How many came to harm, as one claim has it. */
export interface DraftFigure {
	what: 'killed' | 'wounded' | 'captured' | 'missing';
	/** Whose, in words: an actor's id where the dossier knows it. */
	side?: string;
	n?: number;
	min?: number;
	max?: number;
}

/** What somebody says of a draft's event, with the passage that says it. */
export interface DraftClaim {
	/** An actor's id of the dossier, else the name as written, else the publisher. */
	by: string;
	stance: Claim['stance'];
	/** In our words: never the article's sentence. */
	text: string;
	/** The few words by which the passage is found again. */
	passage: Passage;
	/** The whole passage in the article's text. */
	span: Span;
	figures: DraftFigure[];
	/** EDTF, where the claim has another date than its event. */
	when?: string;
}

/** An event that an article seems to report. A person decides on it. */
export interface EventDraft {
	/** Unique in its reading: `e1`, `e2`… */
	key: string;
	/** Neutral and timeless, in our words: `Talks in Antalya`. */
	title: string;
	/** Id of a kind (events/kinds.ts), or of the dossier's type that stands for it. */
	type: string;
	/** EDTF level 1; null where the article gives no date. */
	when: string | null;
	/** Null where the article does not say where, as of most statements and calls. */
	place: PlaceMention | null;
	geometry: Geometry | null;
	precision: Precision;
	/** Places that it is about, when not where it took place. */
	concerns: PlaceMention[];
	/** Ids of the dossier's actors. */
	actors: string[];
	/** What the article alone makes of it. */
	status: 'planned' | 'reported' | 'denied';
	claims: DraftClaim[];
	/** 0–1: how often a draft like this one is right, as measured (docs/ingest.md). */
	confidence: number;
	/** What its confidence was worked out from (events/weights.ts). */
	features: Feature[];
	/** Why this date, this place, this confidence: sentences for a reader. */
	reasons: string[];
	/** History and captions: told, not reported as news. */
	background: boolean;
	/** What the date and the place were read from; a date may have been carried from the sentence before. */
	from: { date?: DateMention; place?: PlaceMention };
	/** An event of the dossier that this seems to be, and how sure that is, 0–1. */
	same?: { event: string; likeness: number };
	/** A question that the article leaves open: `Which lake?` */
	asks: string[];
}

/** An article read to the end. */
export interface Reading {
	article: Article;
	dates: DateMention[];
	places: PlaceMention[];
	hints: Hint[];
	persons: PersonMention[];
	drafts: EventDraft[];
	/** What whoever gave the article should know: another language, nothing dated… */
	notes: string[];
}
