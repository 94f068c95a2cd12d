import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { DOSSIER } from './map';
import { difference, MOVES } from './pixels';

/**
 * The same figure as SVG, drawn by Chromium, and as PNG, drawn by resvg with its texts as outlines. They differ
 * where text and thin lines are smoothed: 0.8 to 1.1 % of the pixels; a figure that has moved by one pixel
 * differs in 1.8 % at least.
 */
const TOLERANCE = 0.015;
const SIZE = { width: 1200, height: 800 };

const FONTS = 'node_modules/@expo-google-fonts';
const FACES = [
	['Noto Sans', '400', 'noto-sans/400Regular/NotoSans_400Regular.ttf'],
	['Noto Sans', '600', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'],
	['Noto Serif', '400', 'noto-serif/400Regular/NotoSerif_400Regular.ttf'],
	['Noto Serif', '600', 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf']
] as const;

/** The fonts that the SVG names: not every machine has them, and another font is another picture. */
async function bringFonts(page: Page) {
	const faces = FACES.map(
		([family, weight, file]) =>
			[family, weight, readFileSync(`${FONTS}/${file}`).toString('base64')] as const
	);
	await page.evaluate(async (faces) => {
		for (const [family, weight, data] of faces) {
			const bytes = Uint8Array.from(atob(data), (unit) => unit.charCodeAt(0));
			document.fonts.add(await new FontFace(family, bytes, { weight }).load());
		}
		await document.fonts.ready;
	}, faces);
}

for (const [where, theme, map] of [
	['the world', 'dark', '3/42/38'],
	['the region', 'light', '7.6/39.8/46.2'],
	['a district', 'print', '9/39.9/45.9']
])
	test(`a figure is the same as SVG and as PNG: ${where}, ${theme}`, async ({ page, request }) => {
		await page.setViewportSize(SIZE);
		const query = `map=${map}&theme=${theme}&sourcelist=0&width=${SIZE.width}&height=${SIZE.height}&scale=1`;
		await page.goto(`${DOSSIER}/picture.svg?${query}`);
		await bringFonts(page);
		const drawn = PNG.sync.read(await page.screenshot());
		const answer = await request.get(`${DOSSIER}/picture.png?${query}`);
		const png = PNG.sync.read(await answer.body());
		expect([png.width, png.height]).toEqual([drawn.width, drawn.height]);
		const changed = difference(drawn, png);
		expect(changed).toBeLessThan(TOLERANCE);
		for (const [right, down] of MOVES)
			expect(difference(drawn, png, right, down)).toBeGreaterThan(changed);
	});
