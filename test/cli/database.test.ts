import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDatabase } from '../../src/cli/database';
import {
	freePort,
	hasPostgres,
	PASSWORD,
	startServer,
	WITHOUT,
	type TestServer
} from '../postgres/server';

let out: string[];
let words: string[];
const said = () => words.join('\n');

beforeEach(() => {
	out = [];
	words = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
	vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	expect(out.join('\n') + said()).not.toContain(PASSWORD);
});

describe('dateline database', () => {
	it('says how it is used', async () => {
		vi.stubEnv('DATELINE_DATABASE', '');
		expect(await runDatabase(['--help'])).toBe(0);
		expect(out.join('\n')).toContain('Usage: dateline database init');
		expect(await runDatabase([])).toBe(2);
		expect(await runDatabase(['drop'])).toBe(2);
		expect(said()).toContain('There is no dateline database drop.');
		expect(await runDatabase(['init'])).toBe(2);
		expect(said()).toContain('Say which database with --database, or in DATELINE_DATABASE.');
		expect(await runDatabase(['init', 'more', '--database', 'postgres://x/y'])).toBe(2);
		expect(await runDatabase(['load', '--database', 'postgres://x/y'])).toBe(2);
		expect(await runDatabase(['init', '--database', `mysql://me:${PASSWORD}@x/y`])).toBe(1);
		expect(said()).toContain('The address of the database cannot be read');
	});

	it('says that no database answers', async () => {
		const port = await freePort();
		expect(
			await runDatabase(['init', '--database', `postgres://me:${PASSWORD}@127.0.0.1:${port}/x`])
		).toBe(1);
		expect(said()).toBe(
			`The database x on 127.0.0.1:${port} does not answer: its server is down, or cannot be reached from here.`
		);
	});
});

describe.skipIf(!hasPostgres)(
	`dateline database with a server${hasPostgres ? '' : ` – ${WITHOUT}`}`,
	() => {
		let server: TestServer;
		beforeAll(async () => {
			server = await startServer();
		}, 60_000);
		afterAll(() => server.remove());

		it('makes the tables, loads a folder, and says so', async () => {
			const address = server.database('commands');
			vi.stubEnv('DATELINE_DATABASE', address);
			const folder = 'geodata/armenia-azerbaijan';
			expect(await runDatabase(['load', folder])).toBe(1);
			expect(said()).toMatch(/has no tables of Dateline: make them with dateline database init\.$/);
			expect(await runDatabase(['upgrade'])).toBe(1);
			words = [];
			expect(await runDatabase(['init'])).toBe(0);
			expect(said()).toMatch(
				/^The database commands on .* has Dateline's tables now, version \d+\.$/
			);
			expect(await runDatabase(['init'])).toBe(0);
			expect(said()).toContain("had Dateline's tables already");
			expect(await runDatabase(['upgrade'])).toBe(0);
			expect(said()).toContain('are up to date');
			expect(await runDatabase(['load', folder])).toBe(0);
			expect(said()).toMatch(/armenia-azerbaijan is in the database .*: \d+ events, \d+ claims\./);
			expect(out).toEqual([]);
		});

		it('says what is wrong with a folder', async () => {
			vi.stubEnv('DATELINE_DATABASE', server.database('folders'));
			const folder = mkdtempSync(join(tmpdir(), 'dateline-no-dossier-'));
			try {
				expect(await runDatabase(['init'])).toBe(0);
				expect(await runDatabase(['load', join(folder, 'none')])).toBe(1);
				expect(said()).toContain('is no folder; give the folder of a dossier.');
				expect(await runDatabase(['load', folder])).toBe(1);
				expect(said()).toContain('has no dossier.json: it is no dossier.');
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		});
	}
);
