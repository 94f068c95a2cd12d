import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { syntheticFiles } from '../test/synthetic/dossier.js';
import { events, sources } from './dossier-files';
import { tool } from '../test/clients/tool';
import { DOSSIER, symbols } from './map';
import { serveDossiers } from './own-server';

const run = promisify(execFile);

const REPORT = `${DOSSIER}/report`;
const MAY = 'from=2021-05-12&to=2021-05-18';

const told = (page: Page) => page.getByRole('article');
const cited = (page: Page) =>
	page.getByRole('region', { name: /^\d+ sources?$/ }).getByRole('listitem');
const map = (page: Page) => page.getByRole('img', { name: /^Map with/ });

test.describe('a report without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('tells every event, every claim and every source, numbered alike', async ({ page }) => {
		await page.goto(REPORT);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Armenia and Azerbaijan/);
		await expect(map(page)).toBeVisible();
		await expect(told(page)).toHaveCount(events.length);
		await expect(cited(page)).toHaveCount(sources.length);

		for (const { properties } of events) {
			const event = told(page).filter({
				has: page.getByRole('heading', { name: properties.title, exact: true })
			});
			await expect(event.first()).toBeVisible();
		}
		// A claim's number leads to the source that is cited under it.
		const brussels = told(page).filter({ hasText: 'Meeting in Brussels' });
		const claim = brussels.getByRole('list', { name: 'Claims' }).getByRole('listitem').first();
		const paper = await claim.getByRole('link').nth(1).textContent();
		await claim.getByRole('link', { name: /^Source \d+$/ }).click();
		const number = /#source-(\d+)$/.exec(page.url())?.[1];
		await expect(cited(page).nth(Number(number) - 1)).toContainText(paper ?? '?');
		await expect(page.getByRole('button')).toHaveCount(0);
	});

	test('cites in the style that is asked for, and keeps the view', async ({ page }) => {
		await page.goto(`${REPORT}?${MAY}`);
		const gulf = cited(page).filter({ hasText: 'Gulf Times' });
		await expect(gulf).toContainText('(2021, May 16).');
		await page.getByRole('link', { name: 'like Chicago' }).click();
		await expect(gulf).toContainText(/^AFP\. “.*” Gulf Times \(AFP\), May 16, 2021\./);
		await expect(page).toHaveURL(/from=2021-05-12&to=2021-05-18&style=chicago/);
		await expect(page.getByText(/^12 to 18 May 2021 · \d+ of 58 events$/)).toBeVisible();
		await page.getByRole('link', { name: '← Live map' }).click();
		await expect(page).toHaveURL(new RegExp(`${DOSSIER}\\?${MAY}$`));
	});

	test('tells what had been published by a day, without what came later', async ({ page }) => {
		await page.goto(`${REPORT}?asof=2021-05-14&types=clash,troop-movement&contested=1`);
		await expect(
			page.getByText(/^May 2021, as known on 14 May 2021 · \d+ of \d+ events/)
		).toBeVisible();
		await expect(page.getByText(/Filtered: .*Troop movement.* · Accounts differ/)).toBeVisible();
		const sev = told(page).filter({ hasText: 'Troops near Lake Sev' });
		await expect(sev).toBeVisible();
		await expect(sev.getByText('Azerbaijan rejects that')).toHaveCount(0);
		await expect(cited(page).filter({ hasText: '2021, May 16' })).toHaveCount(0);
	});

	test('says so where there is nothing to tell', async ({ page }) => {
		await page.goto(`${REPORT}?q=nobody-wrote-this&event=no-such-event`);
		await expect(page.getByText('This view shows none of 58 events')).toBeVisible();
		await expect(page.getByText('There is no event “no-such-event”')).toBeVisible();
		await expect(page.getByRole('heading', { name: /source/ })).toHaveCount(0);
		expect((await page.goto('/no-such-dossier/report'))?.status()).toBe(404);
		expect((await page.goto(`${REPORT}?q=${'a'.repeat(9000)}`))?.status()).toBe(414);
	});
});

test('the numbers on the map are those of the events told', async ({ page }) => {
	await page.goto(`${REPORT}?${MAY}`);
	const unplaced = await told(page).filter({ hasText: 'not on the map' }).count();
	const outside = await told(page).filter({ hasText: 'outside the map' }).count();
	const all = await told(page).count();
	await expect(map(page)).toHaveAccessibleName(
		new RegExp(`^Map with ${all - unplaced - outside} of ${all} events`)
	);
	await expect(
		told(page).filter({ hasText: 'Vardenis' }).getByText('13', { exact: true })
	).toBeVisible();
	await expect(map(page).getByText('13', { exact: true })).toBeVisible();
});

