import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '../../src/cli/import';
import { runInit } from '../../src/cli/init';
import type { ImportReport } from '../../src/lib/core/import/import';
import { openDatabase, type Database } from '../../src/lib/server/store/database/connect';
import { lockDossier } from '../../src/lib/server/store/database/dossiers';
import { initDatabase } from '../../src/lib/server/store/database/migrate';
import { writeTable } from '../../scripts/bench/import-table.js';
import { hasPostgres, PASSWORD, startServer, WITHOUT, type TestServer } from '../postgres/server';
import { storedCounts, storedEvents, unsoundIn } from '../postgres/stored';
import { addShard } from '../server/store/database/loaded';

const HEAD =
	'event_id_cnty,event_date,time_precision,event_type,actor1,country,location,latitude,longitude,geo_precision,source,fatalities,notes,timestamp';
const row = (id: string, more: { date?: string; notes?: string; stamp?: string } = {}) =>
	`${id},${more.date ?? '2021-05-13'},1,Battles,Group A,Someland,Sometown,40.25,45.5,1,Some Paper,0,${more.notes ?? ''},${more.stamp ?? ''}`;
const MAP = ['id=id', 'title=name', 'date=day', 'lat=lat', 'lon=lon', 'text=text'].flatMap(
	(one) => ['--map', one]
);

let server: TestServer;
let address: string;
let sql: Database;
let folder: string;
let out: string[];
let words: string[];

const file = (content: string, name = 'table.csv') => {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
};
const acled = (rows: string[], name?: string) => file(`${HEAD}\n${rows.join('\n')}\n`, name);
const made = (rows: number, seed = 1) => {
	const path = join(folder, `${rows}-${seed}.csv`);
	writeTable(path, { rows, seed });
	return path;
};
const into = (...args: string[]) => runImport([...args, '--into', address]);
const said = () => words.join('\n');
const revOf = async (dossier: string) =>
	(await sql<{ rev: string }[]>`SELECT rev FROM dateline.dossiers WHERE id = ${dossier}`)[0]?.rev;

