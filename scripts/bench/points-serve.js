/**
 * The page of one engine over a map (test/scrub/page.ts), built in memory and served with the rows that it
 * shows: it needs no dossier.
 */
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { basemapFiles } from './bare-basemap.js';
import { serveFiles } from './serve-files.js';

const PAGE = (
	/** @type {string} */ script,
	/** @type {readonly string[]} */ styles
) => `<!doctype html>
<meta charset="utf-8"><title>…</title>
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('')}
<style>body{margin:0}#map{height:100vh}.over{position:absolute;inset:0;width:100%;height:100%;overflow:hidden;pointer-events:none}</style>
<div id="map"></div>
<script type="module" src="${script}"></script>`;

/**
 * Serves the page.
 *
 * @param {string} root of the project
 * @param {readonly number[]} sizes how many rows there are, each
 * @param {number} seed
 * @returns {Promise<{ base: string, stop: () => void }>}
 */
export async function servePoints(root, sizes, seed) {
	const [{ files }, built, rows] = await Promise.all([
		basemapFiles(root),
		buildPage(root),
		rowsOf(root, sizes, seed)
	]);
	return serveFiles({ ...files, ...built, ...rows });
}

/**
 * @param {string} root
 * @returns {Promise<import('./serve-files.js').Files>}
 */
async function buildPage(root) {
	const output = /** @type {import('vite').Rolldown.RolldownOutput} */ (
		await build({
			root,
			configFile: false,
			logLevel: 'error',
			publicDir: false,
			build: {
				write: false,
				target: 'esnext',
				assetsInlineLimit: 0,
				chunkSizeWarningLimit: 5000,
				rolldownOptions: { input: join(root, 'test/scrub/page.ts') }
			},
			worker: { format: 'es' }
		})
	).output;
	/** @type {Record<string, readonly [string, string | Buffer]>} */
	const files = {};
	let script = '';
	const styles = [];
	for (const file of output) {
		const path = `/${file.fileName}`;
		if (file.type === 'chunk') {
			files[path] = ['text/javascript', file.code];
			if (file.isEntry) script = path;
		} else if (path.endsWith('.css')) {
			files[path] = ['text/css', Buffer.from(file.source)];
			styles.push(path);
		} else files[path] = [typeOf(path), Buffer.from(file.source)];
	}
	files['/'] = ['text/html', PAGE(script, styles)];
	return files;
}

/** @param {string} path */
function typeOf(path) {
	return /\.m?js$/.test(path) ? 'text/javascript' : 'application/octet-stream';
}

/**
 * @param {string} root
 * @param {readonly number[]} sizes
 * @param {number} seed
 * @returns {Promise<import('./serve-files.js').Files>}
 */
async function rowsOf(root, sizes, seed) {
	const vite = await createServer({
		root,
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		server: { middlewareMode: true, ws: false }
	});
	try {
		const { syntheticColumns } = await vite.ssrLoadModule('/test/synthetic/columns.ts');
		const { packed } = await vite.ssrLoadModule('/test/scrub/packed.ts');
		/** @type {Record<string, readonly [string, Buffer]>} */
		const files = { '/rows/0': ['application/octet-stream', Buffer.alloc(0)] };
		for (const size of sizes)
			files[`/rows/${size}`] = [
				'application/octet-stream',
				Buffer.from(packed(syntheticColumns(size, seed)))
			];
		return files;
	} finally {
		await vite.close();
	}
}
