import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreAway } from '../../../../src/lib/core/store/store';
import {
	openDatabase,
	placeOf,
	type DatabaseOptions
} from '../../../../src/lib/server/store/database/connect';
import { DatabaseFault, faultOf } from '../../../../src/lib/server/store/database/faults';
import {
	checkSchema,
	initDatabase,
	SCHEMA,
	upgradeDatabase
} from '../../../../src/lib/server/store/database/migrate';
import { transaction } from '../../../../src/lib/server/store/database/transaction';
import {
	freePort,
	hasPostgres,
	PASSWORD,
	startServer,
	WITHOUT,
	type TestServer
} from '../../../postgres/server';

type Sql = ReturnType<typeof openDatabase>;

/** What a question comes to, in words; nothing of it may have a password in it. */
async function faultAt(
	address: string,
	ask: (sql: Sql) => Promise<unknown> = (sql) => checkSchema(sql, placeOf(address)),
	options: DatabaseOptions = {}
): Promise<Error> {
	const sql = openDatabase(address, { max: 1, connectTimeoutS: 2, ...options });
	try {
		await ask(sql);
	} catch (error) {
		const fault = faultOf(error, placeOf(address));
		const all = [fault.message, fault.stack, JSON.stringify(fault), String(fault.cause)].join('\n');
		expect(all).not.toContain(PASSWORD);
		expect(all).not.toContain('postgres://');
		expect(fault.message).toMatch(/^The[^\n]*\.$/);
		return fault;
	} finally {
		await sql.end({ timeout: 1 });
	}
	throw new Error('Nothing was wrong.');
}

describe('the address of a database', () => {
	it('is told without what is secret', () => {
		expect(placeOf('postgres://me:pass@example.org:5433/events?sslmode=require')).toBe(
			'events on example.org:5433'
		);
		expect(placeOf('postgresql://example.org/events')).toBe('events on example.org');
	});

	it.each([
		'postgres://me:pa@ss:word@:x/',
		'https://me:secret@example.org/x',
		'postgres://%zz@h/d'
	])('is refused without being repeated where it is none: %s', (address) => {
		expect(() => openDatabase(address)).toThrow(DatabaseFault);
		try {
			openDatabase(address);
		} catch (error) {
			const { message, stack, cause } = error as Error;
			for (const text of [message, stack ?? '', String(cause)]) {
				expect(text).not.toContain('pa@ss');
				expect(text).not.toContain('secret');
			}
		}
	});
});

