import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { checkDossier, type CheckResult } from '../lib/core/dossier/check';
import { readDossierFolder } from '../lib/server/read-folder';

/** What a command takes in: the dossier of a folder, or a sentence that says why there is no folder. */
export async function readFolder(folder: string): Promise<CheckResult | string> {
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder) return `${folder} is no folder; give the folder of a dossier.`;
	const { files } = await readDossierFolder(folder);
	return checkDossier(basename(resolve(folder)), files);
}
