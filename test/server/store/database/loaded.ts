import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '../../../../src/lib/core/date/day';
import type { Dossier } from '../../../../src/lib/core/dossier/dossier';
import type { Store } from '../../../../src/lib/core/store/store';
import { loadFolder } from '../../../../src/lib/server/columns/load';
import { readDossierFolder } from '../../../../src/lib/server/read-folder';
import { openDatabase, type Database } from '../../../../src/lib/server/store/database/connect';
import { databaseStore } from '../../../../src/lib/server/store/database/database-store';
import { loadFolderInto } from '../../../../src/lib/server/store/database/load';
import { initDatabase } from '../../../../src/lib/server/store/database/migrate';
import { PASSWORD, USER, type TestServer } from '../../../postgres/server';
import { writeColumnar } from '../../../synthetic/columnar';
import type { DossierFiles } from '../../../synthetic/dossier.js';
import type { Vocabulary } from '../questions';

export const FIRST = dayOf(2021, 1, 1);
export const EDGES = Array.from({ length: 40 }, (_, i) => FIRST + i * 9);

/** A dossier of a test, in a folder with events.dateline. */
export interface InFiles {
	/** With all its events. */
	whole: Dossier;
	folder: string;
	/** Of its files. */
	store: Store;
	remove(): void;
}

export async function inFiles(files: DossierFiles): Promise<InFiles> {
	const data = mkdtempSync(join(tmpdir(), 'dateline-same-'));
	const whole = await writeColumnar(data, 'many', files);
	const folder = join(data, 'many');
	const { store, events } = await loadFolder(
		'many',
		folder,
		(await readDossierFolder(folder)).files
	);
	if (!store) throw new Error('no store');
	return {
		whole,
		folder,
		store,
		remove: () => {
			events?.source.leave();
			rmSync(data, { recursive: true });
		}
	};
}

export function vocabularyOf({ header, places, sources }: Dossier): Vocabulary {
	const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
	return {
		types: ids(header.types),
		actors: ids(header.actors),
		places: ids(places),
		sources: ids(sources),
		words: ['harbour', 'talks', 'kelbecer', 'town', 'report', 'harbuor', 'ev', 'paper'],
		days: [FIRST, FIRST + 600]
	};
}

/** A database with the tables, in a server of a test. */
export async function emptyDatabase(server: TestServer, name: string): Promise<Database> {
	const sql = openDatabase(server.database(name), { max: 4 });
	await initDatabase(sql, name);
	return sql;
}

/** The store of a folder's dossier, once it is in a database. */
export async function loadedStore(sql: Database, folder: string): Promise<Store> {
	await loadFolderInto(sql, folder);
	const store = await databaseStore(sql, 'many');
	if (!store) throw new Error('not loaded');
	return store;
}

/** Makes a database of another server a shard. */
export async function addShard(
	sql: Database,
	server: TestServer,
	name: string,
	[from, to]: readonly [number, number]
): Promise<void> {
	const shard = await emptyDatabase(server, name);
	await shard.end();
	await sql`SELECT dateline.attach_shard(${from}, ${to}, '127.0.0.1', ${server.port}, ${name}, ${USER}, ${PASSWORD})`;
}
