import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { DOSSIER, listed } from './map';

test.use({ javaScriptEnabled: false });

interface Feature {
	id: string;
	properties: { title: string; claims: { source: string }[] };
}
const events = (
	JSON.parse(await readFile('geodata/armenia-azerbaijan/events.geojson', 'utf8')) as {
		features: Feature[];
	}
).features;
const sources = JSON.parse(await readFile('geodata/armenia-azerbaijan/sources.json', 'utf8')) as {
	id: string;
	URL: string;
}[];

test.describe('without JavaScript', () => {
	test('the first response holds every event, the seven places and every source’s link', async ({
		request
	}) => {
		const html = await (await request.get(DOSSIER)).text();
		for (const { id } of events) expect(html).toContain(`id="event-${id}"`);
		for (const { URL } of sources) expect(html).toContain(`href="${URL.replace(/&/g, '&amp;')}"`);
		for (const place of [
			'Syunik',
			'Lake Sev',
			'Lachin',
			'Kalbajar',
			'Antalya',
			'Sochi',
			'Brussels'
		])
			expect(html).toContain(place);
	});

	test('list, cards and sources are readable, and the way back works', async ({ page }) => {
		await page.goto(DOSSIER);
		await expect(listed(page)).toHaveCount(events.length);
		// Playwright's text search leaves <noscript> out.
		await expect(page.locator('.no-map')).toHaveText(
			/^A picture of the map: moving it needs JavaScript\./
		);
		await listed(page).filter({ hasText: 'Meeting in Brussels' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Meeting in Brussels' })
		).toBeVisible();
		expect(await page.getByRole('link', { name: /read the passage/ }).count()).toBeGreaterThan(3);
		await page.getByRole('link', { name: '← All events' }).click();
		await expect(listed(page)).toHaveCount(events.length);
	});

	test('the date fields filter through the address', async ({ page }) => {
		await page.goto(DOSSIER);
		await page.getByLabel('From', { exact: true }).fill('2021-12-14');
		await page.getByLabel('to', { exact: true }).fill('2021-12-14');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/from=2021-12-14&to=2021-12-14/);
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' })).toHaveCount(1);
		await expect(listed(page).filter({ hasText: 'Sochi' })).toHaveCount(0);
	});

	test('each event and each source has a page of its own', async ({ page }) => {
		await page.goto(`${DOSSIER}/events/brussels-meeting-2021-12-14`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting in Brussels');
		await page.getByRole('link', { name: 'NEWS.am' }).first().click();
		await expect(page).toHaveURL(/\/sources\//);
		await expect(page.getByRole('link', { name: 'Open the article ↗' })).toHaveAttribute(
			'href',
			'https://news.am/eng/news/677556.html'
		);
		await page.getByRole('link', { name: 'Meeting in Brussels' }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting in Brussels');
	});

	test('what is not there is said so', async ({ page }) => {
		expect((await page.goto('/no-such-dossier'))?.status()).toBe(404);
		await expect(page.getByText('There is no dossier “no-such-dossier” here.')).toBeVisible();
		expect((await page.goto(`${DOSSIER}/events/nothing`))?.status()).toBe(404);
		await expect(page.getByText('has no event “nothing”.')).toBeVisible();
	});
});
