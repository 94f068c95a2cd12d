import type { Store } from '../../core/store/store';
import { loadDossier } from '../dossiers';

/**
 * What is asked of a dossier's events; undefined where there is no such dossier, or its page has all of them. Throws
 * StoreAway.
 */
export async function storeOf(id: string): Promise<Store | undefined> {
	return (await loadDossier(id))?.store;
}
