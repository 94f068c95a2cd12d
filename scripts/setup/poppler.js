import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.js';

/**
 * Poppler's tools, with which the tests read PDF files: those that are there, else Debian's. A test that
 * has none says so and is skipped.
 *
 * @returns {Promise<boolean>} whether they are there
 */
export async function ensurePoppler() {
	if (hasPoppler()) return true;
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
	console.error('Trying apt-get install poppler-utils, with which the tests read PDF …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
	await run('apt-get', [...apt, 'update'], { env, seconds: 300 });
	await run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'poppler-utils'], {
		env,
		seconds: 300
	});
	return hasPoppler();
}

/** @returns {boolean} */
export function hasPoppler() {
	return spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status === 0;
}
