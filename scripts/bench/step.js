import { join } from 'node:path';
import { DRAWN as BARE_DRAWN, openBareMap, serveBareMap } from './bare-map.js';
import { DRAWN, holdThumb, withoutMap } from './dateline.js';
import { measure, walk } from './measure.js';
import { table } from './table.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../bench.js').Ground} Ground */

const WARM_UP = 10;

/** Each with a range that leaves the thumb of the last day its way. */
const QUERIES = {
	shipped: 'from=2021-05-01&to=2021-11-01',
	synthetic: 'from=2021-02-01&to=2021-10-01'
};

/**
 * What a step of the date slider costs.
 *
 * @param {Ground} ground
 * @param {number} steps that are measured of each page, after those of the warm-up
 * @returns {Promise<string>} a table
 */
export async function benchSteps({ root, data, dossiers, base, browser, seed, say }, steps) {
	const runs = [];
	for (const kind of /** @type {const} */ (['shipped', 'synthetic'])) {
		const id = dossiers[kind];
		const bare = await serveBareMap(root, join(data, id));
		const address = `${base}/${id}?${QUERIES[kind]}`;
		/** @type {[string, string, (page: Page) => Promise<{ from: number, to: number, y: number }>][]} */
		const pages = [
			['Dateline', DRAWN, (page) => holdThumb(page, address)],
			[
				'Dateline, no map drawn',
				DRAWN,
				(page) => withoutMap(page).then(() => holdThumb(page, address))
			],
			['bare map, setFilter', BARE_DRAWN, (page) => openBareMap(page, bare.base)]
		];
		for (const [name, drawn, open] of pages) {
			say(`${id}: ${name}`);
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			const { y, ...within } = await open(page);
			const xs = walk(steps + WARM_UP, within, seed);
			const samples = await measure(page, xs, y, WARM_UP, drawn);
			runs.push({ dossier: id, page: name, samples });
			await page.close();
		}
		bare.stop();
	}
	return table(runs);
}