describe.skipIf(!hasPostgres)(`a database that fails${hasPostgres ? '' : ` – ${WITHOUT}`}`, () => {
	let server: TestServer;
	let address: string;
	const with_ = (change: (url: URL) => void) => {
		const url = new URL(address);
		change(url);
		return url.href;
	};
	const made = async (name: string) => {
		const own = server.database(name);
		const sql = openDatabase(own, { max: 1 });
		await initDatabase(sql, name);
		await sql.end({ timeout: 1 });
		return own;
	};

	beforeAll(async () => {
		server = await startServer([], { auth: 'scram-sha-256' });
		address = server.database('faults');
	}, 60_000);
	afterAll(() => server.remove());

	it('says that nobody answers, and that it may pass', async () => {
		const port = await freePort();
		const fault = await faultAt(with_((url) => (url.port = String(port))));
		expect(fault).toBeInstanceOf(StoreAway);
		expect(fault.message).toBe(
			`The database faults on 127.0.0.1:${port} does not answer: its server is down, or cannot be reached from here.`
		);
		const nowhere = await faultAt(with_((url) => (url.hostname = 'no-host.invalid')));
		expect(nowhere).toBeInstanceOf(StoreAway);
		expect(nowhere.message).toContain('no-host.invalid');
	});

	it.each([
		['takes a connection and says nothing', (): void => undefined],
		[
			'takes a connection and closes it',
			(socket: { destroy: () => void; end: () => void }) => socket.end()
		]
	])('does not wait for good for who %s', async (_, meet) => {
		const other: Server = createServer((socket) => {
			socket.on('error', () => undefined);
			meet(socket);
		});
		const port = await freePort();
		await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
		try {
			const fault = await faultAt(with_((url) => (url.port = String(port))));
			expect(fault).toBeInstanceOf(StoreAway);
			expect(fault.message).toContain('does not answer');
		} finally {
			other.close();
		}
	});

	it('says that the password is wrong, the database not there, the tables not there', async () => {
		const wrong = await faultAt(with_((url) => (url.password = 'guess')));
		expect(wrong).toBeInstanceOf(DatabaseFault);
		expect(wrong.message).toContain('refused the user or the password');
		const none = await faultAt(with_((url) => (url.pathname = '/no-such')));
		expect(none).toBeInstanceOf(DatabaseFault);
		expect(none.message).toContain('There is no database no-such on');
		const empty = await faultAt(address);
		expect(empty.message).toContain('make them with dateline database init.');
		const query = await faultAt(address, (sql) => sql`SELECT * FROM dateline.dossiers`);
		expect(query.message).toBe(empty.message);
	});

	it('says that PostGIS is not there', async () => {
		const own = await made('nogis');
		server.sql('DROP EXTENSION postgis CASCADE', 'nogis');
		const fault = await faultAt(own);
		expect(fault).toBeInstanceOf(DatabaseFault);
		expect(fault.message).toContain('has no PostGIS');
		const query = await faultAt(own, (sql) => sql`SELECT ST_Point(1, 2)`);
		expect(query.message).toBe(fault.message);
	});

	it('says that the tables are older or newer than this Dateline', async () => {
		const own = await made('versions');
		const setTo = (version: number) =>
			server.sql(`UPDATE dateline.version SET version = ${version}`, 'versions');
		setTo(SCHEMA + 1);
		expect((await faultAt(own)).message).toContain('of a newer version of Dateline');
		expect((await faultAt(own, (sql) => upgradeDatabase(sql, placeOf(own)))).message).toContain(
			'of a newer version of Dateline'
		);
		setTo(0);
		expect((await faultAt(own)).message).toContain(
			'bring them up to date with dateline database upgrade.'
		);
	});

	it('says that it can only be read, or that a question takes too long', async () => {
		const own = await made('limits');
		server.sql('ALTER DATABASE limits SET default_transaction_read_only = on');
		const readOnly = await faultAt(own, (sql) => sql`DELETE FROM dateline.dossiers`);
		expect(readOnly).toBeInstanceOf(DatabaseFault);
		expect(readOnly.message).toContain('can only be read');
		const slow = await faultAt(own, (sql) => sql`SELECT pg_sleep(5)`, { statementTimeoutMs: 50 });
		expect(slow).toBeInstanceOf(StoreAway);
		expect(slow.message).toContain('took longer than it may');
	});

	it('says that there are too many connections', async () => {
		const narrow = await startServer(['max_connections=5']);
		try {
			const full = await faultAt(
				narrow.url,
				(sql) => Promise.all(Array.from({ length: 9 }, () => sql`SELECT pg_sleep(1)`)),
				{ max: 9 }
			);
			expect(full).toBeInstanceOf(StoreAway);
			expect(full.message).toContain('too many connections');
		} finally {
			await narrow.remove();
		}
	}, 60_000);

	it('says that the disk is full, or the user not allowed', async () => {
		// What a server says of a full disk cannot be had without filling one: it is raised.
		const raised = (state: string) =>
			faultAt(address, (sql) =>
				sql.unsafe(`DO $$ BEGIN RAISE EXCEPTION '${PASSWORD}' USING ERRCODE = '${state}'; END $$`)
			);
		expect((await raised('53100')).message).toBe(
			`The disk of the database ${placeOf(address)} is full.`
		);
		expect((await raised('57P03')).message).toContain('starting or shutting down');
		expect((await raised('42501')).message).toContain('may not do this');
		expect((await raised('XX000')).message).toContain('(XX000)');
	});

	it('is made once, by whoever comes first, and answers again once it is back', async () => {
		const own = server.database('once');
		const pools = [1, 2, 3].map(() => openDatabase(own, { max: 1 }));
		const isNew = await Promise.all(pools.map((sql) => initDatabase(sql, 'once')));
		expect(isNew.filter(Boolean)).toHaveLength(1);
		const [sql] = pools as [Sql];
		expect(await upgradeDatabase(sql, 'once')).toEqual([]);
		await checkSchema(sql, 'once');

		const within = transaction(sql, async (tx) => {
			await tx`SELECT 1`;
			await server.stop('immediate');
			// The connection is gone: neither this nor the end of the transaction may end the process.
			await tx`SELECT 2`;
		});
		await expect(within).rejects.toThrow();
		await expect(sql`SELECT 1`).rejects.toThrow();
		await server.start();
		await checkSchema(sql, 'once');
		await Promise.all(pools.map((one) => one.end({ timeout: 1 })));
	}, 60_000);
});
