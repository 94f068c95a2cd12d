import { measureArticles } from './articles';
import { ALL, type Measured } from './measured';
import { measureOwn } from './own';
import { pairUp } from './score';

const ROUNDS = 4_000;
const STEP = 0.05;
/** Pulls weights of rare features to 0 (ridge). */
const RIDGE = 0.008;

/**
 * Fits the weights of a draft's confidence (core/ingest/events/weights.ts) to the four articles and the
 * made-up ones: logistic regression by gradient descent. Prints them to be copied.
 */
export async function fitWeights(root: string): Promise<string[]> {
	const four = (await measureArticles(root)) ?? [];
	const { seen, unseen } = await measureOwn(root);
	const drafts = [...four, ...seen, ...unseen].flatMap(judged);
	const names = [...new Set(drafts.flatMap(({ features }) => features))].sort();
	const weights = new Map<string, number>([
		['bias', 0],
		...names.map((name): [string, number] => [name, 0])
	]);
	const get = (name: string) => weights.get(name) ?? 0;
	for (let round = 0; round < ROUNDS; round++) {
		const slope = new Map<string, number>();
		for (const { features, hit } of drafts) {
			const sum = ['bias', ...features].reduce((all, name) => all + get(name), 0);
			const miss = Number(hit) - 1 / (1 + Math.exp(-sum));
			for (const name of ['bias', ...features]) slope.set(name, (slope.get(name) ?? 0) + miss);
		}
		for (const name of weights.keys()) {
			const pull = name === 'bias' ? 0 : RIDGE * drafts.length * get(name);
			weights.set(name, get(name) + (STEP * ((slope.get(name) ?? 0) - pull)) / 10);
		}
	}
	return [
		`Weights fitted to ${drafts.length} drafts`,
		...[...weights].map(([name, weight]) => `  ${name}: ${weight.toFixed(1)},`)
	];
}

function judged({ drafts, gold }: Measured): { features: string[]; hit: boolean }[] {
	const pairs = pairUp(drafts, gold, ALL);
	return drafts.map(({ features = [] }, i) => ({ features, hit: pairs.has(i) }));
}
