import type { Columns } from '../../core/columns/columns';
import type { DateIndex } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';
import type { Camera } from '../../core/picture/camera';
import type { Theme } from '../../core/picture/tokens';
import { pointBuffers, type PointBuffers } from './buffers';
import { callsOf } from './calls';
import { Haste, REST } from './haste';
import { BLEED, type PointLook } from './look';
import { PointPainter } from './painter';
import { VisibleRows } from './visible';
import { pickRows, type InBox, type Picked } from './pick';

export interface PointLayerOptions {
	/** The graphics card has let go of the points: nothing of them is seen until it gives them back. */
	onlost?: () => void;
	/** They are drawn again. */
	onrestored?: () => void;
	/** Pixels of the screen to a CSS pixel; the window's own, as it is at each draw, where it is left out. */
	ratio?: () => number;
}

interface Held {
	columns: Columns;
	index: DateIndex;
	buffers: PointBuffers;
	visible: VisibleRows;
	theme: Theme;
}

/**
 * Draws events as points over the map, up to a million of them, on a WebGL 2 canvas of its own. Apart from the
 * map's, so that a step of the date slider draws points and not the ground again.
 *
 * The canvas reaches beyond the map on each side by `BLEED`, since graphics cards drop a point whose middle
 * is off the canvas; whatever holds the canvas hides what overflows, and is positioned. What is set is drawn
 * in the next frame; `draw` draws at once.
 */
export class PointLayer {
	readonly #canvas: HTMLCanvasElement;
	readonly #gl: WebGL2RenderingContext;
	readonly #options: PointLayerOptions;
	#held: Held | undefined;
	/** Undefined before there are columns, and while the graphics are lost. */
	#painter: PointPainter | undefined;
	#passes: Uint8Array | undefined;
	#range: DayRange = {};
	#singles: Uint32Array | undefined;
	#highlight: number | undefined;
	#inBox: InBox | undefined;
	#camera: Camera | undefined;
	#frame: number | undefined;
	readonly #haste = new Haste();
	#rest: ReturnType<typeof setTimeout> | undefined;
	#destroyed = false;

