import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownNote } from '../../../src/lib/core/notes/filter';
import type { AuthorNote, NoteGeometry } from '../../../src/lib/core/notes/note';
import type { Camera } from '../../../src/lib/core/picture/camera';
import { overlap, type Box } from '../../../src/lib/core/picture/labels';
import {
	markNodes,
	noteLetters,
	noteMarks,
	sameMark,
	type NoteMark,
	type NoteShapes
} from '../../../src/lib/core/picture/notes';
import type { SceneNode } from '../../../src/lib/core/picture/scene';

const camera: Camera = { zoom: 6, lat: 40, lon: 45, width: 900, height: 600 };
function shown(
	id: string,
	geometry: NoteGeometry | null,
	more: Partial<AuthorNote> = {},
	match: ShownNote['match'] = 'certain'
): ShownNote {
	const kind =
		geometry?.type === 'LineString' ? 'line' : geometry?.type === 'Polygon' ? 'area' : 'text';
	const style = { tone: 'ink', dash: false } as const;
	return {
		note: { id, kind, text: `The note ${id}`, when: null, geometry, style, ...more },
		match
	};
}
const at = (lon: number, lat: number): NoteGeometry => ({ type: 'Point', coordinates: [lon, lat] });
const lineOf = (...coordinates: [number, number][]): NoteGeometry => ({
	type: 'LineString',
	coordinates
});
const texts = (nodes: readonly SceneNode[]): string[] =>
	nodes.flatMap(({ text, children }) => [...(text ? [text] : []), ...texts(children ?? [])]);
