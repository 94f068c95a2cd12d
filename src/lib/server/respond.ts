import { error } from '@sveltejs/kit';
import { DamagedFile } from '../core/columns/events-file';
import { noteInWords } from '../core/dossier/note';
import type { Dossier } from '../core/dossier/dossier';
import { noteOf } from './columns/damage';
import { sentence } from './answer';
import { subsetOf, type Subset, type SubsetWish } from './store/subset';
import { withoutInWords } from '../core/store/missing';
import { StoreAway } from '../core/store/store';
import { forgetDossier, loadDossier, type LoadedDossier } from './dossiers';

/** A dossier that can be read. */
export type ReadableDossier = LoadedDossier & { dossier: Dossier };

/** The dossier of a request's path, or the page that says why there is none (404, 422). */
export async function requireDossier(id: string): Promise<ReadableDossier> {
	const result = await loadDossier(id).catch((fault: unknown) => {
		if (fault instanceof StoreAway) error(503, fault.message);
		throw fault;
	});
	if (!result) error(404, `There is no dossier “${id}” here.`);
	const { dossier } = result;
	if (!dossier) {
		const first = result.notes[0];
		error(422, `The dossier “${id}” cannot be read. ${first ? noteInWords(first) : ''}`);
	}
	return { ...result, dossier };
}

/** A dossier, or the answer that says why it cannot be asked for at the moment (503), for what is no page. */
export async function loadOrSay(id: string): Promise<LoadedDossier | Response | undefined> {
	try {
		return await loadDossier(id);
	} catch (fault) {
		if (fault instanceof StoreAway) return sentence(503, fault.message, { 'retry-after': '5' });
		throw fault;
	}
}

/**
 * The same with what an address shows of its events, as an ordinary dossier; see `subsetOf`. Where some of them cannot be
 * reached at the moment there is none (503): what is made of it leaves this place, and would not say what it lacks.
 */
export function requireSubset(
	id: string,
	query: string,
	wish: SubsetWish
): Promise<ReadableDossier & { subset: Subset }> {
	return withEvents(id, async (loaded) => {
		const subset = await subsetOf(loaded, query, wish);
		const without = withoutInWords(subset.missing ?? []);
		if (without !== undefined) throw new StoreAway(without);
		return { ...loaded, subset };
	});
}

/**
 * Does something with a dossier whose events may stand in a store. Where a file turns out to have other
 * bytes than it had, it is opened anew, once; where these are damaged, the page says so (422), and so it does where a
 * database cannot be asked (503).
 */
export async function withEvents<T>(
	id: string,
	work: (loaded: ReadableDossier) => Promise<T>
): Promise<T> {
	try {
		return await work(await requireDossier(id));
	} catch (fault) {
		if (fault instanceof StoreAway) error(503, fault.message);
		if (!(fault instanceof DamagedFile)) throw fault;
	}
	forgetDossier(id);
	try {
		return await work(await requireDossier(id));
	} catch (fault) {
		if (fault instanceof StoreAway) error(503, fault.message);
		if (!(fault instanceof DamagedFile)) throw fault;
		error(422, noteInWords(noteOf(fault)));
	}
}
