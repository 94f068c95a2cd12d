import type { Cluster } from './cluster';
import { WEIGHTS, type Feature } from './weights';

/** What speaks for a draft and against it: its confidence, and why in words. */
export interface Trust {
	/** 0–1. */
	confidence: number;
	reasons: string[];
}

/** What of each feature is said to whoever reviews; of the others nothing. */
const REASONS: Partial<Record<Feature, string>> = {
	ownDate: 'Its date stands beside it.',
	nearDate: 'Its date stands in the same sentence.',
	saidDate: 'The date is that of the saying: it was then, or shortly before.',
	carriedDate: 'The date was carried from a sentence before.',
	noDate: 'The article gives it no date.',
	ownPlace: 'Its place stands beside it.',
	nearPlace: 'Its place stands in the same sentence.',
	carriedPlace: 'The place was carried from a sentence before.',
	focusPlace: 'The article does not say where; its other news is from there.',
	datelinePlace: 'The place is that of the dateline alone.',
	noPlace: 'The article does not say where.',
	unresolved: 'Its place is in no gazetteer at hand for certain.',
	headline: 'The headline tells of it.'
};

/** The features of a cluster's draft. @param resolved whether its place was found in a gazetteer */
export function featuresOf({ reports }: Cluster, resolved: boolean): Set<Feature> {
	const features = new Set<Feature>();
	const told = reports.filter(({ denial }) => !denial);
	const dated = (how: string) => told.some(({ date }) => date.how === how);
	const placed = (how: string) => told.some(({ where }) => where.how === how);
	const incident = told.some(({ kind }) => kind.incident);
	features.add(
		dated('own')
			? 'ownDate'
			: dated('sentence')
				? 'nearDate'
				: dated('said')
					? 'saidDate'
					: dated('carried')
						? 'carriedDate'
						: 'noDate'
	);
	if (placed('own')) features.add('ownPlace');
	else if (placed('sentence')) features.add('nearPlace');
	else if (placed('carried')) features.add('carriedPlace');
	else if (placed('focus')) features.add('focusPlace');
	else if (placed('dateline')) features.add('datelinePlace');
	else if (incident) features.add('noPlace');
	if (!resolved && (placed('own') || placed('sentence'))) features.add('unresolved');
	if (told.some(({ trigger }) => trigger.part === 'verb')) features.add('verb');
	if (told.some(({ block }) => block.role === 'headline')) features.add('headline');
	if (told.some(({ order }) => order <= 1)) features.add('lead');
	if (new Set(told.map(({ order }) => order)).size > 1) features.add('again');
	if (told.every(({ kind }) => kind.id === 'incident' || kind.id === 'event'))
		features.add('vague');
	if (told.every(({ kind }) => kind.family === 'word')) features.add('word');
	if (told.every(({ modality }) => modality.future)) features.add('planned');
	if (told.every(({ history }) => history)) features.add('history');
	return features;
}

/** The confidence in a draft with these features: how many in a hundred like it were right. */
export function trustIn(features: ReadonlySet<Feature>): Trust {
	let sum: number = WEIGHTS.bias;
	for (const feature of features) sum += WEIGHTS[feature];
	return {
		confidence: Math.round(100 / (1 + Math.exp(-sum))) / 100,
		reasons: [...features].flatMap((feature) => REASONS[feature] ?? [])
	};
}
