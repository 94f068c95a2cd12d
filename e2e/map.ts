import { expect, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { TOKENS, type Theme } from '../src/lib/core/picture/tokens';
import type { Role } from '../src/lib/core/dossier/schema';

/** The dossier that the server ships. */
export const DOSSIER = '/armenia-azerbaijan';

/** A view whose map has Lake Sev in its very middle. */
export const AT_LAKE_SEV = 'map=9/39.5981/46.2311';

export const mapOf = (page: Page) => page.getByRole('region', { name: 'Map of the events' });

/** Has the page's browser draw no WebGL, as one that lacks it. */
export async function withoutWebGL(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const original = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
			return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind]);
		} as typeof original;
	});
}

export type Rgb = [number, number, number];

function rgbOf(hex: string): Rgb {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

/** How many pixels of a square in the map's middle have a colour, give or take 12 of 255. */
export async function pixelsInMiddle(page: Page, colour: string, half = 14): Promise<number> {
	const { x, y, width, height } = await mapBox(page);
	return pixelsIn(page, colour, {
		x: Math.round(x + width / 2 - half),
		y: Math.round(y + height / 2 - half),
		width: 2 * half,
		height: 2 * half
	});
}

/** How many pixels of the whole map have a colour, give or take 12 of 255. */
export async function pixelsOnMap(page: Page, colour: string): Promise<number> {
	return pixelsIn(page, colour, await mapBox(page));
}

async function mapBox(page: Page) {
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('The map has no box.');
	return box;
}

async function pixelsIn(
	page: Page,
	colour: string,
	clip: { x: number; y: number; width: number; height: number }
): Promise<number> {
	const png = PNG.sync.read(await page.screenshot({ clip }));
	const wanted = rgbOf(colour);
	let count = 0;
	for (let i = 0; i < png.data.length; i += 4)
		if (wanted.every((value, band) => Math.abs(value - (png.data[i + band] as number)) <= 12))
			count++;
	return count;
}

/** The symbol of a role is drawn in the map's middle. */
export async function expectSymbol(page: Page, role: Role, theme: Theme = 'light') {
	await expect
		.poll(() => pixelsInMiddle(page, TOKENS[theme].roles[role]), { timeout: 20_000 })
		.toBeGreaterThan(20);
}

/** No pixel of a role's colour is left in the map's middle. */
export async function expectNoSymbol(page: Page, role: Role, theme: Theme = 'light') {
	await expect.poll(() => pixelsInMiddle(page, TOKENS[theme].roles[role])).toBe(0);
}

/** The symbols on the map: each is a button that says what it stands for. */
export const symbols = (page: Page) =>
	page.getByRole('group', { name: 'Symbols on the map' }).getByRole('button');

/** Presses the very middle of the map, whatever is drawn there. */
export async function pressMiddle(page: Page): Promise<void> {
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('The map has no box.');
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** How many events the symbols in sight stand for, by what they say. */
export async function countOnMap(page: Page): Promise<number> {
	const labels = await symbols(page).evaluateAll((found) =>
		found.map((symbol) => symbol.getAttribute('aria-label') ?? '')
	);
	return labels.reduce((sum, label) => sum + Number(/^(\d+) events/.exec(label)?.[1] ?? 1), 0);
}

/** The links of the events in the list. */
export const listed = (page: Page) =>
	page.getByRole('region', { name: 'Events' }).getByRole('link');
