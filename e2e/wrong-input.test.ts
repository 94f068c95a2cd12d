import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { collection, syntheticFiles, type DossierFiles } from '../test/synthetic/dossier.js';
import { DOSSIER, listed } from './map';
import { serveDossiers, type OwnServer } from './own-server';

/** A dossier of so many events, each of the date that `when` gives it. */
function dossierOf(id: string, count: number, when?: string | null): DossierFiles {
	const files = syntheticFiles({ id, events: count, box: [40, 38, 48, 42] });
	const { features } = files['events.geojson'] as { features: { properties: object }[] };
	const dated = features.map((feature) => ({
		...feature,
		properties: { ...feature.properties, ...(when !== undefined && { when }) }
	}));
	return { ...files, 'events.geojson': collection(dated) };
}

let server: OwnServer;
test.beforeAll(async () => {
	server = await serveDossiers({
		empty: dossierOf('empty', 0),
		one: dossierOf('one', 1, '2021-05-13'),
		'one-day': dossierOf('one-day', 60, '2021-05-13'),
		undated: dossierOf('undated', 12, null),
		usual: dossierOf('usual', 30)
	});
});
test.afterAll(() => server.stop());

/** Opens a page, and sees to it that it is whole: no word of a program, no complaint, nothing for axe. */
async function openWhole(page: Page, path: string) {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(`${server.base}/${path}`, { waitUntil: 'networkidle' });
	await expect(page.getByRole('button', { name: 'Zoom in', exact: true })).toBeVisible();
	await expect(page.getByRole('slider', { name: 'First day' })).toBeVisible();
	// What a note quotes from the address is the reader's own.
	const text = (await page.locator('body').innerText()).replaceAll(/“[^”]*”/g, '');
	expect(text).not.toMatch(/\b(NaN|undefined|Infinity|Invalid Date|null|\[object)\b/);
	const drawn = await page
		.getByRole('group', { name: 'Range of dates' })
		.evaluate((axis) => axis.outerHTML);
	expect(drawn).not.toMatch(/NaN|undefined|Infinity|Invalid/);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
	).toEqual([]);
	expect(complaints).toEqual([]);
}
const tally = (page: Page, words: string) => page.getByRole('link', { name: words });

test.describe('a dossier', () => {
	test('without an event says so, on an axis of its own', async ({ page }) => {
		await openWhole(page, 'empty');
		await expect(page.getByText('This dossier has no events yet.')).toBeVisible();
		await expect(tally(page, '0 of 0 events')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Play the events' })).toBeDisabled();
	});

	test('of one event shows it, and lets it be filtered out', async ({ page }) => {
		await openWhole(page, 'one');
		await expect(listed(page)).toHaveCount(1);
		await expect(tally(page, '1 of 1 event')).toBeVisible();
		await page.getByRole('slider', { name: 'First day' }).focus();
		await page.keyboard.press('End');
		await expect(page.getByText('The nearest is on')).toBeVisible();
	});

	test('of events on one day shows them all, and that day as words', async ({ page }) => {
		await openWhole(page, 'one-day?from=2021-05-13&to=2021-05-13');
		await expect(listed(page)).toHaveCount(60);
		await expect(page.getByRole('slider', { name: 'Last day' })).toHaveAttribute(
			'aria-valuetext',
			'13 May 2021'
		);
	});

	test('of undated events alone shows them whatever the range', async ({ page }) => {
		await openWhole(page, 'undated?from=2021-05-13');
		await expect(listed(page)).toHaveCount(12);
		await expect(listed(page).first()).toContainText('perhaps in this range');
		await expect(page.getByRole('button', { name: 'Play the events' })).toBeDisabled();
		await tally(page, '12 undated').click();
		await expect(listed(page)).toHaveCount(12);
	});
});

test.describe('an address', () => {
	test('whose “from” lies after its “to” has them exchanged, with a note', async ({ page }) => {
		await openWhole(page, 'usual?from=2021-09-01&to=2021-03-01');
		await expect(page.getByText('“from” lay after “to”; the two were exchanged.')).toBeVisible();
		await expect(page.getByRole('slider', { name: 'First day' })).toHaveAttribute(
			'aria-valuetext',
			'1 March 2021'
		);
	});

	for (const range of ['from=0001-01-01&to=0002-01-01', 'from=9998-01-01', 'to=0001-01-01'])
		test(`of days far outside the dossier says what is nearest: ${range}`, async ({ page }) => {
			await openWhole(page, `one?${range}`);
			await expect(page.getByText('The nearest is on')).toBeVisible();
			await expect(tally(page, '0 of 1 event')).toBeVisible();
			await page.getByRole('button', { name: 'All dates' }).click();
			await expect(listed(page)).toHaveCount(1);
		});

	for (const value of ['', '%00', 'NaN', '-1', '9'.repeat(40), '%F0%9F%92%A5', '<script>', 'null'])
		test(`with “${value.slice(0, 12)}” in every key shows all, and says what was left out`, async ({
			page
		}) => {
			const KEYS =
				'from to asof q types status contested precision places area actors sources only event map labels theme fade lines rev';
			const query = KEYS.split(' ').map((key) => `${key}=${value}`);
			// What is searched for may be anything, and finds nothing.
			const noSearch = query.filter((part) => !part.startsWith('q='));
			await openWhole(page, `usual?${noSearch.join('&')}`);
			await expect(listed(page)).toHaveCount(30);
			await expect(page.getByText('was left out: expected').first()).toBeVisible();
			await page.goto(`${server.base}/usual?${query.join('&')}`);
			await expect(page.getByRole('link', { name: /\d+ of 30 events/ })).toBeVisible();
		});

	test('longer than any view is not read, and says so', async ({ page }) => {
		await openWhole(page, `usual?q=${'x'.repeat(8100)}`);
		await expect(page.getByText('The address is longer than 8000 characters')).toBeVisible();
		await expect(listed(page)).toHaveCount(30);
	});
});

test('the same address gives the same list in Auckland and in Los Angeles', async ({
	browser,
	baseURL
}) => {
	const seen = [];
	for (const timezoneId of ['Pacific/Auckland', 'America/Los_Angeles']) {
		const context = await browser.newContext({ timezoneId });
		const page = await context.newPage();
		await page.goto(`${baseURL}${DOSSIER}?from=2021-05-13&to=2021-11-16&asof=2021-11-25`);
		await expect(page.getByRole('button', { name: 'Zoom in', exact: true })).toBeVisible();
		expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
			timezoneId
		);
		expect(await listed(page).count()).toBeGreaterThan(10);
		seen.push({
			rows: await listed(page).allInnerTexts(),
			thumbs: await page
				.getByRole('slider')
				.evaluateAll((all) => all.map((thumb) => thumb.getAttribute('aria-valuetext'))),
			fields: await page
				.locator('input[type=date]')
				.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value)),
			address: page.url()
		});
		await context.close();
	}
	expect(seen[0]).toEqual(seen[1]);
});
