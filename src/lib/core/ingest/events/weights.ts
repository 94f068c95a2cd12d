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

/** Weights of a logistic model, fitted with `npm run evaluate -- weights`; what that saw too rarely is set by hand. */
export const WEIGHTS: Record<Feature | 'bias', number> = {
	bias: -0.6,
	ownDate: 0.6,
	nearDate: -0,
	saidDate: 0.4,
	carriedDate: 0,
	noDate: -1,
	ownPlace: 0.5,
	nearPlace: 0.5,
	carriedPlace: -0.1,
	focusPlace: -0.2,
	datelinePlace: -0.5,
	noPlace: -1,
	unresolved: -1,
	verb: 0.5,
	headline: 0.4,
	lead: 0.2,
	again: 0.3,
	vague: -0.2,
	word: 0,
	planned: 0.4,
	history: 0.5
};
