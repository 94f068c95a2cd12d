import { SYMBOL_BOX } from '../../core/picture/symbols';
import { BITS, FIRST_COARSE } from './look';

/** A float of GLSL. */
const f = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

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
uniform float cap;
uniform float radii[7];
uniform vec3 roles[5];

flat out uint kind;
flat out vec3 colour;
flat out float side;
flat out float faint;
flat out float ring;
flat out float soft;

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
	kind = (look >> ${BITS.shape}) & 63u;
	faint = shown ? (certain ? 1.0 : 0.5) : 0.35;
	float own = 0.4 * box;
	ring = soft = 0.0;
	if (radii[precision_] > 0.0) {
		// Mercator stretches by the hyperbolic cosine of the height.
		float stretch = cosh((0.5 - float(position.y) / 4294967296.0) * 6.283185307179586);
		float radius = radii[precision_] * 4294967296.0 * scale * stretch;
		if (precision_ >= ${FIRST_COARSE}u)
			ring = clamp(radius, own + 2.2 * ratio, max(cap, own + 2.2 * ratio));
		else if (radius > own + 1.5 * ratio) soft = min(radius, cap);
	}
	// No larger than need be: each pixel of it is worked out.
	float outline = clamp(box / 12.0, 0.7 * ratio, 1.8 * ratio);
	float reach = max(max(ring, soft), own + (highlight ? 7.0 * ratio : outline));
	side = ceil(2.0 * reach + 1.0);
	gl_PointSize = side;
}
`;

/** The shapes of core/picture/symbols.ts as signed distances, in units of their box about its middle. */
export const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
flat in uint kind;
flat in vec3 colour;
flat in float side;
flat in float faint;
flat in float ring;
flat in float soft;

uniform float box;
uniform float ratio;
uniform bool highlight;
uniform vec3 paper;
uniform vec3 accent;

out vec4 fragment;

float shape(uint number, vec2 p) {
	vec2 a = abs(p);
	if (number == 0u) return (a.x + a.y - 9.5) * 0.70710678;
	if (number == 1u) return max(p.y - 7.6, (16.4 * a.x - 9.4 * (p.y + 8.8)) / 18.903);
	if (number == 2u) return length(p) - 7.8;
	if (number == 3u) return max(a.x, a.y) - 7.0;
	return max(a.x - 7.5, 0.4974 * a.x + 0.8675 * a.y - 7.46);
}

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
	float unit = box / ${f(SYMBOL_BOX)};
	float away = length(p);
	uint number = kind & 7u;
	uint variant = kind >> 3;
	// Where only an area is known the symbol is a smaller one in its ring: it stands for want of a spot.
	if (ring > 0.0) unit *= 0.72;
	float edge = shape(number, p / unit) * unit;
	float outline = clamp(2.0 * unit, 0.7 * ratio, 1.8 * ratio);
	if (edge > outline + 0.5 && ring + soft == 0.0 && !highlight) discard;
	vec4 c = vec4(0.0);
	if (soft > 0.0) c = on(c, colour, 0.1 * faint * cover(away - soft));
	if (ring > 0.0) {
		c = on(c, paper, 0.25 * cover(away - ring));
		// Dashes of some four pixels, a whole number of them.
		float dashes = floor(ring / ratio * 1.15) + 3.0;
		float turn = fract(atan(p.y, p.x) / 6.283185307179586 * dashes);
		float dash = cover((abs(turn - 0.5) - 0.3) * 6.283185307179586 * ring / dashes);
		c = on(c, colour, 0.75 * faint * dash * cover(abs(away - ring + 0.5 * ratio) - 0.5 * ratio));
	}
	if (highlight) {
		float halo = abs(away - 0.4 * box - 3.0 * ratio);
		c = on(c, paper, cover(halo - 3.0 * ratio));
		c = on(c, accent, cover(halo - 1.25 * ratio));
	}
	c = on(c, paper, cover(edge - outline));
	float inked = cover(edge);
	if (variant != 0u) {
		float stroke = max(unit, 0.5 * ratio);
		inked = cover(abs(edge) - stroke);
		if (variant == 2u) inked = max(inked, cover(max(edge, p.x)));
		if (variant == 3u) {
			float across = abs(p.x + p.y) * 0.70710678 - stroke;
			float along = abs(p.x - p.y) * 0.70710678 - 8.5 * unit;
			inked = max(inked, cover(max(across, along)));
		}
	}
	fragment = on(c, colour, inked * faint);
}
`;
