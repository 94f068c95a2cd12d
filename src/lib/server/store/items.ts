import type { Dossier } from '../../core/dossier/dossier';
import { withoutInWords } from '../../core/store/missing';
import { StoreAway, type Missing, type Store } from '../../core/store/store';
import { dossierOf, type WithStore } from './subset';

/** Most events that a source's page tells of. */
const MOST_CITING = 500;

/** An id as any is: what an address has instead is looked up in no store. */
const ID = /^[a-z0-9-]{1,200}$/;

/** A dossier that has an event, where there is one of this id. Throws DamagedFile, StoreAway. */
export async function withEvent({ dossier, store }: WithStore, id: string): Promise<Dossier> {
	if (!store) return dossier;
	const { records, missing = [] }: Awaited<ReturnType<Store['records']>> = ID.test(id)
		? await store.records([id])
		: { records: [] };
	// It may be among those: that there is none nobody can say.
	if (records.length === 0) requireAll(missing);
	return (await dossierOf(dossier, store, records)).dossier;
}

/**
 * A dossier that has a source and the first events that cite it, and how many do. Throws DamagedFile,
 * StoreAway.
 */
export async function withSource(
	{ dossier, store }: WithStore,
	id: string
): Promise<{ dossier: Dossier; citing: number | undefined }> {
	if (!store) return { dossier, citing: undefined };
	const {
		records,
		total,
		missing = []
	}: Awaited<ReturnType<Store['citing']>> = ID.test(id)
		? await store.citing([id], MOST_CITING)
		: { records: [], total: 0 };
	requireAll(missing);
	const subset = await dossierOf(dossier, store, records, { sources: [id] });
	return { dossier: subset.dossier, citing: total };
}

function requireAll(missing: readonly Missing[]): void {
	const without = withoutInWords(missing);
	if (without !== undefined) throw new StoreAway(without);
}
