import { error } from '@sveltejs/kit';
import { noteInWords, type Note } from '../core/dossier/note';
import type { Dossier } from '../core/dossier/dossier';
import { loadDossier } from './dossiers';

/** The dossier of a request's path, or the page that says why there is none (404, 422). */
export async function requireDossier(
	id: string
): Promise<{ dossier: Dossier; notes: Note[]; rev: string }> {
	const result = await loadDossier(id);
	if (!result) error(404, `There is no dossier “${id}” here.`);
	if (!result.dossier) {
		const first = result.notes[0];
		error(422, `The dossier “${id}” cannot be read. ${first ? noteInWords(first) : ''}`);
	}
	return { dossier: result.dossier, notes: result.notes, rev: result.rev };
}
