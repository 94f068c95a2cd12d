/**
 * `npm test`: sets up what is missing, then runs every kind of test, each even where one before it
 * failed, and ends with the line "N passed, N failed". `npm test -- --only unit` runs one kind.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countCheck, countLine, countPlaywright, countVitest, sum } from './counting.js';
import { run } from './setup/run.js';
import { ensureBrowser, ensureBuilt, ensureClients, ensureInstalled, root } from './setup.js';
import { StopError, endWith } from './stop.js';

/** @typedef {import('./counting.js').Count} Count */

const reports = mkdtempSync(join(tmpdir(), 'dateline-test-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @type {Record<string, () => Promise<Count>>} */
const kinds = {
	format: async () => countCheck((await tool(['prettier/bin/prettier.cjs', '--check', '.'])) === 0),
	lint: async () => countCheck((await script('lint')) === 0),
	types: async () => countCheck((await script('check')) === 0),
	unit: async () => {
		await ensureClients();
		const file = join(reports, 'unit.json');
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
		const code = await tool(['vitest/vitest.mjs', 'run', ...reporters]);
		return countVitest(readReport(file), code);
	},
	e2e: async () => {
		await ensureClients();
		const file = join(reports, 'e2e.json');
		const code = await tool(['@playwright/test/cli.js', 'test', '--reporter=list,json'], {
			CHROMIUM_PATH: await ensureBrowser(),
			E2E_PORT: String(await freePort()),
			PLAYWRIGHT_JSON_OUTPUT_FILE: file
		});
		return countPlaywright(readReport(file), code);
	}
};

try {
	const chosen = chosenKinds();
	const counts = [];
	if (await succeeds(ensureInstalled)) {
		if (!(await succeeds(ensureBuilt))) counts.push(countCheck(false));
		for (const kind of chosen) {
			console.log(`\n— ${kind}`);
			counts.push(await count(kind));
		}
	} else counts.push(countCheck(false));

	const total = sum(counts);
	process.exitCode = total.failed > 0 ? 1 : 0;
	console.log(`\n${countLine(total)}`);
} catch (error) {
	endWith(error);
}

/**
 * @returns {string[]} the kinds that the command line asks for
 * @throws {StopError} on one that there is not
 */
function chosenKinds() {
	const { only } = parseArgs({ options: { only: { type: 'string' } }, strict: false }).values;
	const all = Object.keys(kinds);
	if (only === undefined) return all;
	if (typeof only === 'string' && all.includes(only)) return [only];
	throw new StopError(`--only takes one of ${all.join(', ')}.`, 2);
}

/**
 * @param {string} kind
 * @returns {Promise<Count>} one failure where it could not be run
 */
async function count(kind) {
	let result = countCheck(false);
	await succeeds(async () => {
		result = (await kinds[kind]?.()) ?? result;
	});
	return result;
}

/**
 * @param {() => Promise<void>} task
 * @returns {Promise<boolean>} false where it stopped, which has then been told
 */
async function succeeds(task) {
	try {
		await task();
		return true;
	} catch (error) {
		console.error(error instanceof StopError ? error.message : error);
		return false;
	}
}

/**
 * Runs a tool of node_modules.
 *
 * @param {string[]} command its file and arguments
 * @param {Record<string, string>} [env] added to ours
 */
function tool([file = '', ...args], env = {}) {
	return run(process.execPath, [join(root, 'node_modules', file), ...args], {
		cwd: root,
		env: { ...process.env, ...env },
		stdout: 1
	});
}

/**
 * Runs a script of package.json.
 *
 * @param {string} name
 */
function script(name) {
	return run('npm', ['run', '--silent', name], { cwd: root, stdout: 1 });
}

/**
 * @param {string} file
 * @returns {any} what the runner reported; undefined when it wrote nothing that can be read
 */
function readReport(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** @returns {Promise<number>} a port that nothing uses, so that two test runs do not meet */
function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
