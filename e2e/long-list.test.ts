import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { syntheticFiles } from '../test/synthetic/dossier.js';
import { listed } from './map';
import { serveDossiers, type OwnServer } from './own-server';

const COUNT = 1500;
const files = syntheticFiles({ events: COUNT });
const words = (count: number) => count.toLocaleString('en');
let server: OwnServer;

test.beforeAll(async () => {
	server = await serveDossiers({ synthetic: files });
});
test.afterAll(() => server.stop());

const list = (page: Page) => page.getByRole('region', { name: 'Events', exact: true });
/** The column that is scrolled. */
const column = (page: Page) =>
	page.getByRole('complementary', { name: 'Events and sources' }).locator('.scroll');
const scrolled = (page: Page) => column(page).evaluate((element) => element.scrollTop);

async function open(page: Page, query = '') {
	await page.goto(`${server.base}/synthetic?${query}`);
	await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
}
/** The id of a row in the middle of the column. */
async function idInSight(page: Page): Promise<string> {
	const box = await column(page).boundingBox();
	const at = [(box?.x ?? 0) + 100, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
	const id = () =>
		page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('a')?.id ?? '', at);
	await expect.poll(id).toMatch(/^event-/);
	return id();
}
/** Titles in the page, in order. */
const titles = (page: Page) => listed(page).locator('.title').allTextContents();

test.describe('a long list', () => {
	test('is printed whole', async ({ page }) => {
		await open(page);
		expect(await listed(page).count()).toBeLessThan(60);
		await page.emulateMedia({ media: 'print' });
		await expect(listed(page)).toHaveCount(COUNT);
	});

	test('has only what is near sight in the page, and reaches to its end', async ({ page }) => {
		await open(page);
		await expect(
			page.getByRole('link', { name: `${words(COUNT)} of ${words(COUNT)} events` })
		).toBeVisible();
		expect(await listed(page).count()).toBeLessThan(60);
		const [first] = await titles(page);
		// There and back, as a scroll bar goes: in leaps.
		for (const part of [0.3, 0.7, 1, 0.5, 0]) {
			await column(page).evaluate(
				(element, part) => element.scrollTo(0, element.scrollHeight * part),
				part
			);
			const box = await column(page).boundingBox();
			if (!box) throw new Error('The column has no box.');
			const { x, y, width, height } = box;
			if (part < 1 && part > 0)
				await expect
					.poll(() =>
						page.evaluate(
							([x, top, bottom]) =>
								[top, (top + bottom) / 2, bottom].every((y) =>
									document.elementFromPoint(x, y)?.closest('section')?.querySelector('a, h2')
								),
							[x + width / 2, y + 60, y + height - 20] as const
						)
					)
					.toBe(true);
			expect(await listed(page).count()).toBeLessThan(60);
		}
		await expect.poll(async () => (await titles(page))[0]).toBe(first);
	});

	test('keeps a month’s heading in sight over its events', async ({ page }) => {
		await open(page);
		await column(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
		const top = (await column(page).boundingBox())?.y ?? 0;
		await expect
			.poll(async () => {
				const tops = await list(page)
					.getByRole('heading', { level: 2 })
					.evaluateAll((all) => all.map((heading) => heading.getBoundingClientRect().top));
				return tops.some((at) => Math.abs(at - top) < 2);
			})
			.toBe(true);
	});

	test('says of each row which of how many it is', async ({ page }) => {
		await open(page);
		const rows = list(page).getByRole('listitem');
		await expect(rows.first()).toHaveAttribute('aria-posinset', '1');
		await expect(rows.nth(1)).toHaveAttribute('aria-posinset', '2');
		expect(Number(await rows.first().getAttribute('aria-setsize'))).toBeGreaterThan(20);
	});

	test('is gone through by Tab, row by row, there and back', async ({ page }) => {
		await open(page);
		await listed(page).first().focus();
		const seen: string[] = [];
		const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
		for (let i = 0; i < 40; i++) {
			seen.push(await focused());
			await page.keyboard.press('Tab');
		}
		expect(new Set(seen).size).toBe(40);
		expect(seen.every((id) => id.startsWith('event-'))).toBe(true);
		for (const id of seen.toReversed()) {
			await page.keyboard.press('Shift+Tab');
			expect(await focused()).toBe(id);
		}
	});

	test('takes the focus back to the row of a card that is closed, however far down', async ({
		page
	}) => {
		await open(page);
		await column(page).evaluate((element) => element.scrollTo(0, element.scrollHeight * 0.6));
		const id = await idInSight(page);
		const at = await scrolled(page);
		await page.locator(`#${id}`).click();
		await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(page.locator(`#${id}`)).toBeFocused();
		await expect(page.locator(`#${id}`)).toBeInViewport();
		expect(Math.abs((await scrolled(page)) - at)).toBeLessThan(2000);
		// An event that was never in sight, by key.
		await page.goto(`${server.base}/synthetic?event=event-77`);
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		await page.keyboard.press(']');
		await expect(page).not.toHaveURL(/event=event-77$/);
		const next = new URL(page.url()).searchParams.get('event');
		await page.keyboard.press('Escape');
		await expect(page.locator(`#event-${next}`)).toBeFocused();
		await expect(page.locator(`#event-${next}`)).toBeInViewport();
	});

	test('keeps the row that has the focus while the column is scrolled away', async ({ page }) => {
		await open(page);
		const id = (await listed(page).nth(3).getAttribute('id')) ?? '';
		await listed(page).nth(3).focus();
		await column(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
		await expect(page.locator(`#${id}`)).not.toBeInViewport();
		await expect(page.locator(`#${id}`)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(id.replace('event-', 'event=')));
	});

	test('is whole and plain where it is short', async ({ page }) => {
		await open(page, 'from=2021-03-01&to=2021-03-20&types=type-1,type-2');
		const count = await listed(page).count();
		await expect(
			page.getByRole('link', { name: `${words(count)} of ${words(COUNT)} events` })
		).toBeVisible();
		await expect(list(page).getByRole('listitem').first()).not.toHaveAttribute('aria-setsize');
	});

	test('axe finds nothing in it', async ({ page }) => {
		await open(page);
		const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
		expect(
			violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
		).toEqual([]);
	});
});

test.describe('a long list without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('has every event, each once, under its month', async ({ page }) => {
		await page.goto(`${server.base}/synthetic`);
		const ids = await listed(page).evaluateAll((links) => links.map(({ id }) => id));
		expect(ids).toHaveLength(COUNT);
		expect(new Set(ids).size).toBe(COUNT);
		const html = await (await page.request.get(`${server.base}/synthetic`)).text();
		expect(html).not.toMatch(/<(li|div|section)[^>]* style=/);
	});
});
