import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { loadFolder, type LoadedFolder } from '../lib/server/columns/load';
import { readDossierFolder } from '../lib/server/read-folder';

/**
 * What a command takes in: the dossier of a folder – without events where these stand in events.dateline – or a
 * sentence that says why there is no folder.
 */
export async function readFolder(folder: string): Promise<LoadedFolder | string> {
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder) return `${folder} is no folder; give the folder of a dossier.`;
	const { files } = await readDossierFolder(folder);
	return loadFolder(basename(resolve(folder)), folder, files);
}
