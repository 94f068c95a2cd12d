import type { Article, Block, Span } from '../article';
import type { DateMention, PlaceMention } from '../mention';
import type { ActorMention } from './actors';
import type { Context } from './context';
import type { FigureAt } from './figures';
import type { Kind } from './kinds';
import type { Modality } from './modality';
import type { Segment } from './segments';
import type { Speech } from './speech';
import type { Trigger } from './triggers';

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
	/** `focus`: it is the place that the whole article is about. */
	how: 'own' | 'sentence' | 'carried' | 'focus' | 'dateline' | 'none';
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
	/** It is what somebody denies: `denied reports that a dam had burst`. */
	denied: boolean;
	/** Of a time well before the news. */
	history: boolean;
}

/** A sentence of what an article reports. */
export interface SentenceAt extends Span {
	block: Block;
	paragraph: number;
	order: number;
}

/** A sentence with all that is known of it. */
export interface ReadSentence {
	article: Article;
	sentence: SentenceAt;
	segments: Segment[];
	triggers: readonly Trigger[];
	speech: Speech | undefined;
	dates: readonly DateMention[];
	places: readonly PlaceMention[];
	context: Context;
}
