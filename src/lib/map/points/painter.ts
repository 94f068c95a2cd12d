import type { Columns } from '../../core/columns/columns';
import type { DateIndex } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';
import { ROLES } from '../../core/dossier/roles';
import { WORLD_SIZE, type Camera } from '../../core/picture/camera';
import { TOKENS, type Theme } from '../../core/picture/tokens';
import type { PointBuffers } from './buffers';
import { heldRange, type Call } from './calls';
import { copiesBeside, fixedCamera } from './fixed';
import { BLEED, RADII, ringCap, symbolBox } from './look';
import { compile, type Program } from './program';
import { ATTRIBUTES, FRAGMENT, LAYERS, VERTEX } from './shaders';
import { SymbolSheet, type SheetSize } from './sheet';

/** What one draw shows. */
export interface PointScene {
	camera: Camera;
	/** Pixels of the screen to a CSS pixel. */
	ratio: number;
	range: DayRange;
	calls: readonly Call[];
}

/** Those apart from clusters; those of which a ring is seen, and those of which the symbol is. */
type List = 'singles' | 'rings' | 'symbols';

/** Holds the buffers on the graphics card and draws from them; made anew when the card has let go of them. */
export class PointPainter {
	readonly #gl: WebGL2RenderingContext;
	readonly #program: Program;
	readonly #sheet: SymbolSheet;
	readonly #buffers: WebGLBuffer[] = [];
	readonly #vertices: WebGLVertexArrayObject;
	#passes: WebGLBuffer | undefined;
	#sync: WebGLSync | undefined;
	readonly #lists: Record<'wide' | List, WebGLBuffer>;

