import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserPlaces } from '../../scripts/setup/browser.js';
import { withLock } from '../../scripts/setup/lock.js';
import { lockfileDifference } from '../../scripts/setup/lockfile.js';
import { isNodeSupported } from '../../scripts/setup/node-version.js';
import { run } from '../../scripts/setup/run.js';
import { clearStamp, inputHash, isBuilt, writeStamp } from '../../scripts/setup/stamp.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dateline-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lockfile comparison', () => {
	const a = { version: '1.0.0', integrity: 'sha512-a' };
	const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

	it('finds no difference where npm installed what the lockfile has', () => {
		expect(
			lockfileDifference(lock({ 'node_modules/a': a }), { packages: { 'node_modules/a': a } })
		).toBeUndefined();
	});

	it('names a package of another version', () => {
		const installed = { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } };
		expect(lockfileDifference(lock({ 'node_modules/a': a }), installed)).toBe(
			'node_modules/a is 1.0.1, the lockfile has 1.0.0'
		);
	});

	it('names a package of the same version and another content', () => {
		const installed = { packages: { 'node_modules/a': { ...a, integrity: 'sha512-b' } } };
		expect(lockfileDifference(lock({ 'node_modules/a': a }), installed)).toContain(
			'node_modules/a'
		);
	});

	it('compares versions alone where one side has no integrity', () => {
		const installed = { packages: { 'node_modules/a': { version: '1.0.0' } } };
		expect(lockfileDifference(lock({ 'node_modules/a': a }), installed)).toBeUndefined();
	});

	it('names a missing package', () => {
		expect(lockfileDifference(lock({ 'node_modules/a': a }), {})).toBe('node_modules/a is missing');
	});

	it('misses no optional package, which may be for another platform', () => {
		const wanted = lock({ 'node_modules/a': { ...a, optional: true } });
		expect(lockfileDifference(wanted, { packages: {} })).toBeUndefined();
	});

	it('names a package that the lockfile does not have', () => {
		expect(lockfileDifference(lock({}), { packages: { 'node_modules/a': a } })).toBe(
			'node_modules/a is not in the lockfile'
		);
	});
});

describe('the stamp of a build', () => {
	const write = (path: string, text: string) => {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const build = () => {
		write('build/handler.js', '');
		write('dist/dateline.js', '');
	};
	beforeEach(() => {
		write('src/routes/a.ts', 'a');
		write('static/b.txt', 'b');
		write('package-lock.json', '{}');
	});

	it('says that a finished build of the same sources is there', () => {
		build();
		writeStamp(folder, inputHash(folder));
		expect(isBuilt(folder, inputHash(folder))).toBe(true);
	});

	it('does not heed times, which a fresh clone changes', () => {
		const before = inputHash(folder);
		utimesSync(join(folder, 'src/routes/a.ts'), 1, 1);
		expect(inputHash(folder)).toBe(before);
	});

	it.each([
		['a changed file', () => write('src/routes/a.ts', 'aa')],
		['a new file', () => write('static/c.txt', '')],
		['a removed file', () => rmSync(join(folder, 'static/b.txt'))],
		['a changed lockfile', () => write('package-lock.json', '{ }')],
		[
			'content that moved from one file to the next',
			() => (write('src/routes/a.ts', ''), write('static/b.txt', 'ab'))
		]
	])('does not hold for %s', (_, change) => {
		build();
		writeStamp(folder, inputHash(folder));
		change();
		expect(isBuilt(folder, inputHash(folder))).toBe(false);
	});

	it('does not heed files that are no part of the sources', () => {
		const before = inputHash(folder);
		write('test/a.test.ts', '');
		write('src/.DS_Store', '');
		expect(inputHash(folder)).toBe(before);
	});

	it('is gone while a build runs, so that one killed half-way is no build', () => {
		build();
		const hash = inputHash(folder);
		writeStamp(folder, hash);
		clearStamp(folder);
		expect(isBuilt(folder, hash)).toBe(false);
	});

	it('does not hold where half of the build was removed', () => {
		build();
		writeStamp(folder, inputHash(folder));
		rmSync(join(folder, 'dist'), { recursive: true });
		expect(isBuilt(folder, inputHash(folder))).toBe(false);
	});
});

describe('the lock', () => {
	it('lets one task run at a time, and the next once it has ended or failed', async () => {
		const lock = join(folder, 'lock');
		const order: string[] = [];
		const first = withLock(lock, async () => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			order.push('first');
			throw new Error('broken');
		});
		const second = withLock(lock, async () => order.push('second'));
		await expect(first).rejects.toThrow('broken');
		await second;
		expect(order).toEqual(['first', 'second']);
	});

	it('takes over one whose holder was killed', async () => {
		const lock = join(folder, 'lock');
		writeFileSync(lock, '');
		await expect(withLock(lock, async () => 'done', { patience: 100 })).resolves.toBe('done');
	});
});

describe('a command that is run', () => {
	it('tells its exit code', async () => {
		expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
	});

	it('tells 127 where there is no such command', async () => {
		expect(await run('no-such-command-of-dateline', [])).toBe(127);
	});

	it('is ended when it takes too long', async () => {
		expect(
			await run(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { seconds: 0.2 })
		).toBe(1);
	});
});

describe('the version of Node', () => {
	it.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])('%s will do', (version) => {
		expect(isNodeSupported(version)).toBe(true);
	});

	it.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('%s is too old', (version) => {
		expect(isNodeSupported(version)).toBe(false);
	});
});

describe('the browser for the tests', () => {
	const env = { PATH: '/usr/bin:/opt/bin' };

	it('is the one that CHROMIUM_PATH names, then Playwright’s own, then the system’s', () => {
		const places = browserPlaces('/own', { ...env, CHROMIUM_PATH: '/mine' }, 'linux');
		expect(places.slice(0, 4)).toEqual(['/mine', '/own', '/usr/bin/chromium', '/opt/bin/chromium']);
		expect(places.at(-1)).toBe('/opt/bin/google-chrome-stable');
	});

	it('may be an app on macOS, which is not on the PATH', () => {
		expect(browserPlaces('/own', env, 'darwin').at(-1)).toMatch(/^\/Applications\/Google Chrome/);
	});
});
