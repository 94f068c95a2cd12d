/**
 * Whether this Node can run the tools: 20.19 or later, where the 22 series counts from 22.12 (both are
 * the first that `require` ES modules, as Vite 8 does) and the short-lived 21 is out.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function isNodeSupported(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major === 20) return minor >= 19;
	if (major === 22) return minor >= 12;
	return major > 22;
}
