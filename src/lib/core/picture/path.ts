import { geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { Camera } from './camera';
import { copiesOf, pixelStream } from './projection';

/** Of a pixel: what positions are rounded to. */
const GRID = 2;

/**
 * Writes SVG path data with relative steps, rounded to half a pixel without adding up what
 * rounding takes: about half the length of absolute positions.
 */
class PathWriter {
	data = '';
	#at: Steps = [0, 0];
	/** Where the part of the path began: closing goes back there. */
	#start: Steps = [0, 0];

	moveTo(x: number, y: number): void {
		this.#start = this.#step(this.data ? 'm' : 'M', gridPoint(x, y));
	}
	lineTo(x: number, y: number): void {
		const to = gridPoint(x, y);
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
		const x = decimal(to[0] - this.#at[0]);
		const y = decimal(to[1] - this.#at[1]);
		this.data += `${letter}${x}${y.startsWith('-') ? '' : ','}${y}`;
		return (this.#at = to);
	}
}

type Steps = readonly [x: number, y: number];

const gridPoint = (x: number, y: number): Steps => [Math.round(x * GRID), Math.round(y * GRID)];

function decimal(steps: number): string {
	return (steps / GRID)
		.toFixed(1)
		.replace(/\.0$/, '')
		.replace(/^(-?)0\./, '$1.')
		.replace(/^-0$/, '0');
}

/** SVG path data of what of a GeoJSON object is in sight, every copy of the world; empty for nothing. */
export function pathData(camera: Camera, object: GeoPermissibleObjects): string {
	return copiesOf(camera)
		.map((copy) => {
			const writer = new PathWriter();
			geoPath(pixelStream(camera, copy), writer)(object);
			return writer.data;
		})
		.join('');
}
