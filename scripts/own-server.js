import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './setup.js';

/**
 * A production server for whoever needs one of their own – tests, benchmark, pictures – of the build
 * that is there, on a port that is free. The settings of whoever runs it are not its.
 *
 * @param {string} [data] the folder of dossiers; the shipped ones where this is left out
 * @param {string[]} [options] of the server's command line, such as `--edit`
 * @param {Record<string, string>} [settings] more of its environment
 * @returns {Promise<{ base: string, pid: number | undefined, stop: () => void }>} its address, without a slash
 *   at the end, and its process
 */
export async function serveOwn(data = '', options = [], settings = {}) {
	const server = spawn(process.execPath, ['server.js', ...options], {
		cwd: root,
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATELINE_DATA: data,
			DATELINE_DATABASE: '',
			...settings
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
	const base = /http:\/\/[\d.:]+/.exec(String(line))?.[0];
	if (!base) throw new Error('The server did not start; it says why above.');
	return { base, pid: server.pid, stop: () => void server.kill() };
}
