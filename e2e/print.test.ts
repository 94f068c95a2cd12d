import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { TOKENS } from '../src/lib/core/picture/tokens';
import { DOSSIER, listed, mapOf, symbols } from './map';

const MAY = 'from=2021-05-12&to=2021-05-18';

/** Lays the page out for paper, at the width that a sheet of A4 leaves it. */
async function toPaper(page: Page) {
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 688, height: 970 });
}

const picture = (page: Page) => mapOf(page).getByRole('img', { name: /^Map with/ });

test.describe('on paper', () => {
	test('stands the map as it was on the screen, drawn in the colours for paper', async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`${DOSSIER}?${MAY}&map=8/39.6/46.2`);
		await expect(symbols(page)).not.toHaveCount(0, { timeout: 20_000 });
		// The live map has taken the place of the first response's picture, and is moved.
		await expect(picture(page)).toHaveCount(0, { timeout: 30_000 });
		await page.getByRole('button', { name: 'Zoom in' }).click();
		await expect(page).toHaveURL(/map=9\//);
		await toPaper(page);

		await expect(picture(page)).toBeVisible();
		await expect(page.locator('canvas').first()).toBeHidden();
		const drawn = picture(page);
		await expect(drawn.getByText('Lachin District', { exact: true })).toBeVisible();
		// Beyond what was in sight.
		await expect(drawn.getByText('Vardenis', { exact: true })).toHaveCount(0);
		await expect(drawn.getByText(/^\d+\skm$/)).toBeVisible();
		await expect(drawn.getByText(/Natural Earth/)).toBeVisible();

		const { width, height, data } = PNG.sync.read(await drawn.screenshot());
		expect(width / height).toBeGreaterThan(1.3);
		expect(width).toBeGreaterThan(600);
		const share = (hex: string) => {
			const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
			let count = 0;
			for (let i = 0; i < data.length; i += 4)
				if (wanted.every((value, band) => Math.abs(value - (data[i + band] as number)) < 9))
					count++;
			return count / (width * height);
		};
		expect(share(TOKENS.print.land)).toBeGreaterThan(0.4);
		expect(share(TOKENS.print.roles.movement)).toBeGreaterThan(0.0003);
		expect(share(TOKENS.dark.land)).toBeLessThan(0.001);
	});

	test('stand the title, the dates in words, every event and every source, and no control', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}?${MAY}&contested=1`);
		await expect(symbols(page)).not.toHaveCount(0, { timeout: 20_000 });
		const events = await listed(page).count();
		await expect(picture(page)).toHaveCount(0, { timeout: 30_000 });
		await toPaper(page);

		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText(/12 to 18 May 2021:\s+\d+ of 58 events/)).toBeVisible();
		await expect(page.getByText(/Filtered: Accounts differ/)).toBeVisible();
		expect(await listed(page).count()).toBe(events);
		for (const event of await listed(page).all()) await expect(event).toBeVisible();
		await expect(page.getByRole('heading', { name: '33 sources' })).toBeVisible();
		await expect(
			page.getByRole('listitem').filter({ hasText: 'Public Radio of Armenia' })
		).not.toHaveCount(0);

		for (const role of ['slider', 'searchbox', 'textbox', 'combobox'] as const)
			await expect(page.getByRole(role)).toHaveCount(0);
		await expect(
			page.getByRole('button', { name: /Zoom|Filters|Copy link|Play|All dates/ })
		).toHaveCount(0);

		// Nothing is cut off, held fast or laid over the rest: the page is as high as what it holds.
		const faults = await page.evaluate(() =>
			[...document.querySelectorAll('body *')].flatMap((element) => {
				const { position, overflowY, visibility } = getComputedStyle(element);
				const { height, width } = element.getBoundingClientRect();
				if (visibility === 'hidden' || height === 0 || width === 0) return [];
				const cut =
					/auto|scroll|hidden/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
				return cut || /fixed|sticky/.test(position) ? [element.outerHTML.slice(0, 90)] : [];
			})
		);
		expect(faults).toEqual([]);
	});

	test('an event’s card stands under the dossier’s title and its map', async ({ page }) => {
		await page.goto(`${DOSSIER}?event=lake-sev-troops-2021-05-12`);
		await expect(symbols(page)).not.toHaveCount(0, { timeout: 20_000 });
		await toPaper(page);
		const title = page.getByText('Armenia and Azerbaijan, May 2021 to April 2022');
		const card = page.getByRole('heading', { level: 1 });
		const [first, map, last] = await Promise.all(
			[title, mapOf(page), card].map(async (part) => (await part.boundingBox())?.y ?? NaN)
		);
		expect(first).toBeLessThan(map as number);
		expect(map).toBeLessThan(last as number);
		await expect(page.getByText('← All events')).toBeHidden();
	});
});

test.describe('on paper without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('stand map, list and sources', async ({ page }) => {
		await page.goto(DOSSIER);
		await toPaper(page);
		await expect(picture(page)).toBeVisible();
		await expect(listed(page).last()).toBeVisible();
		await expect(page.getByRole('heading', { name: '33 sources' })).toBeVisible();
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});
