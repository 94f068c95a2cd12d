import { expect, test } from '@playwright/test';
import { DOSSIER } from './map';

const heading = { level: 1 } as const;

test.describe('keys', () => {
	test('step through the events that are shown, in the list’s order', async ({ page }) => {
		await page.goto(`${DOSSIER}?from=2021-11-26&to=2021-12-14&types=talks`);
		const title = page.getByRole('heading', heading);
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		await page.keyboard.press(']');
		await expect(title).toContainText('Sochi');
		await page.keyboard.press(']');
		await expect(title).toContainText('Brussels');
		await page.keyboard.press('[');
		await expect(title).toContainText('Sochi');
		await page.keyboard.press('[');
		await expect(title).toContainText('Sochi');
	});

	test('are listed by the question mark, and typed as letters in the search', async ({ page }) => {
		await page.goto(DOSSIER);
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await page.keyboard.press('/');
		await page.keyboard.type('?]');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(page.getByRole('searchbox')).toHaveValue('?]');
	});
});

test.describe('as known on a day', () => {
	test('Sochi and Brussels are planned on 25 November 2021, Brussels for the 15th', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}?event=brussels-meeting-2021-12-14`);
		await expect(page.getByText('14 December 2021').first()).toBeVisible();
		const all = await page
			.getByText(/\d+ of \d+ events/)
			.first()
			.textContent();
		await page.goto(`${DOSSIER}?asof=2021-11-25&event=brussels-meeting-2021-12-14`);
		const card = page.getByRole('article').first();
		await expect(card).toContainText('As known on 25 November 2021.');
		await expect(card).toContainText('15 December 2021');
		await expect(card).toContainText('Planned');
		await expect(card).not.toContainText('14 December');
		expect(
			await page
				.getByText(/\d+ of \d+ events/)
				.first()
				.textContent()
		).not.toBe(all);
		await page.getByRole('textbox', { name: 'As known on' }).fill('2021-12-15');
		await expect(card).toContainText('14 December 2021');
		await expect(card).toContainText('announced before; now reported');
		await expect(page).toHaveURL(/asof=2021-12-15/);
		await page.getByRole('button', { name: 'All that is known' }).click();
		await expect(page).not.toHaveURL(/asof/);
	});

	test('an event of which nothing had been published says so', async ({ page }) => {
		await page.goto(`${DOSSIER}?asof=2021-11-01&event=sochi-meeting-2021-11-26`);
		await expect(
			page.getByText('On that day nothing had been published about this event.')
		).toBeVisible();
	});
});
