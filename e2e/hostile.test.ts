import { expect, test } from '@playwright/test';
import { serveFixtures } from './own-server';

let base: string;
let stop: () => void;

test.beforeAll(async () => {
	({ base, stop } = await serveFixtures());
});
test.afterAll(() => stop());

test.describe('dossiers with faults', () => {
	test('are listed, each with its own page', async ({ page }) => {
		await page.goto(`${base}/`);
		await expect(page.getByRole('heading', { name: 'Dossiers' })).toBeVisible();
		expect(await page.getByRole('link', { name: 'A harbour' }).count()).toBeGreaterThan(8);
	});

	test('show HTML as the text that it is, and run nothing', async ({ page }) => {
		let ran = false;
		page.on('dialog', (dialog) => {
			ran = true;
			void dialog.dismiss();
		});
		await page.goto(`${base}/html-title?event=talks-begin`);
		await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(
			'Talks <img src=x onerror=alert(1)> at the harbour'
		);
		expect(await page.locator('img').count()).toBe(0);
		expect(ran).toBe(false);
	});

	test('lose an address that could run, and keep the claim', async ({ page }) => {
		await page.goto(`${base}/javascript-url?event=talks-begin`);
		await expect(page.getByText('The talks began on Wednesday.')).toBeVisible();
		expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
	});

	test('say what to mend', async ({ page }) => {
		await page.goto(`${base}/impossible-date`);
		await page.getByText('1 thing to mend in this dossier').click();
		await expect(page.getByText(/2021-02-30.*Correct the date/)).toBeVisible();
		await expect(page.getByText('Date not known', { exact: true })).toBeVisible();
	});

	test('show a claim whose source is missing as one without a source', async ({ page }) => {
		await page.goto(`${base}/dangling-source?event=talks-begin`);
		await expect(page.getByText('The source “gazette-9” is not in this dossier.')).toBeVisible();
	});

	test('without events are a page that says so', async ({ page }) => {
		await page.goto(`${base}/broken-json`);
		await expect(page.getByText('This dossier has no events yet.')).toBeVisible();
	});
});
