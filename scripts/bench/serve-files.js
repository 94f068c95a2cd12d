import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** @typedef {Record<string, readonly [type: string, body: string | Buffer]>} Files by their paths */

/**
 * Serves some files on a port of its own.
 *
 * @param {Files} files
 * @returns {Promise<{ base: string, stop: () => void }>}
 */
export async function serveFiles(files) {
	const server = createServer(({ url }, response) => {
		const file = files[url ?? ''];
		if (file) response.setHeader('content-type', file[0]).end(file[1]);
		else response.writeHead(404).end();
	}).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		base: `http://127.0.0.1:${port}/`,
		stop: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}

/**
 * MapLibre as its package has it.
 *
 * @param {string} root of the project
 * @returns {Files}
 */
export function maplibreFiles(root) {
	const dist = (/** @type {string} */ name) =>
		readFileSync(join(root, 'node_modules/maplibre-gl/dist', name));
	/** @type {Record<string, readonly [string, Buffer]>} */
	const files = { '/maplibre-gl.css': ['text/css', dist('maplibre-gl.css')] };
	for (const name of ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs'])
		files[`/${name}`] = ['text/javascript', dist(name)];
	return files;
}
