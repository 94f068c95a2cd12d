/** A PostgreSQL of one's own, for tests and the benchmark: in a temporary folder, on a port that is free. */
import { execFileSync, spawn } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms } from './setup/postgres.js';

export { hasPostgres } from './setup/postgres.js';

/**
 * @typedef {object} OwnServer
 * @property {string} url of its superuser; with a password
 * @property {number} port
 * @property {(name: string) => string} database address of another database of it, made if it is not there
 * @property {(text: string, database?: string) => string} sql runs SQL with psql, and gives what it prints, unaligned
 *   and without heads
 * @property {(mode?: 'fast' | 'immediate') => Promise<void>} stop ends it: fast, as when it is shut down, or at once, as
 *   when its machine is gone. It can be started again
 * @property {() => Promise<void>} start
 * @property {() => void} freeze it takes connections, and answers nothing, until it is thawed
 * @property {() => void} thaw
 * @property {() => Promise<void>} remove ends it and removes its files
 */

export const USER = 'dateline';
export const PASSWORD = 'a-secret-of-the-test';

/** For the name of a test that is skipped. */
export const WITHOUT =
	'PostgreSQL with PostGIS is not installed here (Debian: apt-get install postgresql postgresql-postgis)';

/**
 * @param {readonly string[]} [settings] of postgresql.conf, e.g. `max_connections=30`
 * @param {{ auth?: 'trust' | 'scram-sha-256' }} [how] how users show who they are: `trust` takes any password
 * @returns {Promise<OwnServer>} running, with one database
 */
export async function startServer(settings = [], { auth = 'trust' } = {}) {
	const programs = postgresPrograms();
	if (programs === undefined) throw new Error(WITHOUT);
	const own = owner();
	const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
	if (own) chownSync(folder, own.uid, own.gid);
	chmodSync(folder, 0o700);
	const data = join(folder, 'data');
	const env = { ...process.env, PGPASSWORD: PASSWORD, LC_ALL: 'C.UTF-8' };
	const secret = join(folder, 'password');
	writeFileSync(secret, PASSWORD);
	if (own) chownSync(secret, own.uid, own.gid);
	execFileSync(
		join(programs, 'initdb'),
		[
			...['-D', data, '-U', USER, '-A', auth, `--pwfile=${secret}`],
			...['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
		],
		{ ...own, cwd: folder, env, stdio: 'pipe' }
	);
	const port = await freePort();
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let child;
	const sql = (/** @type {string} */ text, database = 'postgres') =>
		execFileSync(
			join(programs, 'psql'),
			['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', database, '-XAtqc', text],
			{ env, encoding: 'utf8', cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] }
		);
	const start = async () => {
		const given = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', ...settings];
		child = spawn(
			join(programs, 'postgres'),
			['-D', data, '-p', String(port), '-k', folder, ...given.flatMap((one) => ['-c', one])],
			{ ...own, cwd: folder, env, stdio: 'ignore' }
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
	const stop = async (/** @type {'fast' | 'immediate'} */ mode = 'fast') => {
		const running = child;
		if (!running || running.exitCode !== null) return;
		const ended = new Promise((done) => running.once('exit', done));
		running.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
		await ended;
		child = undefined;
	};
	const addressOf = (/** @type {string} */ database) =>
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
		freeze: () => signal(child?.pid, 'SIGSTOP'),
		thaw: () => signal(child?.pid, 'SIGCONT'),
		remove: async () => {
			await stop('immediate');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/**
 * Gives a signal to a process and to those that it has begun.
 *
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
	if (pid === undefined) return;
	const parentOf = (/** @type {string} */ of) => {
		try {
			// What stands behind the name, which may have any sign in it.
			return Number(readFileSync(`/proc/${of}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
		} catch {
			return 0;
		}
	};
	const begun = readdirSync('/proc').filter((of) => /^\d+$/.test(of) && parentOf(of) === pid);
	for (const one of [pid, ...begun.map(Number)])
		try {
			process.kill(one, name);
		} catch {
			// It has ended meanwhile.
		}
}

/** It refuses to run as root: then it runs as the user that its package makes. */
function owner() {
	if (process.getuid?.() !== 0) return undefined;
	const id = (/** @type {string} */ what) =>
		Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** @returns {Promise<number>} a port of this machine that nobody listens at */
export async function freePort() {
	const server = createServer();
	await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Whether anybody listens at a port.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isOpen(port) {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			done(true);
		});
		socket.once('error', () => done(false));
	});
}
