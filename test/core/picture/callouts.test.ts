import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	calloutLines,
	numbersInShort,
	placedCallouts
} from '../../../src/lib/core/picture/callouts';
import { overlap } from '../../../src/lib/core/picture/labels';

/** The numbers that a callout's text names. */
function read(text: string): number[] {
	return text.split(/,\s*/).flatMap((part) => {
		const [from = NaN, to = from] = part.split('–').map(Number);
		return Array.from({ length: to - from + 1 }, (_, i) => from + i);
	});
}

describe('numbers in short', () => {
	it('name each number once, in order', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
				expect(read(numbersInShort(numbers).join(', '))).toEqual(
					[...numbers].sort((a, b) => a - b)
				);
			})
		);
	});

	it.each([
		[[3, 4, 5, 6, 7, 9], '3–7, 9'],
		[[2, 1], '1, 2'],
		[[8], '8']
	])('of %j are %s', (numbers, text) => {
		expect(numbersInShort(numbers).join(', ')).toBe(text);
	});

	it('fill a few short lines, all of them where they can', () => {
		expect(calloutLines([3, 4, 5, 9])).toEqual(['3–5, 9']);
		const odd = Array.from({ length: 12 }, (_, i) => 2 * i + 1);
		expect(read(calloutLines(odd).join(' ').replace(/,$/, ''))).toEqual(odd);
		const lines = calloutLines(Array.from({ length: 400 }, (_, i) => 2 * i));
		expect(lines.length).toBeLessThanOrEqual(4);
		expect(lines.at(-1)).toMatch(/…$/);
	});
});

describe('callouts', () => {
	const mark = fc.record({ width: fc.integer({ min: 30, max: 110 }), height: fc.constant(24) });
	const callout = fc.record({
		x: fc.integer({ min: 0, max: 1200 }),
		y: fc.integer({ min: 0, max: 800 }),
		mark
	});
	const boxOf = ({ width, height }: { width: number; height: number }, x: number, y: number) => ({
		left: x - width / 2,
		right: x + width / 2,
		top: y - height / 2,
		bottom: y + height / 2
	});

	it('lie on no other and inside the frame where there is room', () => {
		fc.assert(
			fc.property(fc.array(callout, { maxLength: 14 }), (callouts) => {
				const frame = { width: 1200, height: 800 };
				const boxes = placedCallouts(callouts, frame).map(({ x, y }, i) =>
					boxOf((callouts[i] as (typeof callouts)[number]).mark, x, y)
				);
				boxes.forEach((box, i) => {
					expect(box.left).toBeGreaterThanOrEqual(0);
					expect(box.bottom).toBeLessThanOrEqual(frame.height);
					boxes.forEach((other, j) => {
						if (i !== j) expect(overlap(box, other)).toBe(false);
					});
				});
			})
		);
	});

	it('stand at their point where nothing else does', () => {
		const alone = { x: 300, y: 200, mark: { width: 60, height: 24 } };
		expect(placedCallouts([alone], { width: 600, height: 400 })).toEqual([{ x: 300, y: 200 }]);
	});

	it('leave clear what else lies on the map', () => {
		const corner = { left: 480, top: 360, right: 600, bottom: 400 };
		const [at] = placedCallouts(
			[{ x: 540, y: 380, mark: { width: 60, height: 24 } }],
			{ width: 600, height: 400 },
			[corner]
		);
		expect(at && overlap(boxOf({ width: 60, height: 24 }, at.x, at.y), corner)).toBe(false);
	});
});
