import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { syntheticNotes } from '../../test/synthetic/notes.js';
import { ensureBrowser } from '../setup.js';
import { GRAPHICS } from '../setup/browser.js';
import { busyClock } from './busy.js';
import { DRAWN, holdThumb } from './dateline.js';
import { measure, walk } from './measure.js';
import { serveFiles } from './serve-files.js';
import { aligned, quantile, table } from './table.js';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../bench.js').Ground} Ground */

/** @typedef {{ drawn: number, all: number, kept: number, keeping: number }} Key what one key cost, in milliseconds */

const WARM_UP = 10;
const NOTES = { count: 500, first: '2021-05-01', days: 330 };
/** About where the shipped dossier's events are. */
const BOX = /** @type {[number, number, number, number]} */ ([44.5, 38.9, 47.2, 41]);
const RANGE = 'from=2021-05-01&to=2021-11-01';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Run in the page before it: when the last key went down, which writes to the disk it waits for, and whether
 * the check has said all that it was asked.
 */
const WATCH = `{
	window.due = { told: 0, heard: 0, open: 0, key: 0, kept: 0 };
	addEventListener('keydown', () => { due.key = performance.now(); due.kept = 0; }, true);
	const Own = window.Worker;
	window.Worker = class extends Own {
		#checks;
		constructor(url, options) {
			super(url, options);
			this.#checks = String(url).includes('check.worker');
			if (this.#checks) this.addEventListener('message', ({ data }) => (due.heard = data.heard));
		}
		postMessage(...message) {
			if (this.#checks) due.told++;
			super.postMessage(...message);
		}
	};
	const begin = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const transaction = begin.call(this, stores, mode, options);
		if (mode !== 'readwrite') return transaction;
		if (options?.durability !== 'strict') throw new Error('A draft is written with less than strict durability.');
		due.open++;
		transaction.addEventListener('complete', () => { due.open--; due.kept = performance.now(); });
		return transaction;
	};
}`;
const pause = (/** @type {number} */ ms) => `await new Promise((done) => setTimeout(done, ${ms}));`;
const IS_KEPT = `(async () => { while (due.open > 0 || due.kept === 0) { ${pause(1)} } })()`;
/** The check has answered, and what waits for rest has been done: texts of notes find their places 150 ms after. */
const IS_DONE = `(async () => {
	while (due.heard !== due.told) { ${pause(5)} }
	${pause(400)}
	await ${DRAWN};
})()`;

/**
 * What a key costs in a draft, what keeping it costs, and a step of the slider beside 500 notes.
 *
 * @param {Ground} ground
 * @param {number} times keys and steps that are measured, after those of the warm-up
 * @returns {Promise<string>} tables
 */
export async function benchEdit({ data, dossiers, base, browser, seed, say }, times) {
	addNotes(data, dossiers.shipped, 'noted', seed);
	const profile = mkdtempSync(join(tmpdir(), 'dateline-bench-profile-'));
	// A context of a browser without a profile keeps its databases in memory, where "strict" costs nothing.
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: await ensureBrowser(),
		args: GRAPHICS,
		viewport: { width: 1440, height: 900 }
	});
	const bare = await serveFiles({
		'/': ['text/html', '<!doctype html><title>A field</title><textarea rows="4"></textarea>']
	});
	try {
		/** @type {[string, (page: Page) => Promise<void>][]} */
		const pages = [
			['shipped, a note', (page) => openRecord(page, `${base}/${dossiers.shipped}`, 'Notes')],
			['500 notes more, a note', (page) => openRecord(page, `${base}/noted`, 'Notes')],
			[
				'5,000 events, an event',
				(page) => openRecord(page, `${base}/${dossiers.synthetic}`, 'Events')
			]
		];
		const typed = [];
		for (const [name, open] of pages) {
			say(`typing: ${name}`);
			const page = await context.newPage();
			await page.addInitScript(WATCH);
			await open(page);
			typed.push({ name, ...(await type(page, times, true)) });
			await page.close();
		}
		const field = await context.newPage();
		await field.goto(bare.base);
		await field.getByRole('textbox').focus();
		typed.push({ name: 'nothing but a text field', ...(await type(field, times, false)) });

		const runs = [];
		for (const id of [dossiers.shipped, 'noted']) {
			say(`${id}: steps of the slider`);
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			const { y, ...within } = await holdThumb(page, `${base}/${id}?${RANGE}`);
			const xs = walk(times + WARM_UP, within, seed);
			runs.push({
				dossier: id,
				page: 'viewer',
				samples: await measure(page, xs, y, WARM_UP, DRAWN)
			});
			await page.close();
		}
		return [keyTable(typed), keepTable(typed), table(runs)].join('\n\n');
	} finally {
		bare.stop();
		await context.close();
		rmSync(profile, { recursive: true, force: true });
	}
}

