import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { ARTICLE, cards, field, INGEST, kept, openReview, progress, tabTo } from './ingest';
import { DOSSIER, symbols } from './map';
import { serveFixtures } from './own-server';

test('an article is pasted and reviewed by keyboard alone, and what is accepted leaves in a dossier in which the check finds nothing', async ({
	page,
	context
}) => {
	await page.goto(INGEST);
	await page.waitForLoadState('networkidle');
	const asked: { method: string; url: string; body: string | null }[] = [];
	context.on('request', (request) =>
		asked.push({ method: request.method(), url: request.url(), body: request.postData() })
	);

	await tabTo(page, 'Article');
	await page.keyboard.insertText(ARTICLE);
	await tabTo(page, 'Published on');
	await page.keyboard.type('11162022');
	await expect(page.getByLabel('Published on')).toHaveValue('2022-11-16');
	await tabTo(page, 'Publisher');
	await page.keyboard.type('The Severn Courier');
	await tabTo(page, 'Web address');
	await page.keyboard.type('https://example.org/wet-autumn');
	await page.keyboard.press('Enter');

	// The hand is where the work is, and goes on to the next draft with each decision.
	await expect(cards(page).first()).toBeFocused({ timeout: 20_000 });
	const count = await cards(page).count();
	expect(count).toBeGreaterThanOrEqual(5);
	const titles: string[] = [];
	for (let i = 0; i < 4; i++) {
		const heading = cards(page).nth(i).getByRole('heading');
		titles.push((await heading.innerText()).replace(/^Draft \d+:\s*/, ''));
		await page.keyboard.press('a');
		await expect(progress(page)).toHaveText(`${i + 1} of ${count} reviewed`);
		await expect(cards(page).nth(i + 1)).toBeFocused();
		await expect(
			page.getByRole('status').filter({ hasText: `Accepted: ${titles[i]}.` })
		).toBeAttached();
	}
	await page.keyboard.press('r');
	await expect(progress(page)).toHaveText(`5 of ${count} reviewed`);
	await page.keyboard.press('u');
	await expect(progress(page)).toHaveText(`4 of ${count} reviewed`);

	// What is accepted stands on the map, and each claim leads to its passage.
	for (const title of titles)
		await expect
			.poll(() =>
				symbols(page).evaluateAll((all) =>
					all.map((one) => one.getAttribute('aria-label')).join('\n')
				)
			)
			.toMatch(new RegExp(`${title}|events`));
	await page.keyboard.press('Home');
	await expect(cards(page).first()).toBeFocused();
	await expect(cards(page).first().getByRole('link', { name: 'Read the passage' })).toHaveAttribute(
		'href',
		/^https:\/\/example\.org\/wet-autumn#:~:text=/
	);

	await expect(kept(page)).toBeVisible();
	const zip = page.getByRole('button', { name: 'Download the dossier (.zip)' });
	const [download] = await Promise.all([page.waitForEvent('download'), zip.press('Enter')]);

	// Nothing has left: the site's own files were asked for, with no word of the article in any address.
	expect(asked.some(({ url }) => url.includes('/gazetteer/'))).toBe(true);
	const { origin } = new URL(page.url());
	for (const { method, url, body } of asked) {
		if (url.startsWith('blob:')) continue;
		expect(`${method} ${new URL(url).origin}`, url).toBe(`GET ${origin}`);
		expect(body, url).toBeNull();
		expect(decodeURIComponent(url)).not.toMatch(/Worcester|Hereford|council|Severn/i);
	}

	const folder = await mkdtemp(join(tmpdir(), 'dateline-ingest-'));
	const entries = unzipSync(new Uint8Array(await readFile(await download.path())));
	for (const [path, bytes] of Object.entries(entries)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), strFromU8(bytes));
		for (const sentence of ARTICLE.split('\n').filter(Boolean).slice(1))
			expect(strFromU8(bytes), path).not.toContain(sentence);
	}
	const dossier = join(folder, DOSSIER.slice(1));
	// Any note ends it with 1, which fails here.
	await promisify(execFile)(process.execPath, ['dist/dateline.js', 'check', dossier, '--strict']);

	// Served, the accepted events are on its map, each with the link to its passage.
	const server = await serveFixtures(folder);
	try {
		const { features } = JSON.parse(await readFile(join(dossier, 'events.geojson'), 'utf8')) as {
			features: { id: string; properties: { title: string } }[];
		};
		expect(features.slice(-4).map(({ properties }) => properties.title)).toEqual(titles);
		for (const { id, properties } of features.slice(-4)) {
			await page.goto(`${server.base}${DOSSIER}?event=${id}&from=2022-11-01&to=2022-11-30`);
			await expect(page.getByRole('heading', { name: properties.title })).toBeVisible();
			await expect(page.getByRole('link', { name: /^read the passage/ }).first()).toHaveAttribute(
				'href',
				/^https:\/\/example\.org\/wet-autumn#:~:text=/
			);
			await expect(symbols(page).first()).toBeAttached({ timeout: 20_000 });
		}
	} finally {
		server.stop();
	}
});

