import type { Dossier } from '../../core/dossier/dossier';
import { dossierOf, type WithEvents } from './subset';

/** Most events that a source's page tells of. */
const MOST_CITING = 500;

/** An id as any is: what an address has instead is looked up in no file. */
const ID = /^[a-z0-9-]{1,200}$/;

/** A dossier that has an event, where there is one of this id. Throws DamagedFile. */
export async function withEvent({ dossier, events }: WithEvents, id: string): Promise<Dossier> {
	if (!events) return dossier;
	const row = ID.test(id) ? await events.file.rowOf(id) : undefined;
	return (await dossierOf(dossier, events, row === undefined ? [] : [row])).dossier;
}

/** A dossier that has a source and the first events that cite it, and how many do. Throws DamagedFile. */
export async function withSource(
	{ dossier, events }: WithEvents,
	id: string
): Promise<{ dossier: Dossier; citing: number | undefined }> {
	if (!events) return { dossier, citing: undefined };
	const rows = ID.test(id) ? await events.file.rowsCiting([id]) : new Uint32Array();
	const first = [...rows.subarray(0, MOST_CITING)];
	const subset = await dossierOf(dossier, events, first, { sources: [id] });
	return { dossier: subset.dossier, citing: rows.length };
}
