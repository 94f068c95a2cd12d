import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { DOSSIER } from './map';

const VIEW = 'from=2021-05-12&to=2021-05-20';
const opener = (page: Page) => page.getByRole('button', { name: 'Take the view with you' });
const menu = (page: Page) => page.getByRole('group', { name: 'Take the view with you' });

/** Saves a file of the open menu; its text, and the name it is saved under. */
async function save(page: Page, name: string): Promise<{ text: string; file: string }> {
	const saved = page.waitForEvent('download');
	await menu(page).getByRole('link', { name }).click();
	const download = await saved;
	return {
		text: await readFile(await download.path(), 'utf8'),
		file: download.suggestedFilename()
	};
}

/** The n of “n of N events” under the list. */
async function shownEvents(page: Page): Promise<number> {
	const text = await page
		.getByText(/^\d+ of \d+ events$/)
		.first()
		.innerText();
	return Number(/^\d+/.exec(text)?.[0]);
}

interface Collection {
	features: { properties: { title: string; number: number } }[];
}

for (const [name, query] of [
	['a range of days', VIEW],
	['a day of knowledge', 'asof=2021-05-16'],
	['filters', 'contested=1&actors=armenia']
] as const)
	test(`${name}: the files hold the events of the list, and what these cite`, async ({ page }) => {
		await page.goto(`${DOSSIER}?${query}`);
		await opener(page).click();
		const count = await shownEvents(page);
		expect(count).toBeGreaterThan(2);
		await expect(menu(page).getByRole('heading', { name: `${count} events shown` })).toBeVisible();

		const { text, file } = await save(page, 'GeoJSON');
		const { features } = JSON.parse(text) as Collection;
		expect(features.length).toBe(count);
		expect(file).toBe(
			`armenia-azerbaijan-events${query.startsWith('asof') ? '-as-known-2021-05-16' : ''}.geojson`
		);
		const titles = features.map(({ properties }) => properties.title);
		const rows = page.getByRole('region', { name: 'Events', exact: true }).getByRole('listitem');
		await expect(rows).toHaveCount(count);
		for (const [i, title] of titles.entries()) await expect(rows.nth(i)).toContainText(title);

		const kml = (await save(page, 'KML')).text;
		expect(kml.match(/<Placemark /g)?.length).toBe(count);
		const csl = JSON.parse((await save(page, 'CSL-JSON')).text) as { title: string }[];
		await expect(
			menu(page).getByRole('heading', { name: `${csl.length} sources cited` })
		).toBeVisible();
		// The list of sources under the events has them in the same order.
		const cited = page
			.getByRole('region', { name: /sources$/ })
			.locator('ol')
			.getByRole('listitem');
		await expect(cited).toHaveCount(csl.length);
		for (const [i, { title }] of csl.entries()) await expect(cited.nth(i)).toContainText(title);
		const bib = (await save(page, 'BibTeX')).text;
		expect(bib.match(/^@/gm)?.length).toBe(csl.length);
	});

test('the sources are numbered anew when the view has changed', async ({ page }) => {
	await page.goto(`${DOSSIER}?${VIEW}`);
	const heading = page.getByRole('heading', { name: /\d+ sources$/ });
	await expect(heading).toHaveText(/^12 of 33 sources$/);
	await page.getByRole('button', { name: 'All dates' }).click();
	await expect(heading).toHaveText(/^33 sources$/);
	await expect(page.getByText('Not cited by what is shown')).toHaveCount(0);
});

test('the list of citations is copied as text, in either style', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${DOSSIER}?${VIEW}`);
	await opener(page).click();
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await menu(page).getByRole('button', { name: 'Copy' }).click();
	await expect(menu(page).getByRole('status')).toHaveText('12 citations copied.');
	const apa = (await copied()).trimEnd().split('\n');
	expect(apa.length).toBe(12);
	expect(apa[0]).toMatch(/^1\. .*\(2021, May \d+\)\./);
	await menu(page).getByLabel('As text').selectOption('like Chicago');
	await menu(page).getByRole('button', { name: 'Copy' }).click();
	await expect(menu(page).getByRole('status')).toHaveText('12 citations copied.');
	expect((await copied()).split('\n')[0]).toMatch(/^1\. .*“.*” May \d+, 2021\./);
});

test('the menu works by keys, and gives the focus back', async ({ page }) => {
	await page.goto(`${DOSSIER}?${VIEW}`);
	await opener(page).focus();
	await page.keyboard.press('Enter');
	await expect(menu(page).getByRole('button', { name: /Embed/ })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(menu(page).getByRole('link', { name: 'Report' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(menu(page).getByRole('link', { name: 'PNG' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(menu(page)).toHaveCount(0);
	await expect(opener(page)).toBeFocused();
});

for (const [theme, width, height] of [
	['light', 1440, 900],
	['dark', 390, 844]
] as const)
	test(`the open menu is sound and whole in the window: ${theme}, ${width} wide`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await page.goto(`${DOSSIER}?${VIEW}&theme=${theme}`);
		await opener(page).click();
		const box = await menu(page).boundingBox();
		expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
		expect(box && box.y >= 0 && box.y + box.height <= height).toBe(true);
		const { violations } = await new AxeBuilder({ page })
			.include('[role="group"][aria-label="Take the view with you"]')
			.analyze();
		expect(violations).toEqual([]);
	});

test('a file of a dossier that is not there is a sentence', async ({ request }) => {
	const answer = await request.get('/no-such-dossier/events.csv');
	expect(answer.status()).toBe(404);
	expect(await answer.text()).toContain('There is no dossier “no-such-dossier” here.');
	expect((await request.get(`${DOSSIER}/events.xlsx`)).status()).toBe(404);
});