/**
 * The shipped dossier under another id, with notes made by dice.
 *
 * @param {string} data
 * @param {string} from id
 * @param {string} to id
 * @param {number} seed
 */
function addNotes(data, from, to, seed) {
	cpSync(join(data, from), join(data, to), { recursive: true });
	const header = JSON.parse(readFileSync(join(data, to, 'dossier.json'), 'utf8'));
	writeFileSync(join(data, to, 'dossier.json'), JSON.stringify({ ...header, id: to }));
	const notes = syntheticNotes({ ...NOTES, seed, box: BOX });
	writeFileSync(join(data, to, 'notes.geojson'), JSON.stringify(notes));
}

/**
 * Opens the first record of a kind in a dossier's draft, with the map beside it, and goes to the end of its text.
 *
 * @param {Page} page
 * @param {string} dossier its address
 * @param {'Notes' | 'Events'} kind
 */
async function openRecord(page, dossier, kind) {
	await page.goto(`${dossier}/edit`);
	await page.getByRole('button', { name: kind, exact: true }).click();
	await page.getByRole('navigation').getByRole('listitem').first().getByRole('button').click();
	await page.locator('.maplibregl-canvas').waitFor();
	await page.waitForLoadState('networkidle');
	const label = kind === 'Notes' ? 'Text' : 'Title';
	await page.getByLabel(label, { exact: true }).focus();
	await page.keyboard.press('End');
}

/**
 * @param {Page} page whose focus is in a field
 * @param {number} times
 * @param {boolean} isDraft what is typed is kept and checked
 * @returns {Promise<{ first: Key | undefined, keys: Key[] }>} the first key of all writes what the draft began from
 */
async function type(page, times, isDraft) {
	const clock = await busyClock(page);
	/** @type {Key[]} */
	const keys = [];
	for (let i = 0; i < times + WARM_UP; i++) {
		await page.evaluate(DRAWN);
		const before = await clock.now();
		await page.keyboard.press(LETTERS.charAt(i % LETTERS.length));
		await page.evaluate(DRAWN);
		const drawn = (await clock.now()) - before;
		if (isDraft) await page.evaluate(IS_KEPT);
		const keeping = (await clock.now()) - before;
		if (isDraft) await page.evaluate(IS_DONE);
		const all = (await clock.now()) - before;
		const kept = isDraft ? Number(await page.evaluate('due.kept - due.key')) : NaN;
		keys.push({ drawn, all, kept, keeping });
	}
	await clock.stop();
	return { first: keys[0], keys: keys.slice(WARM_UP) };
}

/** @typedef {{ name: string, first: Key | undefined, keys: Key[] }} Typed */

/** @param {readonly Typed[]} typed @returns {string} */
function keyTable(typed) {
	return aligned(
		[
			['a key in', 'work to frame p50', 'p95', 'all its work p50', 'p95'],
			...typed.map(({ name, keys }) => [name, ...cells(keys, 'drawn'), ...cells(keys, 'all')])
		],
		1
	);
}

/** @param {readonly Typed[]} typed @returns {string} */
function keepTable(typed) {
	return aligned(
		[
			[
				'kept on the disk',
				'key to commit p50',
				'p95',
				'work to then p50',
				'p95',
				'first key to commit'
			],
			...typed
				.filter(({ first }) => first && !Number.isNaN(first.kept))
				.map(({ name, keys, first }) => [
					name,
					...cells(keys, 'kept'),
					...cells(keys, 'keeping'),
					(first?.kept ?? NaN).toFixed(0)
				])
		],
		1
	);
}

/** @param {readonly Key[]} keys @param {keyof Key} of @returns {string[]} */
function cells(keys, of) {
	const values = keys.map((key) => key[of]);
	return [quantile(values, 0.5), quantile(values, 0.95)].map((ms) => ms.toFixed(1));
}
