import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RESERVED_IDS } from '../core/dossier/check';
import { loadFolder, type LoadedFolder } from './columns/load';
import { folderStamp, readDossierFolder } from './read-folder';
import type { DatabaseLibrary } from './store/database/library';

const ID = /^[a-z0-9-]+$/;

export type LoadedDossier = LoadedFolder;

interface Kept {
	stamp: string;
	loaded: Promise<LoadedDossier>;
}

/** By id, the last one asked for last. */
const cache = new Map<string, Kept>();

/** Rows of columns that are kept, some 100 bytes each: the dossiers asked for longest ago are let go of. */
const MOST_ROWS = 4_000_000;

/**
 * The folder of dossiers: `DATELINE_DATA`, else `geodata` in the working directory. Where a database is named
 * (`DATELINE_DATABASE`) and no folder, the database stands instead of one.
 */
export function dataFolder(): string {
	return resolve(process.env.DATELINE_DATA || 'geodata');
}

const hasFolder = () => Boolean(process.env.DATELINE_DATA) || !process.env.DATELINE_DATABASE;

/** The dossiers of the database that the server is given, where it is; opened when it is first asked. */
let database: { address: string; library: Promise<DatabaseLibrary> } | undefined;

function databaseLibrary(): Promise<DatabaseLibrary> | undefined {
	const address = process.env.DATELINE_DATABASE;
	if (!address) return undefined;
	if (database?.address !== address)
		database = {
			address,
			// The driver comes with a server that has a database, and with no other.
			library: import('./store/database/library').then(({ openLibrary }) => openLibrary(address))
		};
	return database.library;
}

/** Why the database cannot be asked at the moment; undefined where it can, or there is none. */
export async function databaseFault(): Promise<string | undefined> {
	const library = await databaseLibrary();
	if (!library) return undefined;
	await library.ids();
	return library.fault;
}

/** Whether the server was started with `--edit`, and so may write into the folder of dossiers. */
export function isEditing(): boolean {
	return process.env['DATELINE_EDIT'] === '1';
}

/**
 * Ids of all dossiers, sorted: of the folder's, and of the database's, those it last had where it is away. Throws where
 * the folder cannot be listed.
 */
export async function dossierIds(): Promise<string[]> {
	const held = await (await databaseLibrary())?.ids();
	return [...new Set([...(await folderIds()), ...(held ?? [])])].sort();
}

async function folderIds(): Promise<string[]> {
	if (!hasFolder()) return [];
	const entries = await readdir(dataFolder(), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
		.map((entry) => entry.name)
		.filter((name) => ID.test(name) && !RESERVED_IDS.has(name))
		.sort();
}

/** The folder of one dossier; undefined where there is none of that id. */
export async function folderOf(id: string): Promise<string | undefined> {
	return (await folderIds()).includes(id) ? join(dataFolder(), id) : undefined;
}

/**
 * One dossier with the check's notes, read again when its files have changed. Undefined where
 * there is neither a folder of that id nor one in the database. Throws StoreAway where that cannot be asked.
 */
export async function loadDossier(id: string): Promise<LoadedDossier | undefined> {
	const folder = await folderOf(id);
	if (folder === undefined) return (await databaseLibrary())?.load(id);
	const stamp = await folderStamp(folder);
	const cached = cache.get(id);
	if (cached?.stamp === stamp) {
		cache.delete(id);
		cache.set(id, cached);
		return cached.loaded;
	}
	const loaded = readDossierFolder(folder).then(({ files }) => loadFolder(id, folder, files));
	// Whoever asks meanwhile waits for the same.
	cache.set(id, { stamp, loaded });
	loaded.then(
		(result) => keepWithin(id, result),
		() => cache.delete(id)
	);
	void cached?.loaded.then(leave, () => undefined);
	return loaded;
}

/** Has a dossier read again at the next request, whatever its files' stamps say. */
export function forgetDossier(id: string): void {
	const cached = cache.get(id);
	cache.delete(id);
	void cached?.loaded.then(leave, () => undefined);
}

const leave = ({ events }: LoadedDossier) => events?.source.leave();

/** Lets go of columns that are too many beside those of this dossier. */
async function keepWithin(id: string, { events }: LoadedDossier): Promise<void> {
	if (!events) return;
	let rows = events.columns.length;
	for (const [other, { loaded }] of [...cache].reverse()) {
		if (other === id) continue;
		const length = (await loaded.catch(() => undefined))?.events?.columns.length ?? 0;
		rows += length;
		if (length > 0 && rows > MOST_ROWS) forgetDossier(other);
	}
}
