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
	bias: 0.1,
	ownDate: 0.6,
	nearDate: 0.1,
	saidDate: 0.3,
	carriedDate: -0.3,
	noDate: -0.7,
	ownPlace: 0.7,
	nearPlace: 0.2,
	carriedPlace: 0.3,
	focusPlace: -0.3,
	datelinePlace: -0.5,
	noPlace: -1.3,
	unresolved: -1,
	verb: 0.2,
	headline: 0.3,
	lead: 0.4,
	again: -0.4,
	vague: -0.5,
	word: 0.6,
	planned: 0,
	history: 0.1
};