const numbers = (nodes: readonly SceneNode[]): number[] =>
	nodes.flatMap(({ attributes, children }) => [
		...Object.values(attributes).flatMap((value) =>
			typeof value === 'number'
				? [value]
				: (String(value).match(/NaN|Infinity|-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number)
		),
		...numbers(children ?? [])
	]);

describe('the notes of a picture', () => {
	const lon = fc.double({ min: -180, max: 180, noNaN: true });
	const lat = fc.double({ min: -90, max: 90, noNaN: true });
	const position = fc.tuple(lon, lat);
	const near = fc.tuple(
		fc.double({ min: 41, max: 49, noNaN: true }),
		fc.double({ min: 38, max: 42, noNaN: true })
	);
	const geometry = (corner: fc.Arbitrary<[number, number]>): fc.Arbitrary<NoteGeometry> =>
		fc.oneof(
			corner.map(([x, y]) => at(x, y)),
			fc.array(corner, { minLength: 2, maxLength: 6 }).map((line) => lineOf(...line)),
			fc.array(corner, { minLength: 3, maxLength: 6 }).map((ring): NoteGeometry => ({
				type: 'Polygon',
				coordinates: [[...ring, ring[0] as [number, number]]]
			}))
		);

	it('have texts that lie within it, on no symbol and on no other text', () => {
		const box = fc
			.tuple(fc.integer({ min: 0, max: 860 }), fc.integer({ min: 0, max: 570 }))
			.map(([left, top]): Box => ({ left, top, right: left + 40, bottom: top + 24 }));
		fc.assert(
			fc.property(
				fc.array(geometry(near), { maxLength: 25 }),
				fc.array(box, { maxLength: 25 }),
				(all, obstacles) => {
					const notes = all.map((where, i) => shown(`n${i}`, where));
					const boxes = noteMarks(camera, notes, { obstacles }).flatMap(
						({ label }) => label?.box ?? []
					);
					boxes.forEach((a, i) => {
						expect(a.left >= 0 && a.top >= 0 && a.right <= 900 && a.bottom <= 600).toBe(true);
						for (const b of [...obstacles, ...boxes.slice(i + 1)])
							expect(overlap(a, b)).toBe(false);
					});
				}
			)
		);
	});

	it('are drawn in finite pixels wherever on Earth they lie, arrows to the poles among them', () => {
		fc.assert(
			fc.property(
				fc.array(geometry(position), { maxLength: 6 }),
				fc.record({ zoom: fc.double({ min: 0, max: 14, noNaN: true }), lat, lon }),
				(all, where) => {
					const notes = all.map((one, i) =>
						shown(`n${i}`, one, one.type === 'LineString' ? { kind: 'arrow' } : {})
					);
					const marks = noteMarks({ ...camera, ...where }, notes, { margin: 600 });
					for (const value of numbers(marks.flatMap((mark) => markNodes(mark, true))))
						expect(Number.isFinite(value)).toBe(true);
				}
			)
		);
	});

	it('leave out what is out of sight, and what has no geometry', () => {
		const marks = noteMarks(camera, [
			shown('here', at(45, 40)),
			shown('away', at(-70, -30)),
			shown('far', lineOf([-70, -30], [-71, -30])),
			shown('nowhere', null)
		]);
		expect(marks.map(({ id }) => id)).toEqual(['here']);
	});

	it('go on across ±180°', () => {
		const pacific = { ...camera, lon: 180, lat: 0, zoom: 4 };
		const [mark] = noteMarks(pacific, [
			shown('way', lineOf([175, 0], [-175, 0]), { kind: 'arrow' })
		]);
		const xs = [...(mark?.d ?? '').matchAll(/M(-?[\d.]+)/g)].map(([, x]) => Number(x));
		expect(xs.some((x) => x > 300 && x < 450)).toBe(true);
		const tip = Number(/^M(-?[\d.]+)/.exec(mark?.head ?? '')?.[1]);
		// 10° at 8192 pixels a turn, half of it on either side of the middle.
		expect(tip).toBeCloseTo(450 + (5 / 360) * 512 * 2 ** 4, 0);
	});

	it('cut a long text and keep a short one, with its measure and what is doubtful about it', () => {
		const [long] = noteMarks(camera, [shown('a', at(45, 40), { text: 'word '.repeat(99) })]);
		const lines = texts(long ? markNodes(long) : []);
		expect(lines).toHaveLength(3);
		expect(lines.at(-1)).toMatch(/…$/);
		const [short] = noteMarks(camera, [
			shown('b', at(45, 40), { text: 'The wall', measured: { km: 14 } }, 'possible')
		]);
		expect(texts(short ? markNodes(short) : [])).toEqual([
			'The wall',
			'14 km · perhaps in these dates'
		]);
	});

	it('mark by a dot what would be too small to see', () => {
		const [mark] = noteMarks(camera, [shown('a', lineOf([45, 40], [45.001, 40.001]))]);
		expect(mark?.dot).toBeDefined();
		expect(mark?.d).toBe('');
	});

	it('join a text that stands off to its point by a hairline', () => {
		const around = { left: 430, top: 285, right: 470, bottom: 315 };
		const [mark] = noteMarks(camera, [shown('a', at(45, 40))], { obstacles: [around] });
		expect(mark?.label).toBeDefined();
		expect(mark?.leader).toMatch(/^M450,300L/);
	});
});

describe('the letters of notes', () => {
	it('go on after Z, each once', () => {
		const letters = [
			...noteLetters(Array.from({ length: 800 }, (_, i) => shown(`n${i}`, null))).values()
		];
		expect(letters.slice(0, 28).join(' ')).toBe(
			'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z AA AB'
		);
		expect(letters[26 + 26 * 26]).toBe('AAA');
		expect(new Set(letters).size).toBe(800);
	});
});

describe('marks of notes that were laid out before', () => {
	it('are what they would be without what is kept of them, whichever notes come and go', () => {
		const position = fc.tuple(
			fc.double({ min: 41, max: 49, noNaN: true }),
			fc.double({ min: 38, max: 42, noNaN: true })
		);
		const all = fc.array(position, { minLength: 1, maxLength: 12 });
		const steps = fc.array(fc.array(fc.nat(11), { maxLength: 12 }), { maxLength: 5 });
		fc.assert(
			fc.property(all, steps, fc.boolean(), (positions, steps, faint) => {
				const notes = positions.map(([lon, lat], i) =>
					shown(`n${i}`, i % 2 ? at(lon, lat) : lineOf([lon, lat], [lon + 1, lat]))
				);
				const shapes: NoteShapes = new WeakMap();
				for (const step of steps) {
					const some = [...new Set(step)].flatMap((number) => {
						const one = notes[number];
						return one
							? [{ ...one, match: faint && number % 3 ? 'possible' : one.match } as const]
							: [];
					});
					const kept = noteMarks(camera, some, { shapes });
					const anew = noteMarks(camera, some);
					expect(kept).toEqual(anew);
					kept.forEach((mark, i) => expect(sameMark(mark, anew[i] as NoteMark)).toBe(true));
				}
			})
		);
	});

	it('differ where one of them is drawn elsewhere, fainter or with other words', () => {
		const one = (more: Partial<ShownNote['note']> = {}, match: ShownNote['match'] = 'certain') =>
			noteMarks(camera, [shown('a', at(45, 40), more, match)])[0] as NoteMark;
		const mark = one();
		expect(sameMark(mark, { ...mark, note: { ...mark.note, text: 'Other words' } })).toBe(false);
		expect(sameMark(mark, { ...mark, faint: true })).toBe(false);
		expect(sameMark(mark, { ...mark, label: undefined })).toBe(false);
		const [moved] = noteMarks({ ...camera, lon: 46 }, [{ note: mark.note, match: 'certain' }]);
		expect(sameMark(mark, moved as NoteMark)).toBe(false);
	});
});
