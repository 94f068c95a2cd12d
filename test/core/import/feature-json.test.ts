import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRECISIONS, STANCES, type EventFeature } from '../../../src/lib/core/dossier/schema';
import { featureJson } from '../../../src/lib/core/import/feature-json';

/** Texts with all that JSON escapes: quotation marks, backslashes, controls, halves of characters. */
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
		.map((units) => String.fromCharCode(...units)),
	fc.constantFrom('', '"', '\\', '\u2028', '\ud800', 'a\ud83d\ude00', 'Plain, and short.')
);
const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const degree = fc.double({ min: -180, max: 180, noNaN: true });
const figure = fc.record({
	what: fc.constantFrom('killed' as const, 'wounded' as const),
	side: id,
	n: optional(fc.nat())
});
const claim = fc.record({
	by: text,
	stance: fc.constantFrom(...STANCES),
	text,
	source: fc.oneof(id, fc.webUrl()),
	figures: optional(fc.array(figure, { maxLength: 2 })),
	when: optional(fc.constantFrom('2021-05', '2021-05-13~')),
	place: optional(id)
});
const rare = fc.record({
	by: text,
	stance: fc.constantFrom(...STANCES),
	text,
	source: id,
	passage: optional(fc.record({ start: text, end: text })),
	precision: optional(fc.constantFrom(...PRECISIONS)),
	media: optional(
		fc.array(fc.record({ url: fc.webUrl(), kind: fc.constant('image' as const), caption: text }))
	)
});
const geometry = fc.oneof(
	fc.constant(null),
	fc.tuple(degree, degree).map((coordinates) => ({ type: 'Point' as const, coordinates })),
	fc.constant({ type: 'Point' as const, coordinates: [-0, 1e-7] }),
	fc
		.array(fc.tuple(degree, degree), { minLength: 2, maxLength: 4 })
		.map((coordinates) => ({ type: 'LineString' as const, coordinates }))
);
const feature = fc.record({
	type: fc.constant('Feature' as const),
	id,
	geometry,
	properties: fc.record({
		title: text,
		summary: optional(text),
		when: fc.constantFrom(null, '2021', '2021-05-13/2021-05-14'),
		time: optional(fc.constantFrom('20:54:04Z', '20:54')),
		type: id,
		place: optional(id),
		precision: optional(fc.constantFrom(...PRECISIONS)),
		radiusKm: optional(fc.double({ min: 0.1, max: 2000, noNaN: true })),
		concerns: fc.array(id, { maxLength: 3 }),
		actors: fc.array(id, { maxLength: 3 }),
		claims: fc.array(fc.oneof(claim, rare), { minLength: 1, maxLength: 3 })
	})
}) as fc.Arbitrary<EventFeature>;

describe('featureJson', () => {
	it('gives what JSON.stringify gives, whatever stands in the event', () => {
		fc.assert(
			fc.property(feature, (event) => {
				expect(featureJson(event)).toBe(JSON.stringify(event));
			}),
			{ numRuns: 2_000 }
		);
	});
});
