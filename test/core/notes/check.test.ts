import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/lib/core/date/day';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Note } from '../../../src/lib/core/dossier/note';
import { checkNote, checkNotes, MAX_NOTES, toFeature } from '../../../src/lib/core/notes/check';
import { measured } from '../../../src/lib/core/notes/measure';
import type { NoteGeometry } from '../../../src/lib/core/notes/note';
import { remarksOn } from '../../../src/lib/core/notes/known';
import { dossierAsOf } from '../../../src/lib/core/dossier/known';
import { parseDay } from '../../../src/lib/core/date/day';
import { readDossierFolder } from '../../../src/lib/server/read-folder';

const feature = (
	more: object = {},
	geometry: unknown = { type: 'Point', coordinates: [46, 39] }
) => ({
	type: 'Feature',
	id: 'quay',
	geometry,
	properties: { text: 'The quay is closed.', written: '2021-05-20', ...more }
});
const line = (count: number) => ({
	type: 'LineString',
	coordinates: Array.from({ length: count }, (_, i) => [40 + i / count, 39 + Math.sin(i / 9) / 9])
});
function read(value: unknown) {
	const notes: Note[] = [];
	return { note: checkNote(value, 0, 'north', notes), notes };
}

describe('a note', () => {
	it('never makes the check throw, whatever it is', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (value, properties) => {
				read(value);
				read({ ...feature(), properties });
				read(feature({}, value));
				checkNotes({ type: 'FeatureCollection', features: [value] }, 'north', []);
				checkNotes(value, 'north', []);
			})
		);
	});

	it('is the same once it was written and read again', () => {
		const day = fc.integer({ min: 18_000, max: 20_000 }).map(formatDay);
		const corner = fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -80, max: 80 }));
		const geometry = fc.oneof(
			corner.map((coordinates) => ({ type: 'Point', coordinates })),
			fc
				.uniqueArray(corner, { minLength: 2, maxLength: 5, selector: String })
				.map((coordinates) => ({ type: 'LineString', coordinates })),
			corner.map(([x, y]) => ({
				type: 'Polygon',
				coordinates: [
					[
						[x, y],
						[x + 1, y],
						[x + 1, y + 1],
						[x, y]
					]
				]
			}))
		);
		fc.assert(
			fc.property(
				geometry,
				fc.record(
					{
						text: fc.string({ minLength: 1, maxLength: 50 }),
						when: fc.tuple(day, day).map((days) => days.toSorted().join('/')),
						style: fc.record(
							{ tone: fc.constantFrom('ink', 'accent', 'quiet'), dash: fc.boolean() },
							{ requiredKeys: [] }
						),
						author: fc.string({ minLength: 1, maxLength: 20 }),
						written: day,
						event: fc.constant('talks'),
						measure: fc.boolean()
					},
					{ requiredKeys: ['text'] }
				),
				(where, properties) => {
					const once = read(feature(properties, where)).note;
					expect(once).toBeDefined();
					if (!once) return;
					expect(read(JSON.parse(JSON.stringify(toFeature(once)))).note).toEqual(once);
				}
			)
		);
	});

	it('of 10,000 positions is drawn with fewer, measured whole, and the sentence says so', () => {
		const { note, notes } = read(feature({ measure: true }, line(10_000)));
		expect(notes).toEqual([
			expect.objectContaining({
				feature: 'quay',
				field: 'geometry.coordinates',
				expected: 'at most 5000 positions',
				found: '10000'
			})
		]);
		const kept = note?.geometry?.type === 'LineString' ? note.geometry.coordinates : [];
		expect(kept.length).toBeLessThanOrEqual(5_000);
		expect(kept.length).toBeGreaterThan(2_000);
		expect(note?.measured).toEqual(measured(line(10_000) as NoteGeometry));
	});

	it('beyond the first thousand is left out, and the file is told so', () => {
		const notes: Note[] = [];
		const features = Array.from({ length: MAX_NOTES + 1 }, (_, i) => ({
			...feature(),
			id: `quay-${i}`
		}));
		expect(checkNotes({ features }, 'north', notes)).toHaveLength(MAX_NOTES);
		expect(notes).toEqual([expect.objectContaining({ field: 'features', found: '1001' })]);
	});

	it('stands in the order of the days on which it shows, those that always show last', () => {
		const of = (id: string, when?: string) => ({ ...feature(when ? { when } : {}), id });
		const features = [
			of('always'),
			of('later', '2021-06'),
			of('open', '../2021-01'),
			of('may', '2021-05')
		];
		expect(checkNotes({ features }, 'north', []).map(({ id }) => id)).toEqual([
			'open',
			'may',
			'later',
			'always'
		]);
	});
});

describe('remarks and what was known', async () => {
	const { files } = await readDossierFolder('test/fixtures/dossiers/notes-sound');
	const { dossier } = checkDossier('notes-sound', files);
	if (!dossier) throw new Error('no dossier');
	const event = dossier.events.find(({ id }) => id === 'talks-end');
	if (!event) throw new Error('no event');

	it('stand with their event and with the very claim that they name', () => {
		const remarks = remarksOn(dossier, event);
		expect(remarks.event.map(({ id }) => id)).toEqual(['why-date']);
		expect(event.claims.map((claim) => remarks.of(claim).map(({ id }) => id))).toEqual([
			['why-claim']
		]);
	});

	it('are known from the day they were written, and no earlier than their event', () => {
		const on = (text: string) =>
			dossierAsOf(dossier, parseDay(text) as number)
				.notes.map(({ id }) => id)
				.sort();
		expect(on('2021-05-19')).toEqual([]);
		expect(on('2021-05-20')).toEqual(['pool', 'quay', 'way', 'why-claim', 'why-date']);
		const early = {
			...dossier,
			notes: dossier.notes.map((note) => ({ ...note, written: parseDay('2021-05-01') }))
		};
		expect(dossierAsOf(early, parseDay('2021-05-14') as number).notes.map(({ id }) => id)).toEqual(
			expect.not.arrayContaining(['why-date'])
		);
	});

	it('are in no knowledge of a day when nobody says when they were written', () => {
		const undated = {
			...dossier,
			notes: dossier.notes.map((note) => ({ ...note, written: undefined }))
		};
		expect(dossierAsOf(undated, parseDay('2025-01-01') as number).notes).toEqual([]);
	});
});
