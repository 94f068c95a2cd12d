import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * WebGL 2 without a graphics card. Everything else is drawn on the processor, as Chromium by itself does
 * without a card: through the emulated one a frame takes many times as long. (Playwright itself adds
 * --no-sandbox.)
 */
export const GRAPHICS = [
	'--use-gl=angle',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--disable-gpu-rasterization'
];

/**
 * Where a Chromium may be, best first: the one that CHROMIUM_PATH names, Playwright's own, the system's.
 *
 * @param {string} own where Playwright would have put its own (`chromium.executablePath()`)
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string[]} paths, whether or not a file is there
 */
export function browserPlaces(own, env = process.env, platform = process.platform) {
	const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
	return [
		...(env['CHROMIUM_PATH'] ? [env['CHROMIUM_PATH']] : []),
		own,
		...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
		...(platform === 'darwin' ? MAC_APPS : [])
	];
}

/**
 * The first browser that is there. Found by its file alone, which is quick; `runs` tells whether it works.
 *
 * @param {string} own see `browserPlaces`
 * @returns {string | undefined} its path
 */
export function findBrowser(own) {
	return browserPlaces(own).find(isProgram);
}

/**
 * The first browser that is there and starts.
 *
 * @param {string} own see `browserPlaces`
 * @returns {string | undefined} its path
 */
export function findRunningBrowser(own) {
	return browserPlaces(own).find((path) => isProgram(path) && runs(path));
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/**
 * Whether a browser can start: Playwright's own lacks system libraries on a bare Debian, and Ubuntu's
 * `chromium-browser` may be a script that only says "install the snap".
 *
 * @param {string} path
 * @returns {boolean}
 */
function runs(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
