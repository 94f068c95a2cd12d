import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { FeatureCollection, Point } from 'geojson';
import type { FilterSpecification, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { NOWHERE, type Columns } from '../../src/lib/core/columns/columns';
import { dateIndex, firstRowFrom } from '../../src/lib/core/columns/dates';
import { ROLES } from '../../src/lib/core/dossier/roles';
import type { Camera } from '../../src/lib/core/picture/camera';
import { ROLE_SHAPES } from '../../src/lib/core/picture/symbols';
import { PointLayer } from '../../src/lib/map/points/point-layer';

/** What shows the rows of a range of days, each engine in its own way. */
export interface Engine {
	/** Shows the rows whose first day is in the range. Resolves once they are drawn, or will be in this frame. */
	show: (from: number, to: number) => Promise<unknown>;
	/** What this page's tests look at. */
	layer?: PointLayer;
	settle?: () => Promise<unknown>;
}

export const ENGINES = { ours, setFilter, setData, deck, svg, empty, none };

export function cameraOf(map: MapLibreMap): Camera {
	const { lng, lat } = map.getCenter().wrap();
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return { zoom: map.getZoom(), lat, lon: lng, width, height };
}

const frame = () => new Promise(requestAnimationFrame);
const DOT = { radius: 3.5, colour: '#ad1f2d' };
const degrees = (columns: Columns, row: number): [number, number] => [
	(columns.lon[row] as number) / 1e5,
	(columns.lat[row] as number) / 1e5
];

/** Types take the five roles in turn. */
export const looksOf = (columns: Columns) =>
	Array.from({ length: Math.max(8, columns.types.length) }, (_, i) => {
		const role = ROLES[i % ROLES.length] as (typeof ROLES)[number];
		return { role, shape: ROLE_SHAPES[role] };
	});

async function ours(map: MapLibreMap, columns: Columns): Promise<Engine> {
	const over = document.createElement('div');
	over.className = 'over';
	map.getCanvasContainer().append(over);
	const canvas = document.createElement('canvas');
	over.append(canvas);
	const layer = new PointLayer(canvas);
	layer.setColumns(columns, dateIndex(columns), looksOf(columns), 'light');
	const draw = () => layer.draw(cameraOf(map));
	for (const change of ['move', 'resize'] as const) map.on(change, draw);
	draw();
	return {
		layer,
		show: (from, to) => {
			layer.setRange({ from, to });
			return frame();
		}
	};
}

/** What a GeoJSON source is given: rows that have a spot, with the day that the filter asks for. */
function features(columns: Columns, start: number, end: number): FeatureCollection<Point> {
	const found: FeatureCollection<Point>['features'] = [];
	for (let row = start; row < end; row++)
		if (columns.lat[row] !== NOWHERE)
			found.push({
				type: 'Feature',
				geometry: { type: 'Point', coordinates: degrees(columns, row) },
				properties: { first: columns.first[row] }
			});
	return { type: 'FeatureCollection', features: found };
}

const within = (from: number, to: number): FilterSpecification => [
	'all',
	['>=', ['get', 'first'], from],
	['<=', ['get', 'first'], to]
];

function circles(map: MapLibreMap, data: FeatureCollection, filter?: FilterSpecification) {
	map.addSource('events', { type: 'geojson', data });
	map.addLayer({
		id: 'events',
		type: 'circle',
		source: 'events',
		...(filter ? { filter } : {}),
		paint: { 'circle-radius': DOT.radius, 'circle-color': DOT.colour }
	});
	return map.once('idle');
}

async function setFilter(map: MapLibreMap, columns: Columns): Promise<Engine> {
	const { first } = columns;
	const day = first[columns.length >> 1] as number;
	await circles(map, features(columns, 0, columns.length), within(day, day + 30));
	return {
		show: (from, to) => {
			map.setFilter('events', within(from, to));
			return map.once('idle');
		}
	};
}

async function setData(map: MapLibreMap, columns: Columns): Promise<Engine> {
	await circles(map, features(columns, 0, 0));
	return {
		show: (from, to) => {
			const [start, end] = [firstRowFrom(columns, from), firstRowFrom(columns, to + 1)];
			void (map.getSource('events') as GeoJSONSource).setData(features(columns, start, end));
			return map.once('idle');
		}
	};
}

async function deck(map: MapLibreMap, columns: Columns): Promise<Engine> {
	const { length } = columns;
	const positions = new Float32Array(2 * length);
	// Days since the first: float32, as the extension takes them.
	const base = columns.first[0] ?? 0;
	const days = Float32Array.from(columns.first, (day) => day - base);
	for (let row = 0; row < length; row++)
		if (columns.lat[row] !== NOWHERE) positions.set(degrees(columns, row), 2 * row);
	const data = {
		length,
		attributes: {
			getPosition: { value: positions, size: 2 },
			getFilterValue: { value: days, size: 1 }
		}
	};
	const extensions = [new DataFilterExtension({ filterSize: 1 })];
	let drawn = () => {};
	const layer = (from: number, to: number) =>
		new ScatterplotLayer({
			id: 'events',
			data,
			extensions,
			radiusUnits: 'pixels',
			getRadius: DOT.radius,
			getFillColor: [173, 31, 45],
			filterRange: [from - base, to - base]
		} as ConstructorParameters<typeof ScatterplotLayer>[0]);
	const overlay = new MapLibreOverlay({
		interleaved: false,
		layers: [layer(0, 0)],
		onAfterRender: () => drawn()
	});
	const first = new Promise<void>((done) => (drawn = done));
	map.addControl(overlay);
	await first;
	return {
		show: (from, to) => {
			const done = new Promise<void>((resolve) => (drawn = resolve));
			overlay.setProps({ layers: [layer(from, to)] });
			return done;
		}
	};
}

async function svg(map: MapLibreMap, columns: Columns): Promise<Engine> {
	const space = 'http://www.w3.org/2000/svg';
	const picture = document.createElementNS(space, 'svg');
	picture.setAttribute('class', 'over');
	map.getCanvasContainer().append(picture);
	const shown = new Map<number, SVGCircleElement>();
	return {
		show: (from, to) => {
			const [start, end] = [firstRowFrom(columns, from), firstRowFrom(columns, to + 1)];
			for (const [row, circle] of shown)
				if (row < start || row >= end) {
					circle.remove();
					shown.delete(row);
				}
			for (let row = start; row < end; row++) {
				if (shown.has(row) || columns.lat[row] === NOWHERE) continue;
				const circle = document.createElementNS(space, 'circle');
				const { x, y } = map.project(degrees(columns, row));
				circle.setAttribute('cx', x.toFixed(1));
				circle.setAttribute('cy', y.toFixed(1));
				circle.setAttribute('r', String(DOT.radius));
				circle.setAttribute('fill', DOT.colour);
				picture.append(circle);
				shown.set(row, circle);
			}
			return frame();
		}
	};
}

/** A canvas over the map that is emptied at each step: what no engine with a canvas of its own can go below. */
async function empty(map: MapLibreMap): Promise<Engine> {
	const canvas = document.createElement('canvas');
	canvas.className = 'over';
	map.getCanvasContainer().append(canvas);
	const { width, height } = cameraOf(map);
	[canvas.width, canvas.height] = [width * devicePixelRatio, height * devicePixelRatio];
	const gl = canvas.getContext('webgl2', { antialias: false, depth: false });
	if (!gl) throw new Error('This browser has no WebGL 2.');
	gl.clearColor(0, 0, 0, 0);
	return {
		show: async () => {
			await frame();
			gl.clear(gl.COLOR_BUFFER_BIT);
		}
	};
}

async function none(): Promise<Engine> {
	return { show: frame };
}