describe.skipIf(!hasPostgres)(
	`an import into a database${hasPostgres ? '' : ` – ${WITHOUT}`}`,
	() => {
		beforeAll(async () => {
			server = await startServer();
			address = server.database('imports');
			sql = openDatabase(address);
			await initDatabase(sql, 'imports');
		}, 60_000);
		afterAll(async () => {
			await sql.end({ timeout: 1 });
			await server.remove();
		});
		beforeEach(() => {
			folder = mkdtempSync(join(tmpdir(), 'dateline-into-'));
			out = [];
			words = [];
			vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
			vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
		});
		afterEach(() => {
			vi.restoreAllMocks();
			rmSync(folder, { recursive: true, force: true });
			// Whatever became of it, a password is in nobody's sight.
			expect(out.join('\n') + said()).not.toContain(PASSWORD);
		});

		it('comes to the same events and the same report as one into files', async () => {
			const rows = [
				...Array.from({ length: 50 }, (_, i) => row(`A${i}`, { date: `20${10 + (i % 10)}-05-13` })),
				row('A0'),
				row('B', { date: 'sometime' })
			];
			const table = acled(rows);
			const dossier = join(folder, 'mine');
			await runInit([dossier]);
			out = [];
			await runImport([table, '--into', dossier, '--json']);
			const files = JSON.parse(out.join('')) as ImportReport;
			out = [];
			expect(await into(table, '--dossier', 'same', '--json')).toBe(0);
			const {
				file: path,
				written,
				...report
			} = JSON.parse(out.join('')) as ImportReport & {
				file: string;
				written: { events: number };
			};
			expect(report).toEqual({ ...files, written: undefined });
			expect(path).toBe(table);
			expect(written.events).toBe(50);
			const { features } = JSON.parse(readFileSync(join(dossier, 'events.geojson'), 'utf8')) as {
				features: { id: string }[];
			};
			const stored = await storedEvents(sql, 'same');
			expect([...stored.values()].map(({ feature }) => feature)).toEqual(features);
			expect(await unsoundIn(sql, 'same')).toEqual([]);
			const texts = await sql<{ name: string; content: string }[]>`
				SELECT name, content FROM dateline.files AS file JOIN dateline.dossiers AS dossier
					ON dossier.number = file.dossier WHERE id = 'same'`;
			const textOf = (name: string) => texts.find((one) => one.name === name)?.content as string;
			for (const name of ['places.geojson', 'sources.json']) {
				const { $schema: gone, ...rest } = JSON.parse(
					readFileSync(join(dossier, name), 'utf8')
				) as { $schema?: string };
				void gone;
				const { ...own } = JSON.parse(textOf(name)) as object;
				expect(own).toEqual(rest);
			}
			const { types } = JSON.parse(textOf('dossier.json')) as { types: { id: string }[] };
			expect(types.map(({ id }) => id)).toContain('battles');
		});

		it('adds to a dossier that is there, under another version, in numbers that lead to the same', async () => {
			expect(await into(made(300, 1), '--dossier', 'growing')).toBe(0);
			const before = await storedEvents(sql, 'growing');
			const rev = await revOf('growing');
			const more = acled(
				Array.from({ length: 40 }, (_, i) => row(`NEW${i}`, { notes: `harbour ${i}` })),
				'more.csv'
			);
			expect(await into(more, '--dossier', 'growing')).toBe(0);
			const after = await storedEvents(sql, 'growing');
			expect(after.size).toBe(340);
			expect(said()).toContain('growing has 340 events now.');
			// When it was known is the data set's day, and that is another now.
			for (const [id, event] of before)
				expect(after.get(id)).toEqual({
					...event,
					known: expect.any(Number) as number,
					settled: expect.any(Number) as number
				});
			expect(after.get('acled-new7')).toMatchObject({
				words: expect.arrayContaining(['harbour', '7', 'battles']) as string[],
				actors: ['group-a'],
				cites: ['acled'],
				claims: [{ source: 'acled', stance: 'reports' }]
			});
			expect(await storedCounts(sql, 'growing', 4)).toMatchObject({ harbour: 40 });
			expect(await unsoundIn(sql, 'growing')).toEqual([]);
			expect(await revOf('growing')).not.toBe(rev);
		});

		it('replaces events of the same data set, and refuses ids that another has', async () => {
			expect(await into(made(60, 1), '--dossier', 'again')).toBe(0);
			expect(await into(made(80, 2), '--dossier', 'again')).toBe(0);
			expect(said()).toContain(
				'again has 80 events now; 60 that were there before were imported anew.'
			);
			expect(await unsoundIn(sql, 'again')).toEqual([]);
			const rev = await revOf('again');
			const before = await storedEvents(sql, 'again');
			const others = [
				'id,name,day,lat,lon,text',
				'acled-aaa3,Mine,2021-05-13,40,45,Taken',
				'mine-1,Mine,2021-05-13,40,45,New'
			];
			words = [];
			expect(await into(file(others.join('\n')), '--dossier', 'again', ...MAP)).toBe(0);
			expect(said()).toContain('2 rows read, 1 imported, 1 refused');
			expect(said()).toMatch(/line 2.*"acled-aaa3"/);
			const after = await storedEvents(sql, 'again');
			expect(after.size).toBe(81);
			expect(after.get('acled-aaa3')).toEqual(before.get('acled-aaa3'));
			expect(await unsoundIn(sql, 'again')).toEqual([]);

			// Nothing but what is taken: nothing is changed at all.
			const now = await revOf('again');
			expect(now).not.toBe(rev);
			const taken = file(others.slice(0, 2).join('\n'), 'taken.csv');
			expect(await into(taken, '--dossier', 'again', ...MAP)).toBe(1);
			expect(said()).toContain('No row could be imported: the dossier is as it was.');
			expect(await revOf('again')).toBe(now);
		});

		it('puts in the data set’s newer day for events that were there', async () => {
			const stamp = (day: string) => String(Date.parse(day) / 1000);
			expect(
				await into(acled([row('OLD', { stamp: stamp('2021-06-01') })]), '--dossier', 'redated')
			).toBe(0);
			const known = async () =>
				(await storedEvents(sql, 'redated')).get('acled-old')?.known as number;
			const before = await known();
			const newer = acled([row('NEW', { stamp: stamp('2022-06-01') })], 'newer.csv');
			expect(await into(newer, '--dossier', 'redated')).toBe(0);
			expect((await known()) - before).toBe(365);
			expect((await storedEvents(sql, 'redated')).get('acled-old')?.settled).toBe(await known());
		});

		it('comes to the same in a dossier of which shards have years, the second time too', async () => {
			const split = server.database('split');
			const sharded = openDatabase(split);
			try {
				await initDatabase(sharded, 'split');
				for (const year of [2012, 2016])
					await addShard(sharded, server, `split_${year}`, [year, year + 3]);
				const date = (i: number, later = 0) => `${2010 + ((i * 7 + later) % 12)}-05-13`;
				const rows = (from: number, to: number, later = 0) =>
					Array.from({ length: to - from }, (_, i) =>
						row(`EV${from + i}`, { date: date(from + i, later), notes: `harbour ${later}` })
					);
				// The second has events of the first, some of them in years of another server.
				const files = [acled(rows(0, 60), 'one.csv'), acled(rows(30, 90, 5), 'two.csv')];
				for (const to of [address, split])
					for (const path of files)
						expect(await runImport([path, '--into', to, '--dossier', 'split'])).toBe(0);
				expect(said()).toContain(
					'split has 90 events now; 30 that were there before were imported anew.'
				);
				const count = (of: string) =>
					Number(server.sql('SELECT count(*) FROM dateline.events', of).trim());
				expect(count('split_2012')).toBeGreaterThan(20);
				expect(count('split_2016')).toBeGreaterThan(20);
				expect(await storedEvents(sharded, 'split')).toEqual(await storedEvents(sql, 'split'));
				expect(await unsoundIn(sharded, 'split')).toEqual([]);
				expect(await storedCounts(sharded, 'split', 4)).toEqual(
					await storedCounts(sql, 'split', 4)
				);
			} finally {
				await sharded.end({ timeout: 1 });
			}
		}, 60_000);

		it('goes on with the first file that is not in', async () => {
			const [one, two] = [made(30, 1), acled([row('TWO')], 'two.csv')];
			expect(await into(one, '--dossier', 'several')).toBe(0);
			words = [];
			expect(await into(one, two, '--dossier', 'several')).toBe(0);
			expect(said()).toMatch(/30-1\.csv is in several since \d{4}-\d\d-\d\d: it was skipped/);
			expect((await storedEvents(sql, 'several')).size).toBe(31);
			const rev = await revOf('several');
			expect(await into(one, two, '--dossier', 'several')).toBe(0);
			expect(await revOf('several')).toBe(rev);
			expect(await into(two, '--dossier', 'several', '--again')).toBe(0);
			expect(await revOf('several')).not.toBe(rev);
			expect(await unsoundIn(sql, 'several')).toEqual([]);
		});

		it('tells the second of two at once, and lets imports into another dossier be', async () => {
			const held = await sql.reserve();
			try {
				expect(await lockDossier(held as unknown as Database, 'busy', 'connection')).toBe(true);
				expect(await into(made(10), '--dossier', 'busy')).toBe(1);
				expect(said()).toBe(
					'Somebody else is changing this dossier in the database, e.g. another import. Wait for that to end; nothing was changed.'
				);
				expect(await into(made(10), '--dossier', 'not-busy')).toBe(0);
			} finally {
				await held`SELECT pg_advisory_unlock_all()`;
				held.release();
			}
			expect(await into(made(10), '--dossier', 'busy')).toBe(0);
		});

		it('keeps hostile cells as they are', async () => {
			const cells = [
				"'; DROP TABLE dateline.events; --",
				'\\N',
				'\\.',
				'a\tb',
				'"quoted ""twice"" \\"""',
				'"two\nlines\r\nthree"',
				'"{1,2,NULL}"',
				'$1 %s \\x00',
				'🜂 é ␀'
			];
			const rows = cells.map((cell, i) => `h-${i},Title ${i},2021-05-13,40,45,${cell}`);
			const table = file(`id,name,day,lat,lon,text\n${rows.join('\n')}\n`);
			const dossier = join(folder, 'hostile');
			await runInit([dossier]);
			await runImport([table, '--into', dossier, ...MAP]);
			expect(await into(table, '--dossier', 'hostile', ...MAP)).toBe(0);
			const { features } = JSON.parse(readFileSync(join(dossier, 'events.geojson'), 'utf8')) as {
				features: unknown[];
			};
			expect(features).toHaveLength(cells.length);
			expect(
				[...(await storedEvents(sql, 'hostile')).values()].map(({ feature }) => feature)
			).toEqual(features);
			expect(await unsoundIn(sql, 'hostile')).toEqual([]);
		});

		it('changes nothing in a dry run', async () => {
			expect(await into(made(10), '--dossier', 'dry', '--dry-run')).toBe(0);
			expect(said()).toContain('A dry run: nothing was changed.');
			expect(await revOf('dry')).toBeUndefined();
		});

		it('says how it is used', async () => {
			expect(await into(made(1))).toBe(2);
			expect(said()).toContain('Say which dossier of the database with --dossier <id>.');
			expect(await into(made(1), '--dossier', 'No Id')).toBe(2);
			expect(await into(made(1), '--dossier', 'x', '--columns')).toBe(2);
			expect(await runImport([made(1), '--into', folder, '--dossier', 'x'])).toBe(2);
			words = [];
			expect(await into(join(folder, 'none.csv'), '--dossier', 'x')).toBe(1);
			expect(said()).toMatch(/^There is no file .*none\.csv\.$/);
		});

		it('finds the database in DATELINE_DATABASE, too', async () => {
			vi.stubEnv('DATELINE_DATABASE', address);
			try {
				expect(await runImport([made(10), '--dossier', 'from-environment'])).toBe(0);
			} finally {
				vi.unstubAllEnvs();
			}
			expect((await storedEvents(sql, 'from-environment')).size).toBe(10);
		});
	}
);

