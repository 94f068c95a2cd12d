import KDBush from 'kdbush';
import type { Columns } from '../../core/columns/columns';
import type { DateIndex } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';
import { WORLD_SIZE, type Camera } from '../../core/picture/camera';
import { levelOf } from '../../core/picture/stacks';
import type { PointBuffers } from './buffers';
import type { Answer, Asked, WorldBox } from './desk';
import { fixedAt, fixedCamera, WORLD_UNITS } from './fixed';
import { CLUSTER_REACH, type Cluster } from './group';
import type { InBox } from './pick';

/** What of a worker is used here. */
export interface Working {
	onmessage: ((event: { data: Answer }) => void) | null;
	postMessage(asked: Asked, transfer?: ArrayBuffer[]): void;
	terminate(): void;
}

/** What stands on the map at rest: clusters, and the rows that stay points. */
export interface Clustered {
	clusters: readonly Cluster[];
	/** Rising. */
	singles: Uint32Array;
	/** Rows that are shown and have a spot, in sight or not. */
	total: number;
	level: number;
}

interface Options {
	start: () => Working;
	onclusters: (found: Clustered) => void;
	/** What finds rows in a box, for `PointLayer.setIndex`. */
	onindex: (inBox: InBox) => void;
}

interface Wish {
	range: DayRange;
	level: number;
	box: WorldBox;
}

/** So much of the picture's size is asked for beyond it on each side, so that a map may move some way. */
const BEYOND = 0.75;

/**
 * Has rows grouped by a worker: one request in flight, and of those that come meanwhile the last. An answer to
 * what is no longer wanted is dropped.
 */
export class Clusters {
	readonly #worker: Working;
	readonly #options: Options;
	#number = 0;
	#inFlight: number | undefined;
	#wanted: Wish | undefined;
	#asked: Wish | undefined;
	/** Answers to requests before this one are stale. */
	#current = 0;
	readonly #rows = new Map<number, (rows: Uint32Array) => void>();
	readonly #holders = new Map<number, (spot: number | undefined) => void>();

	constructor(options: Options) {
		this.#options = options;
		this.#worker = options.start();
		this.#worker.onmessage = ({ data }) => this.#hear(data);
	}

	/** Hands over all rows, once. */
	feed(
		columns: Columns,
		index: DateIndex,
		{ positions, looks }: Omit<PointBuffers, 'placed'>
	): void {
		const { length, first, last, possibleFirst, possibleLast, sure } = columns;
		this.drop();
		this.#worker.postMessage({
			type: 'feed',
			rows: {
				columns: { length, first, last, possibleFirst, possibleLast, sure },
				positions,
				looks
			},
			index
		});
		// After what is asked for now: somebody waits for that.
		queueMicrotask(() => this.#worker.postMessage({ type: 'index' }));
	}

	/** By row 1 where every filter but the dates lets it through; undefined: all. */
	setPasses(passes: Uint8Array | undefined): void {
		this.drop();
		this.#worker.postMessage({ type: 'passes', passes });
	}

	/**
	 * Asks for what stands in a picture, where the last answer does not hold it already. Not while the dates
	 * move: then the points are drawn, and `drop` has been called.
	 */
	ask(camera: Camera, range: DayRange): void {
		const level = levelOf(camera.zoom);
		if (this.#asked && holds(this.#asked, camera, range, level)) return;
		this.#wanted = this.#asked = { range, level, box: boxOf(camera, BEYOND) };
		this.#current = this.#number + 1;
		this.#next();
	}

	/** What has been asked for is no longer wanted. */
	drop(): void {
		this.#wanted = this.#asked = undefined;
		this.#current = this.#number + 1;
	}

	/** The rows of a cluster of the last answer, rising. */
	rowsOf({ spot }: Cluster): Promise<Uint32Array> {
		const number = ++this.#number;
		return new Promise((resolve) => {
			this.#rows.set(number, resolve);
			this.#worker.postMessage({ type: 'rows', number, spot });
		});
	}

	/** The spot of the cluster of the last answer that stands for a row; undefined where none does. */
	holderOf(row: number): Promise<number | undefined> {
		const number = ++this.#number;
		return new Promise((resolve) => {
			this.#holders.set(number, resolve);
			this.#worker.postMessage({ type: 'holder', number, row });
		});
	}

	destroy(): void {
		this.#worker.terminate();
		this.#wanted = undefined;
	}

	#next(): void {
		if (this.#inFlight !== undefined || !this.#wanted) return;
		const wish = this.#wanted;
		this.#wanted = undefined;
		this.#inFlight = ++this.#number;
		this.#worker.postMessage({ type: 'group', number: this.#inFlight, ...wish });
	}

	#hear(answer: Answer): void {
		if (answer.type === 'index') {
			const index = KDBush.from(answer.data);
			this.#options.onindex((west, north, east, south) => index.range(west, north, east, south));
			return;
		}
		if (answer.type === 'rows') {
			this.#rows.get(answer.number)?.(answer.rows);
			this.#rows.delete(answer.number);
			return;
		}
		if (answer.type === 'holder') {
			this.#holders.get(answer.number)?.(answer.spot);
			this.#holders.delete(answer.number);
			return;
		}
		if (answer.number !== this.#inFlight) return;
		this.#inFlight = undefined;
		const { clusters, singles, total } = answer;
		if (answer.number >= this.#current && this.#asked)
			this.#options.onclusters({ clusters, singles, total, level: this.#asked.level });
		this.#next();
	}
}

/** Whether what was asked for has all that a picture shows. */
function holds(last: Wish, camera: Camera, range: DayRange, level: number): boolean {
	if (last.level !== level || last.range.from !== range.from || last.range.to !== range.to)
		return false;
	const [have, need] = [last.box, boxOf(camera, 0)];
	const left = have.width === WORLD_UNITS ? 0 : (need.west - have.west) >>> 0;
	return (
		left + need.width <= have.width &&
		need.north >= have.north &&
		need.north + need.height <= have.north + have.height
	);
}

/** The stretch of the world that a picture shows. @param beyond shares of its size about it */
function boxOf(camera: Camera, beyond: number): WorldBox {
	const fixed = fixedCamera(camera);
	const halfWidth = (0.5 + beyond) * camera.width + CLUSTER_REACH.x / 2;
	const halfHeight = (0.5 + beyond) * camera.height + CLUSTER_REACH.y / 2;
	const { x, y } = fixedAt(fixed, -halfWidth, -halfHeight);
	const width = Math.min(WORLD_UNITS, (2 * halfWidth) / fixed.scale);
	return { west: x, north: y, width, height: (2 * halfHeight) / fixed.scale };
}

/**
 * The zoom at which a cluster has broken up: where its spots reach twice as far as one symbol does. Undefined
 * where it never does, all of it being at one spot.
 */
export function breakingZoom({ reach: [west, north, east, south] }: Cluster): number | undefined {
	const across = (WORLD_SIZE * (west + east)) / WORLD_UNITS;
	const down = (WORLD_SIZE * (north + south)) / WORLD_UNITS;
	const factor = Math.max(across / (2 * CLUSTER_REACH.x), down / (2 * CLUSTER_REACH.y));
	return factor > 0 ? -Math.log2(factor) : undefined;
}
