import type { Place } from '../../dossier/dossier';
import type { Article } from '../article';
import type { PlacesFound } from '../mention';
import type { Gazetteer } from './gazetteer';

/** What names are looked up in: a dossier's own places first, then the world's. */
export interface Gazetteers {
	dossier: readonly Place[];
	world?: Gazetteer;
}

/** The places that an article names, what each was taken for and what else it might be. */
export function findPlaces(article: Article, gazetteers: Gazetteers): PlacesFound {
	void article;
	void gazetteers;
	return { places: [], hints: [], persons: [] };
}
