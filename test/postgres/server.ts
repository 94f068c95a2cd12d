import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of a test's own. */
export interface TestServer {
	/** Of its superuser; with a password. */
	url: string;
	port: number;
	/** Address of another database of it, made if it is not there. */
	database(name: string): string;
	/** Runs SQL with psql, and gives what it prints, unaligned and without heads. */
	sql(text: string, database?: string): string;
	/** Ends it: fast, as when it is shut down, or at once, as when its machine is gone. It can be started again. */
	stop(mode?: 'fast' | 'immediate'): Promise<void>;
	start(): Promise<void>;
	/** Ends it and removes its files. */
	remove(): Promise<void>;
}

export const USER = 'dateline';
export const PASSWORD = 'a-secret-of-the-test';
const ROOT = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are; undefined where it or PostGIS is not installed. */
const bin = (() => {
	if (!existsSync(ROOT)) return undefined;
	const versions = readdirSync(ROOT).sort((a, b) => Number(b) - Number(a));
	return versions
		.filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
		.map((version) => join(ROOT, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
})();

export const hasPostgres = bin !== undefined;
/** For the name of a test that is skipped. */
export const WITHOUT =
	'PostgreSQL with PostGIS is not installed here (Debian: apt-get install postgresql postgresql-15-postgis-3)';

/** It refuses to run as root: then it runs as the user that its package makes. */
const isRoot = process.getuid?.() === 0;
const ids = isRoot
	? {
			uid: Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })),
			gid: Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' }))
		}
	: {};

/**
 * @param settings of postgresql.conf, e.g. `max_connections=30`
 * @param auth how users show who they are: `trust` takes any password
 */
export async function startServer(
	settings: readonly string[] = [],
	{ auth = 'trust' }: { auth?: 'trust' | 'scram-sha-256' } = {}
): Promise<TestServer> {
	if (bin === undefined) throw new Error(WITHOUT);
	const programs = bin;
	const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
	if (isRoot) chownSync(folder, ids.uid as number, ids.gid as number);
	chmodSync(folder, 0o700);
	const data = join(folder, 'data');
	const environment = { ...process.env, PGPASSWORD: PASSWORD, LC_ALL: 'C.UTF-8' };
	const secret = join(folder, 'password');
	writeFileSync(secret, PASSWORD);
	if (isRoot) chownSync(secret, ids.uid as number, ids.gid as number);
	execFileSync(
		join(programs, 'initdb'),
		[
			...['-D', data, '-U', USER, '-A', auth, `--pwfile=${secret}`],
			...['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
		],
		{ ...ids, cwd: folder, env: environment, stdio: 'pipe' }
	);
	const port = await freePort();
	let child: ChildProcess | undefined;
	const sql = (text: string, database = 'postgres') =>
		execFileSync(
			join(programs, 'psql'),
			['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', database, '-XAtqc', text],
			{ env: environment, encoding: 'utf8', cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] }
		);
	const start = async () => {
		const given = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', ...settings];
		child = spawn(
			join(programs, 'postgres'),
			['-D', data, '-p', String(port), '-k', folder, ...given.flatMap((one) => ['-c', one])],
			{ ...ids, cwd: folder, env: environment, stdio: 'ignore' }
		);
		for (let i = 0; ; i++) {
			try {
				sql('SELECT 1');
				return;
			} catch (error) {
				if (i >= 100 || child.exitCode !== null) throw error;
				await new Promise((done) => setTimeout(done, 100));
			}
		}
	};
	const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
		const running = child;
		if (!running || running.exitCode !== null) return;
		const ended = new Promise((done) => running.once('exit', done));
		running.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
		await ended;
		child = undefined;
	};
	const addressOf = (database: string) =>
		`postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
	await start();
	return {
		url: addressOf('postgres'),
		port,
		database: (name) => {
			if (sql(`SELECT 1 FROM pg_database WHERE datname = '${name}'`).trim() === '')
				sql(`CREATE DATABASE ${name}`);
			return addressOf(name);
		},
		sql,
		stop,
		start,
		remove: async () => {
			await stop('immediate');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === 'object' && address ? address.port : 0;
}

/** Whether anybody listens at a port. */
export function isOpen(port: number): Promise<boolean> {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			done(true);
		});
		socket.once('error', () => done(false));
	});
}
