/**
 * What the start of Dateline's map is compared with: a page with nothing but a MapLibre map of the same
 * basemap – the same style, its sources plain GeoJSON files – at the same place, without events.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { maplibreFiles, serveFiles } from './serve-files.js';

const page = (
	/** @type {{ lon: number, lat: number, zoom: number }} */ { lon, lat, zoom },
	/** @type {{ name: string, width: number, height: number, data: Uint8Array }} */ dot
) => `<!doctype html>
<meta charset="utf-8"><title>A bare map</title>
<link rel="stylesheet" href="/maplibre-gl.css">
<style>body{margin:0}#map{height:100vh}</style>
<div id="map"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const map = new Map({
	container: 'map', fadeDuration: 0, style: '/style.json', center: [${lon}, ${lat}], zoom: ${zoom}
});
map.addImage('${dot.name}', {
	width: ${dot.width}, height: ${dot.height}, data: new Uint8Array([${dot.data}])
}, { sdf: true });
map.once('idle', () => { window.interactive = performance.now(); });
</script>`;

/**
 * Serves the page.
 *
 * @param {string} root of the project
 * @param {{ lon: number, lat: number, zoom: number }} position
 * @returns {Promise<{ base: string, stop: () => void }>}
 */
export async function serveBareBasemap(root, position) {
	const { files, dot } = await basemapFiles(root);
	return serveFiles({
		...files,
		...maplibreFiles(root),
		'/': ['text/html', page(position, dot)]
	});
}

/**
 * The app's own ground map, at `/style.json`, as plain files, and the picture that its style draws towns with.
 *
 * @param {string} root of the project
 * @returns {Promise<{ files: import('./serve-files.js').Files, dot: { name: string, width: number, height: number, data: Uint8Array } }>}
 */
export async function basemapFiles(root) {
	const vite = await createServer({
		root,
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		server: { middlewareMode: true, ws: false }
	});
	try {
		const load = (/** @type {string} */ path) => vite.ssrLoadModule(`/src/lib/${path}`);
		const [{ mapStyle }, { TOKENS }, { FONT_FACES }, { RELIEF_CORNERS }, blanks, decode] =
			await Promise.all([
				load('map/style.ts'),
				load('core/picture/tokens.ts'),
				load('map/fonts.ts'),
				load('map/basemap.ts'),
				load('map/blanks.ts'),
				load('core/picture/basemap.ts')
			]);
		const file = (/** @type {string} */ name) => readFileSync(join(root, 'static/basemap', name));
		const json = (/** @type {string} */ name) => JSON.parse(file(name).toString());
		const world = decode.decodeWorld(json('world.json'));
		const region = decode.decodeRegion(json('region.json'), json('region-water.json'), []);
		const names = region.lettered('en');
		/** @type {Record<string, unknown>} */
		const data = {
			land: world.countries,
			borders: world.borders,
			lakes: world.lakes,
			rivers: world.rivers,
			countries: world.countryNames,
			'region-sea': region.sea,
			'region-land': region.land,
			'region-borders': region.borders,
			'region-lines': region.innerLines,
			'region-rivers': region.rivers,
			'region-lakes': region.lakes,
			'region-areas': names.areas,
			'region-towns': names.towns,
			'region-lake-names': names.lakes
		};
		const style = mapStyle(TOKENS.light, FONT_FACES, {
			url: '/relief.webp',
			coordinates: RELIEF_CORNERS
		});
		/** @type {Record<string, readonly [string, string | Buffer]>} */
		const files = { '/relief.webp': ['image/webp', file('relief.webp')] };
		for (const [name, features] of Object.entries(data)) {
			style.sources[name].data = `/${name}.geojson`;
			files[`/${name}.geojson`] = ['application/json', JSON.stringify(features)];
		}
		for (const faces of Object.values(FONT_FACES))
			for (const { url } of /** @type {{ url: string }[]} */ (faces))
				files[url] = ['font/woff2', readFileSync(join(root, url))];
		files['/style.json'] = ['application/json', JSON.stringify(style)];
		return { files, dot: { name: blanks.TOWN_DOT_IMAGE, ...blanks.townDot() } };
	} finally {
		await vite.close();
	}
}
