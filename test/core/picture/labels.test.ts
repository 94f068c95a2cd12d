import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textEms } from '../../../src/lib/core/picture/advance';
import {
	labelSize,
	overlap,
	placeLabels,
	spacingOf,
	type Label
} from '../../../src/lib/core/picture/labels';
import { brokenInto } from '../../../src/lib/core/picture/line-breaks';

const FRAME = { width: 800, height: 500 };

/** One word in each of five scripts, and marks that stand on others. */
const WORDS = ['Lachin', 'Լաչին', 'Лачин', 'لاچین', 'ლაჩინი', '拉钦', 'e\u0301tat', 'İsmayıllı'];

const name = fc
	.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
	.map((words) => words.join(' '));
const label = fc.record({
	x: fc.integer({ min: -50, max: 850 }),
	y: fc.integer({ min: -50, max: 550 }),
	lines: fc.tuple(name, fc.integer({ min: 10, max: 16 })).map(([text, size]) => [{ text, size }]),
	anchors: fc.constantFrom(
		undefined,
		['left', 'right'] as const,
		['top', 'bottom'] as const,
		['center', 'top'] as const
	),
	clearance: fc.constant({ x: 8, y: 8 })
});
const obstacle = fc
	.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 }))
	.map(([left, top]) => ({ left, top, right: left + 40, bottom: top + 26 }));

describe('labels', () => {
	it('never lie on each other, on an obstacle, or outside the frame', () => {
		fc.assert(
			fc.property(
				fc.array(label, { maxLength: 60 }),
				fc.array(obstacle, { maxLength: 8 }),
				(labels, obstacles) => {
					const placed = placeLabels(labels as Label[], obstacles, FRAME);
					for (const [i, { box }] of placed.entries()) {
						expect(box.left).toBeGreaterThanOrEqual(0);
						expect(box.top).toBeGreaterThanOrEqual(0);
						expect(box.right).toBeLessThanOrEqual(FRAME.width);
						expect(box.bottom).toBeLessThanOrEqual(FRAME.height);
						for (const other of placed.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
						for (const other of obstacles) expect(overlap(box, other)).toBe(false);
					}
				}
			)
		);
	});

	it('take the first place of theirs that is free, and give way to those before them', () => {
		const at = (text: string, anchors: Label['anchors']): Label => ({
			x: 400,
			y: 250,
			lines: [{ text, size: 12 }],
			...(anchors && { anchors })
		});
		const placed = placeLabels(
			[at('First', ['left', 'right']), at('Second', ['left', 'right']), at('Third', ['left'])],
			[],
			FRAME
		);
		expect(placed.map(({ label, anchor }) => [label.lines[0]?.text, anchor])).toEqual([
			['First', 'left'],
			['Second', 'right']
		]);
	});

	it('go with what is drawn at their point: where that is taken, or would be covered, they are left out', () => {
		const named = (text: string, x: number, reach?: number): Label => ({
			x,
			y: 250,
			lines: [{ text, size: 12 }],
			anchors: ['left', 'right'],
			clearance: { x: 6, y: 3 },
			...(reach !== undefined && { reach })
		});
		const words = (labels: Label[], obstacles: { left: number; right: number }[] = []) =>
			placeLabels(
				labels,
				obstacles.map((sides) => ({ ...sides, top: 240, bottom: 260 })),
				FRAME
			).map(({ label, anchor }) => `${label.lines[0]?.text} ${anchor}`);
		expect(words([named('Town', 400, 4)])).toEqual(['Town left']);
		// On the dot alone, beside which the name would have room.
		const onDot = [{ left: 397, right: 403 }];
		expect(words([named('Town', 400, 4)], onDot)).toEqual([]);
		expect(words([named('Town', 400)], onDot)).toEqual(['Town left']);
		// The second town's name would run over the first one's dot.
		expect(words([named('First', 400, 4), named('Second', 385, 4)])).toEqual([
			'First left',
			'Second right'
		]);
	});

	it('stand on their point where that is free, else about it', () => {
		const country: Label = {
			x: 400,
			y: 250,
			lines: [{ text: 'Azerbaijan', size: 14 }],
			anchors: ['center', 'top', 'bottom', 'left', 'right'],
			clearance: { x: 0, y: 7 }
		};
		const [free] = placeLabels([country], [], FRAME);
		expect(free?.anchor).toBe('center');
		expect(((free?.box.left ?? 0) + (free?.box.right ?? 0)) / 2).toBeCloseTo(400);
		expect(((free?.box.top ?? 0) + (free?.box.bottom ?? 0)) / 2).toBeCloseTo(250);
		const above = { left: 350, top: 230, right: 450, bottom: 252 };
		expect(placeLabels([country], [above], FRAME)[0]?.anchor).toBe('top');
		const aside = { left: 350, top: 200, right: 395, bottom: 300 };
		expect(placeLabels([country], [aside], FRAME)[0]?.anchor).toBe('left');
	});

	it('have a size in every script', () => {
		for (const text of WORDS) {
			const { width, height } = labelSize({ x: 0, y: 0, lines: [{ text, size: 12 }] });
			expect(width, text).toBeGreaterThan(12);
			expect(width, text).toBeLessThan(12 * 1.1 * [...text].length);
			expect(height).toBeCloseTo(14.4);
		}
	});

	it('space out no letters that join', () => {
		expect(spacingOf('لاچین', 0.18)).toBe(0);
		expect(spacingOf('ԼԱՉԻՆ', 0.18)).toBe(0.18);
	});

	it('are measured without their combining marks', () => {
		expect(textEms('e\u0301')).toBeCloseTo(textEms('é'));
	});
});

describe('line breaks', () => {
	const lineOf = (text: string) => [{ text, size: 12 }];

	it('lose, double and reorder nothing', () => {
		fc.assert(
			fc.property(name, fc.integer({ min: 20, max: 300 }), (text, maxWidth) => {
				const lines = brokenInto(lineOf(text), maxWidth);
				const read = joined(
					text,
					lines.map((line) => line.text)
				);
				expect(read.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
			})
		);
	});

	it('leave what fits on one line whole', () => {
		expect(brokenInto(lineOf('Lake Sevan'), 100)).toEqual(lineOf('Lake Sevan'));
	});

	it('balance the lines and break after a dash, as MapLibre does', () => {
		const border = brokenInto(
			[
				{ text: 'Armenian–Azerbaijani border', size: 12.5, semibold: true },
				{ text: '14\u00a0May\u00a0–\u00a016\u00a0Nov\u00a02021', size: 11.5 }
			],
			9 * 12.5
		);
		expect(border.map(({ text }) => text)).toEqual([
			'Armenian–',
			'Azerbaijani border',
			'14\u00a0May\u00a0–\u00a016\u00a0Nov\u00a02021'
		]);
		expect(border.map(({ semibold }) => semibold ?? false)).toEqual([true, true, false]);
	});

	it('never part a letter from its marks', () => {
		const lines = brokenInto(lineOf('(e\u0301)(e\u0301)(e\u0301)(e\u0301)'), 12);
		for (const { text } of lines) expect(text).not.toMatch(/^\p{M}/u);
	});
});

/** The text as its lines put together must read: without the spaces at which they were broken. */
function joined(text: string, lines: readonly string[]): string {
	let rest = text;
	let read = '';
	for (const line of lines) {
		rest = rest.trimStart();
		expect(rest.startsWith(line)).toBe(true);
		read += line;
		rest = rest.slice(line.length);
	}
	expect(rest.trim()).toBe('');
	return read;
}
