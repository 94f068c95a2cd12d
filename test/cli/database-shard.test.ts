import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDatabaseShard } from '../../src/cli/database-shard';
import { hasPostgres, PASSWORD, startServer, WITHOUT, type TestServer } from '../postgres/server';
import { emptyDatabase } from '../server/store/database/loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

describe.skipIf(!hasPostgres)(`dateline database shard${WITHOUT_IT}`, () => {
	let server: TestServer;
	let said: string[];

	beforeAll(async () => {
		server = await startServer();
		for (const name of ['main', 'used']) await (await emptyDatabase(server, name)).end();
		server.sql("INSERT INTO dateline.dossiers (id, rev) VALUES ('own', '0')", 'used');
		server.sql('SELECT dateline.make_partitions(7, ARRAY[2010])', 'main');
	}, 60_000);
	afterAll(() => server?.remove());
	beforeEach(() => {
		said = [];
		vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
	});
	afterEach(() => {
		vi.restoreAllMocks();
		expect(said.join('\n')).not.toContain(PASSWORD);
	});

	const run = (shard: string, years: string) =>
		runDatabaseShard([shard, '--years', years, '--database', server.database('main')]);

	it('gives years to another database, and keeps its password in the user mapping alone', async () => {
		expect(await run(server.database('first'), '2015-2017')).toBe(0);
		expect(said.join()).toMatch(/is shard 1 of main on .*in the years 2015 to 2017 goes there/);
		expect(server.sql('SELECT version FROM dateline.shard_1_version', 'main').trim()).toBe('2');
		expect(server.sql('SELECT umoptions::text FROM pg_user_mappings', 'main')).toContain(PASSWORD);
		expect(server.sql('SELECT srvoptions::text FROM pg_foreign_server', 'main')).not.toContain(
			PASSWORD
		);
	});

	it.each([
		[
			'years that another has',
			() => server.database('second'),
			'2017-2019',
			/A shard has the years 2015 to 2017/
		],
		[
			'years of which events are there',
			() => server.database('second'),
			'2009-2010',
			/events_7_2010/
		],
		[
			'a database with dossiers of its own',
			() => server.database('used'),
			'2001',
			/dossiers of its own/
		],
		['one that is away', () => `postgres://a:${PASSWORD}@127.0.0.1:1/x`, '2001', /does not answer/],
		['what is no address', () => `http://a:${PASSWORD}@x`, '2001', /cannot be read/]
	])('refuses %s, and nothing remains of it', async (_, shard, years, words) => {
		expect(await run(shard(), years)).toBe(1);
		expect(said.join()).toMatch(words);
		expect(server.sql('SELECT count(*) FROM dateline.shards', 'main').trim()).toBe('1');
	});

	it.each(['', '2015-2014', '15', '1899', '2000-2101', '2015-17'])(
		'takes no years “%s”',
		async (years) => {
			expect(await run(server.database('second'), years)).toBe(2);
		}
	);
});
