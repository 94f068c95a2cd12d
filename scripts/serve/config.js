import { resolve } from 'node:path';
import { StopError } from '../stop.js';

/**
 * @typedef {object} Config
 * @property {string} host to listen on
 * @property {number} port to listen on; 0 for any that is free
 * @property {string | undefined} origin under which visitors reach it, where it is not loopback alone
 * @property {string | undefined} data absolute path of the folder that holds the dossiers; undefined where a database has them
 * @property {boolean} database whether dossiers stand in a database; its address stays in the environment, secrets and all
 * @property {boolean} edit whether pages opened on this machine may write into that folder
 */

/**
 * The settings of the server. An empty value counts as none.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root of the project, whose geodata/ is served by default
 * @param {{ edit?: boolean }} [options] of the command line
 * @returns {Config}
 * @throws {StopError} exit code 2, on a setting that is wrong
 */
export function readConfig(env, root, { edit = false } = {}) {
	const host = env['HOST'] || '127.0.0.1';
	const origin = env['ORIGIN'] ? readOrigin(env['ORIGIN']) : undefined;
	if (!origin && !isLoopback(host))
		throw new StopError(
			`With HOST=${host} others can reach this server, so it must be told its address: set ORIGIN, as in ORIGIN=https://maps.example.org.`,
			2
		);
	if (edit && (origin || !isLoopback(host)))
		throw new StopError(
			'With --edit the server writes into your folder, so it serves this machine alone: leave out HOST and ORIGIN.',
			2
		);
	const database = Boolean(env['DATELINE_DATABASE']);
	if (database && !/^postgres(ql)?:\/\//i.test(env['DATELINE_DATABASE'] ?? ''))
		throw new StopError(
			'DATELINE_DATABASE must be the address of a PostgreSQL database, as in DATELINE_DATABASE=postgres://dateline@localhost/events.',
			2
		);
	if (edit && database && !env['DATELINE_DATA'])
		throw new StopError(
			'With --edit the server writes into a folder: name it, as in DATELINE_DATA=/my/dossiers. What stands in a database is not edited here.',
			2
		);
	return {
		host,
		port: readPort(env['PORT'] || '3000'),
		origin,
		data: env['DATELINE_DATA']
			? resolve(env['DATELINE_DATA'])
			: database
				? undefined
				: resolve(root, 'geodata'),
		database,
		edit
	};
}

/**
 * @param {string} text
 * @returns {number}
 */
function readPort(text) {
	const port = Number(text);
	if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
	throw new StopError(`PORT must be a number from 0 to 65535, as in PORT=3001, not "${text}".`, 2);
}

/**
 * @param {string} text
 * @returns {string}
 */
function readOrigin(text) {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
	throw new StopError(
		`ORIGIN must be a scheme and a host, as in ORIGIN=https://maps.example.org, not "${text}".`,
		2
	);
}

/**
 * Whether a host name or address means this very machine.
 *
 * @param {string} host without port; an IPv6 address with or without brackets
 * @returns {boolean}
 */
export function isLoopback(host) {
	return /^(localhost|127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|::1|\[::1\])$/i.test(host);
}
