import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StopError } from '../stop.js';

/**
 * Makes sure that there is a folder of dossiers to serve. What is inside the dossiers is the app's to judge.
 *
 * @param {string} folder absolute
 * @throws {StopError} where it is missing, no folder, or holds no folder
 */
export function checkData(folder) {
	const how =
		'name a folder that holds one folder per dossier, as in DATELINE_DATA=/my/dossiers npm start';
	const stat = statSync(folder, { throwIfNoEntry: false });
	if (!stat) throw new StopError(`The data folder ${folder} does not exist: ${how}.`);
	if (!stat.isDirectory()) throw new StopError(`${folder} is not a folder: ${how}.`);
	if (existsSync(join(folder, 'dossier.json')))
		throw new StopError(
			`${folder} is itself a dossier: name the folder that holds it, DATELINE_DATA=${dirname(folder)}.`
		);
	if (!entriesOf(folder).some((name) => isDossierFolder(join(folder, name))))
		throw new StopError(`The data folder ${folder} holds no dossier: ${how}.`);
}

/**
 * @param {string} folder
 * @returns {string[]} the names in it
 */
function entriesOf(folder) {
	try {
		return readdirSync(folder).filter((name) => !name.startsWith('.'));
	} catch {
		throw new StopError(`The data folder ${folder} cannot be read: check who may read it.`);
	}
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isDossierFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
