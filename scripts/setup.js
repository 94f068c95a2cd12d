/**
 * The set-up that `npm start`, `npm test` and `dateline` run first. It needs nothing but Node: it must run
 * where nothing is installed. All its words go to stderr, and it is silent where nothing is to be done.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunningBrowser } from './setup/browser.js';
import { hasPostgres } from './setup/postgres.js';
import { withLock } from './setup/lock.js';
import { lockfileDifference } from './setup/lockfile.js';
import { isNodeSupported } from './setup/node-version.js';
import { run } from './setup/run.js';
import { clearStamp, inputHash, isBuilt, writeStamp } from './setup/stamp.js';
import { StopError } from './stop.js';

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} words */
const say = (words) => console.error(words);

/**
 * @template T
 * @param {() => Promise<T>} task
 */
const alone = (task) =>
	withLock(join(root, '.svelte-kit', 'set-up.lock'), task, {
		onWait: () => say('Waiting for another set-up of Dateline in this folder …')
	});

/** @throws {StopError} on a Node that the tools do not run on */
export function ensureNode() {
	if (!isNodeSupported(process.versions.node))
		throw new StopError(
			`Dateline needs Node 20.19 or later (of the 22 series, 22.12 or later), and this is Node ${process.versions.node}: get a newer one at https://nodejs.org.`
		);
}

/**
 * Installs the packages of package-lock.json where they are not installed.
 *
 * @throws {StopError} where that fails
 */
export async function ensureInstalled() {
	ensureNode();
	if (!installGap()) return;
	await alone(async () => {
		const gap = installGap();
		if (!gap) return; // another process has done it meanwhile
		say(`Installing packages (${gap}); this takes a minute …`);
		// Development packages build the app, whatever NODE_ENV says.
		const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
			cwd: root
		});
		if (code === 127)
			throw new StopError('Dateline needs npm, which comes with Node: https://nodejs.org.');
		if (code !== 0)
			throw new StopError(
				`The packages could not be installed: npm ci, in ${root}, says why above.`
			);
	});
}

/** @returns {string | undefined} what is not as package-lock.json has it, in words */
function installGap() {
	const wanted = readLockfile('package-lock.json');
	if (!wanted) throw new StopError(`${root} holds no package-lock.json that can be read.`);
	const installed = readLockfile('node_modules/.package-lock.json');
	if (!installed) return 'none is installed';
	return (
		lockfileDifference(wanted, installed) ??
		Object.keys(installed.packages ?? {})
			.filter((path) => !existsSync(join(root, path)))
			.map((path) => `${path} is gone`)[0]
	);
}

/**
 * @param {string} path
 * @returns {import('./setup/lockfile.js').Lockfile | undefined}
 */
function readLockfile(path) {
	try {
		return JSON.parse(readFileSync(join(root, path), 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * Builds the app and the command line where the build is missing or is not of the present sources.
 *
 * @throws {StopError} where that fails
 */
export async function ensureBuilt() {
	if (isBuilt(root, inputHash(root))) return;
	await alone(async () => {
		const hash = inputHash(root);
		if (isBuilt(root, hash)) return; // another process has done it meanwhile
		say('Building Dateline; this takes a moment …');
		clearStamp(root);
		const env = { ...process.env, NODE_ENV: 'production' }; // whatever it is here
		const vite = join(root, 'node_modules/vite/bin/vite.js');
		for (const config of ['vite.config.ts', 'vite.cli.config.ts']) {
			const args = [vite, 'build', '--config', config, '--logLevel', 'warn'];
			if ((await run(process.execPath, args, { cwd: root, env })) !== 0) {
				rmSync(join(root, 'build'), { recursive: true, force: true });
				throw new StopError(`Dateline could not be built: vite build, in ${root}, says why above.`);
			}
		}
		writeStamp(root, hash);
	});
}

/**
 * A Chromium for the end-to-end tests: one that is there, else Playwright's download, else Debian's.
 *
 * @returns {Promise<string>} the path of its program
 * @throws {StopError} where there is none and none can be installed
 */
export async function ensureBrowser() {
	const { chromium } = await import('@playwright/test');
	const find = () => findRunningBrowser(chromium.executablePath());
	return (
		find() ??
		alone(async () => {
			const path = find() ?? (await downloadBrowser(), find()) ?? (await installBrowser(), find());
			if (path) return path;
			throw new StopError(
				'The tests need a Chromium: install one (Debian: apt-get install chromium; macOS: brew install --cask chromium; or: npx playwright install --with-deps chromium), or name one with CHROMIUM_PATH=/path/to/chromium npm test.'
			);
		})
	);
}

/** Playwright's own. Where its servers cannot be reached, the next way is better than a long wait. */
async function downloadBrowser() {
	say('No browser to test with: trying npx playwright install chromium …');
	const playwright = join(root, 'node_modules/@playwright/test/cli.js');
	await run(process.execPath, [playwright, 'install', 'chromium'], {
		cwd: root,
		env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
		seconds: 300
	});
}

/** Debian's, which also brings the system libraries that Playwright's own needs. */
async function installBrowser() {
	await installFromDebian(['chromium']);
}

/**
 * The programs that read our files in the tests: GDAL's ogrinfo, pandoc, bibutils' ris2xml, Poppler's tools; and
 * PostgreSQL with PostGIS, of which a test starts its own.
 * Where one is not there and cannot be installed, the tests that want it are skipped and say so.
 */
export async function ensureClients() {
	const packages = {
		ogrinfo: 'gdal-bin',
		pandoc: 'pandoc',
		ris2xml: 'bibutils',
		pdftotext: 'poppler-utils'
	};
	const missing = () => [
		...Object.entries(packages).flatMap(([program, name]) => (isThere(program) ? [] : [name])),
		...(hasPostgres() ? [] : ['postgresql', 'postgresql-postgis'])
	];
	if (missing().length === 0) return;
	await alone(async () => {
		const names = missing();
		if (names.length > 0) await installFromDebian(names);
	});
}

/** @param {string} program */
function isThere(program) {
	return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** @param {string[]} names of packages; nothing happens where this is no Debian, or not root */
async function installFromDebian(names) {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
	say(`Trying apt-get install ${names.join(' ')} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
	await run('apt-get', [...apt, 'update'], { env, seconds: 300 });
	await run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...names], {
		env,
		seconds: 600
	});
}
