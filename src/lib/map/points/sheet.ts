import { SYMBOL_BOX } from '../../core/picture/symbols';
import { SHAPE_NAMES, VARIANTS } from './look';
import { compile, type Program } from './program';

/**
 * The symbols and rings of one zoom, drawn once into a texture: of a thousand points that look alike the
 * shape is then worked out once and not in each pixel of each point.
 */

/** Cells in a row of the sheet. */
const COLUMNS = 8;
/** A symbol in each variant, and once more, smaller, for those that stand in a ring. */
const SYMBOLS = SHAPE_NAMES.length * VARIANTS.length;
/** Radii of rings, from the smallest to the largest of a zoom. */
export const RING_STEPS = 16;
const HALO = 2 * SYMBOLS + RING_STEPS;
const CELLS = HALO + 1;
const ROWS = Math.ceil(CELLS / COLUMNS);

/** Pixels of the sheet to one of the screen at which it needs no blending. */
const FINE = 4;

/** Where only an area is known the symbol is a smaller one in its ring: it stands for want of a spot. */
const SMALL = 0.72;

/** A float of GLSL. */
const f = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

/**
 * For the shader that draws the points: the middles of cells in pixels of the screen, from the sheet's lower left corner.
 * The red of a symbol's cell is what its outline covers, the green what its ink does; of a ring's its disc and its dashes;
 * of the halo's its paper and its line.
 */
export const CELLS_GLSL = `
vec2 cellAt(int number) {
	return (vec2(number % ${COLUMNS}, number / ${COLUMNS}) + 0.5) * cell;
}

/** @param kind number of the shape, and of the variant from its fourth bit on */
vec2 symbolCell(uint kind, bool small) {
	return cellAt(int((kind >> 3) * ${SHAPE_NAMES.length}u + (kind & 7u)) + (small ? ${SYMBOLS} : 0));
}

vec2 ringCell(int step_) {
	return cellAt(${2 * SYMBOLS} + step_);
}

vec2 haloCell() {
	return cellAt(${HALO});
}
`;

const VERTEX = `#version 300 es
precision highp float;
uniform float cell;
uniform float grain;
flat out int number;

void main() {
	number = gl_VertexID;
	vec2 at = (vec2(number % ${COLUMNS}, number / ${COLUMNS}) + 0.5) / vec2(${f(COLUMNS)}, ${f(ROWS)});
	gl_Position = vec4(2.0 * at - 1.0, 0.0, 1.0);
	gl_PointSize = cell * grain;
}
`;

/** The shapes of core/picture/symbols.ts as signed distances, in units of their box about its middle. */
const FRAGMENT = `#version 300 es
precision highp float;
flat in int number;

uniform float cell;
uniform float box;
uniform float ratio;
uniform vec2 rings;

out vec4 fragment;

float shape(int number_, vec2 p) {
	vec2 a = abs(p);
	if (number_ == 0) return (a.x + a.y - 9.5) * 0.70710678;
	if (number_ == 1) return max(p.y - 7.6, (16.4 * a.x - 9.4 * (p.y + 8.8)) / 18.903);
	if (number_ == 2) return length(p) - 7.8;
	if (number_ == 3) return max(a.x, a.y) - 7.0;
	return max(a.x - 7.5, 0.4974 * a.x + 0.8675 * a.y - 7.46);
}

/** How much of a pixel lies within an edge, by its distance in pixels. */
float cover(float distance_) {
	return clamp(0.5 - distance_, 0.0, 1.0);
}

void main() {
	vec2 p = (gl_PointCoord - 0.5) * cell;
	if (number == ${HALO}) {
		float halo = abs(length(p) - 0.4 * box - 3.0 * ratio);
		fragment = vec4(cover(halo - 3.0 * ratio), cover(halo - 1.25 * ratio), 0.0, 1.0);
		return;
	}
	if (number >= ${2 * SYMBOLS}) {
		float ring = mix(rings.x, rings.y, float(number - ${2 * SYMBOLS}) / ${f(RING_STEPS - 1)});
		float away = length(p);
		// Dashes of some four pixels, a whole number of them.
		float dashes = floor(ring / ratio * 1.15) + 3.0;
		float turn = fract(atan(p.y, p.x) / 6.283185307179586 * dashes);
		float dash = cover((abs(turn - 0.5) - 0.3) * 6.283185307179586 * ring / dashes);
		float line = dash * cover(abs(away - ring + 0.5 * ratio) - 0.5 * ratio);
		fragment = vec4(cover(away - ring), line, 0.0, 1.0);
		return;
	}
	float unit = box / ${f(SYMBOL_BOX)} * (number >= ${SYMBOLS} ? ${f(SMALL)} : 1.0);
	int symbol = number % ${SYMBOLS};
	int variant = symbol / ${SHAPE_NAMES.length};
	float edge = shape(symbol % ${SHAPE_NAMES.length}, p / unit) * unit;
	float outline = clamp(2.0 * unit, 0.7 * ratio, 1.8 * ratio);
	float inked = cover(edge);
	if (variant != 0) {
		float stroke = max(unit, 0.5 * ratio);
		inked = cover(abs(edge) - stroke);
		if (variant == 2) inked = max(inked, cover(max(edge, p.x)));
		if (variant == 3) {
			float across = abs(p.x + p.y) * 0.70710678 - stroke;
			float along = abs(p.x - p.y) * 0.70710678 - 8.5 * unit;
			inked = max(inked, cover(max(across, along)));
		}
	}
	fragment = vec4(cover(edge - outline), inked, 0.0, 1.0);
}
`;

