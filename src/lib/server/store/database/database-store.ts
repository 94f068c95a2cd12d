import { StoreAway, type Store } from '../../../core/store/store';
import type { Database } from './connect';

/** A dossier's events in a database. */
export function databaseStore(_sql: Database, _id: string): Promise<Store> {
	return Promise.reject(new StoreAway('Databases cannot be asked yet.'));
}
