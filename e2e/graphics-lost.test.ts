import { expect, test } from '@playwright/test';
import { AT_LAKE_SEV, DOSSIER, expectSymbol, listed, mapOf, symbols } from './map';

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
});
