import { serveBareBasemap } from './bare-basemap.js';
import { openInTurn } from './openings.js';
import { serveFiles } from './serve-files.js';
import { aligned, quantile } from './table.js';

/** @typedef {import('../bench.js').Ground} Ground */
/** @typedef {import('./openings.js').Opening} Opening */

/** Where the shipped dossier opens on a wide window, and the bare map with it. */
const POSITION = { lon: 45.6, lat: 39.9, zoom: 7 };
const IN_QUERY = `?map=${POSITION.zoom}/${POSITION.lat}/${POSITION.lon}`;

/**
 * How long it takes until a map is there to be used, from the navigation's start.
 *
 * @param {Ground} ground
 * @param {number} times each page is opened
 * @returns {Promise<string>} a table
 */
export async function benchStart({ root, dossiers, base, browser, say }, times) {
	const bare = await serveBareBasemap(root, POSITION);
	const results = await openInTurn(
		browser,
		[
			{ name: 'Dateline', address: `${base}/${dossiers.shipped}${IN_QUERY}`, own: true },
			{ name: 'bare map, same basemap', address: bare.base, own: false }
		],
		{ times, viewport: { width: 1440, height: 900 }, framed: false, say }
	);
	bare.stop();
	return tableOf('page', results);
}

/**
 * The same of a map in another site's page: the embed, and a frame with nothing but a map. Time begins
 * with the frame.
 *
 * @param {Ground} ground
 * @param {number} times each page is opened
 * @returns {Promise<string>} a table
 */
export async function benchEmbed({ root, dossiers, base, browser, say }, times) {
	const bare = await serveBareBasemap(root, POSITION);
	const around = (/** @type {string} */ src) =>
		/** @type {const} */ ([
			'text/html',
			`<!doctype html><title>A post</title><iframe width="720" height="600" src="${src}"></iframe>`
		]);
	const host = await serveFiles({
		'/embed': around(`${base}/${dossiers.shipped}/embed${IN_QUERY}`),
		'/bare': around(bare.base)
	});
	const results = await openInTurn(
		browser,
		[
			{ name: 'embed', address: `${host.base}embed`, own: true },
			{ name: 'bare map in a frame', address: `${host.base}bare`, own: false }
		],
		{ times, viewport: { width: 800, height: 700 }, framed: true, say }
	);
	host.stop();
	bare.stop();
	return tableOf('frame', results);
}

/**
 * @param {string} what is opened
 * @param {readonly { name: string, openings: Opening[] }[]} results the last is what the others are compared with
 * @returns {string}
 */
function tableOf(what, results) {
	const at = (/** @type {Opening[]} */ list, /** @type {keyof Opening} */ key, q = 0.5) =>
		quantile(
			list.map((opening) => opening[key]),
			q
		);
	const last = results.at(-1)?.openings ?? [];
	return aligned(
		[
			[what, 'first paint p50', 'p95', 'map p50', 'p95', 'map ×', 'first kB', 'all kB'],
			...results.map(({ name, openings }) => [
				name,
				.../** @type {const} */ (['painted', 'interactive']).flatMap((key) =>
					[0.5, 0.95].map((q) => at(openings, key, q).toFixed(0))
				),
				(at(openings, 'interactive') / at(last, 'interactive')).toFixed(2),
				at(openings, 'first').toFixed(0),
				at(openings, 'all').toFixed(0)
			])
		],
		1
	);
}
