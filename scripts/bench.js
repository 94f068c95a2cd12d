/**
 * `npm run bench`: what Dateline costs, beside what a plain MapLibre page costs in the same run, with the
 * shipped dossier and with one of 5,000 events. Prints tables; with --write, those of some parts go into
 * docs/performance.md and docs/scale.md, too.
 * docs/performance.md says what is measured and how.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { syntheticFiles, writeDossier } from '../test/synthetic/dossier.js';
import { benchDatabase, benchLargeDatabase } from './bench/database.js';
import { benchEdit } from './bench/edit.js';
import { benchImport } from './bench/import.js';
import { benchLoad } from './bench/load.js';
import { benchPictures } from './bench/picture.js';
import { benchPoints } from './bench/points.js';
import { asMarkdown, hasPlace, putBetween } from './bench/put-table.js';
import { benchEmbed, benchStart } from './bench/start.js';
import { benchSteps } from './bench/step.js';
import { benchStory } from './bench/story.js';
import { serveOwn } from './own-server.js';
import { ensureBrowser, ensureBuilt, ensureInstalled, root } from './setup.js';
import { GRAPHICS } from './setup/browser.js';
import { endWith } from './stop.js';

const SEED = 2021;
const SHIPPED = 'armenia-azerbaijan';
/** The page that has a part's table. */
const PAGES = [join(root, 'docs', 'performance.md'), join(root, 'docs', 'scale.md')];

/**
 * @typedef {object} Ground what every part measures on
 * @property {string} root of the project
 * @property {string} data the folder of the dossiers
 * @property {{ shipped: string, synthetic: string }} dossiers their ids
 * @property {string} base address of the production server
 * @property {number | undefined} pid its process
 * @property {import('@playwright/test').Browser} browser
 * @property {number} seed
 * @property {(what: string) => void} say tells what is being measured
 */

/** @type {Record<string, { about: string, times: number, alone?: true, run: (ground: Ground, times: number) => Promise<string> }>} */
const PARTS = {
	steps: { about: 'a step of the date slider', times: 100, run: benchSteps },
	scrub: {
		about: 'a step of the date slider with up to a million events',
		times: 60,
		run: benchPoints
	},
	start: { about: 'from the address to the map', times: 15, run: benchStart },
	embed: { about: 'from a frame in another page to its map', times: 15, run: benchEmbed },
	pictures: { about: 'pictures of views', times: 40, run: benchPictures },
	import: { about: 'a table into events.dateline', times: 5, run: benchImport },
	load: {
		about: 'up to a million events in several formats: bytes, and until they can be drawn',
		times: 7,
		run: benchLoad
	},
	database: {
		about: 'a million events in a file and in a database',
		times: 60,
		run: benchDatabase
	},
	'database-large': {
		about: 'ten million events in a database',
		times: 60,
		// Half an hour, and 20 GB of disk: only where it is asked for by name.
		alone: true,
		run: benchLargeDatabase
	},
	edit: { about: 'a key in a draft, and keeping it', times: 60, run: benchEdit },
	story: { about: 'a step of a story', times: 5, run: benchStory }
};

try {
	const { values, positionals } = parseArgs({
		options: { times: { type: 'string' }, write: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	const times = values.times === undefined ? undefined : Number(values.times);
	if (times !== undefined && (!Number.isInteger(times) || times < 1))
		throw new Error('--times takes a number from 1 on.');
	for (const part of positionals)
		if (!Object.hasOwn(PARTS, part))
			throw new Error(`There is no part “${part}”: choose of ${Object.keys(PARTS).join(', ')}.`);
	await ensureInstalled();
	await ensureBuilt();
	await bench(positionals.length > 0 ? positionals : usualParts(), times, values.write);
} catch (error) {
	endWith(error);
}

/** @returns {string[]} the parts that are run where none is named */
function usualParts() {
	return Object.keys(PARTS).filter((part) => !PARTS[part]?.alone);
}

/**
 * @param {string[]} parts
 * @param {number | undefined} times that each is measured, after the warm-up; undefined: its own number
 * @param {boolean} keep whether tables are put into docs/performance.md
 */
async function bench(parts, times, keep) {
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
	const ground = {
		root,
		data,
		dossiers: { shipped: SHIPPED, synthetic: 'synthetic' },
		base: server.base,
		pid: server.pid,
		browser,
		seed: SEED,
		say: (/** @type {string} */ what) => console.error(`${what} …`)
	};
	try {
		for (const part of parts) {
			const { about, times: usual, run } = /** @type {typeof PARTS[string]} */ (PARTS[part]);
			const count = times ?? usual;
			const result = await run(ground, count);
			console.log(
				`${part}: ${about}, ${count} times each, milliseconds; ${machine()}, Chromium ${browser.version()}\n`
			);
			console.log(`${result}\n`);
			const page = PAGES.find((one) => hasPlace(one, part));
			if (keep && page)
				putBetween(page, part, `${command(part, times)}; ${machine()}.\n\n${asMarkdown(result)}`);
		}
	} finally {
		await browser.close();
		server.stop();
	}
}

/** What the figures hang on, in words. */
function machine() {
	return (
		`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}, ` +
		`Node ${process.versions.node}`
	);
}

/**
 * @param {string} part
 * @param {number | undefined} times
 */
function command(part, times) {
	return `\`npm run bench -- ${part}${times === undefined ? '' : ` --times ${times}`} --write\``;
}
