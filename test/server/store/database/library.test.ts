import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreAway } from '../../../../src/lib/core/store/store';
import {
	openLibrary,
	type DatabaseLibrary
} from '../../../../src/lib/server/store/database/library';
import { loadFolderInto } from '../../../../src/lib/server/store/database/load';
import { answerStore } from '../../../../src/lib/server/store/respond';
import {
	hasPostgres,
	PASSWORD,
	startServer,
	WITHOUT,
	type TestServer
} from '../../../postgres/server';
import { syntheticFiles } from '../../../synthetic/dossier.js';
import { emptyDatabase, inFiles, type InFiles } from './loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

describe.skipIf(!hasPostgres)(`the dossiers of a database${WITHOUT_IT}`, () => {
	let files: InFiles;
	let server: TestServer;
	let address: string;
	const opened: DatabaseLibrary[] = [];
	const library = (at = address) => {
		const own = openLibrary(at);
		opened.push(own);
		return own;
	};
	const put = async () => {
		const sql = await emptyDatabase(server, 'events');
		try {
			await loadFolderInto(sql, files.folder);
		} finally {
			await sql.end({ timeout: 1 });
		}
	};
	/** Once what is known has been forgotten. */
	const soon = <T>(of: () => Promise<T>) =>
		expect.poll(of, { timeout: 10_000, interval: 100 }) as unknown as {
			toEqual: (value: unknown) => Promise<void>;
		};

	beforeAll(async () => {
		files = await inFiles(syntheticFiles({ events: 120, seed: 8 }));
		server = await startServer();
		address = server.database('events');
	}, 60_000);
	afterAll(async () => {
		await Promise.all(opened.map((one) => one.close()));
		await server?.remove();
		files?.remove();
	});

	it('say that there are no tables yet, and are there once they are made and filled', async () => {
		const own = library(server.database('bare'));
		expect(await own.ids()).toEqual([]);
		expect(own.fault).toContain('dateline database init');
		const later = library();
		await put();
		expect(await later.ids()).toEqual(['many']);
		expect(later.fault).toBeUndefined();
		const loaded = await later.load('many');
		expect(loaded?.store?.total).toBe(120);
		expect(loaded?.dossier?.header.title).toBe(files.whole.header.title);
		expect(loaded?.dossier?.places.length).toBe(files.whole.places.length);
		expect(await later.load('there-is-none')).toBeUndefined();
	}, 30_000);

	it('are kept as they are read, and read anew when they are others', async () => {
		const own = library();
		const first = await own.load('many');
		expect(await own.load('many')).toBe(first);
		await put();
		await expect(first?.store?.counts({})).rejects.toBeInstanceOf(StoreAway);
		const again = await own.load('many');
		expect(again?.store?.rev).not.toBe(first?.store?.rev);
	}, 30_000);

	it('let nobody keep an answer for good that another version came into', async () => {
		const own = library();
		const { store } = (await own.load('many')) ?? {};
		if (!store) throw new Error('no store');
		const url = new URL(`http://dateline.test/many/store/counts.json?v=${store.rev}`);
		const get = async () =>
			(await answerStore(store, 'counts.json', url, new Request(url))).headers.get('cache-control');
		expect(await get()).toContain('immutable');
		await put();
		expect(await get()).toBe('no-store');
	}, 30_000);

	it('are away while their server is, and back when it is, without a word of the password', async () => {
		const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const own = library();
		const loaded = await own.load('many');
		await server.stop('immediate');
		await expect(loaded?.store?.counts({})).rejects.toBeInstanceOf(StoreAway);
		await soon(() => own.ids().then(() => own.fault !== undefined)).toEqual(true);
		const fault = await own.load('many').catch((error: unknown) => error);
		expect(fault).toBeInstanceOf(StoreAway);
		expect(String(fault)).toMatch(/The database of the dossiers does not answer/);
		// Neither the password nor which machine it is: visitors read this.
		const told = String(fault) + String((fault as Error).stack);
		expect(told).not.toContain(PASSWORD);
		expect(told).not.toContain(String(server.port));
		const log = logged.mock.calls.flat().join('\n');
		expect(log).toContain(`events on 127.0.0.1:${server.port}`);
		expect(log).not.toContain(PASSWORD);
		// Those that it last had.
		expect(await own.ids()).toEqual(['many']);
		// One that was opened while it is away.
		const late = library();
		expect(await late.ids()).toEqual([]);
		await server.start();
		await soon(() => own.load('many').then((found) => found?.store?.total)).toEqual(120);
		await soon(() => late.ids()).toEqual(['many']);
		expect((await loaded?.store?.counts({}))?.tallies.shown).toBe(120);
		expect(logged.mock.calls.flat().join('\n')).toContain('answers again');
	}, 60_000);
});
