/**
 * Fetches the tools and data of pins.mjs into a work directory, through the machine's own npm and apt.
 * The repository's node_modules is never touched.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEB_DATA, DEB_TOOLS, NPM } from './pins.mjs';

/** Where downloads and intermediate files go; kept between builds, safe to delete. */
export const WORK = process.env.BASEMAP_WORK || join(tmpdir(), 'dateline-basemap');

/** Runs a program, no shell; returns its stdout as text. @param {string} cmd @param {string[]} args */
export function run(cmd, args, options = {}) {
	return execFileSync(cmd, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		stdio: ['ignore', 'pipe', 'inherit'],
		...options
	});
}

/** npm packages at their pinned versions; returns a `require` that sees them. */
export function npmTools() {
	const prefix = join(WORK, 'npm');
	mkdirSync(prefix, { recursive: true });
	const stamp = join(prefix, 'pins.json');
	const want = JSON.stringify(NPM);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
		writeFileSync(join(prefix, 'package.json'), '{"private":true}');
		const specs = Object.entries(NPM).map(([name, version]) => `${name}@${version}`);
		run('npm', [
			'install',
			'--prefix',
			prefix,
			'--no-audit',
			'--no-fund',
			'--ignore-scripts',
			'--no-save',
			...specs
		]);
		writeFileSync(stamp, want);
	}
	return createRequire(join(prefix, 'index.js'));
}

/** Version of an installed Debian package, or '' when it is absent. */
function installed(name) {
	try {
		return run('dpkg-query', ['-W', '-f=${db:Status-Status} ${Version}', name], {
			stdio: ['ignore', 'pipe', 'ignore']
		}).replace(/^installed /, '');
	} catch {
		return '';
	}
}

/** Sees to it that gmt and gdal are there at the pinned versions. */
export function debianTools() {
	const missing = Object.entries(DEB_TOOLS).filter(
		([name, version]) => installed(name) !== version
	);
	if (missing.length === 0) return;
	const specs = missing.map(([name, version]) => `${name}=${version}`);
	if (process.getuid?.() !== 0)
		throw new Error(`Install as root first: apt-get install ${specs.join(' ')}`);
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...specs], {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}

/** Unpacks the data packages; returns package name → directory. */
export function debianData() {
	const out = {};
	for (const [name, version] of Object.entries(DEB_DATA)) {
		const dir = join(WORK, 'deb', `${name}_${version.replace(/[^\w.+-]/g, '_')}`);
		if (!existsSync(join(dir, 'usr'))) {
			mkdirSync(dir, { recursive: true });
			run('apt-get', ['download', '-q', `${name}=${version}`], { cwd: dir });
			const deb = readdirSync(dir).find((file) => file.endsWith('.deb'));
			run('dpkg', ['-x', join(dir, deb), dir]);
		}
		out[name] = dir;
	}
	return out;
}
