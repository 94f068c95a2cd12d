import { seeded } from '../../test/synthetic/dossier.js';
import { busyClock } from './busy.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./table.js').Sample} Sample */

/** Pixels that one step moves the pointer at most. */
const REACH = 30;
/** Milliseconds after which a map that still draws counts as drawn: no step may hold up the run. */
const PATIENCE = 10_000;

/**
 * Where the pointer goes: the same walk for the same seed, to and fro within two bounds.
 *
 * @param {number} count
 * @param {{ from: number, to: number }} within pixels
 * @param {number} seed
 * @returns {number[]}
 */
export function walk(count, { from, to }, seed) {
	const random = seeded(seed);
	let x = (from + to) / 2;
	return Array.from({ length: count }, () => {
		x += (2 * random() - 1) * REACH;
		if (x < from) x = 2 * from - x;
		if (x > to) x = 2 * to - x;
		return x;
	});
}

/**
 * Moves a pointer that is down already from place to place and measures each move until all that it
 * changed is drawn: the processor time of the page's main thread (CDP's ThreadTime, on which whatever
 * else runs on the machine has little hold), and the time that passes.
 *
 * @param {Page} page
 * @param {readonly number[]} xs pixels from the window's left
 * @param {number} y pixels from the window's top
 * @param {number} warmUp how many of the first moves do not count
 * @param {string} drawn an expression of the page: a promise kept once all is drawn
 * @returns {Promise<Sample[]>}
 */
export async function measure(page, xs, y, warmUp, drawn) {
	const clock = await busyClock(page);
	/** @type {Sample[]} */
	const samples = [];
	for (const [i, x] of xs.entries()) {
		const before = await clock.now();
		const began = performance.now();
		await page.mouse.move(x, y);
		await Promise.race([
			page.evaluate(drawn),
			new Promise((done) => setTimeout(done, PATIENCE).unref())
		]);
		const took = performance.now() - began;
		const work = (await clock.now()) - before;
		if (i >= warmUp) samples.push({ work, drawn: took });
	}
	await clock.stop();
	return samples;
}
