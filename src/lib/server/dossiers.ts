import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkDossier, RESERVED_IDS, type CheckResult } from '../core/dossier/check';
import { folderStamp, readDossierFolder } from './read-folder';
import { revOf } from './rev';

const ID = /^[a-z0-9-]+$/;

/** What the check made of a folder. */
export interface LoadedDossier extends CheckResult {
	/** The content hash of its files; see `revOf`. */
	rev: string;
}

const cache = new Map<string, LoadedDossier & { stamp: string }>();

/** The folder of dossiers: `DATELINE_DATA`, else `geodata` in the working directory. */
export function dataFolder(): string {
	return resolve(process.env.DATELINE_DATA || 'geodata');
}

/** Whether the server was started with `--edit`, and so may write into the folder of dossiers. */
export function isEditing(): boolean {
	return process.env['DATELINE_EDIT'] === '1';
}

/** Ids of the dossiers in the data folder, sorted. Throws where the folder cannot be listed. */
export async function dossierIds(): Promise<string[]> {
	const entries = await readdir(dataFolder(), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
		.map((entry) => entry.name)
		.filter((name) => ID.test(name) && !RESERVED_IDS.has(name))
		.sort();
}

/** The folder of one dossier; undefined where there is none of that id. */
export async function folderOf(id: string): Promise<string | undefined> {
	return (await dossierIds()).includes(id) ? join(dataFolder(), id) : undefined;
}

/**
 * One dossier with the check's notes, read again when its files have changed. Undefined where
 * there is no folder of that id.
 */
export async function loadDossier(id: string): Promise<LoadedDossier | undefined> {
	const folder = await folderOf(id);
	if (folder === undefined) return undefined;
	const cached = cache.get(id);
	if (cached && cached.stamp === (await folderStamp(folder))) return cached;
	const { files, stamp } = await readDossierFolder(folder);
	const result = { ...checkDossier(id, files), rev: revOf(files), stamp };
	cache.set(id, result);
	return result;
}
