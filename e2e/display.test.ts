import { expect, test } from '@playwright/test';
import { TOKENS } from '../src/lib/core/picture/tokens';
import { AT_LAKE_SEV, DOSSIER, expectSymbol, listed, pixelsOnMap, symbols } from './map';

const menu = { name: 'How the map is drawn' };

test.describe('how the map is drawn', () => {
	test('names places in the language that is chosen, and keeps it in the address', async ({
		page
	}) => {
		await page.goto(DOSSIER);
		await expect(symbols(page)).not.toHaveCount(0);
		await page.getByRole('button', menu).click();
		await page.getByLabel('Names in').selectOption('hy');
		await expect(symbols(page).first()).toHaveAttribute('aria-label', /[Ա-Ֆա-և]{3}/);
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' }).first()).toContainText(
			'Բրյուսել'
		);
		await expect(page).toHaveURL(/labels=hy/);
		await page.reload();
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' }).first()).toContainText(
			'Բրյուսել'
		);
	});

	test('marks a name that stands in for one in the chosen language', async ({ page }) => {
		await page.goto(`${DOSSIER}?labels=ka`);
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' }).first()).toContainText(
			'Brussels (en)'
		);
	});

	test('lets older events fade without hiding one', async ({ page }) => {
		await page.goto(DOSSIER);
		await expect(symbols(page)).not.toHaveCount(0);
		const count = await symbols(page).count();
		const faintest = () =>
			symbols(page).evaluateAll((found) =>
				Math.min(
					...found.flatMap((symbol) =>
						[...symbol.querySelectorAll('[opacity]')].map((part) =>
							Number(part.getAttribute('opacity'))
						)
					),
					1
				)
			);
		expect(await faintest()).toBe(1);
		await page.getByRole('button', menu).click();
		await page.getByLabel('Older events fade').check();
		expect(await faintest()).toBeLessThan(1);
		expect(await faintest()).toBeGreaterThan(0.3);
		await expect(symbols(page)).toHaveCount(count);
		await expect(page).toHaveURL(/fade=1/);
	});

	test('loads historic and disputed lines only once they are asked for', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto(DOSSIER);
		await expect(symbols(page)).not.toHaveCount(0);
		expect(asked.filter((path) => path.endsWith('historic.json'))).toEqual([]);
		await page.getByRole('button', menu).click();
		const answer = page.waitForResponse(/historic\.json$/);
		await page.getByLabel('Historic and disputed lines').check();
		expect((await answer).ok()).toBe(true);
		await expect(page).toHaveURL(/lines=1/);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('button', menu)).toBeFocused();
	});

	test('is moved by buttons for those who cannot drag it', async ({ page }) => {
		await page.goto(`${DOSSIER}?map=8/39.9/46.2`);
		await expect(symbols(page)).not.toHaveCount(0);
		await page.getByRole('button', { name: 'Move the map' }).click();
		await page.getByRole('button', { name: 'Move the map’s view east' }).click();
		const lon = () => Number(new URL(page.url()).searchParams.get('map')?.split('/')[2]);
		await expect.poll(lon).toBeGreaterThan(46.8);
	});

	test('in another theme keeps the view and its symbols', async ({ page }) => {
		await page.goto(DOSSIER);
		await expect(symbols(page)).not.toHaveCount(0);
		const labels = () =>
			symbols(page).evaluateAll((found) => found.map((one) => one.getAttribute('aria-label')));
		const before = await labels();
		await page.getByRole('button', menu).click();
		await page.getByLabel('Theme').selectOption('dark');
		await expect(page).toHaveURL(/theme=dark/);
		await expect.poll(labels).toEqual(before);
		expect(await pixelsOnMap(page, TOKENS.dark.roles.armed)).toBeGreaterThan(20);
		expect(await pixelsOnMap(page, TOKENS.light.roles.armed)).toBe(0);
	});

	test('for print is drawn on white wherever its address is opened, and asked for by nobody', async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&theme=print`);
		await expectSymbol(page, 'movement', 'print');
		const { land } = TOKENS.print;
		await expect.poll(() => pixelsOnMap(page, land)).toBeGreaterThan(50_000);
		// Its menu, opened by whoever came by such an address, says what is on.
		await page.getByRole('button', menu).click();
		await expect(page.getByLabel('Theme')).toHaveValue('print');
	});
});
