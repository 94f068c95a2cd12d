import { expect, test } from '@playwright/test';
import { AT_LAKE_SEV, DOSSIER, expectSymbol, listed, mapOf, pressMiddle, symbols } from './map';

test.describe('graphics that stop', () => {
	test('leave the picture, the list and a sentence, and the map comes back with them', async ({
		page
	}) => {
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(error.message));
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		const count = await symbols(page).count();
		await page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas');
			const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
			(window as unknown as { lost: unknown }).lost = extension;
			extension?.loseContext();
		});
		await expect(page.getByText('The map’s graphics have stopped.')).toBeVisible();
		await expect(mapOf(page).getByRole('img', { name: /map/i }).first()).toBeVisible();
		await expectSymbol(page, 'movement');

		// The view still works while there is no map.
		const events = await listed(page).count();
		await page.getByLabel('Last day').first().focus();
		await listed(page).filter({ hasText: 'Meeting in Brussels' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Meeting in Brussels' })
		).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(listed(page)).toHaveCount(events);

		await page.evaluate(() =>
			(window as unknown as { lost: { restoreContext: () => void } }).lost.restoreContext()
		);
		await expect(page.getByText('The map’s graphics have stopped.')).toHaveCount(0);
		await expect(symbols(page)).toHaveCount(count);
		await expectSymbol(page, 'movement');
		expect(faults).toEqual([]);
	});

	test('while an area is being drawn end the drawing, and one can be drawn again', async ({
		page
	}) => {
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') faults.push(message.text());
		});
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		const count = await symbols(page).count();
		const begin = async () => {
			await page.getByRole('button', { name: 'Filter by an area of the map' }).click();
			await page.getByRole('button', { name: 'Draw an outline' }).click();
		};
		await begin();
		await pressMiddle(page);
		await expect(page.getByText('Click the corners of the area: 1 of at least 3.')).toBeVisible();
		await page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas');
			const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
			(window as unknown as { lost: unknown }).lost = extension;
			extension?.loseContext();
		});
		await expect(page.getByText('The map’s graphics have stopped.')).toBeVisible();
		await expect(page.getByText('Click the corners')).toHaveCount(0);
		// Nor does one begin that nobody could see.
		await begin();
		await expect(page.getByText('Click the corners')).toHaveCount(0);
		await page.keyboard.press('Enter');
		await expect(page).not.toHaveURL(/area=/);
		await page.keyboard.press('Escape');

		await page.evaluate(() =>
			(window as unknown as { lost: { restoreContext: () => void } }).lost.restoreContext()
		);
		await expect(symbols(page)).toHaveCount(count);
		await expectSymbol(page, 'movement');
		await begin();
		await expect(page.getByText('Click the corners of the area: 0 of at least 3.')).toBeVisible();
		await page.keyboard.press('Escape');
		expect(faults).toEqual([]);
	});
});
