/**
 * `npm run pictures`: takes the documentation's pictures of the running product, in docs/pictures/.
 * It serves the build that is there (`npm start` makes one).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, root } from './setup.js';

const PORT = '4174';
const HERE = `http://127.0.0.1:${PORT}/armenia-azerbaijan`;

/** @type {{ name: string, path: string, width: number, height: number, dark?: boolean, clip?: number, box?: [number, number, number, number] }[]} */
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
	{ name: 'phone', path: '', width: 390, height: 844, dark: true }
];

const server = spawn(process.execPath, ['server.js'], {
	cwd: root,
	env: { ...process.env, PORT, HOST: '127.0.0.1', ORIGIN: '', DATELINE_DATA: '' },
	stdio: ['ignore', 'pipe', 'inherit']
});
await once(server.stdout, 'data');
const browser = await chromium.launch({
	executablePath: await ensureBrowser(),
	args: [
		'--use-gl=angle',
		'--use-angle=swiftshader',
		'--enable-unsafe-swiftshader',
		'--ignore-gpu-blocklist'
	]
});
for (const { name, path, width, height, dark, clip, box } of PICTURES) {
	const page = await browser.newPage({
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light'
	});
	await page.goto(HERE + path, { waitUntil: 'networkidle' });
	// The map's own drawing has no event that a page could wait for from outside.
	await page.waitForTimeout(3000);
	await page.screenshot({
		path: join(root, `docs/pictures/${name}.jpg`),
		quality: 82,
		// A part, or the lowest strip alone.
		...(box ? { clip: { x: box[0], y: box[1], width: box[2], height: box[3] } } : {}),
		...(clip ? { clip: { x: 0, y: height - clip, width, height: clip } } : {})
	});
}
await browser.close();
server.kill();
