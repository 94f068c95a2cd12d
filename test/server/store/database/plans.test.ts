import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/lib/core/date/day';
import type { Store } from '../../../../src/lib/core/store/store';
import type { Database } from '../../../../src/lib/server/store/database/connect';
import { databaseStore } from '../../../../src/lib/server/store/database/database-store';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';
import { syntheticFiles } from '../../../synthetic/dossier.js';
import { addShard, EDGES, emptyDatabase, inFiles, loadedStore, type InFiles } from './loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

/** Of a database whose statements are explained as they are asked: the plans, in that order. */
function explained(sql: Database, plans: string[]): Database {
	return new Proxy(sql, {
		get: (target, key) =>
			key !== 'unsafe'
				? (Reflect.get(target, key) as unknown)
				: async (...[text, values, options]: Parameters<Database['unsafe']>) => {
						if (text.includes('dateline.events') || text.includes('event_terms')) {
							const explain = `EXPLAIN (VERBOSE, COSTS OFF) ${text}`;
							const rows = await target.unsafe<{ 'QUERY PLAN': string }[]>(
								explain,
								values,
								options
							);
							plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
						}
						return target.unsafe(text, values, options);
					}
	});
}

describe.skipIf(!hasPostgres)(`how servers are asked${WITHOUT_IT}`, () => {
	let files: InFiles;
	let server: TestServer;
	let sql: Database;
	let store: Store;
	let plans: string[];

	beforeAll(async () => {
		files = await inFiles(syntheticFiles({ events: 400, seed: 6 }));
		server = await startServer();
		sql = await emptyDatabase(server, 'main');
		await addShard(sql, server, 'first', [2021, 2021]);
		await addShard(sql, server, 'second', [2022, 2022]);
		await loadedStore(sql, files.folder);
		plans = [];
		store = (await databaseStore(explained(sql, plans), 'many')) as Store;
	}, 60_000);
	afterAll(async () => {
		await sql?.end({ timeout: 1 });
		await server?.remove();
		files?.remove();
	});

	async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
		plans.length = 0;
		await ask();
		return [...plans];
	}
	/** What is sent to other servers. */
	const sentIn = (plan: string) => [...plan.matchAll(/Remote SQL: (.*)/g)].map(([, text]) => text);
	const place = () => [files.whole.places[5]?.id ?? ''];

	it.each([
		['counts', () => store.counts({ places: place() })],
		[
			'counts of places, actors and publishers',
			() => store.counts({ to: dayOf(2022, 3, 1), contested: true })
		],
		['counts as known on a day', () => store.counts({ asof: dayOf(2022, 1, 1) })],
		[
			'counts in a polygon',
			() =>
				store.counts({
					area: {
						kind: 'polygon',
						vertices: [
							[0, 0],
							[30, 3],
							[9, 40]
						]
					}
				})
		],
		['counts of words', () => store.counts({ q: 'harbour' })],
		['bins', () => store.bins({ places: place() }, EDGES)],
		['a tile', () => store.tile({}, { z: 0, x: 0, y: 0 })],
		['publishers', () => store.publishers({ from: dayOf(2021, 2, 1), types: ['type-1'] })]
	])('has each shard do its own %s', async (_, ask) => {
		const found = await plansOf(ask);
		expect(found.length).toBeGreaterThan(0);
		for (const plan of found) {
			const sent = sentIn(plan);
			expect(sent.length).toBeGreaterThan(0);
			for (const text of sent) expect(text).toMatch(/count\(\*\).* GROUP BY/);
			expect(plan.match(/Relations: Aggregate on \(dateline\.shard_/g)).toHaveLength(sent.length);
			for (const shard of [1, 2]) expect(plan).toContain(`shard_${shard}_`);
			expect(plan).toContain('Async Foreign Scan');
		}
	});

	it('has each shard give no more of the list than is asked for, in its order', async () => {
		const at = (await store.list({}, { limit: 200, bare: true })).events.at(-1);
		for (const wish of [{}, { after: at }, { before: at }]) {
			const [plan] = await plansOf(() => store.list({}, { limit: 9, ...wish }));
			const sent = sentIn(plan ?? '');
			expect(sent.length).toBeGreaterThan(0);
			for (const text of sent) expect(text).toMatch(/ORDER BY .*LIMIT 10::bigint/);
		}
	});

	it('asks no server and reads no part of other years', async () => {
		const question = { from: dayOf(2021, 4, 1), to: dayOf(2021, 5, 1), types: ['type-1'] };
		for (const ask of [
			() => store.list(question, { limit: 9 }),
			() => store.tile(question, { z: 0, x: 0, y: 0 }),
			() => store.publishers(question)
		])
			for (const plan of await plansOf(ask)) {
				expect(plan).toContain('shard_1_');
				expect(plan).not.toContain('shard_2_');
				expect(plan).not.toMatch(/events_\d+_20\d\d/);
				expect(plan).toMatch(/events_\d+_wide/);
			}
	});
});