/** What a sheet is drawn for, in pixels of the screen. */
export interface SheetSize {
	/** Side of a symbol's box. */
	box: number;
	/** The smallest and the largest radius of a ring. */
	rings: readonly [number, number];
	/** Pixels of the screen to a CSS pixel. */
	ratio: number;
}

export class SymbolSheet {
	readonly #gl: WebGL2RenderingContext;
	readonly #program: Program;
	readonly #texture: WebGLTexture;
	readonly #frame: WebGLFramebuffer;
	#drawn = '';
	#cell = 0;
	/** Pixels of the sheet to one of the screen. */
	#grain = 1;

	/** @throws Error where the graphics driver refuses the shaders */
	constructor(gl: WebGL2RenderingContext) {
		this.#gl = gl;
		this.#program = compile(gl, VERTEX, FRAGMENT);
		this.#texture = gl.createTexture();
		this.#frame = gl.createFramebuffer();
		gl.bindTexture(gl.TEXTURE_2D, this.#texture);
		for (const [name, value] of [
			[gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
			[gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE]
		] as const)
			gl.texParameteri(gl.TEXTURE_2D, name, value);
	}

	/** Side of a cell in pixels of the screen. */
	get cell(): number {
		return this.#cell;
	}

	/** A pixel of the screen as a share of the sheet's width and height. */
	get texel(): [number, number] {
		return [1 / (COLUMNS * this.#cell), 1 / (ROWS * this.#cell)];
	}

	/**
	 * Draws the sheet anew where it is another than the last. It leaves the frame, the blending and the
	 * viewport as the points need them; the program and the vertices are to be set after it.
	 */
	draw(wanted: SheetSize): void {
		const key = [wanted.box, ...wanted.rings, wanted.ratio].join();
		if (key === this.#drawn) return;
		this.#drawn = key;
		const gl = this.#gl;
		// The halo reaches farthest but for rings; a pixel beyond stays empty for what is looked up at the edge.
		const reach = Math.max(wanted.rings[1], 0.4 * wanted.box + 6 * wanted.ratio);
		const cell = 2 * Math.ceil(reach + 2);
		// Points stand between pixels. Of small symbols, which are many, the sheet is so fine that the nearest pixel of it will do.
		const grain = Math.max(wanted.ratio < 2 ? 2 : 1, Math.min(FINE, Math.floor(96 / cell)));
		const resized = cell !== this.#cell || grain !== this.#grain;
		this.#cell = cell;
		this.#grain = grain;
		const [width, height] = [COLUMNS * cell * grain, ROWS * cell * grain];
		if (resized) {
			gl.bindTexture(gl.TEXTURE_2D, this.#texture);
			const filter = grain < FINE ? gl.LINEAR : gl.NEAREST;
			gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
			gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
			gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG8, width, height, 0, gl.RG, gl.UNSIGNED_BYTE, null);
			gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
			gl.framebufferTexture2D(
				gl.FRAMEBUFFER,
				gl.COLOR_ATTACHMENT0,
				gl.TEXTURE_2D,
				this.#texture,
				0
			);
		}
		const { at, program } = this.#program;
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
		gl.viewport(0, 0, width, height);
		gl.useProgram(program);
		gl.bindVertexArray(null);
		gl.disable(gl.BLEND);
		gl.uniform1f(at('cell'), cell);
		gl.uniform1f(at('grain'), grain);
		gl.uniform1f(at('box'), wanted.box);
		gl.uniform1f(at('ratio'), wanted.ratio);
		gl.uniform2f(at('rings'), ...wanted.rings);
		gl.drawArrays(gl.POINTS, 0, CELLS);
		gl.enable(gl.BLEND);
		gl.bindFramebuffer(gl.FRAMEBUFFER, null);
		gl.viewport(0, 0, gl.canvas.width, gl.canvas.height);
	}

	destroy(): void {
		const gl = this.#gl;
		gl.deleteTexture(this.#texture);
		gl.deleteFramebuffer(this.#frame);
		gl.deleteProgram(this.#program.program);
	}
}
