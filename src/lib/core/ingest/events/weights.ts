/** What is looked at to say how sure a draft is. */
export type Feature =
	| 'ownDate'
	| 'nearDate'
	| 'saidDate'
	| 'carriedDate'
	| 'noDate'
	| 'ownPlace'
	| 'nearPlace'
	| 'carriedPlace'
	| 'focusPlace'
	| 'datelinePlace'
	| 'noPlace'
	| 'unresolved'
	| 'verb'
	| 'headline'
	| 'lead'
	| 'again'
	| 'vague'
	| 'word'
	| 'planned'
	| 'history';

/** Weights of a logistic model. */
export const WEIGHTS: Record<Feature | 'bias', number> = {
	bias: -0.6,
	ownDate: 1.1,
	nearDate: 0.5,
	saidDate: -0.3,
	carriedDate: -0.3,
	noDate: -1.2,
	ownPlace: 0.8,
	nearPlace: 0.2,
	carriedPlace: -0.3,
	focusPlace: -0.5,
	datelinePlace: -0.3,
	noPlace: -0.7,
	unresolved: -0.8,
	verb: 0.5,
	headline: 0.6,
	lead: 0.4,
	again: 0.3,
	vague: -0.8,
	word: -0.4,
	planned: 0,
	history: 0
};
