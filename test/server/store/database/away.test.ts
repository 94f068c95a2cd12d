import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/lib/core/date/day';
import { StoreAway, type Store } from '../../../../src/lib/core/store/store';
import type { Database } from '../../../../src/lib/server/store/database/connect';
import {
	hasPostgres,
	PASSWORD,
	startServer,
	WITHOUT,
	type TestServer
} from '../../../postgres/server';
import { syntheticFiles } from '../../../synthetic/dossier.js';
import { pointsIn } from '../questions';
import { addShard, EDGES, emptyDatabase, inFiles, loadedStore, type InFiles } from './loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;
const YEAR = { from: dayOf(2022, 1, 1), to: dayOf(2023, 1, 1) - 1 };

describe.skipIf(!hasPostgres)(`a shard that is away${WITHOUT_IT}`, () => {
	let files: InFiles;
	let here: TestServer;
	let there: TestServer;
	let sql: Database;
	let store: Store;

	beforeAll(async () => {
		files = await inFiles(syntheticFiles({ events: 300, seed: 6 }));
		[here, there] = await Promise.all([startServer(), startServer()]);
		sql = await emptyDatabase(here, 'main');
		await addShard(sql, here, 'first', [2021, 2021]);
		await addShard(sql, there, 'second', [2022, 2022]);
		store = await loadedStore(sql, files.folder);
	}, 60_000);
	afterAll(async () => {
		await sql?.end({ timeout: 1 });
		await Promise.all([here?.remove(), there?.remove()]);
		files?.remove();
	});

	/** Those of the files that begin in the shard's year and reach no more than 62 days. */
	const ofShard = async () => {
		const inYear = Number(there.sql('SELECT count(*) FROM dateline.events', 'second').trim());
		expect(inYear).toBeGreaterThan(50);
		return inYear;
	};

	it('is named, and nothing of it is counted; once it is back, all is', async () => {
		const { events: all } = await store.list({}, { limit: 1_000 });
		expect(all).toHaveLength(300);
		const gone = await ofShard();
		await there.stop('immediate');
		const began = performance.now();
		const listed = await store.list({}, { limit: 1_000 });
		expect(performance.now() - began).toBeLessThan(6_000);
		expect(listed.missing).toEqual([YEAR]);
		expect(listed.events).toHaveLength(300 - gone);
		const counts = await store.counts({});
		expect(counts.missing).toEqual([YEAR]);
		expect(counts.tallies).toMatchObject({ shown: 300 - gone, total: 300 - gone });
		expect(counts.candidates).toBe(300 - gone);
		const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0);
		expect(sum(counts.facets.types)).toBe(300 - gone);
		const bins = await store.bins({}, EDGES);
		expect(bins.missing).toEqual([YEAR]);
		const inBins = [...bins.counts.values()].flat().reduce((a, b) => a + b, 0);
		expect(inBins + bins.before.count + bins.after.count + bins.undated).toBe(300 - gone);
		const tile = await store.tile({}, { z: 0, x: 0, y: 0 });
		expect(tile.missing).toEqual([YEAR]);
		const placed = listed.events.filter(({ at }) => at).length;
		expect(pointsIn(tile.bytes).reduce((n, point) => n + Number(point['n']), 0)).toBe(placed);
		expect((await store.publishers({})).missing).toEqual([YEAR]);
		expect((await store.records(['event-1'])).missing).toEqual([YEAR]);

		await there.start();
		for (let i = 0; i < 100; i++) {
			const again = await store.counts({});
			if (!again.missing) break;
			await new Promise((done) => setTimeout(done, 100));
		}
		expect((await store.counts({})).tallies.shown).toBe(300);
		expect(await store.list({}, { limit: 1_000 })).toEqual({ events: all, more: false });
	}, 60_000);

	it('that hangs is named as one that is gone, to those who ask and to those who wait for it', async () => {
		const gone = await ofShard();
		const asked = { types: ['type-1'] };
		there.freeze();
		const began = performance.now();
		// Asked of it before anybody has seen that it hangs.
		const waiting = await store.list(asked, { limit: 1_000 });
		expect(waiting.missing).toEqual([YEAR]);
		const counts = await store.counts({});
		expect(performance.now() - began).toBeLessThan(15_000);
		expect(counts.missing).toEqual([YEAR]);
		expect(counts.tallies.shown).toBe(300 - gone);
		there.thaw();
		await expect
			.poll(async () => (await store.counts({})).missing, { timeout: 45_000 })
			.toBeUndefined();
		expect((await store.counts({})).tallies.shown).toBe(300);
	}, 90_000);

	it('is not missed where its years are not asked for', async () => {
		await there.stop('immediate');
		const question = { from: dayOf(2021, 2, 1), to: dayOf(2021, 3, 1) };
		expect((await store.list(question, { limit: 1_000 })).missing).toBeUndefined();
		const near = { from: dayOf(2021, 11, 1), to: dayOf(2021, 12, 20) };
		expect((await store.list(near, { limit: 1_000 })).missing).toEqual([YEAR]);
		await there.start();
	}, 60_000);

	it('says in a sentence without secrets that all is away', async () => {
		await here.stop('immediate');
		const failed = await store.counts({}).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(StoreAway);
		expect(String(failed)).not.toContain(PASSWORD);
		await here.start();
		for (let i = 0; i < 100; i++) {
			const counts = await store.counts({}).catch(() => undefined);
			if (counts && !counts.missing) break;
			await new Promise((done) => setTimeout(done, 100));
		}
		expect((await store.counts({})).tallies.shown).toBe(300);
	}, 60_000);
});
