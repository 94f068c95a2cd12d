import { BITS, FIRST_COARSE } from './look';
import { CELLS_GLSL, RING_STEPS } from './sheet';

/** Where each attribute is bound, so that buffers need not know the program. */
export const ATTRIBUTES = { position: 0, early: 1, late: 2, look: 3, passes: 4 };

/** What is drawn of a row, each from one cell of the sheet. All rings lie under all symbols. */
export const LAYERS = { rings: 0, halo: 1, symbols: 2 };

/**
 * Throws out rows that are not shown, and says of the others where they stand and how they look. `fixed.ts` has
 * the arithmetic of positions, `rowState` of core/columns/dates.ts that of the three states, both in TypeScript.
 */
export const VERTEX = `#version 300 es
precision highp float;
precision highp int;
layout(location = ${ATTRIBUTES.position}) in uvec2 position;
layout(location = ${ATTRIBUTES.early}) in int early;
layout(location = ${ATTRIBUTES.late}) in int late;
layout(location = ${ATTRIBUTES.look}) in uint look;
layout(location = ${ATTRIBUTES.passes}) in uint passes;

uniform int layer;
uniform uvec2 centre;
uniform vec2 rest;
uniform float scale;
uniform vec2 halfSize;
uniform float world;
uniform ivec2 range;
uniform bool unbounded;
uniform bool withWide;
uniform bool highlight;
uniform float box;
uniform float ratio;
uniform vec2 rings;
uniform float cell;
uniform float radii[7];
uniform vec3 roles[5];
uniform vec3 accent;

flat out vec3 colour;
/** How much of paper the first band of the cell is, how much of colour it is, and how much of colour the second. */
flat out vec3 weights;
/** The middle of the cell. */
flat out vec2 middle;
flat out float side;
${CELLS_GLSL}
bool is(int flag) {
	return ((look >> flag) & 1u) == 1u;
}

void main() {
	// Outside the picture, unless it is found to be shown.
	gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
	gl_PointSize = 1.0;
	bool outside = !unbounded && (late < range.x || early > range.y);
	bool shown = passes != 0u && !outside && (withWide || !is(${BITS.wide}));
	if (is(${BITS.hidden}) || !(shown || highlight)) return;

	uint precision_ = (look >> ${BITS.precision}) & 7u;
	bool ringed = precision_ >= ${FIRST_COARSE}u && radii[precision_] > 0.0;
	bool certain = unbounded || (is(${BITS.sure}) && early >= range.x && late <= range.y);
	float faint = shown ? (certain ? 1.0 : 0.5) : 0.35;
	float own = 0.4 * box;
	colour = roles[(look >> ${BITS.role}) & 7u];
	if (layer == ${LAYERS.rings}) {
		// Mercator stretches by the hyperbolic cosine of the height.
		float stretch = cosh((0.5 - float(position.y) / 4294967296.0) * 6.283185307179586);
		float radius = radii[precision_] * 4294967296.0 * scale * stretch;
		if (!ringed && radius <= own + 1.5 * ratio) return;
		float share = (clamp(radius, rings.x, rings.y) - rings.x) / max(rings.y - rings.x, 1e-6);
		float step_ = floor(share * ${RING_STEPS - 1}.0 + 0.5);
		side = 2.0 * mix(rings.x, rings.y, step_ / ${RING_STEPS - 1}.0);
		middle = ringCell(int(step_));
		weights = ringed ? vec3(0.25, 0.0, 0.75 * faint) : vec3(0.0, 0.1 * faint, 0.0);
	} else if (layer == ${LAYERS.halo}) {
		colour = accent;
		side = 2.0 * own + 12.0 * ratio;
		middle = haloCell();
		weights = vec3(1.0, 0.0, 1.0);
	} else {
		side = 2.0 * own + 2.0 * clamp(box / 12.0, 0.7 * ratio, 1.8 * ratio);
		middle = symbolCell((look >> ${BITS.shape}) & 63u, ringed);
		weights = vec3(1.0, 0.0, faint);
	}
	// No larger than need be: each pixel of it is worked out.
	side = ceil(side + 1.0);
	float x = float(int(position.x - centre.x));
	float y = position.y >= centre.y ? float(position.y - centre.y) : -float(centre.y - position.y);
	vec2 at = (vec2(x, y) - rest) * scale;
	// 0, 1, −1, 2, −2: the copies of the world beside the one in the middle.
	int copy = (gl_InstanceID + 1) / 2 * (gl_InstanceID % 2 == 1 ? 1 : -1);
	at.x += float(copy) * world;
	gl_Position = vec4(at / halfSize * vec2(1.0, -1.0), 0.0, 1.0);
	gl_PointSize = side;
}
`;

/**
 * One look-up and no branch: without a graphics card both sides of a branch are worked out, in each pixel.
 */
export const FRAGMENT = `#version 300 es
precision highp float;
flat in vec3 colour;
flat in vec3 weights;
flat in vec2 middle;
flat in float side;

uniform vec2 texel;
uniform vec3 paper;
uniform sampler2D sheet;

out vec4 fragment;

void main() {
	// The sheet's rows run upwards.
	vec2 within = (gl_PointCoord - 0.5) * side * vec2(1.0, -1.0);
	vec2 found = texture(sheet, (middle + within) * texel).rg;
	float ink = dot(found, weights.yz);
	float under = found.r * weights.x * (1.0 - ink);
	fragment = vec4(colour * ink + paper * under, ink + under);
}
`;
