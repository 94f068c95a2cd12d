import { expect, test } from '@playwright/test';
import { AT_LAKE_SEV, DOSSIER, expectNoSymbol, expectSymbol, listed } from './map';
import { open } from './timeline';

const first = 'First day';
const last = 'Last day';

test.describe('the date slider', () => {
	test('moved with the pointer, changes map, list and address together', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		const all = await listed(page).count();
		const steps = await page.evaluate(() => history.length);

		const thumb = page.getByRole('slider', { name: first });
		const knob = await thumb.boundingBox();
		if (!knob) throw new Error('The thumb has no box.');
		const x = knob.x + knob.width / 2;
		const y = knob.y + knob.height / 2;
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 200, y, { steps: 5 });
		await expectNoSymbol(page, 'movement');
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(0);
		expect(await listed(page).count()).toBeLessThan(all);
		await page.mouse.up();
		await expect(page).toHaveURL(/from=2021-0[67]/);
		await expect(thumb).toHaveAttribute('aria-valuetext', /^\d+ (June|July) 2021$/);

		await page.mouse.move(x + 200, y);
		await page.mouse.down();
		await page.mouse.move(x - 40, y, { steps: 5 });
		await page.mouse.up();
		await expectSymbol(page, 'movement');
		await expect(listed(page)).toHaveCount(all);
		await expect(page).not.toHaveURL(/from=/);
		expect(await page.evaluate(() => history.length)).toBe(steps);
	});

	test('moved with keys, changes map and list', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&from=2021-05-12&to=2021-05-12`);
		await expectSymbol(page, 'movement');
		const to = page.getByRole('slider', { name: last });
		const from = page.getByRole('slider', { name: first });
		await to.press('ArrowRight');
		await expect(to).toHaveAttribute('aria-valuetext', '13 May 2021');
		await from.press('ArrowRight');
		await expect(from).toHaveAttribute('aria-valuetext', '13 May 2021');
		await expectNoSymbol(page, 'movement');
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(0);
		await from.press('ArrowLeft');
		await expectSymbol(page, 'movement');
		await to.press('PageUp');
		await expect(to).toHaveAttribute('aria-valuetext', '20 May 2021');
		await to.press('Shift+ArrowLeft');
		await expect(to).toHaveAttribute('aria-valuetext', '13 May 2021');
		await to.press('End');
		await expect(to).toHaveAttribute('aria-valuetext', 'no last day');
		await from.press('Home');
		await expect(from).toHaveAttribute('aria-valuetext', 'no first day');
		await expect(page).not.toHaveURL(/from=|to=/);
	});

	test('has two date fields for those who cannot drag, and one way back to all dates', async ({
		page
	}) => {
		await page.goto(DOSSIER);
		const all = await listed(page).count();
		await page.getByLabel('From', { exact: true }).fill('2021-11-26');
		await page.getByLabel('to', { exact: true }).fill('2021-11-26');
		await expect(listed(page).filter({ hasText: 'Sochi' })).toHaveCount(1);
		expect(await listed(page).count()).toBeLessThan(10);
		await expect(page).toHaveURL(/from=2021-11-26&to=2021-11-26/);
		await page.getByRole('button', { name: 'All dates' }).click();
		await expect(listed(page)).toHaveCount(all);
	});

	test('says where the nearest event is when none is in the range', async ({ page }) => {
		await open(page, 'from=2021-08-01&to=2021-08-03');
		await expect(page.getByText('No event: 1 to 3 August 2021.')).toBeVisible();
		await page.getByRole('link', { name: /→$/ }).click();
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeFocused();
		await expect(page).toHaveURL(/event=/);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a thumb moves the range, the sheet comes up, and a tap opens a card', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
		const all = await listed(page).count();
		const knob = await page.getByRole('slider', { name: first }).boundingBox();
		if (!knob) throw new Error('The thumb has no box.');
		const y = knob.y + knob.height / 2;
		const session = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
			session.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: x === undefined ? [] : [{ x, y }]
			});
		const x = knob.x + knob.width / 2;
		await touch('touchStart', x);
		await touch('touchMove', x + 40);
		await touch('touchMove', x + 90);
		await touch('touchEnd');
		await expect(page).toHaveURL(/from=2021-0[78]/);
		await expectNoSymbol(page, 'movement');
		expect(await listed(page).count()).toBeLessThan(all);

		const sheet = page.getByRole('complementary', { name: 'Events and sources' });
		const low = (await sheet.boundingBox())?.height ?? 0;
		await page.getByRole('button', { name: 'Raise the list' }).tap();
		await expect
			.poll(async () => (await sheet.boundingBox())?.height ?? 0)
			.toBeGreaterThan(low + 100);
		await listed(page).filter({ hasText: 'Sochi' }).first().tap();
		await expect(page.getByRole('heading', { name: /Sochi/ })).toBeVisible();
		await expect(page).toHaveURL(/event=sochi/);
	});
});
