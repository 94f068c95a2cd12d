import { expect, test } from '@playwright/test';
import {
	AT_LAKE_SEV,
	DOSSIER,
	expectSymbol,
	listed,
	mapOf,
	pixelsInMiddle,
	pressMiddle,
	symbols
} from './map';
import { TOKENS } from '../src/lib/core/picture/tokens';

const card = 'Troops near Lake Sev';
/** The halo is a dark ring round the symbol. */
const halo = TOKENS.light.accent;

test.describe('choosing an event', () => {
	test('on the map opens its card, and closing it takes the halo away', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		expect(await pixelsInMiddle(page, halo)).toBeLessThan(40);
		await pressMiddle(page);
		await expect(page.getByRole('heading', { level: 1, name: card })).toBeFocused();
		await expect
			.poll(() => pixelsInMiddle(page, halo, 18), { timeout: 20_000 })
			.toBeGreaterThan(80);
		await expect(page).toHaveURL(/event=lake-sev-troops-2021-05-12/);
		await page.keyboard.press('Escape');
		await expect(listed(page).filter({ hasText: card })).toBeFocused();
		await expect.poll(() => pixelsInMiddle(page, halo, 18)).toBeLessThan(40);
	});

	test('in the list marks it on the map', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		await listed(page).filter({ hasText: card }).click();
		await expect(page.getByRole('heading', { level: 1, name: card })).toBeFocused();
		await expect
			.poll(() => pixelsInMiddle(page, halo, 18), { timeout: 20_000 })
			.toBeGreaterThan(80);
	});

	test('off the map brings it into the map', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		await listed(page).filter({ hasText: 'Meeting in Brussels' }).click();
		await expectSymbol(page, 'diplomacy');
		await expect(page).not.toHaveURL(/event=lake-sev/);
	});

	test('outside the chosen dates is said so, and drawn faintly', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&from=2021-11-01&event=lake-sev-troops-2021-05-12`);
		await expect(page.getByText('This event lies outside the chosen dates')).toBeVisible();
		await expect
			.poll(() => pixelsInMiddle(page, halo, 18), { timeout: 20_000 })
			.toBeGreaterThan(80);
		expect(await pixelsInMiddle(page, TOKENS.light.roles.movement)).toBe(0);
	});

	test('among several at one spot offers them all', async ({ page }) => {
		// Far out, one symbol stands for Lake Sev and its neighbours.
		await page.goto(`${DOSSIER}?map=3/39.5981/46.2311`);
		await symbols(page)
			.filter({ has: page.locator('text') })
			.first()
			.click();
		const choice = page.getByRole('navigation', { name: 'Events at this spot' });
		await expect(choice.getByRole('link').first()).toBeFocused();
		expect(await choice.getByRole('link').count()).toBeGreaterThan(1);
		const title = await choice.getByRole('link').first().textContent();
		await choice.getByRole('link').first().press('Enter');
		await expect(choice).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
		expect(title).toContain(await page.getByRole('heading', { level: 1 }).textContent());
	});

	test('joins its card, its symbol and its date by a line', async ({ page }) => {
		const id = 'lake-sev-troops-2021-05-12';
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&event=${id}`);
		const symbol = symbols(page).and(page.locator('[aria-current="true"]'));
		await expect(symbol).toHaveCount(1);
		const ends = () =>
			page
				.locator('.view polyline:not(.casing)')
				.evaluateAll((lines) =>
					lines.map((line) =>
						(line.getAttribute('points') ?? '').split(' ').map((at) => at.split(',').map(Number))
					)
				);
		await expect.poll(async () => (await ends()).length).toBe(2);
		const [fromCard, toDate] = await ends();
		const box = await symbol.boundingBox();
		const plot = await page.getByRole('group', { name: 'Range of dates' }).boundingBox();
		const title = await page.getByRole('heading', { level: 1, name: card }).boundingBox();
		if (!box || !plot || !title) throw new Error('Something has no box.');
		// It begins at the card's title, comes up to the symbol, and leads from it into the axis.
		expect(fromCard?.[0]?.[1]).toBeGreaterThan(title.y);
		expect(fromCard?.[0]?.[1]).toBeLessThan(title.y + title.height);
		expect(Math.abs((fromCard?.at(-1)?.[1] ?? 0) - (box.y + box.height / 2))).toBeLessThan(6);
		expect(Math.abs((toDate?.[0]?.[0] ?? 0) - (box.x + box.width / 2))).toBeLessThan(6);
		expect(toDate?.at(-1)?.[1]).toBeGreaterThan(plot.y);
		await page.keyboard.press('Escape');
		await expect.poll(async () => (await ends()).length).toBe(0);
	});

	test('shows who says what, each with its source and its passage', async ({ page }) => {
		await page.goto(`${DOSSIER}?event=lake-sev-troops-2021-05-12`);
		const claims = page.getByRole('article').getByRole('article');
		expect(await claims.count()).toBeGreaterThan(5);
		await expect(claims.filter({ hasText: 'Armenian side' }).first()).toBeVisible();
		await expect(claims.filter({ hasText: 'Azerbaijani side' }).first()).toBeVisible();
		for (const passage of await page.getByRole('link', { name: /read the passage/ }).all()) {
			expect(await passage.getAttribute('href')).toMatch(
				/^https?:\/\/[^#]+#:~:text=[^&\s]+,[^&\s]+$/
			);
			expect(await passage.getAttribute('rel')).toBe('noopener external');
		}
		await page.getByText('All names').click();
		await expect(page.getByText('Սև լիճ')).toBeVisible();
	});
});