test('on a phone the whole map is in sight, with a link to it at full size', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(`${REPORT}?${MAY}`);
	const box = await map(page).boundingBox();
	expect(box?.x).toBeGreaterThanOrEqual(0);
	expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
	const widths = await map(page).evaluate((svg) => {
		const frame = svg.parentElement as Element;
		return [frame.scrollWidth, frame.clientWidth];
	});
	expect(widths[0]).toBe(widths[1]);
	const link = page.getByRole('link', { name: 'The map at full size' });
	const picture = await page.request.get((await link.getAttribute('href')) ?? '');
	expect(picture.headers()['content-type']).toContain('image/svg+xml');
	await page.setViewportSize({ width: 1200, height: 844 });
	await expect(link).toBeHidden();
});

test('the viewer leads to the report of the view on the screen', async ({ page }) => {
	await page.goto(`${DOSSIER}?${MAY}&contested=1`);
	await expect(symbols(page)).not.toHaveCount(0, { timeout: 20_000 });
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	await page.getByRole('link', { name: /^Report/ }).click();
	await expect(page).toHaveURL(new RegExp(`/report\\?${MAY}&contested=1$`));
	await expect(page.getByText(/Filtered: Accounts differ/)).toBeVisible();
});

test.describe('copied', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('the figure has picture, words for it, caption and numbered citations', async ({
		page,
		baseURL
	}) => {
		await page.goto(`${REPORT}?${MAY}&style=chicago`);
		const count = await cited(page).count();
		await page.getByRole('button', { name: 'Copy figure with sources' }).click();
		await expect(page.getByRole('status')).toHaveText(
			`The figure, its caption, ${await told(page).count()} events and ${count} citations are copied.`
		);
		const copied = await page.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
			const body = new DOMParser().parseFromString(await read('text/html'), 'text/html').body;
			const image = body.querySelector('img');
			return {
				src: image?.getAttribute('src') ?? '',
				alt: image?.alt,
				size: [image?.width, image?.height],
				caption: body.textContent,
				items: [...body.querySelectorAll('ol:last-of-type > li')].map((item) => item.textContent),
				events: [...body.querySelectorAll('ol:first-of-type > li')].map((item) => item.textContent),
				links: [...body.querySelectorAll('ol a')].map((link) => link.getAttribute('href')),
				text: await read('text/plain')
			};
		});
		expect(copied.alt).toMatch(/^Map: Armenia and Azerbaijan.* 12 to 18 May 2021.*Lake Sev/);
		expect(copied.caption).toContain('Natural Earth');
		const titles = await told(page).getByRole('heading', { level: 3 }).allInnerTexts();
		expect(copied.events).toHaveLength(titles.length);
		for (const [i, title] of titles.entries()) {
			expect(copied.events[i]).toMatch(/^.*\d{4}: /);
			expect(copied.events[i]).toContain(title);
			expect(copied.events[i]).toMatch(/ \[\d+(, \d+)*\]$/);
		}
		expect(copied.src).toContain('numbers=1');
		expect(copied.items).toHaveLength(count);
		const shown = await cited(page).locator('p:first-child').allTextContents();
		expect(copied.items).toEqual(shown);
		expect(copied.links.length).toBeGreaterThanOrEqual(count);
		for (const [i, line] of shown.entries()) expect(copied.text).toContain(`${i + 1}. ${line}`);

		expect(copied.src).toContain(`${baseURL}${DOSSIER}/picture.png?${MAY}`);
		const picture = await page.request.get(copied.src);
		expect(picture.headers()['content-type']).toBe('image/png');
		// The header of a PNG: width and height, here twice those on the page.
		const bytes = await picture.body();
		expect([bytes.readUInt32BE(16) / 2, bytes.readUInt32BE(20) / 2]).toEqual(copied.size);
	});
});

test('where the browser copies nothing, what is to be copied is selected', async ({ page }) => {
	await page.addInitScript(() =>
		Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })
	);
	await page.goto(`${REPORT}?${MAY}`);
	await page.getByRole('button', { name: 'Copy figure with sources' }).click();
	await expect(page.getByRole('status')).toContainText('selected below');
	await expect(page.getByRole('img', { name: /^Map: Armenia and Azerbaijan/ })).toBeVisible();
	const selected = await page.evaluate(() => {
		const range = getSelection()?.getRangeAt(0);
		const content = range?.cloneContents();
		return {
			images: content?.querySelectorAll('img').length,
			items: content?.querySelectorAll('ol > li').length
		};
	});
	expect(selected).toEqual({
		images: 1,
		items: (await told(page).count()) + (await cited(page).count())
	});
});

