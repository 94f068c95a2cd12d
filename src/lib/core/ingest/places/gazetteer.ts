import type { Candidate } from '../mention';

/** A gazetteer of the world: what its names stand for. */
export interface Gazetteer {
	/** All that a name may stand for; of none it knows nothing. */
	find: (name: string) => Candidate[];
}
