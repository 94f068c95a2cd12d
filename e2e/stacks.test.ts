import { expect, test, type Locator } from '@playwright/test';
import { countOnMap, DOSSIER, listed, symbols } from './map';

/** Zooms with the whole of the region or the world in sight. */
const VIEWS = ['map=2/40/40', 'map=3/42/38', 'map=3.4/44/30', 'map=3.7/46/26'];

/** Ids of the events that links lead to. */
const eventsOf = (links: Locator) =>
	links.evaluateAll((found) =>
		found.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('event'))
	);

test.describe('symbols that stand for several events', () => {
	for (const view of VIEWS)
		test(`count only what passes the filters, at ${view}`, async ({ page }) => {
			await page.goto(`${DOSSIER}?${view}&labels=en`);
			await expect(symbols(page)).not.toHaveCount(0);
			const placed = async () => {
				const titles = await listed(page).allInnerTexts();
				return titles.filter((text) => !text.includes('No place named')).length;
			};
			const whole = await placed();
			expect(await countOnMap(page)).toBe(whole);
			await page.goto(`${DOSSIER}?${view}&from=2021-05-01&to=2021-05-31`);
			await expect(symbols(page)).not.toHaveCount(0);
			const may = await placed();
			expect(may).toBeLessThan(whole);
			expect(await countOnMap(page)).toBe(may);
			await page.goto(`${DOSSIER}?${view}&contested=1&types=clash`);
			await expect(symbols(page)).not.toHaveCount(0);
			expect(await countOnMap(page)).toBe(await placed());
		});

	for (const view of ['map=5/41/44', 'map=6/40/46', 'map=7.4/39.9/46.3', 'map=9/39.9/45.9'])
		test(`hold as many events as they say, none that the filters leave out, at ${view}`, async ({
			page
		}) => {
			await page.goto(`${DOSSIER}?${view}&contested=1`);
			await expect(symbols(page)).not.toHaveCount(0);
			const passing = await eventsOf(listed(page));
			const choice = page.getByRole('navigation', { name: 'Events at this spot' });
			const held: (string | null)[] = [];
			for (const symbol of await symbols(page).all()) {
				const label = (await symbol.getAttribute('aria-label')) ?? '';
				const count = Number(/^(\d+) events/.exec(label)?.[1] ?? 1);
				if (count === 1) continue;
				await symbol.focus();
				await page.keyboard.press('Enter');
				await expect(choice.getByRole('link')).toHaveCount(count);
				held.push(...(await eventsOf(choice.getByRole('link'))));
				await page.keyboard.press('Escape');
				await expect(choice).toHaveCount(0);
			}
			expect(held.length).toBeGreaterThan(3);
			expect(new Set(held).size).toBe(held.length);
			for (const event of held) expect(passing).toContain(event);
		});

	test('follow the slider in step with the list', async ({ page }) => {
		await page.goto(`${DOSSIER}?map=3/42/38&to=2021-06-30`);
		await expect(symbols(page)).not.toHaveCount(0);
		const before = await countOnMap(page);
		const last = page.getByRole('slider', { name: 'Last day' });
		for (let i = 0; i < 6; i++) await last.press('PageDown');
		const titles = await listed(page).allInnerTexts();
		const placed = titles.filter((text) => !text.includes('No place named')).length;
		expect(placed).toBeLessThan(before);
		expect(await countOnMap(page)).toBe(placed);
	});

	test('are seen while the slider is held, and count what is listed once it is let go', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}?map=3/42/38&from=2021-05-01&to=2021-11-01`);
		await expect(symbols(page)).not.toHaveCount(0);
		const before = await countOnMap(page);
		const painted = page.locator('.overlay canvas');
		await expect(painted).toHaveCount(0);
		const box = await page.getByRole('slider', { name: 'Last day' }).boundingBox();
		const first = await page.getByRole('slider', { name: 'First day' }).boundingBox();
		if (!box || !first) throw new Error('There is no thumb.');
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await page.mouse.move(x, y);
		await page.mouse.down();
		const end = first.x + first.width + 20;
		// What paints them comes once the live map is drawn; until then a hand goes to and fro.
		await expect
			.poll(
				async () => {
					await page.mouse.move(end + 10, y);
					await page.mouse.move(end, y, { steps: 3 });
					return painted.count();
				},
				{ timeout: 25_000 }
			)
			.toBe(1);
		await expect(painted).toBeVisible();
		await page.mouse.up();
		await expect(painted).toHaveCount(0);
		const titles = await listed(page).allInnerTexts();
		const placed = titles.filter((text) => !text.includes('No place named')).length;
		expect(placed).toBeLessThan(before);
		expect(await countOnMap(page)).toBe(placed);
	});

	test('are walked by the arrow keys and opened by Enter, every event in reach', async ({
		page
	}) => {
		await page.goto(DOSSIER);
		await expect(symbols(page)).not.toHaveCount(0);
		await symbols(page).and(page.locator('[tabindex="0"]')).focus();
		const names = new Set<string>();
		for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft']) {
			await page.keyboard.press(key);
			names.add(
				await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
			);
		}
		expect(names.size).toBeGreaterThan(2);
		const several = symbols(page)
			.filter({ has: page.locator('text') })
			.first();
		const label = (await several.getAttribute('aria-label')) ?? '';
		await several.focus();
		await page.keyboard.press('Enter');
		const choice = page.getByRole('navigation', { name: 'Events at this spot' });
		await expect(choice.getByRole('link')).toHaveCount(Number(/^\d+/.exec(label)?.[0]));
		await expect(choice.getByRole('link').first()).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(choice).toHaveCount(0);
		await expect(several).toBeFocused();
	});

	test('come apart by the button that zooms in to their places', async ({ page }) => {
		await page.goto(`${DOSSIER}?map=4/40/46`);
		const far = symbols(page)
			.filter({ hasText: /^\d{2}$/ })
			.first();
		await far.click();
		const choice = page.getByRole('navigation', { name: 'Events at this spot' });
		const count = await choice.getByRole('link').count();
		await choice.getByRole('button', { name: 'Zoom in to these places' }).click();
		await expect(choice).toHaveCount(0);
		await expect.poll(() => symbols(page).count()).toBeGreaterThan(4);
		await expect.poll(() => countOnMap(page)).toBeGreaterThanOrEqual(count);
	});

	test('are grabbed like the ground: a drag on one moves the map and opens nothing', async ({
		page
	}) => {
		await page.goto(DOSSIER);
		const several = symbols(page)
			.filter({ has: page.locator('text') })
			.first();
		await expect(several).toBeVisible();
		const box = await several.boundingBox();
		if (!box) throw new Error('The symbol has no box.');
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await expect(async () => {
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x - 60, y + 40, { steps: 5 });
			await page.mouse.up();
			await expect(page).toHaveURL(/map=/, { timeout: 2000 });
		}).toPass();
		await expect(page.getByRole('navigation', { name: 'Events at this spot' })).toHaveCount(0);
	});
});