	/** @throws Error where there is no WebGL 2 */
	constructor(canvas: HTMLCanvasElement, options: PointLayerOptions = {}) {
		const gl = canvas.getContext('webgl2', {
			alpha: true,
			premultipliedAlpha: true,
			// The shader smooths edges itself.
			antialias: false,
			depth: false,
			stencil: false
		});
		if (!gl) throw new Error('This browser has no WebGL 2.');
		this.#canvas = canvas;
		this.#gl = gl;
		this.#options = options;
		canvas.addEventListener('webglcontextlost', this.#lose);
		canvas.addEventListener('webglcontextrestored', this.#restore);
	}

	/**
	 * Puts all rows on the graphics card, once.
	 * @param looks by the number of a type
	 * @throws Error where the graphics driver refuses the shaders
	 */
	setColumns(columns: Columns, index: DateIndex, looks: readonly PointLook[], theme: Theme): void {
		this.#painter?.destroy();
		this.#painter = undefined;
		const buffers = pointBuffers(columns, index, looks);
		const visible = new VisibleRows(columns, index, buffers);
		this.#held = { columns, index, buffers, visible, theme };
		this.#passes = this.#singles = this.#highlight = this.#inBox = undefined;
		if (!this.#gl.isContextLost()) this.#make();
		this.#later();
	}

	/** What was worked out of the columns, for `Clusters.feed`. */
	get buffers(): PointBuffers | undefined {
		return this.#held?.buffers;
	}

	/** By row 1 where every filter but the dates lets it through; undefined: all. */
	setPasses(passes: Uint8Array | undefined): void {
		this.#passes = passes;
		this.#painter?.setPasses(passes);
		this.#later();
	}

	/** Shows another range of days: a binary search, and nothing sent to the graphics card but the range. */
	setRange(range: DayRange): void {
		this.#range = range;
		this.#later();
	}

	/** Draws these rows, rising, and no others, while clusters stand for the rest; undefined: all again. */
	setSingles(rows: Uint32Array | undefined): void {
		this.#singles = rows;
		if (rows) this.#painter?.setRows('singles', rows);
		this.#later();
	}

	/** Draws a row in a halo, and faintly where the view does not show it. */
	setHighlight(row: number | undefined): void {
		if (row === this.#highlight) return;
		this.#highlight = row;
		this.#later();
	}

	/** What finds rows in a box, once it is built; until then `pick` asks each row of the range. */
	setIndex(inBox: InBox | undefined): void {
		this.#inBox = inBox;
	}

	/** Draws now, as the map stands in this frame. */
	draw(camera: Camera): void {
		this.#camera = camera;
		this.#drop();
		if (this.#destroyed || camera.width === 0 || camera.height === 0) return;
		const ratio = this.#options.ratio?.() ?? devicePixelRatio;
		this.#fit(camera, ratio);
		if (!this.#painter || !this.#held) return;
		const { columns, index } = this.#held;
		const range = this.#range;
		this.#haste.begin(range, performance.now());
		const list = this.#list(camera);
		const calls = callsOf(columns, index, range, list, this.#highlight);
		this.#painter.draw({ camera, ratio, range, calls });
		if (list?.rows === 'seen')
			this.#haste.drew(list.rings + list.symbols, !this.#haste.isLess, this.#painter.mark());
	}

	/** The rows drawn at a point or near it: see `pickRows`. */
	pick(camera: Camera, x: number, y: number, radius: number): Picked {
		if (!this.#held) return { rows: [], total: 0 };
		const { columns, index, buffers } = this.#held;
		return pickRows(
			{
				columns,
				index,
				positions: buffers.positions,
				range: this.#range,
				passes: this.#passes,
				singles: this.#singles,
				inBox: this.#inBox
			},
			camera,
			x,
			y,
			radius
		);
	}

	/** Lets go of all; the canvas is its owner's to take away. */
	destroy(): void {
		this.#destroyed = true;
		this.#drop();
		clearTimeout(this.#rest);
		this.#canvas.removeEventListener('webglcontextlost', this.#lose);
		this.#canvas.removeEventListener('webglcontextrestored', this.#restore);
		this.#painter?.destroy();
		this.#painter = undefined;
		this.#held = undefined;
	}

	#make(): void {
		if (!this.#held) return;
		const { columns, index, buffers, theme } = this.#held;
		this.#painter = new PointPainter(this.#gl, columns, index, buffers, theme);
		this.#painter.setPasses(this.#passes);
		if (this.#singles) this.#painter.setRows('singles', this.#singles);
	}

	/** The list that is drawn in place of all rows of the range, where there is one. */
	#list(camera: Camera): Parameters<typeof callsOf>[3] {
		if (this.#singles) return { rows: 'singles', count: this.#singles.length };
		const { isLess } = this.#haste;
		const seen = this.#held?.visible.rows(this.#range, this.#passes, camera, isLess);
		if (!seen) return undefined;
		clearTimeout(this.#rest);
		if (isLess) this.#rest = setTimeout(() => this.#later(), REST);
		for (const list of ['rings', 'symbols'] as const) this.#painter?.setRows(list, seen[list]);
		return { rows: 'seen', rings: seen.rings.length, symbols: seen.symbols.length };
	}

	/** A canvas that is given its size is empty: it is drawn right after. */
	#fit({ width, height }: Camera, ratio: number): void {
		const canvas = this.#canvas;
		const [w, h] = [width, height].map((side) => Math.round((side + 2 * BLEED) * ratio)) as [
			number,
			number
		];
		if (canvas.width === w && canvas.height === h) return;
		canvas.width = w;
		canvas.height = h;
		Object.assign(canvas.style, {
			position: 'absolute',
			left: `${-BLEED}px`,
			top: `${-BLEED}px`,
			width: `${w / ratio}px`,
			height: `${h / ratio}px`,
			pointerEvents: 'none'
		});
	}

	#later(): void {
		if (!this.#camera || this.#frame !== undefined || this.#destroyed) return;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = undefined;
			if (this.#camera) this.draw(this.#camera);
		});
	}

	#drop(): void {
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#frame = undefined;
	}

	readonly #lose = (event: Event): void => {
		// Otherwise the browser never gives them back.
		event.preventDefault();
		this.#painter = undefined;
		this.#options.onlost?.();
	};

	readonly #restore = (): void => {
		this.#make();
		if (this.#camera) this.draw(this.#camera);
		this.#options.onrestored?.();
	};
}
