import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { townDot, TOWN_DOT_IMAGE } from '../../src/lib/map/blanks';
import { cameraOf, ENGINES, type Engine } from './engines';
import { unpacked } from './packed';

/*
 * A page with one engine over a map: the benchmark scrubs it, tests look at its pixels. Its address says which:
 * `engine`, `rows`, `ground` (the address of a style; without it plain paper), `at` (zoom/lat/lon).
 */

export interface Scrub {
	engine: Engine;
	map: MapLibreMap;
	/** The middle of the rows by day. */
	middle: number;
	/** Milliseconds that each took. */
	times: { engine: number };
	/** Shows so many days, and resolves when the frame that shows them is done. */
	step: (from: number, days: number) => Promise<void>;
	/** Steps as fast as they come, for so long; steps a second, and the time between each and the next. */
	run: (ms: number, days: number) => Promise<{ fps: number; between: number[] }>;
	/** Moves the map a frame at a time: the time between each and the next. */
	travel: (frames: number) => Promise<number[]>;
	camera: () => ReturnType<typeof cameraOf>;
}

declare global {
	interface Window {
		scrub: Scrub;
	}
}

setWorkerUrl(workerUrl);
const asked = new URLSearchParams(location.search);
const name = (asked.get('engine') ?? 'ours') as keyof typeof ENGINES;
const rows = Number(asked.get('rows') ?? 0);
const [zoom = 5, lat = 37, lon = 43] = (asked.get('at') ?? '5/37/43').split('/').map(Number);
const ground = asked.get('ground');
const plain: StyleSpecification = {
	version: 8,
	sources: {},
	layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#f4f1ea' } }]
};

const columns = unpacked(await (await fetch(`/rows/${rows}`)).arrayBuffer(), rows);
const map = new MapLibreMap({
	container: 'map',
	attributionControl: false,
	fadeDuration: 0,
	center: [lon, lat],
	zoom,
	style: ground ?? plain
});
map.addImage(TOWN_DOT_IMAGE, townDot(), { sdf: true });
await map.once('load');
if (!map.areTilesLoaded()) await map.once('idle');
const began = performance.now();
const engine = await ENGINES[name](map, columns);
const took = performance.now() - began;
const middle = columns.first[columns.length >> 1] ?? 0;
const frame = () => new Promise(requestAnimationFrame);

window.scrub = {
	engine,
	map,
	middle,
	times: { engine: took },
	step: async (from, days) => {
		await engine.show(from, from + days);
		await frame();
	},
	run: async (ms, days) => {
		const between: number[] = [];
		const start = performance.now();
		let last = start;
		for (let i = 0; last - start < ms; i++) {
			await engine.show(middle + (i % 365), middle + (i % 365) + days);
			const now = performance.now();
			between.push(now - last);
			last = now;
		}
		return { fps: (1000 * between.length) / (last - start), between };
	},
	travel: async (frames) => {
		const between: number[] = [];
		let last = performance.now();
		for (let i = 0; i < frames; i++) {
			const turn = (i / 60) * 2 * Math.PI;
			map.jumpTo({
				center: [lon + Math.sin(turn), lat + 0.7 * Math.cos(turn)],
				zoom: zoom + 0.6 * Math.sin(turn / 2)
			});
			await frame();
			const now = performance.now();
			between.push(now - last);
			last = now;
		}
		return between;
	},
	camera: () => cameraOf(map)
};
document.title = 'ready';
