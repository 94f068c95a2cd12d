import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** @typedef {Record<string, readonly [type: string, body: string | Buffer]>} Files by their paths */

/** As a server compresses what it has not compressed before. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Serves some files on a port of its own, compressed with brotli but for pictures and fonts, which are.
 *
 * @param {Files} files
 * @returns {Promise<{ base: string, stop: () => void }>}
 */
export async function serveFiles(files) {
	const packed = new Map(
		Object.entries(files).map(([path, [type, body]]) => {
			const isPacked = /^(image|font)\//.test(type);
			return [path, { type, body: isPacked ? body : brotliCompressSync(body, QUALITY), isPacked }];
		})
	);
	const server = createServer(({ url }, response) => {
		const file = packed.get((url ?? '').replace(/\?.*/, ''));
		if (!file) return response.writeHead(404).end();
		response.setHeader('content-type', file.type);
		if (!file.isPacked) response.setHeader('content-encoding', 'br');
		return response.end(file.body);
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