describe.skipIf(!hasPostgres)(
	`the built command, importing into a database${hasPostgres ? '' : ` – ${WITHOUT}`}`,
	() => {
		const built = resolve('node_modules', '.dateline-into-database');

		/** Imports in a process of its own; `when` is called once rows are under way. */
		async function run(
			table: string,
			when?: (child: ChildProcess) => unknown
		): Promise<{ code: number | null; said: string }> {
			const copies = () => sql`SELECT FROM pg_stat_progress_copy WHERE tuples_processed > 1000`;
			// The server may not have heard yet that the one before is gone.
			while ((await copies()).length > 0);
			const args = [join(built, 'dateline.js'), 'import', table, '--dossier', 'killed'];
			const child = spawn(process.execPath, args, {
				stdio: ['ignore', 'pipe', 'pipe'],
				env: { ...process.env, DATELINE_DATABASE: address }
			});
			let text = '';
			child.stderr.on('data', (part: Buffer) => (text += part.toString()));
			const ended = new Promise<number | null>((done) => child.on('close', done));
			if (when) {
				for (;;) {
					if (child.exitCode !== null) throw new Error(`It ended before it copied: ${text}`);
					if ((await copies()).length > 0) break;
				}
				await when(child);
			}
			return { code: await ended, said: text };
		}

		beforeAll(async () => {
			server = await startServer();
			address = server.database('kills');
			sql = openDatabase(address);
			await initDatabase(sql, 'kills');
			folder = mkdtempSync(join(tmpdir(), 'dateline-into-'));
			await build({
				configFile: 'vite.cli.config.ts',
				logLevel: 'silent',
				build: { outDir: built, emptyOutDir: false }
			});
		}, 60_000);
		afterAll(async () => {
			await sql.end({ timeout: 1 });
			await server.remove();
			rmSync(folder, { recursive: true, force: true });
			rmSync(built, { recursive: true, force: true });
		});
		const nothing = async () => {
			expect(await sql`SELECT FROM dateline.dossiers`).toHaveLength(0);
			expect(await sql`SELECT FROM dateline.events LIMIT 1`).toHaveLength(0);
			expect(
				await sql`SELECT FROM pg_class WHERE relname LIKE 'events\\_%' AND relkind = 'r'`
			).toHaveLength(0);
		};

		it('leaves nothing half-done behind when it or the server is killed, and then does it all', async () => {
			const table = made(60_000);
			const killed = await run(table, (child) => child.kill('SIGKILL'));
			expect(killed.code).not.toBe(0);
			await nothing();

			const stopped = await run(table, () => server.stop('immediate'));
			expect(stopped.code).toBe(1);
			expect(stopped.said).toMatch(
				/The connection to the database kills on 127\.0\.0\.1:\d+ was lost|starting or shutting down/
			);
			expect(stopped.said).not.toContain(PASSWORD);
			expect(stopped.said).not.toContain('    at ');
			await server.start();
			await nothing();

			const interrupted = await run(table, (child) => child.kill('SIGINT'));
			expect(interrupted).toMatchObject({ code: 130 });
			await nothing();

			const whole = await run(table);
			expect(whole.said).toContain('killed has 60,000 events now.');
			expect(whole.code).toBe(0);
			expect(await unsoundIn(sql, 'killed')).toEqual([]);
			const left = readdirSync(tmpdir()).filter((name) => name.startsWith('dateline-import-'));
			expect(left).toEqual([]);
		}, 180_000);
	}
);
