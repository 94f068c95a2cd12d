import { describe, expect, it } from 'vitest';
import { Haste, REST } from '../../../src/lib/map/points/haste';

/** Draws one range after the other, so many milliseconds apart; `late` while the graphics are not done. */
function motion(
	haste: Haste,
	start: number,
	steps: number,
	apart: number,
	late: boolean,
	points: number
) {
	const less: boolean[] = [];
	for (let i = 0; i < steps; i++) {
		haste.begin({ from: start + i }, start + i * apart);
		less.push(haste.isLess);
		haste.drew(haste.isLess ? points / 2 : points, !haste.isLess, () => !late);
	}
	return less;
}

describe('what is drawn in haste', () => {
	it('is all where the graphics are in time', () => {
		expect(motion(new Haste(), 0, 50, 16, false, 20_000)).not.toContain(true);
	});

	it('is all while the dates stand still, however long it takes', () => {
		const haste = new Haste();
		for (let i = 0; i < 50; i++) {
			haste.begin({ from: 1 }, i * 16);
			expect(haste.isLess).toBe(false);
			haste.drew(20_000, true, () => false);
		}
	});

	it('is less after some late draws of a motion, and all again at rest', () => {
		const haste = new Haste();
		const less = motion(haste, 0, 20, 16, true, 20_000);
		expect(less.slice(0, 3)).toEqual([false, false, false]);
		expect(less.slice(6)).not.toContain(false);
		haste.begin({ from: 19 }, 20 * 16 + REST);
		expect(haste.isLess).toBe(false);
	});

	it('is less in the next motion too, but for its first step', () => {
		const haste = new Haste();
		motion(haste, 0, 20, 16, true, 20_000);
		const less = motion(haste, 5_000, 5, 16, true, 20_000);
		expect(less).toEqual([false, true, true, true, true]);
	});

	it('is all of a range that has fewer', () => {
		const haste = new Haste();
		motion(haste, 0, 20, 16, true, 20_000);
		const less = motion(haste, 5_000, 20, 16, false, 4_000);
		expect(less.slice(2)).not.toContain(true);
	});

	it('is all where steps come slowly, or two in one frame', () => {
		expect(motion(new Haste(), 0, 20, REST + 1, true, 20_000)).not.toContain(true);
		expect(motion(new Haste(), 0, 20, 2, true, 20_000)).not.toContain(true);
	});
});
