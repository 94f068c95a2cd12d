import KDBush from 'kdbush';
import type { DateIndex } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';
import { wayAcross } from './fixed';
import { groupRows, material, type Cluster, type Groups, type Material } from './group';

/** A stretch of the world in units (fixed.ts): its west, north, and how far it goes from there. */
export interface WorldBox {
	west: number;
	north: number;
	width: number;
	height: number;
}

/** What the worker is told. */
export type Asked =
	/** All that there is, once. */
	| { type: 'feed'; rows: Omit<Material, 'spots' | 'index'>; index: DateIndex }
	/** What finds rows in a box; it takes a while to build. */
	| { type: 'index' }
	/** Which rows every filter but the dates lets through, a byte a row; undefined: all. */
	| { type: 'passes'; passes: Uint8Array | undefined }
	| { type: 'group'; number: number; range: DayRange; level: number; box: WorldBox }
	/** The rows of a cluster of the last answer. */
	| { type: 'rows'; number: number; spot: number }
	/** Which cluster of the last answer stands for a row. */
	| { type: 'holder'; number: number; row: number };

/** What it answers. */
export type Answer =
	/** The data of a KDBush of the rows' positions. */
	| { type: 'index'; data: ArrayBufferLike }
	| {
			type: 'groups';
			number: number;
			/** Those in the box. */
			clusters: Cluster[];
			/** The rows in the box that stay points of their own, rising. */
			singles: Uint32Array;
			/** Rows that are shown and have a spot, in the box or not. */
			total: number;
	  }
	| { type: 'rows'; number: number; rows: Uint32Array }
	/** The cluster's spot; undefined where none stands for it. */
	| { type: 'holder'; number: number; spot: number | undefined };

/** Groups rows off the page's own thread; what is asked again for another box is not worked out again. */
export class ClusterDesk {
	#material: Material | undefined;
	#passes: Uint8Array | undefined;
	#groups: { groups: Groups; range: DayRange; level: number } | undefined;

	answer(asked: Asked): Answer | undefined {
		switch (asked.type) {
			case 'feed':
				this.#material = material({ ...asked.rows, index: asked.index });
				this.#groups = this.#passes = undefined;
				return undefined;
			case 'index':
				return this.#material && { type: 'index', data: indexOf(this.#material.positions).data };
			case 'passes':
				this.#passes = asked.passes;
				this.#groups = undefined;
				return undefined;
			case 'group': {
				const { number, range, level, box } = asked;
				const groups = this.#grouped(range, level);
				if (!groups) return undefined;
				const within = (x: number, y: number) => inBox(box, x, y);
				const { positions } = this.#material as Material;
				return {
					type: 'groups',
					number,
					clusters: groups.clusters.filter(({ x, y }) => within(x, y)),
					singles: groups.singles.filter((row) =>
						within(positions[2 * row] as number, positions[2 * row + 1] as number)
					),
					total: groups.total
				};
			}
			case 'rows': {
				const rows = this.#groups?.groups.rowsOf(asked.spot) ?? new Uint32Array();
				return { type: 'rows', number: asked.number, rows };
			}
			case 'holder': {
				const spot = this.#groups?.groups.clusterOf(asked.row);
				return { type: 'holder', number: asked.number, spot };
			}
		}
	}

	#grouped(range: DayRange, level: number): Groups | undefined {
		const last = this.#groups;
		if (last?.level === level && last.range.from === range.from && last.range.to === range.to)
			return last.groups;
		if (!this.#material) return undefined;
		const groups = groupRows(this.#material, range, this.#passes, level);
		this.#groups = { groups, range, level };
		return groups;
	}
}

function inBox({ west, north, width, height }: WorldBox, x: number, y: number): boolean {
	const right = wayAcross(west, x) >>> 0;
	return right <= width && y >= north && y <= north + height;
}

/** Every row has its number in it: one that is listed only lies at 0, 0 with it. */
function indexOf(positions: Uint32Array): KDBush {
	const index = new KDBush(positions.length / 2, 64, Uint32Array);
	for (let i = 0; i < positions.length; i += 2)
		index.add(positions[i] as number, positions[i + 1] as number);
	return index.finish();
}
