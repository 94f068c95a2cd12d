import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../src/lib/core/dossier/dossier';
import { dayOf } from '../../../../src/lib/core/date/day';
import type { Store } from '../../../../src/lib/core/store/store';
import { loadFolder, type LoadedFolder } from '../../../../src/lib/server/columns/load';
import { readDossierFolder } from '../../../../src/lib/server/read-folder';
import { openDatabase, type Database } from '../../../../src/lib/server/store/database/connect';
import { databaseStore } from '../../../../src/lib/server/store/database/database-store';
import { loadFolderInto } from '../../../../src/lib/server/store/database/load';
import { initDatabase } from '../../../../src/lib/server/store/database/migrate';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';
import { writeColumnar } from '../../../synthetic/columnar';
import { syntheticFiles } from '../../../synthetic/dossier.js';
import { answersOf, questions, tilesOf } from '../questions';

const FIRST = dayOf(2021, 1, 1);
const EDGES = Array.from({ length: 40 }, (_, i) => FIRST + i * 9);
const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

describe.skipIf(!hasPostgres)(`a dossier in a database${WITHOUT_IT}`, () => {
	let data: string;
	let whole: Dossier;
	let loaded: LoadedFolder;
	let server: TestServer;
	let sql: Database;
	let files: Store;
	let store: Store;

	beforeAll(async () => {
		data = mkdtempSync(join(tmpdir(), 'dateline-same-'));
		const made = syntheticFiles({ events: 900, seed: 5 });
		Object.assign(made['dossier.json'] as object, { openingView: { from: '2021-05-01' } });
		whole = await writeColumnar(data, 'many', made);
		const folder = join(data, 'many');
		loaded = await loadFolder('many', folder, (await readDossierFolder(folder)).files);
		if (!loaded.store) throw new Error('no store');
		files = loaded.store;
		server = await startServer();
		sql = openDatabase(server.database('many'), { max: 4 });
		await initDatabase(sql, 'many');
		await loadFolderInto(sql, folder);
		store = (await databaseStore(sql, 'many')) as Store;
	}, 60_000);
	afterAll(async () => {
		await sql?.end();
		await server?.remove();
		loaded?.events?.source.leave();
		rmSync(data, { recursive: true });
	});

	const vocabulary = () => ({
		types: whole.header.types.map(({ id }) => id),
		actors: whole.header.actors.map(({ id }) => id),
		places: whole.places.map(({ id }) => id),
		sources: whole.sources.map(({ id }) => id),
		words: ['harbour', 'talks', 'kelbecer', 'town', 'report', 'harbuor', 'ev', 'paper'],
		days: [FIRST, FIRST + 600] as const
	});

	it('answers 500 questions as files do', async () => {
		const tiles = [...tilesOf(1), { z: 0, x: 0, y: 0 }];
		for (const question of questions(vocabulary(), 500, 9))
			expect(
				await answersOf(store, question, { edges: EDGES, tiles, page: 37 }),
				JSON.stringify(question)
			).toEqual(await answersOf(files, question, { edges: EDGES, tiles, page: 400 }));
	}, 300_000);
});
