import { basename } from 'node:path';
import { checkDossier } from '../src/lib/core/dossier/check';
import type { Dossier } from '../src/lib/core/dossier/dossier';
import { readDossierFolder } from '../src/lib/server/read-folder';

/** A dossier of a folder, of which something sound must be left. */
export async function readDossier(folder: string): Promise<Dossier> {
	const { files } = await readDossierFolder(folder);
	const { dossier } = checkDossier(basename(folder), files);
	if (!dossier) throw new Error(`${folder} cannot be read.`);
	return dossier;
}
