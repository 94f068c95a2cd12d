import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornersOf, LEAST_CORNERS, shapeThrough } from '../../../src/lib/core/draft/note-shape';
import type { Note } from '../../../src/lib/core/dossier/note';
import { checkNote } from '../../../src/lib/core/notes/check';
import { NOTE_KINDS } from '../../../src/lib/core/notes/note';

const degrees = (most: number) =>
	fc.integer({ min: -most * 100, max: most * 100 }).map((n) => n / 100);
const position = fc.tuple(degrees(180), degrees(85)) as fc.Arbitrary<[number, number]>;

describe('the shape of a note', () => {
	it('has the corners that it was made through', () => {
		const corners = fc.uniqueArray(position, { maxLength: 8, selector: String });
		fc.assert(
			fc.property(fc.constantFrom(...NOTE_KINDS), corners, (kind, at) => {
				const kept = kind === 'text' ? at.slice(0, 1) : at;
				expect(cornersOf(shapeThrough(kind, at))).toEqual(kept);
			})
		);
	});

	it.each(NOTE_KINDS)('of the kind %s is sound once it has its least corners', (kind) => {
		const all: [number, number][] = [
			[45, 39],
			[46, 39],
			[46, 40]
		];
		const geometry = shapeThrough(kind, all.slice(0, LEAST_CORNERS[kind]));
		const properties = { kind, text: 'A note', written: '2021-05-14' };
		const notes: Note[] = [];
		const feature = { type: 'Feature', id: 'a', geometry, properties };
		expect(checkNote(feature, 0, 'north', notes)).toMatchObject({ kind, geometry });
		expect(notes).toEqual([]);
	});

	it('of something else has no corners', () => {
		for (const value of [
			null,
			7,
			{ type: 'Polygon' },
			{ type: 'LineString', coordinates: [['x']] }
		])
			expect(cornersOf(value)).toEqual([]);
	});
});
