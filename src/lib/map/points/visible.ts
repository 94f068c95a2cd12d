import type { Columns } from '../../core/columns/columns';
import { OUTSIDE, rowState, stretchOf, wideRows, type DateIndex } from '../../core/columns/dates';
import { splitRange } from '../../core/columns/filter';
import type { DayRange } from '../../core/date/match';
import type { Camera } from '../../core/picture/camera';
import type { PointBuffers } from './buffers';
import { copiesBeside } from './fixed';
import { BLEED } from './look';
import { Squares } from './squares';

/** Of more rows than these the graphics card finds what is seen sooner than a loop does. */
export const MOST_ASKED = 100_000;

/** Symbols less than so many CSS pixels apart hide one another. */
const SIDE = 2;

/** What is drawn of the rows, what lies on top last. It holds until the next call. */
export interface Seen {
	/** Rows whose ring, or the disc about a point that is known roughly, is seen. */
	rings: Uint32Array;
	/** Rows whose symbol is seen. */
	symbols: Uint32Array;
}

/**
 * Finds the rows that can be seen: in the range, in sight, and not wholly under a newer one. Without a graphics
 * card it costs a hundred times more to draw a point than to ask here whether it is needed.
 *
 * Of symbols less than two pixels apart the topmost is drawn, and so of rings: symbols of a zoom are of one
 * size and stand on paper, so that they hide what lies under them but for an edge.
 */
export class VisibleRows {
	readonly #columns: Columns;
	readonly #index: DateIndex;
	readonly #buffers: PointBuffers;
	readonly #squares: Squares;
	/** Made where it is needed. */
	#coarse: Squares | undefined;
	#rings = new Uint32Array();
	#symbols = new Uint32Array();
	/** By square, those of symbols before those of rings: the turn in which a row took it. */
	#taken = new Uint8Array();
	#turn = 0;

	constructor(columns: Columns, index: DateIndex, buffers: PointBuffers) {
		this.#columns = columns;
		this.#index = index;
		this.#buffers = buffers;
		this.#squares = new Squares(buffers, SIDE);
	}

	/**
	 * The rows to draw. Undefined where there are too many to ask, or the world is seen more than once.
	 * @param passes by row 1 where every filter but the dates lets it through; undefined: all
	 * @param isThin no rings, and of symbols less than four pixels apart the topmost: for as long as the dates move
	 */
	rows(
		range: DayRange,
		passes: Uint8Array | undefined,
		camera: Camera,
		isThin = false
	): Seen | undefined {
		const columns = this.#columns;
		const { isWide } = this.#index;
		if (copiesBeside(camera, BLEED) > 0) return undefined;
		const { start, end } = stretchOf(columns, this.#index, range);
		if (end - start > MOST_ASKED) return undefined;
		const wide = wideRows(columns, this.#index, range);
		const most = end - start + wide.length;
		if (most > MOST_ASKED) return undefined;
		if (this.#symbols.length < most) {
			this.#rings = new Uint32Array(2 * most);
			this.#symbols = new Uint32Array(2 * most);
		}
		const { inner } = splitRange(columns, this.#index, range);
		const squares = isThin
			? (this.#coarse ??= new Squares(this.#buffers, 2 * SIDE))
			: this.#squares;
		squares.look(camera);
		const { count } = squares;
		const turn = this.#turnOf(2 * count);
		const taken = this.#taken;
		const rings = this.#rings;
		const symbols = this.#symbols;
		let [ring, symbol] = [rings.length, symbols.length];
		const take = (row: number) => {
			if (passes !== undefined && passes[row] === 0) return;
			const found = squares.of(row);
			if (found < 0) return;
			const square = found >> 1;
			if (taken[square] !== turn) {
				taken[square] = turn;
				symbols[--symbol] = row;
			}
			if (!isThin && (found & 1) === 1 && taken[square + count] !== turn) {
				taken[square + count] = turn;
				rings[--ring] = row;
			}
		};
		// The topmost first, since it is the one that is kept: the stretch from its end, then the wide rows.
		for (let row = end - 1; row >= start; row--) {
			if (isWide[row] === 1) continue;
			const isAsked = row < inner.start || row >= inner.end;
			if (!isAsked || rowState(columns, row, range) !== OUTSIDE) take(row);
		}
		for (let i = wide.length - 1; i >= 0; i--) take(wide[i] as number);
		return { rings: rings.subarray(ring), symbols: symbols.subarray(symbol) };
	}

	/** A number that no square has yet. */
	#turnOf(squares: number): number {
		if (this.#taken.length !== squares) {
			this.#taken = new Uint8Array(squares);
			this.#turn = 0;
		}
		if (++this.#turn === 256) {
			this.#taken.fill(0);
			this.#turn = 1;
		}
		return this.#turn;
	}
}
