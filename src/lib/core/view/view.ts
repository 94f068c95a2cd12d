import type { Day } from '../date/day';
import { PRECISIONS } from '../dossier/precisions';
import type { Precision } from '../dossier/schema';
import type { Status } from '../dossier/status';
import type { Area } from './area';

/** What colours are for: a screen by day, one by night, and paper, where grey has to do. */
export const THEMES = ['light', 'dark', 'print'] as const;
export type Theme = (typeof THEMES)[number];

/** Where the map stands: zoom as in MapLibre (512-pixel tiles), centre in degrees. */
export interface MapPosition {
	zoom: number;
	lat: number;
	lon: number;
}

/** The filters of a view, all but the dates. What is undefined lets every event through. */
export interface Filters {
	/** Ids; an event passes with any one of them. */
	types?: readonly string[] | undefined;
	/** Those who take part or make a claim. */
	actors?: readonly string[] | undefined;
	sources?: readonly string[] | undefined;
	/** A place stands for what lies within it. */
	places?: readonly string[] | undefined;
	area?: Area | undefined;
	/** Words to be found, at most 200 characters. */
	q?: string | undefined;
	/** Only events on which accounts differ. */
	contested?: true | undefined;
	status?: readonly Status['status'][] | undefined;
	/** The place is known at least this exactly. */
	precision?: KnownPrecision | undefined;
	/** Only events without a date, or only those without a spot on the map. */
	only?: 'undated' | 'unplaced' | undefined;
}

/** How exactly a place can be known, when it is known at all. */
export type KnownPrecision = Exclude<Precision, 'unknown'>;

/** From the finest to the coarsest. */
export const KNOWN_PRECISIONS = PRECISIONS.filter(
	(name): name is KnownPrecision => name !== 'unknown'
);

export const STATUSES = [
	'denied',
	'planned',
	'reported',
	'confirmed'
] as const satisfies readonly Status['status'][];

/** What an embed shows beside its map; `map` asks for the map alone. */
export const EMBED_PARTS = ['map', 'timeline', 'legend', 'list', 'sources'] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/** What is on screen. What is undefined stands at its default and is not written into the address. */
export interface View extends Filters {
	/** First and last day shown, inclusive; undefined: no bound. */
	from?: Day | undefined;
	to?: Day | undefined;
	/** Only what had been published by this day is known; undefined: all of it. */
	asof?: Day | undefined;
	/** Id of the event whose card is open. */
	event?: string | undefined;
	map?: MapPosition | undefined;
	/** Language of the place names, as in the dossier's labelLanguages. */
	labels?: string | undefined;
	theme?: Theme | undefined;
	/** Older events are drawn fainter. */
	fade?: true | undefined;
	/** Historic and disputed lines are drawn. */
	lines?: true | undefined;
	/** The author's notes are left out. */
	notes?: false | undefined;
	/** Of an embed: the parts that it shows. */
	ui?: readonly EmbedPart[] | undefined;
	/** Of a frozen embed: the dossier's content hash when it was made. */
	rev?: string | undefined;
	/** Ids of the story that is read, and of its step. */
	story?: string | undefined;
	step?: string | undefined;
	/** What that step shows by itself: an address says only where the view is another. */
	base?: StepView | undefined;
	/** Keys that this version does not know, kept as they came. */
	others: readonly (readonly [string, string])[];
}

/** What a step of a story shows. */
export type StepView = Omit<View, 'story' | 'step' | 'base' | 'others'>;

/** Every filter key, in the order in which chips and panel show them. */
export const FILTERS = [
	'q',
	'types',
	'status',
	'contested',
	'precision',
	'places',
	'area',
	'actors',
	'sources',
	'only'
] as const satisfies readonly (keyof Filters)[];
export type FilterKey = (typeof FILTERS)[number];
