import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/lib/core/store/store';
import type { Database } from '../../../../src/lib/server/store/database/connect';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';
import { syntheticFiles } from '../../../synthetic/dossier.js';
import { answersOf, questions, tilesOf } from '../questions';
import {
	addShard,
	EDGES,
	emptyDatabase,
	FIRST,
	inFiles,
	loadedStore,
	vocabularyOf,
	type InFiles
} from './loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

describe.skipIf(!hasPostgres)(`a dossier in a database, and over servers${WITHOUT_IT}`, () => {
	let files: InFiles;
	let server: TestServer;
	let one: Database;
	let many: Database;
	let stores: Record<'one server' | 'two shards', Store>;

	beforeAll(async () => {
		const made = syntheticFiles({ events: 700, seed: 5 });
		Object.assign(made['dossier.json'] as object, { openingView: { from: '2021-05-01' } });
		files = await inFiles(made);
		server = await startServer();
		one = await emptyDatabase(server, 'one');
		many = await emptyDatabase(server, 'many');
		await addShard(many, server, 'first', [2021, 2021]);
		await addShard(many, server, 'second', [2022, 2023]);
		stores = {
			'one server': await loadedStore(one, files.folder),
			'two shards': await loadedStore(many, files.folder)
		};
	}, 60_000);
	afterAll(async () => {
		await one?.end();
		await many?.end();
		await server?.remove();
		files?.remove();
	});

	it('has the events of a shard’s years there, and none of them here', async () => {
		const count = (database: string) =>
			Number(server.sql('SELECT count(*) FROM dateline.events', database).trim());
		expect(count('first')).toBeGreaterThan(100);
		expect(count('second')).toBeGreaterThan(50);
		const own = server
			.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^events_'", 'many')
			.trim();
		expect(own).not.toMatch(/202[123]/);
		expect(count('many')).toBe(files.whole.events.length);
	});

	const tiles = [...tilesOf(1), { z: 0, x: 0, y: 0 }];
	const hundreds = [0, 100, 200, 300, 400];
	it.each(hundreds)(
		'answers a hundred of 500 questions as files do, from %i on',
		async (start) => {
			const asked = questions(vocabularyOf(files.whole), 500, 9).slice(start, start + 100);
			for (const question of asked) {
				const expected = await answersOf(files.store, question, { edges: EDGES, tiles, page: 400 });
				for (const [name, store] of Object.entries(stores))
					expect(
						await answersOf(store, question, { edges: EDGES, tiles, page: 250 }),
						`${name}: ${JSON.stringify(question)}`
					).toEqual(expected);
			}
		},
		240_000
	);

	it('is put in place of itself over all servers', async () => {
		const before = await stores['two shards'].counts({ contested: true });
		stores['two shards'] = await loadedStore(many, files.folder);
		expect(await stores['two shards'].counts({ contested: true })).toEqual(before);
		for (const database of ['first', 'second'])
			expect(
				server.sql('SELECT count(DISTINCT dossier) FROM dateline.events', database).trim()
			).toBe('1');
	});

	it('goes through the list backwards as it goes forwards', async () => {
		const all = (await files.store.list({}, { limit: 1_000, bare: true })).events;
		for (const store of Object.values(stores)) {
			const back: string[] = [];
			for (let before = all.at(-1); before;) {
				const { events, more } = await store.list({}, { limit: 83, before, bare: true });
				back.unshift(...events.map(({ id }) => id));
				before = more ? events[0] : undefined;
			}
			expect(back).toEqual(all.slice(0, -1).map(({ id }) => id));
		}
	});

	it('gives the records that files give, whichever way they are asked for', async () => {
		const ids = [
			'event-3',
			'there-is-none',
			'event-600',
			"'; DROP TABLE dateline.events; --",
			'event-4'
		];
		const source = files.whole.sources[1]?.id ?? '';
		const squares = [
			{ z: 2, x: 1, y: 1 },
			{ z: 2, x: 2, y: 2 }
		];
		for (const store of Object.values(stores)) {
			expect(await store.records(ids)).toEqual(await files.store.records(ids));
			expect(await store.records([])).toEqual({ records: [] });
			expect(await store.citing([source, 'x'], 7)).toEqual(
				await files.store.citing([source, 'x'], 7)
			);
			expect(await store.citing(['x'], 7)).toEqual({ records: [], total: 0 });
			expect(await store.unsettled(FIRST + 100, 9)).toEqual(
				await files.store.unsettled(FIRST + 100, 9)
			);
			expect(await store.list({}, { limit: 40, squares })).toEqual(
				await files.store.list({}, { limit: 40, squares })
			);
			const { facets, ...rest } = await store.overview();
			const { facets: own, ...here } = await files.store.overview();
			expect({ ...rest, spread: undefined }).toEqual({ ...here, spread: undefined });
			for (const key of ['types', 'places', 'actors', 'publishers', 'status'] as const)
				expect([...facets[key]].filter(([, n]) => n > 0).sort()).toEqual(
					[...own[key]].filter(([, n]) => n > 0).sort()
				);
		}
	});
});