test.describe('the address', () => {
	test('opens the same view again, back undoes a choice and forward takes it again', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&from=2021-05-11&to=2021-05-20&rev=3f2a3f2a3f2a`);
		const count = await listed(page).count();
		await listed(page).filter({ hasText: card }).click();
		await expect(page).toHaveURL(/event=lake-sev/);
		const address = page.url();
		expect(new URL(address).searchParams.get('rev')).toBe('3f2a3f2a3f2a');

		await page.goBack();
		await expect(listed(page)).toHaveCount(count);
		await page.goForward();
		await expect(page.getByRole('heading', { level: 1, name: card })).toBeVisible();

		const again = await page.context().newPage();
		await again.goto(address);
		await expect(again.getByRole('heading', { level: 1, name: card })).toBeVisible();
		await expect(again.getByRole('slider', { name: 'First day' })).toHaveAttribute(
			'aria-valuetext',
			'11 May 2021'
		);
		await expectSymbol(again, 'movement');
		expect(again.url()).toBe(address);
	});

	test('follows the map once it is at rest, in one step of the history', async ({ page }) => {
		await page.goto(DOSSIER);
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		const before = await page.evaluate(() => history.length);
		const box = await mapOf(page).boundingBox();
		if (!box) throw new Error('The map has no box.');
		await expect(async () => {
			await page.mouse.move(box.x + 400, box.y + 300);
			await page.mouse.down();
			await page.mouse.move(box.x + 300, box.y + 250, { steps: 4 });
			await page.mouse.up();
			await expect(page).toHaveURL(/map=[\d.]+\/[\d.]+\/[\d.]+/, { timeout: 2000 });
		}).toPass();
		expect(await page.evaluate(() => history.length)).toBe(before);
	});

	test('follows the buttons and chips that move the map', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		// The picture that stands for it has the symbol, too, and does not move.
		await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 20_000 });
		await page.getByRole('button', { name: 'Zoom out' }).click();
		await expect(page).toHaveURL(/map=8\/39\.598/, { timeout: 20_000 });
		await page
			.getByRole('navigation', { name: 'Events outside the map' })
			.getByRole('button', { name: /Brussels/ })
			.click();
		await expect(page).toHaveURL(/map=[\d.]+\/50\.8/);
	});

	test('with wrong values gives a sensible view and a note', async ({ page }) => {
		await page.goto(`${DOSSIER}?from=2021-02-30&map=x&event=nothing&to=2021-05-20`);
		await expect(page.getByText('“from=2021-02-30” was left out')).toBeVisible();
		await expect(page.getByText('There is no event “nothing” in this dossier.')).toBeVisible();
		expect(await listed(page).count()).toBeGreaterThan(5);
	});

	test('is copied whole', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(`${DOSSIER}?from=2021-05-11&to=2021-05-20`);
		await page.getByRole('button', { name: 'Copy link' }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
	});
});
