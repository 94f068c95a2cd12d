import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { axisOf, marksOf, open, thumbOf, zoomToMarks } from './timeline';

test.describe('the timeline by keys', () => {
	test('zooms about a thumb, follows it out of sight, and comes back', async ({ page }) => {
		await open(page, 'from=2021-11-16&to=2021-11-19');
		const from = thumbOf(page, 'First');
		for (let i = 0; i < 5; i++) await from.press('+');
		await expect(axisOf(page)).toContainText('November 2021');
		for (let i = 0; i < 3; i++) await from.press('PageDown');
		await expect(from).toHaveAttribute('aria-valuetext', '26 October 2021');
		await expect(axisOf(page)).toContainText('October 2021');
		await from.press('-');
		await from.press('0');
		await expect(axisOf(page)).toContainText('Aug');
		await expect(from).toHaveAttribute('aria-valuetext', '26 October 2021');
	});

	test('has buttons for every zoom, and says so when there is no further', async ({ page }) => {
		await open(page);
		const zoomIn = page.getByRole('button', { name: 'Zoom the timeline in' });
		const zoomOut = page.getByRole('button', { name: 'Zoom the timeline out' });
		const back = page.getByRole('button', { name: 'Back to the whole timeline' });
		await expect(back).toHaveAttribute('aria-disabled', 'true');
		for (let i = 0; i < 7; i++) await zoomIn.press('Enter');
		await expect(zoomIn).toHaveAttribute('aria-disabled', 'true');
		await expect(zoomIn).toBeFocused();
		await back.press('Enter');
		await expect(zoomIn).toHaveAttribute('aria-disabled', 'false');
		for (let i = 0; i < 7; i++) await zoomOut.press('Enter');
		await expect(zoomOut).toHaveAttribute('aria-disabled', 'true');
	});

	test('goes from mark to mark, one stop of Tab for all, and opens one', async ({ page }) => {
		await open(page);
		await zoomToMarks(page);
		await expect(page.locator('[role=option][tabindex="0"]')).toHaveCount(1);
		await page.locator('[role=option][tabindex="0"]').focus();
		await page.keyboard.press('End');
		const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
		await page.keyboard.press('ArrowLeft');
		const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
		expect(before).not.toBe(last);
		await expect(page.locator('[role=option][tabindex="0"]')).toHaveAttribute(
			'aria-label',
			before ?? ''
		);
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/event=/);
		await expect(page.getByRole('option', { name: last ?? '', exact: true })).toHaveAttribute(
			'aria-selected',
			'true'
		);
	});

	for (const theme of ['light', 'dark'] as const)
		test(`has nothing for axe to find with marks, a range and the player open, ${theme}`, async ({
			page
		}) => {
			await page.emulateMedia({ colorScheme: theme });
			await open(page, 'from=2021-11-16&to=2021-11-19');
			await zoomToMarks(page);
			await expect(marksOf(page)).not.toHaveCount(0);
			await page.getByLabel(/^How to play/).click();
			const { violations } = await new AxeBuilder({ page })
				.include('.time')
				.options({ rules: { 'target-size': { enabled: true } } })
				.analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
			).toEqual([]);
		});
});
