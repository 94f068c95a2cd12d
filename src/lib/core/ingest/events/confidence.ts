import type { Cluster } from './cluster';

/** What speaks for a draft and against it: its confidence, and why in words. */
export interface Trust {
	confidence: number;
	reasons: string[];
}

/** Weights of a logistic model, set by hand and measured (docs/ingest.md, `npm run evaluate`). */
const WEIGHTS = {
	bias: -0.6,
	verb: 0.5,
	ownDate: 1.1,
	nearDate: 0.5,
	carriedDate: -0.3,
	noDate: -1.2,
	ownPlace: 0.8,
	nearPlace: 0.2,
	carriedPlace: -0.3,
	noPlace: -0.7,
	unresolved: -0.8,
	headline: 0.6,
	lead: 0.4,
	again: 0.3,
	vague: -0.8,
	plainSpeech: -0.6
} as const;

/** The confidence in a cluster's draft, 0–1. @param resolved whether its place was found in a gazetteer */
export function trustIn({ reports }: Cluster, resolved: boolean): Trust {
	const reasons: string[] = [];
	let sum: number = WEIGHTS.bias;
	const say = (weight: number, reason?: string) => {
		sum += weight;
		if (reason) reasons.push(reason);
	};
	const [first] = reports;
	const kind = first?.kind;
	if (reports.some(({ trigger }) => trigger.part === 'verb')) say(WEIGHTS.verb);
	const how = (one: string) => reports.some(({ date }) => date.how === one);
	if (how('own')) say(WEIGHTS.ownDate, 'Its date stands beside it.');
	else if (how('sentence')) say(WEIGHTS.nearDate, 'Its date stands in the same sentence.');
	else if (how('said'))
		say(WEIGHTS.carriedDate, 'The date is that of the saying: it was then, or shortly before.');
	else if (how('carried')) say(WEIGHTS.carriedDate, 'The date was carried from a sentence before.');
	else say(WEIGHTS.noDate, 'The article gives it no date.');
	const where = (one: string) => reports.some((report) => report.where.how === one);
	if (where('own')) say(WEIGHTS.ownPlace, 'Its place stands beside it.');
	else if (where('sentence')) say(WEIGHTS.nearPlace, 'Its place stands in the same sentence.');
	else if (where('carried'))
		say(WEIGHTS.carriedPlace, 'The place was carried from a sentence before.');
	else if (where('dateline')) say(WEIGHTS.carriedPlace, 'The place is that of the dateline alone.');
	else if (kind?.incident) say(WEIGHTS.noPlace, 'The article does not say where.');
	if (!resolved && (where('own') || where('sentence')))
		say(WEIGHTS.unresolved, 'Its place is in no gazetteer at hand.');
	if (reports.some(({ block }) => block.role === 'headline'))
		say(WEIGHTS.headline, 'The headline tells of it.');
	if (reports.some(({ order }) => order <= 1)) say(WEIGHTS.lead);
	const told = new Set(reports.map(({ order }) => order)).size;
	if (told > 1) say(WEIGHTS.again * Math.min(3, told - 1), `${told} sentences tell of it.`);
	if (kind?.id === 'incident') say(WEIGHTS.vague);
	if (kind?.id === 'statement') say(WEIGHTS.plainSpeech);
	return { confidence: Math.round(100 / (1 + Math.exp(-sum))) / 100, reasons };
}
