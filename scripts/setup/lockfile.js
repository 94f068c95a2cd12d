/**
 * What npm's two lockfiles say of one package. @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */

/** @typedef {{ packages?: Record<string, LockEntry> }} Lockfile */

/**
 * The first way in which what is installed differs from what the lockfile asks for.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, which npm writes last; it leaves out the
 *   optional packages that are not for this platform
 * @returns {string | undefined} in words; undefined when they match
 */
export function lockfileDifference(wanted, installed) {
	const there = installed.packages ?? {};
	const asked = wanted.packages ?? {};

	for (const [path, entry] of Object.entries(asked)) {
		if (path === '') continue; // the project itself
		const found = there[path];
		if (!found) {
			if (entry.optional) continue;
			return `${path} is missing`;
		}
		if (found.version !== entry.version)
			return `${path} is ${found.version}, the lockfile has ${entry.version}`;
		if (found.integrity && entry.integrity && found.integrity !== entry.integrity)
			return `${path} is not the file that the lockfile has`;
	}
	const extra = Object.keys(there).find((path) => !(path in asked));
	return extra && `${extra} is not in the lockfile`;
}
