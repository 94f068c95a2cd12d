import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { busyClock } from './busy.js';
import { DRAWN } from './dateline.js';
import { aligned, quantile } from './table.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../bench.js').Ground} Ground */

/** Milliseconds after a step's flight in which the map letters its places and comes to rest. */
const REST = 1500;
const WINDOW = { viewport: { width: 1440, height: 900 } };

/**
 * What a step of a story costs: in a flight, at once, and as a page of its own, whose map is made anew.
 *
 * @param {Ground} ground
 * @param {number} times that the story is walked through
 * @returns {Promise<string>} a table
 */
export async function benchStory({ data, dossiers, base, browser, say }, times) {
	const file = JSON.parse(readFileSync(join(data, dossiers.shipped, 'story.json'), 'utf8'));
	const [{ id, steps }] = file.stories;
	const address = (/** @type {{ id: string }} */ step) =>
		`${base}/${dossiers.shipped}?story=${id}&step=${step.id}`;
	const rows = [];
	for (const [name, reducedMotion] of /** @type {const} */ ([
		['Next, with its flight', 'no-preference'],
		['Next, with reduced motion', 'reduce']
	])) {
		say(name);
		const page = await browser.newPage({ ...WINDOW, reducedMotion });
		/** @type {{ drawn: number, all: number }[]} */
		const samples = [];
		for (let round = 0; round < times; round++) {
			await open(page, address(steps[0]));
			const next = page
				.getByRole('navigation', { name: 'Steps of the story' })
				.getByRole('link', { name: 'Next' });
			const clock = await busyClock(page);
			for (const step of steps.slice(1)) {
				await page.evaluate(DRAWN);
				const before = await clock.now();
				await next.press('Enter');
				await page.evaluate(DRAWN);
				const drawn = (await clock.now()) - before;
				await page.getByRole('heading', { level: 2, name: step.heading }).waitFor();
				await page.waitForTimeout(REST);
				samples.push({ drawn, all: (await clock.now()) - before });
			}
			await clock.stop();
		}
		rows.push({ name, samples });
		await page.close();
	}
	say('as pages of their own');
	/** @type {{ drawn: number, all: number }[]} */
	const samples = [];
	for (let round = 0; round < times; round++)
		for (const step of steps.slice(1)) {
			const page = await browser.newPage(WINDOW);
			const clock = await busyClock(page);
			await open(page, address(step));
			await page.waitForTimeout(REST);
			samples.push({ drawn: NaN, all: await clock.now() });
			await page.close();
		}
	rows.push({ name: 'a page of its own', samples });
	return aligned(
		[
			['a step', 'work to frame p50', 'p95', 'all its work p50', 'p95'],
			...rows.map(({ name, samples }) => [
				name,
				.../** @type {const} */ (['drawn', 'all']).flatMap((of) =>
					[0.5, 0.95].map((q) => {
						const values = samples.map((sample) => sample[of]);
						return values.some(Number.isNaN) ? '–' : quantile(values, q).toFixed(1);
					})
				)
			])
		],
		1
	);
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function open(page, address) {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.waitForFunction(
		() => document.querySelector('.maplibregl-canvas') && !document.querySelector('.map .picture')
	);
}
