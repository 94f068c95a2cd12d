import AxeBuilder from '@axe-core/playwright';
import { devices, expect, test, type Page } from '@playwright/test';
import { brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';
import { PNG } from 'pngjs';
import { DOSSIER, listed, mapOf, withoutWebGL } from './map';
import { difference, MOVES } from './pixels';

const picture = (page: Page) => page.getByRole('img', { name: /^Map with/ });

/** The numbers on the picture's symbols, 1 where a symbol has none, added up. */
async function countInPicture(page: Page): Promise<number> {
	return picture(page).evaluate((svg) => {
		const symbols = [...svg.children].filter((child) =>
			/^translate\(\S+ \S+\)$/.test(child.getAttribute('transform') ?? '')
		);
		return symbols.reduce(
			(sum, symbol) => sum + Number(symbol.querySelector('text')?.textContent ?? 1),
			0
		);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the map is a picture, with a symbol for every event in it', async ({ page }) => {
		await page.goto(`${DOSSIER}?map=3/42/38`);
		await expect(picture(page)).toBeVisible();
		const titles = await listed(page).allInnerTexts();
		const placed = titles.filter((text) => !text.includes('No place named')).length;
		expect(placed).toBeGreaterThan(30);
		expect(await countInPicture(page)).toBe(placed);
		await page.goto(`${DOSSIER}?map=3/42/38&from=2021-05-01&to=2021-05-31`);
		const may = (await listed(page).allInnerTexts()).filter(
			(text) => !text.includes('No place named')
		).length;
		expect(may).toBeLessThan(placed);
		expect(await countInPicture(page)).toBe(may);
	});

	test('a chosen event that the dates leave out keeps a faint symbol in a halo', async ({
		page
	}) => {
		const dates = 'from=2021-11-01&to=2021-11-30';
		await page.goto(`${DOSSIER}?map=9/39.5981/46.2311&${dates}`);
		const others = await countInPicture(page);
		const halos = picture(page).locator('rect[stroke="var(--accent)"]');
		await expect(halos).toHaveCount(0);
		await page.goto(`${DOSSIER}?map=9/39.5981/46.2311&${dates}&event=lake-sev-troops-2021-05-12`);
		await expect(halos).toHaveCount(1);
		// Beside those that the dates let through, each still with its number.
		expect(await countInPicture(page)).toBe(others + 1);
	});

	test('its middle is the map’s middle, and one unit is a pixel', async ({ page }) => {
		await page.goto(DOSSIER);
		const [map, svg] = [await mapOf(page).boundingBox(), await picture(page).boundingBox()];
		if (!map || !svg) throw new Error('No box.');
		expect(svg.x + svg.width / 2).toBeCloseTo(map.x + map.width / 2, 0);
		expect(svg.y + svg.height / 2).toBeCloseTo(map.y + map.height / 2, 0);
		expect([svg.width, svg.height]).toEqual([1600, 1000]);
	});
});

/** Holds back the chunk with MapLibre in it; what comes back lets it through. */
async function holdMapLibre(page: Page): Promise<() => void> {
	let release = () => {};
	const gate = new Promise<void>((done) => (release = done));
	await page.route('**/_app/immutable/chunks/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		if (body.includes('maplibregl-canvas')) await gate;
		await route.fulfill({ response, body }).catch(() => {});
	});
	return release;
}

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing in a page whose map is a picture, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		// Axe itself needs a page that runs scripts.
		await page.route('**/_app/immutable/chunks/*.js', async (route) => {
			const response = await route.fetch();
			if ((await response.text()).includes('maplibregl-canvas')) await route.abort();
			else await route.fulfill({ response });
		});
		await page.goto(DOSSIER);
		await expect(picture(page)).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});

/** The map without what lies over its upper edge. */
async function shot(page: Page): Promise<PNG> {
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('The map has no box.');
	const clip = { x: box.x, y: box.y + 56, width: box.width, height: box.height - 56 };
	return PNG.sync.read(await page.screenshot({ clip }));
}

const phone = devices['Pixel 7'];
/**
 * Screens, with the tolerance of the comparison: text is smoothed in two ways and dashes begin
 * elsewhere, which changes 0.6 % of the pixels at a desk, 2.1 % on a phone's small map full of text. A
 * map that has moved by one pixel changes 2.4 % and 4.5 % at least.
 */
const SCREENS = [
	['a desk', 'light', 0.012, { viewport: { width: 1440, height: 900 } }],
	['a desk', 'dark', 0.012, { viewport: { width: 1280, height: 720 } }],
	[
		'a phone',
		'light',
		0.03,
		{ viewport: { width: 390, height: 844 }, userAgent: phone.userAgent, isMobile: true }
	]
] as const;

for (const [where, colorScheme, tolerance, settings] of SCREENS)
	test(`the live map takes the picture’s place without a jump, on ${where}, ${colorScheme}`, async ({
		browser,
		baseURL
	}) => {
		const context = await browser.newContext({
			...settings,
			colorScheme,
			baseURL: baseURL as string
		});
		const page = await context.newPage();
		const release = await holdMapLibre(page);
		await page.goto(DOSSIER);
		await expect(picture(page)).toBeVisible();
		await page.evaluate(() => document.fonts.ready);
		const before = await shot(page);
		release();
		await expect(picture(page)).toHaveCount(0, { timeout: 45_000 });
		const after = await shot(page);
		const changed = difference(before, after);
		expect(changed).toBeLessThan(tolerance);
		for (const [right, down] of MOVES)
			expect(difference(before, after, right, down)).toBeGreaterThan(changed);
		await context.close();
	});

test('where WebGL is missing the picture stays, says so, and follows the filters', async ({
	page
}) => {
	await withoutWebGL(page);
	await page.goto(`${DOSSIER}?map=3/42/38&to=2021-06-30`);
	await expect(page.getByText(/^This browser cannot draw the map/)).toBeVisible();
	await expect(picture(page)).toBeVisible();
	const before = await countInPicture(page);
	const last = page.getByRole('slider', { name: 'Last day' });
	for (let i = 0; i < 6; i++) await last.press('PageDown');
	const titles = await listed(page).allInnerTexts();
	const placed = titles.filter((text) => !text.includes('No place named')).length;
	expect(placed).toBeLessThan(before);
	expect(await countInPicture(page)).toBe(placed);
});

/** A response's body as it goes over the wire, in bytes, and as it reads. */
function weigh(url: string): Promise<{ bytes: number; text: string }> {
	return new Promise((done, fail) => {
		get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const body = Buffer.concat(parts);
				const compressed = response.headers['content-encoding'] === 'br';
				const text = (compressed ? brotliDecompressSync(body) : body).toString();
				done({ bytes: body.length, text });
			});
		}).on('error', fail);
	});
}

test('page and styles of the viewer, picture and all, are 60 kB at most over the wire', async ({
	baseURL
}) => {
	const page = await weigh(`${baseURL}${DOSSIER}`);
	expect(page.text).toContain('aria-label="Map with');
	const sheets = [...page.text.matchAll(/<link[^>]*href="([^"]+\.css)"/g)].map(([, href]) => href);
	expect(sheets.length).toBeGreaterThan(0);
	let bytes = page.bytes;
	for (const href of sheets)
		bytes += (await weigh(`${baseURL}/${href?.replace(/^\.\//, '')}`)).bytes;
	expect(bytes).toBeLessThanOrEqual(60_000);
});
