/**
 * What Dateline is compared with: a page with nothing but a MapLibre map of the same events, one layer
 * of circles, and a strip under it; where the pointer goes on the strip, `setFilter` lets through the
 * events up to that day.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maplibreFiles, serveFiles } from './serve-files.js';

/** @typedef {import('@playwright/test').Page} Page */

const DAY_MS = 86_400_000;

/** The map's own word for having drawn all. */
export const DRAWN = 'window.drawn';

const PAGE = `<!doctype html><meta charset="utf-8"><title>A bare map</title>
<link rel="stylesheet" href="/maplibre-gl.css">
<style>body{margin:0}#map{height:768px}#strip{height:132px}</style>
<div id="map"></div><div id="strip"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const events = await (await fetch('/events.geojson')).json();
const days = events.features.map(({ properties }) => properties.first);
const first = days.reduce((a, b) => Math.min(a, b)), last = days.reduce((a, b) => Math.max(a, b));
const lons = events.features.map(({ geometry }) => geometry.coordinates[0]);
const lats = events.features.map(({ geometry }) => geometry.coordinates[1]);
const map = new Map({
	container: 'map', attributionControl: false, fadeDuration: 0,
	bounds: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
	style: {
		version: 8,
		sources: { events: { type: 'geojson', data: events } },
		layers: [
			{ id: 'ground', type: 'background', paint: { 'background-color': '#f4f1ea' } },
			{ id: 'events', type: 'circle', source: 'events', paint: { 'circle-radius': 6, 'circle-color': '#8a3324' } }
		]
	}
});
window.drawn = map.once('idle');
document.getElementById('strip').addEventListener('pointermove', ({ clientX }) => {
	window.drawn = map.once('idle');
	map.setFilter('events', ['<=', ['get', 'first'], first + (clientX / innerWidth) * (last - first)]);
});
await window.drawn;
document.title = 'ready';
</script>`;

/**
 * Serves the page.
 *
 * @param {string} root of the project
 * @param {string} folder of the dossier
 * @returns {Promise<{ base: string, stop: () => void }>}
 */
export async function serveBareMap(root, folder) {
	const events = JSON.parse(readFileSync(join(folder, 'events.geojson'), 'utf8'));
	const features = events.features
		.filter((/** @type {any} */ { geometry }) => geometry?.type === 'Point')
		.map((/** @type {any} */ { geometry, properties }) => ({
			type: 'Feature',
			geometry,
			properties: { first: firstDay(properties.when) }
		}));
	return serveFiles({
		...maplibreFiles(root),
		'/': ['text/html', PAGE],
		'/events.geojson': ['application/json', JSON.stringify({ type: 'FeatureCollection', features })]
	});
}

/**
 * Opens it.
 *
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<{ from: number, to: number, y: number }>} where the pointer can go, in pixels of the window
 */
export async function openBareMap(page, address) {
	await page.goto(address);
	await page.waitForFunction("document.title === 'ready'");
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	return { from: width * 0.25, to: width - 20, y: height - 60 };
}

/**
 * @param {string | null} when as in the file; only its year, month and day are read
 * @returns {number} days since 1970-01-01; 0 without a date, which every filter lets through
 */
function firstDay(when) {
	const [, year, month = '01', day = '01'] =
		/(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(when ?? '') ?? [];
	const time = Date.parse(`${year}-${Number(month) > 12 ? '01' : month}-${day}`);
	return Number.isNaN(time) ? 0 : time / DAY_MS;
}
