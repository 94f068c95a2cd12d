import type { Dossier } from '../../core/dossier/dossier';

/** By header: a subset as known on a day, or without its notes, has the same. */
const homes = new WeakMap<Dossier['header'], Dossier>();

export function setHome(subset: Dossier, frame: Dossier): void {
	homes.set(subset.header, frame);
}

/** The dossier that a subset is of, one for all its subsets: what is drawn once is kept by it. Any other is its own. */
export function homeOf(dossier: Dossier): Dossier {
	return homes.get(dossier.header) ?? dossier;
}
