import { WORLD_SIZE, type Camera } from '../../core/picture/camera';
import type { PointBuffers } from './buffers';
import { fixedCamera } from './fixed';
import { BITS, BLEED, FIRST_COARSE, RADII, symbolRadius } from './look';

/** Metres of Mercator to one of the ground are no more than this where a map can show it. */
const MOST_STRETCH = 12;

const NOT_YET = -2;
const NONE = -1;

/**
 * In which square of the picture each row stands, worked out when it is asked for and held while the map stands
 * still: a step of the dates asks for the same rows again but for a few.
 */
export class Squares {
	readonly #buffers: PointBuffers;
	readonly #found: Int32Array;
	#camera: Camera | undefined;
	#columns = 0;
	#rows = 0;
	#left = 0;
	#top = 0;
	#scale = 0;
	#middleX = 0;
	#middleY = 0;
	/** By precision: 1 where something of its radius may reach beyond its symbol. */
	#mayRing = new Uint8Array();

	/** @param side of a square, in CSS pixels */
	constructor(
		buffers: PointBuffers,
		readonly side: number
	) {
		this.#buffers = buffers;
		this.#found = new Int32Array(buffers.looks.length).fill(NOT_YET);
	}

	/** Squares of the picture, its bleed among them. */
	get count(): number {
		return this.#columns * this.#rows;
	}

	/** Tells how the map stands. */
	look(camera: Camera): void {
		if (this.#camera && sameCamera(this.#camera, camera)) return;
		this.#camera = camera;
		this.#found.fill(NOT_YET);
		const { centre, rest, scale } = fixedCamera(camera);
		this.#scale = scale / this.side;
		this.#columns = Math.ceil((camera.width + 2 * BLEED) / this.side);
		this.#rows = Math.ceil((camera.height + 2 * BLEED) / this.side);
		this.#left = this.#columns / 2 - rest.x * this.#scale;
		this.#top = this.#rows / 2 - rest.y * this.#scale;
		this.#middleX = centre.x;
		this.#middleY = centre.y;
		const world = WORLD_SIZE * 2 ** camera.zoom;
		const own = symbolRadius(camera.zoom);
		this.#mayRing = Uint8Array.from(RADII, (radius, precision) =>
			Number(radius > 0 && (precision >= FIRST_COARSE || radius * world * MOST_STRETCH > own))
		);
	}

	/** Twice the number of a row's square, and one more where it may have a ring; less than 0 where it is not in sight. */
	of(row: number): number {
		const found = this.#found[row] as number;
		return found === NOT_YET ? (this.#found[row] = this.#find(row)) : found;
	}

	#find(row: number): number {
		const { positions, looks } = this.#buffers;
		const look = looks[row] as number;
		if (((look >> BITS.hidden) & 1) === 1) return NONE;
		const right = ((positions[2 * row] as number) - this.#middleX) | 0;
		const down = (positions[2 * row + 1] as number) - this.#middleY;
		const x = Math.floor(this.#left + right * this.#scale);
		const y = Math.floor(this.#top + down * this.#scale);
		if (x < 0 || y < 0 || x >= this.#columns || y >= this.#rows) return NONE;
		return 2 * (y * this.#columns + x) + (this.#mayRing[(look >> BITS.precision) & 7] as number);
	}
}

function sameCamera(a: Camera, b: Camera): boolean {
	return (
		a.lon === b.lon &&
		a.lat === b.lat &&
		a.zoom === b.zoom &&
		a.width === b.width &&
		a.height === b.height
	);
}
