import { evaluateArticles } from './articles';
import { evaluateGeoVirus } from './geovirus';
import { evaluateOwn } from './own';
import { measureSpeed } from './speed';
import { fitWeights } from './weights';

/** The parts of `npm run evaluate`. */
export const PARTS: Record<string, (root: string, withErrors: boolean) => Promise<string[]>> = {
	articles: evaluateArticles,
	own: evaluateOwn,
	geovirus: evaluateGeoVirus,
	speed: measureSpeed,
	weights: fitWeights
};
