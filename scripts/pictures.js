/**
 * `npm run pictures`: takes the documentation's pictures of the running product, in docs/pictures/.
 * It serves the build that is there (`npm start` makes one).
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serveOwn } from './own-server.js';
import { run } from './setup/run.js';
import { ensureBrowser, root } from './setup.js';
import { GRAPHICS } from './setup/browser.js';

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} path
 * @property {number} width of the window
 * @property {number} height
 * @property {boolean} [dark]
 * @property {boolean} [print] as on paper
 * @property {number} [clip] only the lowest so many pixels
 * @property {[number, number, number, number]} [box] only a part: left, top, width, height
 * @property {number} [zoom] times that the timeline is zoomed in
 */

/** @type {Picture[]} */
const PICTURES = [
	{ name: 'viewer', path: '?event=lake-sev-troops-2021-05-12', width: 1440, height: 900 },
	{ name: 'asof', path: '?asof=2021-11-25', width: 1440, height: 900, clip: 176 },
	{
		name: 'symbols',
		path: '?map=7.4/39.9/46.3',
		width: 1440,
		height: 900,
		box: [600, 180, 760, 360]
	},
	{
		name: 'marks',
		path: '?from=2021-05-12&to=2021-05-18',
		width: 1440,
		height: 900,
		clip: 176,
		zoom: 4
	},
	{
		name: 'print',
		path: '?map=7.6/39.8/46.2',
		width: 688,
		height: 971,
		print: true
	},
	{ name: 'phone', path: '', width: 390, height: 844, dark: true }
];

const { base, stop } = await serveOwn();
const browser = await chromium.launch({
	executablePath: await ensureBrowser(),
	args: GRAPHICS
});
for (const { name, path, width, height, dark, print, clip, box, zoom = 0 } of PICTURES) {
	const page = await browser.newPage({
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light'
	});
	await page.goto(`${base}/armenia-azerbaijan${path}`, { waitUntil: 'networkidle' });
	const thumb = page.getByRole('slider', { name: 'First day' });
	for (let i = 0; i < zoom; i++) await thumb.press('+');
	await thumb.blur();
	// The map's own drawing has no event that a page could wait for from outside.
	await page.waitForTimeout(3000);
	if (print) await page.emulateMedia({ media: 'print' });
	await page.screenshot({
		path: join(root, `docs/pictures/${name}.jpg`),
		quality: 82,
		// A part, or the lowest strip alone.
		...(box ? { clip: { x: box[0], y: box[1], width: box[2], height: box[3] } } : {}),
		...(clip ? { clip: { x: 0, y: height - clip, width, height: clip } } : {})
	});
}
await takeZooms();
await browser.close();
stop();

/** The same map at three zooms, side by side. */
async function takeZooms() {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const maps = [];
	for (const position of ['3/43/40', '6/40/45.5', '9/39.6/46.2']) {
		await page.goto(`${base}/armenia-azerbaijan?map=${position}&theme=light`, {
			waitUntil: 'networkidle'
		});
		// The static picture stands until the live map is drawn whole.
		await page.getByRole('img', { name: /^Map with/ }).waitFor({ state: 'detached' });
		await page.waitForTimeout(3000);
		const map = page.getByRole('region', { name: 'Map of the events' });
		const box = await map.boundingBox();
		if (!box) throw new Error('The map has no box.');
		// Without the controls about its edges, and with whole names.
		const clip = {
			x: box.x + box.width / 2 - 170,
			y: box.y + box.height / 2 - 190,
			width: 460,
			height: 380
		};
		maps.push((await page.screenshot({ clip })).toString('base64'));
	}
	await page.setViewportSize({ width: 1396, height: 380 });
	await page.setContent(
		`<body style="margin:0;display:flex;gap:8px">${maps.map((map) => `<img src="data:image/png;base64,${map}">`).join('')}`
	);
	await page.screenshot({ path: join(root, 'docs/pictures/zooms.jpg'), quality: 82 });
}

/** Figures as the command line draws them: their names and views. @type {[string, string][]} */
const FIGURES = [
	[
		'figure',
		'from=2021-05-12&to=2021-05-14&types=troop-movement,call,talks&theme=print&width=960&height=560&labels=hy'
	],
	['card', 'width=1200&height=630&sourcelist=0&from=2022-03-07&to=2022-03-10&theme=print']
];
for (const [name, view] of FIGURES)
	await run(process.execPath, [
		join(root, 'dist/dateline.js'),
		'render',
		join(root, 'geodata/armenia-azerbaijan'),
		'--view',
		view,
		'--out',
		join(root, `docs/pictures/${name}.png`)
	]);