test('pointing at a passage, a draft or a symbol lights all three', async ({ page }) => {
	await openReview(page);
	const passage = page.getByRole('link', { name: /people protested in Worcester/ });
	const card = cards(page).filter({ hasText: 'Worcester' }).first();
	const colours = () =>
		Promise.all(
			[passage, card].map((one) => one.evaluate((node) => getComputedStyle(node).backgroundColor))
		);
	const before = await colours();
	await passage.hover();
	await expect.poll(colours).not.toContain(before[0]);
	const lit = await colours();
	expect(lit[1]).not.toBe(before[1]);
	await page.getByRole('heading', { level: 1 }).hover();
	await expect.poll(colours).toEqual(before);
	await card.hover();
	await expect.poll(colours).toEqual(lit);
	await page.getByRole('heading', { level: 1 }).hover();
	await expect.poll(colours).toEqual(before);

	const symbol = symbols(page).and(page.getByLabel(/Worcester/));
	await expect(symbol).toBeVisible({ timeout: 20_000 });
	await symbol.hover();
	await expect.poll(colours).toEqual(lit);
	// Pressed, it is the draft that is looked at.
	await symbol.click();
	await expect(card).toHaveAttribute('aria-current', 'true');
	// And so is a passage, by keyboard too.
	await page.getByRole('link', { name: /held talks in Cardiff/ }).press('Enter');
	await expect(cards(page).filter({ hasText: 'Cardiff' }).first()).toBeFocused();
});

test('a draft is edited with the editor’s own fields, split, merged and undone by keys', async ({
	page
}) => {
	await openReview(page);
	const count = await cards(page).count();
	await page.keyboard.press('e');
	const title = page.getByLabel('Title', { exact: true });
	await expect(title).toBeFocused();
	await title.fill('Floods in Hereford');
	await page.getByLabel('Date', { exact: true }).fill('2022-11-03/2022-11-04');
	await expect(page.getByText(/^3 to 4 November 2022$|^3–4 November 2022$/)).toBeVisible();
	await page.keyboard.press('Escape');
	const first = cards(page).first();
	await expect(first).toBeFocused();
	await expect(first).toContainText('Floods in Hereford');
	await expect(first).toContainText('edited');

	await page.keyboard.press('s');
	await expect(cards(page)).toHaveCount(count + 1);
	await page.keyboard.press('m');
	await expect(cards(page)).toHaveCount(count);
	await page.keyboard.press('u');
	await expect(cards(page)).toHaveCount(count + 1);
	await page.keyboard.press('u');
	await page.keyboard.press('u');
	await page.keyboard.press('u');
	await expect(first).not.toContainText('Floods in Hereford');

	// Keys of the list are letters in a field.
	await page.keyboard.press('e');
	await title.press('End');
	await page.keyboard.type(' area');
	await expect(title).toHaveValue(/ area$/);
	await expect(progress(page)).toHaveText(`0 of ${count} reviewed`);
});

test('a point is dragged on the map, and the place is found in the world’s gazetteer', async ({
	page
}) => {
	await openReview(page);
	await page.keyboard.press('e');
	await page.getByText('Find the place in the world’s gazetteer').click();
	await page.getByLabel('Name', { exact: true }).fill('Swansea');
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await page
		.getByRole('button', { name: /^Swansea,.*United Kingdom/ })
		.first()
		.click();
	const point = page.getByLabel('Point on the map');
	await expect(point).toHaveValue(/^51\.\d+, -3\.9/);
	const before = await point.inputValue();
	const box = await page.getByRole('region', { name: 'Map of the drafts' }).boundingBox();
	if (!box) throw new Error('The map has no box.');
	await page.getByRole('button', { name: 'Pick on the map' }).click();
	await expect(page.getByText(/Click where the place of the event is/)).toBeVisible();
	await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2);
	await expect(point).not.toHaveValue(before);
});

test('a reload loses nothing: the review goes on where it stood, until it is cleared', async ({
	page
}) => {
	await openReview(page);
	const count = await cards(page).count();
	await page.keyboard.press('a');
	await page.keyboard.press('r');
	await expect(progress(page)).toHaveText(`2 of ${count} reviewed`);
	await expect(kept(page)).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: /^Towns on the Severn/ }).click();
	await expect(progress(page)).toHaveText(`2 of ${count} reviewed`);
	await expect(cards(page).nth(2)).toBeFocused();

	await page.getByRole('link', { name: 'Go on editing' }).click();
	await expect(page.getByRole('button', { name: /^Changes \(\d+\)$/ })).toBeVisible();
	await page.getByRole('searchbox').fill('Hereford');
	await expect(
		page.getByRole('navigation').getByRole('button', { name: /Hereford/ })
	).toBeVisible();
	// Undone there, it is open again here.
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	await page.getByRole('link', { name: 'Read an article …' }).click();
	await page.getByRole('button', { name: /^Towns on the Severn/ }).click();
	await expect(progress(page)).toHaveText(`1 of ${count} reviewed`);

	await page.getByRole('button', { name: 'Clear …' }).click();
	await page.getByRole('button', { name: /^Delete the text/ }).click();
	await expect(field(page)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Towns on the Severn/ })).toHaveCount(0);
});

test('the page of the ingest says without JavaScript what it needs', async ({
	browser,
	baseURL
}) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(`${baseURL}${INGEST}`);
	await expect(page.getByText('Reading an article needs JavaScript')).toBeVisible();
	await page.context().close();
});

for (const [colorScheme, width] of [
	['light', 1440],
	['dark', 1440],
	['light', 320],
	['dark', 320]
] as const)
	test(`axe finds nothing in the intake, a review and its form, ${colorScheme}, ${width} pixels wide`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 844 });
		await page.goto(INGEST);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await openReview(page);
		await page.keyboard.press('a');
		await page.keyboard.press('r');
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		if (width === 320) {
			await page.getByRole('button', { name: 'Article', exact: true }).click();
			await expect(page.getByRole('link', { name: /held talks in Cardiff/ })).toBeVisible();
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			await page.getByRole('button', { name: 'Drafts', exact: true }).click();
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow).toBe(0);
		}
		await cards(page).nth(2).press('e');
		await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
