import { geoPath } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import type { Camera } from './camera';
import type { LonLat } from '../place/geometry';
import { span, type RunningPolygon } from '../place/rings';
import { partsInSight } from './in-sight';
import { copiesOf, copiesOfSpan, pixelStream } from './projection';
import { linesBesideSeams } from './seams';

/** How many steps make a pixel: positions are rounded to one. */
const GRID = 2;

/**
 * Writes SVG path data with relative steps, rounded without adding up what rounding takes: about half
 * the length of absolute positions.
 */
class PathWriter {
	data = '';
	readonly #grid: number;
	#at: Steps = [0, 0];
	/** Where the part of the path began: closing goes back there. */
	#start: Steps = [0, 0];

	/** @param grid steps to a pixel, 1 to 10 */
	constructor(grid = GRID) {
		this.#grid = grid;
	}

	moveTo(x: number, y: number): void {
		this.#start = this.#step(this.data ? 'm' : 'M', this.#gridPoint(x, y));
	}
	lineTo(x: number, y: number): void {
		const to = this.#gridPoint(x, y);
		if (to[0] !== this.#at[0] || to[1] !== this.#at[1]) this.#step('l', to);
	}
	closePath(): void {
		this.data += 'z';
		this.#at = this.#start;
	}
	arc(): void {
		// Points are drawn as symbols, never as path data.
	}
	beginPath(): void {
		this.data = '';
	}

	#step(letter: string, to: Steps): Steps {
		const x = decimal((to[0] - this.#at[0]) / this.#grid);
		const y = decimal((to[1] - this.#at[1]) / this.#grid);
		this.data += `${letter}${x}${y.startsWith('-') ? '' : ','}${y}`;
		return (this.#at = to);
	}
	#gridPoint(x: number, y: number): Steps {
		return [Math.round(x * this.#grid), Math.round(y * this.#grid)];
	}
}

type Steps = readonly [x: number, y: number];

function decimal(pixels: number): string {
	return pixels
		.toFixed(1)
		.replace(/\.0$/, '')
		.replace(/^(-?)0\./, '$1.')
		.replace(/^-0$/, '0');
}

/** SVG path data of what of a GeoJSON object is in sight, every copy of the world; empty for nothing. */
export function pathData(camera: Camera, object: FeatureCollection | Geometry): string {
	return copiesOf(camera)
		.map((copy) => {
			const writer = new PathWriter();
			geoPath(pixelStream(camera, copy), writer)(partsInSight(camera, object, copy));
			return writer.data;
		})
		.join('');
}

/** How finely an area is drawn, and how far about the picture. */
interface AreaDrawing {
	/** Pixels beyond the picture's edges that are drawn. */
	margin?: number;
	/** Its every position is kept, to a tenth of a pixel; it is thinned otherwise. */
	fine?: boolean;
}

/** SVG path data of what of these areas is in sight, every copy of the world; empty for nothing. */
export function areaData(
	camera: Camera,
	polygons: readonly RunningPolygon[],
	{ margin = 0, fine = false }: AreaDrawing = {}
): string {
	let data = '';
	for (const { rings, west, east } of polygons)
		for (const copy of copiesOfSpan(camera, west, east, margin)) {
			const writer = new PathWriter(fine ? 10 : GRID);
			const stream = pixelStream(camera, copy, margin, fine ? 0 : undefined);
			geoPath(stream, writer)({ type: 'Polygon', coordinates: rings as LonLat[][] });
			data += writer.data;
		}
	return data;
}

/** An area as SVG path data. */
export interface AreaPath {
	/** What is filled. */
	d: string;
	/** What is lined, where that is not the edge of what is filled: an area cut at ±180° has no border there. */
	line?: string;
}

/** These areas as paths of what of them is in sight, every copy of the world; undefined for nothing. */
export function areaPath(
	camera: Camera,
	polygons: readonly RunningPolygon[],
	drawing: AreaDrawing = {}
): AreaPath | undefined {
	const d = areaData(camera, polygons, drawing);
	if (!d) return undefined;
	const lines = linesBesideSeams(polygons);
	if (!lines) return { d };
	const { margin = 0, fine = false } = drawing;
	let line = '';
	polygons.forEach(({ west, east }, i) => {
		for (const copy of copiesOfSpan(camera, west, east, margin)) {
			const writer = new PathWriter(fine ? 10 : GRID);
			const stream = pixelStream(camera, copy, margin, fine ? 0 : undefined);
			geoPath(stream, writer)({ type: 'MultiLineString', coordinates: lines[i] as LonLat[][] });
			line += writer.data;
		}
	});
	return { d, line };
}

/**
 * SVG path data of what of a line is in sight, every copy of the world; empty for nothing.
 * @param line running on: steps across ±180° go beyond it
 * @param margin pixels beyond the picture's edges that are drawn
 */
export function lineData(camera: Camera, line: readonly LonLat[], margin = 0): string {
	let data = '';
	const [west, east] = span(line);
	for (const copy of copiesOfSpan(camera, west, east, margin)) {
		const writer = new PathWriter();
		const stream = pixelStream(camera, copy, margin);
		geoPath(stream, writer)({ type: 'LineString', coordinates: line as LonLat[] });
		data += writer.data;
	}
	return data;
}