test.describe('on paper', () => {
	/** Each page's text, in the order of the document, and each page at 50 pixels an inch. */
	async function printed(page: Page, format: 'A4' | 'Letter') {
		const folder = await mkdtemp(join(tmpdir(), 'dateline-report-'));
		const path = join(folder, 'report.pdf');
		try {
			await page.pdf({ path, format, printBackground: false });
			const { stdout } = await run('pdftotext', ['-raw', path, '-']);
			await run('pdftoppm', ['-r', '50', '-png', path, join(folder, 'page')]);
			const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
			const pictures = await Promise.all(names.map((name) => readFile(join(folder, name))));
			return {
				pages: stdout.split('\f').slice(0, -1).map(oneLine),
				pictures: pictures.map((picture) => PNG.sync.read(picture))
			};
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
	/** Pixels that are not paper. */
	function ink({ width, height, data }: PNG, within: (x: number, y: number) => boolean): number {
		let count = 0;
		for (let y = 0; y < height; y++)
			for (let x = 0; x < width; x++)
				if ((data[4 * (y * width + x) + 1] as number) < 200 && within(x, y)) count++;
		return count;
	}
	/** Without white space: where a line was broken, none or one may stand. */
	const oneLine = (text: string) => text.replace(/\s+/g, '');

	for (const format of ['A4', 'Letter'] as const)
		test(`no claim, citation or figure is parted by the end of a page of ${format}`, async ({
			page
		}) => {
			const { missing } = tool('pdftotext', 'poppler-utils');
			test.skip(missing !== undefined, missing);
			await page.goto(`${REPORT}?${MAY}`);
			const claims = await page
				.getByRole('list', { name: 'Claims' })
				.getByRole('listitem')
				.locator('.text')
				.allTextContents();
			const lines = await cited(page).locator('p:first-child').allTextContents();
			const titles = await page.getByRole('heading', { level: 3 }).allTextContents();
			const caption = await page.locator('figcaption').innerText();
			const { pages, pictures } = await printed(page, format);

			expect(claims.length).toBeGreaterThan(40);
			for (const text of [...claims, ...lines, ...titles, caption].map(oneLine))
				expect(
					pages.some((sheet) => sheet.includes(text)),
					text
				).toBe(true);
			// The figure stands on the first, with its lettering, legend and caption.
			for (const text of ['Lachin District', 'Somewhere in this area', caption])
				expect(pages[0]).toContain(oneLine(text));
			// Nothing reaches into the margins, but the number of the page.
			expect(pictures).toHaveLength(pages.length);
			for (const picture of pictures) {
				const { width, height } = picture;
				const margin = 24;
				expect(ink(picture, (x, y) => x < margin || x >= width - margin || y < margin)).toBe(0);
				expect(ink(picture, (x, y) => y >= height - margin - 6 && x < width / 2)).toBe(0);
				expect(ink(picture, (x, y) => y >= height - margin - 6 && x > width / 2)).toBeGreaterThan(
					0
				);
			}
			// A heading is followed by what it heads.
			for (const sheet of pages)
				for (const heading of ['21events', '12sources', 'Howtoreadthis'])
					expect(sheet.endsWith(heading)).toBe(false);
			expect(pages.join('')).not.toMatch(/Copyfigure|saveasPDF|←Livemap/);
		});

	test('nothing is held fast, laid over the rest or cut off', async ({ page }) => {
		await page.goto(REPORT);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 688, height: 970 });
		const faults = await page.evaluate(() =>
			[...document.querySelectorAll('body *')].flatMap((element) => {
				if (element.closest('svg')) return [];
				const { position, overflowX, overflowY } = getComputedStyle(element);
				const cut =
					(/auto|scroll|hidden|clip/.test(overflowY) &&
						element.scrollHeight > element.clientHeight + 1) ||
					(/auto|scroll|hidden|clip/.test(overflowX) &&
						element.scrollWidth > element.clientWidth + 1);
				const { width } = element.getBoundingClientRect();
				return width > 0 && (cut || /fixed|sticky/.test(position))
					? [element.outerHTML.slice(0, 90)]
					: [];
			})
		);
		expect(faults).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			688
		);
	});
});

for (const media of ['screen', 'print'] as const)
	for (const scheme of ['light', 'dark'] as const)
		test(`axe finds nothing in a report, ${media}, ${scheme}`, async ({ page }) => {
			await page.goto(`${REPORT}?${MAY}`);
			await page.emulateMedia({ media, colorScheme: scheme });
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
			).toEqual([]);
		});

test('a long dossier and a title of 2,000 characters make a page that says what it leaves out', async ({
	page
}) => {
	const files = syntheticFiles({ events: 230, seed: 3 });
	const { features } = files['events.geojson'] as {
		features: { properties: { title: string; when: unknown } }[];
	};
	const long = features[0]?.properties as { title: string; when: unknown };
	long.title = `</script><b>bold</b>${'x'.repeat(1980)}`;
	// So that it stands among the first.
	long.when = '1990-01-01';
	const server = await serveDossiers({ synthetic: files });
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	try {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(`${server.base}/synthetic/report`);
		await expect(told(page)).toHaveCount(200);
		await expect(page.getByText('The first 200 of 230 events are told here')).toBeVisible();
		const table = await page.getByRole('link', { name: 'events.csv' }).getAttribute('href');
		expect((await page.request.get(server.base + table)).status()).toBe(200);
		await expect(told(page).first().getByRole('heading', { level: 3 })).toHaveText(long.title);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 688, height: 970 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(688);
		expect(complaints).toEqual([]);
	} finally {
		server.stop();
	}
});
