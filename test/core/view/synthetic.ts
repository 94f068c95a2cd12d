import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { syntheticFiles } from '../../synthetic/dossier';

/** A dossier of so many events, made by dice and read as any other; it has nothing to mend. */
export function syntheticDossier(events: number, seed = 1): Dossier {
	const files = Object.entries(syntheticFiles({ events, seed })).map(([name, content]) => [
		name,
		new TextEncoder().encode(JSON.stringify(content))
	]);
	const { dossier, notes } = checkDossier('synthetic', Object.fromEntries(files));
	if (!dossier || notes.length > 0) throw new Error(JSON.stringify(notes[0]));
	return dossier;
}