	/** @throws Error where the graphics driver refuses the shaders */
	constructor(
		gl: WebGL2RenderingContext,
		columns: Columns,
		index: DateIndex,
		{ positions, looks }: PointBuffers,
		theme: Theme
	) {
		this.#gl = gl;
		this.#program = compile(gl, VERTEX, FRAGMENT);
		this.#sheet = new SymbolSheet(gl);
		this.#vertices = gl.createVertexArray();
		gl.bindVertexArray(this.#vertices);
		this.#attribute(ATTRIBUTES.position, positions, 2, gl.UNSIGNED_INT);
		this.#attribute(ATTRIBUTES.early, columns.possibleFirst, 1, gl.INT);
		this.#attribute(ATTRIBUTES.late, columns.possibleLast, 1, gl.INT);
		this.#attribute(ATTRIBUTES.look, looks, 1, gl.UNSIGNED_INT);
		this.#lists = {
			wide: this.#list(index.wide),
			singles: this.#list(new Uint32Array()),
			rings: this.#list(new Uint32Array()),
			symbols: this.#list(new Uint32Array())
		};
		gl.bindVertexArray(null);
		gl.useProgram(this.#program.program);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		gl.disable(gl.DEPTH_TEST);
		gl.clearColor(0, 0, 0, 0);
		const tokens = TOKENS[theme];
		const { at } = this.#program;
		gl.uniform1fv(at('radii'), RADII);
		gl.uniform3fv(
			at('roles'),
			ROLES.flatMap((role) => rgbOf(tokens.roles[role]))
		);
		for (const name of ['paper', 'accent'] as const) gl.uniform3fv(at(name), rgbOf(tokens[name]));
	}

	/** Which rows every filter but the dates lets through, a byte a row; undefined: all. */
	setPasses(passes: Uint8Array | undefined): void {
		const gl = this.#gl;
		gl.bindVertexArray(this.#vertices);
		if (passes) {
			this.#passes ??= this.#buffer();
			gl.bindBuffer(gl.ARRAY_BUFFER, this.#passes);
			gl.bufferData(gl.ARRAY_BUFFER, passes, gl.DYNAMIC_DRAW);
			gl.enableVertexAttribArray(ATTRIBUTES.passes);
			gl.vertexAttribIPointer(ATTRIBUTES.passes, 1, gl.UNSIGNED_BYTE, 1, 0);
		} else {
			gl.disableVertexAttribArray(ATTRIBUTES.passes);
			gl.vertexAttribI4ui(ATTRIBUTES.passes, 1, 0, 0, 0);
		}
		gl.bindVertexArray(null);
	}

	/** The rows of a list that calls name. */
	setRows(list: List, rows: Uint32Array): void {
		this.#gl.bindVertexArray(null);
		this.#fill(this.#lists[list], rows);
	}

	draw({ camera, ratio, range, calls }: PointScene): void {
		const gl = this.#gl;
		const { at } = this.#program;
		const { width, height } = gl.canvas;
		gl.viewport(0, 0, width, height);
		gl.clear(gl.COLOR_BUFFER_BIT);
		if (calls.length === 0) return;
		const size = sheetSize(camera.zoom, ratio);
		this.#sheet.draw(size);
		gl.useProgram(this.#program.program);
		const { centre, rest, scale } = fixedCamera(camera, ratio);
		gl.uniform2ui(at('centre'), centre.x, centre.y);
		gl.uniform2f(at('rest'), rest.x, rest.y);
		gl.uniform1f(at('scale'), scale);
		gl.uniform2f(at('halfSize'), width / 2, height / 2);
		gl.uniform1f(at('world'), ratio * WORLD_SIZE * 2 ** camera.zoom);
		gl.uniform1f(at('box'), size.box);
		gl.uniform1f(at('ratio'), ratio);
		gl.uniform2f(at('rings'), ...size.rings);
		gl.uniform1f(at('cell'), this.#sheet.cell);
		gl.uniform2f(at('texel'), ...this.#sheet.texel);
		const held = heldRange(range);
		gl.uniform2i(at('range'), ...held.range);
		gl.uniform1i(at('unbounded'), Number(held.unbounded));
		gl.bindVertexArray(this.#vertices);
		const copies = 1 + 2 * copiesBeside(camera, BLEED);
		for (const layer of ['rings', 'symbols'] as const)
			for (const call of calls) if (call.rows !== 'highlight') this.#call(call, layer, copies);
		for (const layer of ['rings', 'halo', 'symbols'] as const)
			for (const call of calls) if (call.rows === 'highlight') this.#call(call, layer, copies);
		gl.bindVertexArray(null);
	}

	/** Tells from now on whether the graphics are done with what was drawn so far. */
	mark(): () => boolean {
		const gl = this.#gl;
		if (this.#sync) gl.deleteSync(this.#sync);
		const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
		this.#sync = sync ?? undefined;
		gl.flush();
		return () =>
			this.#sync !== sync || !sync || gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED;
	}

	#call(call: Call, layer: keyof typeof LAYERS, copies: number): void {
		const gl = this.#gl;
		const { at } = this.#program;
		gl.uniform1i(at('layer'), LAYERS[layer]);
		gl.uniform1i(at('withWide'), Number(call.rows !== 'stretch'));
		gl.uniform1i(at('highlight'), Number(call.rows === 'highlight'));
		if (call.rows === 'stretch' || call.rows === 'highlight') {
			const start = call.rows === 'stretch' ? call.stretch.start : call.row;
			const count = call.rows === 'stretch' ? call.stretch.end - start : 1;
			gl.drawArraysInstanced(gl.POINTS, start, count, copies);
			return;
		}
		const list = call.rows === 'seen' ? (layer === 'rings' ? layer : 'symbols') : call.rows;
		const count = call.rows === 'seen' ? call[list as 'rings' | 'symbols'] : call.count;
		if (count === 0) return;
		gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#lists[list]);
		gl.drawElementsInstanced(gl.POINTS, count, gl.UNSIGNED_INT, 0, copies);
	}

	destroy(): void {
		const gl = this.#gl;
		for (const buffer of this.#buffers) gl.deleteBuffer(buffer);
		if (this.#sync) gl.deleteSync(this.#sync);
		this.#sync = undefined;
		gl.deleteVertexArray(this.#vertices);
		gl.deleteProgram(this.#program.program);
		this.#sheet.destroy();
	}

	#buffer(): WebGLBuffer {
		const buffer = this.#gl.createBuffer();
		this.#buffers.push(buffer);
		return buffer;
	}

	#attribute(at: number, data: Uint32Array | Int32Array, size: number, type: number): void {
		const gl = this.#gl;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer());
		gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
		gl.enableVertexAttribArray(at);
		gl.vertexAttribIPointer(at, size, type, 0, 0);
	}

	#list(rows: Uint32Array): WebGLBuffer {
		const buffer = this.#buffer();
		this.#fill(buffer, rows);
		return buffer;
	}

	#fill(buffer: WebGLBuffer, rows: Uint32Array): void {
		const gl = this.#gl;
		gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
		gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, rows, gl.DYNAMIC_DRAW);
	}
}

/** What symbols and rings measure at a zoom. A ring stands off its symbol by two pixels at least. */
function sheetSize(zoom: number, ratio: number): SheetSize {
	const box = ratio * symbolBox(zoom);
	const least = 0.4 * box + 2.2 * ratio;
	return { box, ratio, rings: [least, Math.max(least, ratio * ringCap(zoom))] };
}

/** @param hex `#rrggbb` @returns red, green and blue, 0 to 1 */
function rgbOf(hex: string): [number, number, number] {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
		number,
		number,
		number
	];
}
