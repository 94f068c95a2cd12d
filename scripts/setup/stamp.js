import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. */
const INPUTS = [
	'src',
	'static',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.cli.config.ts',
	'tsconfig.json'
];

/** What the build makes and the other scripts need. */
const OUTPUTS = ['build/handler.js', 'dist/dateline.js'];

const STAMP = 'build/.stamp';

/**
 * A hash over the names and contents of everything that the build is made from. Contents, not times: a
 * fresh clone or a switched branch has new times for old contents.
 *
 * @param {string} root
 * @returns {string} SHA-256, hexadecimal
 */
export function inputHash(root) {
	const hash = createHash('sha256');
	for (const path of INPUTS.flatMap((input) => filesIn(root, input))) {
		const content = readFileSync(join(root, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path a file or folder in it, or nothing
 * @returns {string[]} the files, in an order that is the same everywhere
 */
function filesIn(root, path) {
	/** @type {import('node:fs').Dirent[]} */
	let entries;
	try {
		entries = readdirSync(join(root, path), { withFileTypes: true });
	} catch {
		return existsSync(join(root, path)) ? [path] : [];
	}
	return entries
		.filter((entry) => entry.name !== '.DS_Store')
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => filesIn(root, `${path}/${entry.name}`));
}

/**
 * @param {string} root
 * @param {string} hash of the inputs as they are now
 * @returns {boolean} whether a finished build of just these inputs is there
 */
export function isBuilt(root, hash) {
	try {
		return (
			readFileSync(join(root, STAMP), 'utf8') === hash &&
			OUTPUTS.every((output) => existsSync(join(root, output)))
		);
	} catch {
		return false;
	}
}

/**
 * Takes the stamp away before a build starts, so that a build that is killed half-way is no build.
 *
 * @param {string} root
 */
export function clearStamp(root) {
	rmSync(join(root, STAMP), { force: true });
}

/**
 * @param {string} root
 * @param {string} hash of the inputs as they were when the build started
 */
export function writeStamp(root, hash) {
	const draft = join(root, `${STAMP}.new`);
	writeFileSync(draft, hash);
	renameSync(draft, join(root, STAMP));
}
