import { BITS, FIRST_COARSE } from './look';
import { CELLS_GLSL, RING_STEPS } from './sheet';

/** Where each attribute is bound, so that buffers need not know the program. */
export const ATTRIBUTES = { position: 0, early: 1, late: 2, look: 3, passes: 4 };

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

uniform uvec2 centre;
uniform vec2 rest;
uniform float scale;
uniform vec2 halfSize;
uniform float world;
uniform int copies;
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

flat out vec3 colour;
flat out float side;
flat out float faint;
flat out float soft;
flat out vec2 symbolAt;
flat out vec2 ringAt;
${CELLS_GLSL}
bool is(int flag) {
	return ((look >> flag) & 1u) == 1u;
}

void main() {
	bool outside = !unbounded && (late < range.x || early > range.y);
	bool shown = passes != 0u && !outside && (withWide || !is(${BITS.wide}));
	if (is(${BITS.hidden}) || !(shown || highlight)) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
		gl_PointSize = 1.0;
		return;
	}
	bool certain = unbounded || (is(${BITS.sure}) && early >= range.x && late <= range.y);
	float x = float(int(position.x - centre.x));
	float y = position.y >= centre.y ? float(position.y - centre.y) : -float(centre.y - position.y);
	vec2 at = (vec2(x, y) - rest) * scale;
	// 0, 1, −1, 2, −2: the copies of the world beside the one in the middle.
	int copy = (gl_InstanceID + 1) / 2 * (gl_InstanceID % 2 == 1 ? 1 : -1);
	at.x += float(copy) * world;
	gl_Position = vec4(at / halfSize * vec2(1.0, -1.0), 0.0, 1.0);

	uint precision_ = (look >> ${BITS.precision}) & 7u;
	colour = roles[(look >> ${BITS.role}) & 7u];
	faint = shown ? (certain ? 1.0 : 0.5) : 0.35;
	float own = 0.4 * box;
	float ring = 0.0;
	soft = 0.0;
	ringAt = vec2(-1.0);
	if (radii[precision_] > 0.0) {
		// Mercator stretches by the hyperbolic cosine of the height.
		float stretch = cosh((0.5 - float(position.y) / 4294967296.0) * 6.283185307179586);
		float radius = radii[precision_] * 4294967296.0 * scale * stretch;
		if (precision_ >= ${FIRST_COARSE}u) {
			float share = (clamp(radius, rings.x, rings.y) - rings.x) / max(rings.y - rings.x, 1e-6);
			float step_ = floor(share * ${RING_STEPS - 1}.0 + 0.5);
			ring = mix(rings.x, rings.y, step_ / ${RING_STEPS - 1}.0);
			ringAt = ringCell(int(step_));
		} else if (radius > own + 1.5 * ratio) soft = min(radius, rings.y);
	}
	symbolAt = symbolCell((look >> ${BITS.shape}) & 63u, ring > 0.0);
	// No larger than need be: each pixel of it is worked out.
	float outline = clamp(box / 12.0, 0.7 * ratio, 1.8 * ratio);
	float reach = max(max(ring, soft), own + (highlight ? 7.0 * ratio : outline));
	side = ceil(2.0 * reach + 1.0);
	gl_PointSize = side;
}
`;

/** Puts a point together from its cells of the sheet: see sheet.ts. */
export const FRAGMENT = `#version 300 es
precision highp float;
flat in vec3 colour;
flat in float side;
flat in float faint;
flat in float soft;
flat in vec2 symbolAt;
flat in vec2 ringAt;

uniform float box;
uniform float ratio;
uniform float cell;
uniform vec2 sheetSize;
uniform bool highlight;
uniform vec3 paper;
uniform vec3 accent;
uniform sampler2D sheet;

out vec4 fragment;

/** How much of a pixel lies within an edge, by its distance in pixels. */
float cover(float distance_) {
	return clamp(0.5 - distance_, 0.0, 1.0);
}

/** Premultiplied: what lies on top of what there is. */
vec4 on(vec4 below, vec3 top, float alpha) {
	return vec4(top, 1.0) * alpha + below * (1.0 - alpha);
}

void main() {
	vec2 p = (gl_PointCoord - 0.5) * side;
	// The sheet's rows run upwards.
	vec2 within = clamp(p, 0.5 - 0.5 * cell, 0.5 * cell - 0.5) * vec2(1.0, -1.0);
	vec4 c = vec4(0.0);
	if (soft > 0.0) c = on(c, colour, 0.1 * faint * cover(length(p) - soft));
	if (ringAt.x >= 0.0) {
		vec2 ring = texture(sheet, (ringAt + within) / sheetSize).rg;
		c = on(c, paper, 0.25 * ring.x);
		c = on(c, colour, 0.75 * faint * ring.y);
	}
	if (highlight) {
		float halo = abs(length(p) - 0.4 * box - 3.0 * ratio);
		c = on(c, paper, cover(halo - 3.0 * ratio));
		c = on(c, accent, cover(halo - 1.25 * ratio));
	}
	vec2 symbol = texture(sheet, (symbolAt + within) / sheetSize).rg;
	c = on(c, paper, symbol.x);
	fragment = on(c, colour, symbol.y * faint);
}
`;
