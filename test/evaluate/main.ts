import { evaluateGeoVirus } from './geovirus';

/** The parts of `npm run evaluate`. */
export const PARTS: Record<string, (root: string, withErrors: boolean) => Promise<string[]>> = {
	geovirus: evaluateGeoVirus
};
