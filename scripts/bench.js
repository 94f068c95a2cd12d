/**
 * `npm run bench`: what a step of the date slider costs, with the shipped dossier and with one of
 * 5,000 events, and beside it what a bare MapLibre map of the same events costs that filters its layer.
 * Prints a table; writes nothing that stays. docs/performance.md says what is measured and how.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { syntheticFiles, writeDossier } from '../test/synthetic/dossier.js';
import { DRAWN as BARE_DRAWN, openBareMap, serveBareMap } from './bench/bare-map.js';
import { DRAWN, holdThumb, withoutMap } from './bench/dateline.js';
import { measure, walk } from './bench/measure.js';
import { table } from './bench/table.js';
import { serveOwn } from './own-server.js';
import { ensureBrowser, ensureBuilt, ensureInstalled, root } from './setup.js';
import { GRAPHICS } from './setup/browser.js';
import { endWith } from './stop.js';

const SEED = 2021;
const WARM_UP = 10;
const SHIPPED = 'armenia-azerbaijan';

/** Each with a range that leaves the thumb of the last day its way. */
const DOSSIERS = [
	{ id: SHIPPED, query: 'from=2021-05-01&to=2021-11-01' },
	{ id: 'synthetic', query: 'from=2021-02-01&to=2021-10-01' }
];

try {
	const { values } = parseArgs({ options: { steps: { type: 'string', default: '100' } } });
	const steps = Number(values.steps);
	if (!Number.isInteger(steps) || steps < 1) throw new Error('--steps takes a number from 1 on.');
	await ensureInstalled();
	await ensureBuilt();
	await bench(steps);
} catch (error) {
	endWith(error);
}

/** @param {number} steps that are measured of each page, after those of the warm-up */
async function bench(steps) {
	const data = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
	process.once('exit', () => rmSync(data, { recursive: true, force: true }));
	cpSync(join(root, 'geodata', SHIPPED), join(data, SHIPPED), { recursive: true });
	const synthetic = { events: 5000, places: 400, box: /** @type {any} */ ([40, 36, 56, 46]) };
	writeDossier(data, 'synthetic', syntheticFiles({ ...synthetic, seed: SEED }));

	const server = await serveOwn(data);
	const browser = await chromium.launch({
		executablePath: await ensureBrowser(),
		args: GRAPHICS
	});
	try {
		const runs = [];
		for (const { id, query } of DOSSIERS) {
			const bare = await serveBareMap(root, join(data, id));
			const address = `${server.base}/${id}?${query}`;
			/** @type {[string, string, (page: import('@playwright/test').Page) => Promise<{ from: number, to: number, y: number }>][]} */
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
				console.error(`${id}: ${name} …`);
				const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
				const { y, ...within } = await open(page);
				const xs = walk(steps + WARM_UP, within, SEED);
				const samples = await measure(page, xs, y, WARM_UP, drawn);
				runs.push({ dossier: id, page: name, samples });
				await page.close();
			}
			bare.stop();
		}
		console.log(
			`${steps} steps each, milliseconds; ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ` +
				`load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, Chromium ${browser.version()}\n`
		);
		console.log(table(runs));
	} finally {
		await browser.close();
		server.stop();
	}
}
