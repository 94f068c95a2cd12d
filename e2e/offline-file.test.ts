import AxeBuilder from '@axe-core/playwright';
import {
	expect,
	test,
	type APIRequestContext,
	type Browser,
	type Locator,
	type Page,
	type TestInfo
} from '@playwright/test';
import { copyFile, stat, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { DOSSIER } from './map';
import { serveFixtures } from './own-server';
import { daysBetween } from './timeline';

/** Saves a view through the viewer, and answers where the file lies. */
async function save(page: Page, query: string): Promise<string> {
	await page.goto(`${DOSSIER}?${query}`);
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	const saving = page.waitForEvent('download');
	await page.getByRole('link', { name: /^Save as one HTML file/ }).click();
	const download = await saving;
	expect(download.suggestedFilename()).toMatch(/^armenia-azerbaijan(-[a-z0-9-]+)?\.html$/);
	return download.path();
}

/** The same file as the server gives it, without the wait for the viewer. */
async function fetched(request: APIRequestContext, info: TestInfo, query: string): Promise<string> {
	const path = info.outputPath('saved');
	await writeFile(path, await (await request.get(`${DOSSIER}/offline.html?${query}`)).body());
	return path;
}

interface Opened {
	page: Page;
	/** What it asked of a network, and what its policy or a script complained of. */
	asked: string[];
	complaints: string[];
}

/** Opens a file from the disk with no network at all. */
async function open(
	browser: Browser,
	path: string,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Opened> {
	const context = await browser.newContext({ ...options, offline: true });
	const asked: string[] = [];
	const complaints: string[] = [];
	await context.route(/^(?!file:|data:)/, (route) => {
		asked.push(route.request().url());
		return route.abort();
	});
	const page = await context.newPage();
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('dialog', (dialog) => {
		complaints.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	// A page that is HTML by its name, as a reader's is.
	await copyFile(path, `${path}.html`);
	await page.goto(pathToFileURL(`${path}.html`).href);
	return { page, asked, complaints };
}

const rows = (page: Page) => page.getByRole('region', { name: 'Events' }).locator('summary');
const count = (page: Page) => page.getByRole('status');
const map = (page: Page) => page.getByRole('img', { name: /^Map with/ });
/** The numbers lettered on symbols, and symbols that stand alone. */
const symbols = (page: Page) => page.locator('#shown > g[transform^="translate"]:has(g)');

test.describe('the offline file', () => {
	test('saved through the viewer and opened from the disk with no network, filters by date', async ({
		page,
		browser
	}) => {
		const path = await save(page, 'from=2021-05-12&to=2021-05-14');
		expect((await stat(path)).size).toBeLessThanOrEqual(1_000_000);
		const file = await open(browser, path);
		const { page: offline } = file;

		await expect(offline.getByRole('heading', { level: 1 })).toHaveText(
			'Armenia and Azerbaijan, May 2021 to April 2022'
		);
		await expect(count(offline)).toHaveText(/^\d+ of \d+ events, 12 to 14 May 2021$/);
		await expect(rows(offline).filter({ hasText: 'Troops near Lake Sev' })).toBeVisible();
		await expect(rows(offline).filter({ hasText: 'Meeting in Brussels' })).toBeHidden();
		const opened = await rows(offline).filter({ visible: true }).count();
		await expect(count(offline)).toHaveText(new RegExp(`^${opened} of `));
		const drawn = await symbols(offline).count();
		expect(drawn).toBeGreaterThan(1);

		await offline.getByLabel('From', { exact: true }).fill('2021-12-14');
		await expect(rows(offline).filter({ visible: true })).toHaveCount(
			await rows(offline).filter({ hasText: '14 December 2021' }).count()
		);
		// The other end went along with the one that passed it.
		await expect(offline.getByLabel('to', { exact: true })).toHaveValue('2021-12-14');
		await expect(rows(offline).filter({ hasText: 'Meeting in Brussels' })).toBeVisible();
		await expect(rows(offline).filter({ hasText: 'Troops near Lake Sev' })).toBeHidden();
		expect(await symbols(offline).count()).toBeLessThan(drawn);
		await expect(map(offline)).toHaveAttribute('aria-label', /^Map with 0 of \d+ events?/);

		await offline.getByRole('button', { name: 'All dates' }).click();
		const all = await rows(offline).count();
		await expect(count(offline)).toHaveText(`${all} of ${all} events, any date`);
		expect(await symbols(offline).count()).toBeGreaterThanOrEqual(drawn);
		expect(file.asked).toEqual([]);
		expect(file.complaints).toEqual([]);
	});

	test('has a slider that keys move, and says where it stands in words', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(request, info, 'from=2021-05-12&to=2021-05-12');
		const { page: offline } = await open(browser, path);
		const first = offline.getByRole('slider', { name: 'First day' });
		const last = offline.getByRole('slider', { name: 'Last day' });
		await expect(first).toHaveAttribute('aria-valuetext', '12 May 2021');
		await last.press('ArrowRight');
		await expect(last).toHaveAttribute('aria-valuetext', '13 May 2021');
		await expect(count(offline)).toHaveText(/12 to 13 May 2021$/);
		// A thumb stops at the other.
		await first.press('End');
		await expect(first).toHaveAttribute('aria-valuetext', '13 May 2021');
		await last.press('End');
		await first.press('Home');
		await expect(count(offline)).toHaveText(/any date$/);
		await expect(last).toHaveAttribute('aria-valuetext', 'no last day');

		const box = await first.boundingBox();
		if (!box) throw new Error('The thumb has no box.');
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await offline.mouse.move(x, y);
		await offline.mouse.down();
		await offline.mouse.move(x + 200, y, { steps: 4 });
		await offline.mouse.up();
		await expect(count(offline)).toHaveText(/, from \d+ \w+ 202\d$/);
	});

	test('has thumbs that keep their distance to the pointer, and a bound up to the end of the axis', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(request, info, 'from=2021-07-12&to=2021-11-20');
		const { page: offline } = await open(browser, path);
		const first = offline.getByRole('slider', { name: 'First day' });
		const box = async (of: Locator) => {
			const found = await of.boundingBox();
			if (!found) throw new Error('It has no box.');
			return found;
		};
		const axis = await box(offline.locator('#axis'));
		const before = await box(first);
		/** Pixels of a day: a thumb stands at the beginning of one. */
		const day = axis.width / 365;
		// At the grip's outer end.
		const [x, y] = [before.x + 3, before.y + before.height / 2];
		await offline.mouse.move(x, y);
		await offline.mouse.down();
		await expect(first).toBeFocused();
		await offline.mouse.move(x + 1, y);
		expect(Math.abs((await box(first)).x - before.x - 1)).toBeLessThanOrEqual(day / 2 + 0.1);
		await offline.mouse.move(x + 61, y);
		expect(Math.abs((await box(first)).x - before.x - 61)).toBeLessThanOrEqual(day / 2 + 0.1);

		await offline.mouse.up();

		// The line at the axis' end is that day; beyond it there is no bound. It stands 20 pixels into its reach.
		await offline.mouse.move((await box(first)).x + 20, y);
		await offline.mouse.down();
		await offline.mouse.move(axis.x, y);
		await expect(first).toHaveAttribute('aria-valuetext', '1 May 2021');
		await expect(count(offline)).toHaveText(/, 1 May to 20 November 2021$/);
		await offline.mouse.move(axis.x - 15, y);
		await expect(first).toHaveAttribute('aria-valuetext', 'no first day');
		await offline.mouse.up();
	});

	test('has an axis whose band is moved, whose empty part takes a new range, and whose labels drag it along', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(request, info, 'from=2021-07-12&to=2021-07-31');
		const { page: offline } = await open(browser, path);
		const axis = await offline.locator('#axis').boundingBox();
		if (!axis) throw new Error('The axis has no box.');
		const fields = () =>
			Promise.all(
				['From', 'to'].map((label) => offline.getByLabel(label, { exact: true }).inputValue())
			);
		const drag = async (fromDay: string, toDay: string, y = 40) => {
			const x = (date: string) =>
				axis.x + ((daysBetween('2021-05-01', date) + 0.5) / 365) * axis.width;
			await offline.mouse.move(x(fromDay), axis.y + y);
			await offline.mouse.down();
			await offline.mouse.move(x(toDay), axis.y + y, { steps: 3 });
			await offline.mouse.up();
		};
		await drag('2021-07-22', '2021-08-22');
		expect(await fields()).toEqual(['2021-08-12', '2021-08-31']);
		await drag('2021-12-20', '2021-12-01');
		expect(await fields()).toEqual(['2021-12-01', '2021-12-20']);
		await expect(count(offline)).toHaveText(/, 1 to 20 December 2021$/);

		const first = offline.getByRole('slider', { name: 'First day' });
		const before = (await first.boundingBox())?.x ?? NaN;
		await drag('2021-09-01', '2021-10-01', 75);
		const moved = ((await first.boundingBox())?.x ?? NaN) - before;
		expect(moved).toBeCloseTo((30 / 365) * axis.width, 0);
		expect(await fields()).toEqual(['2021-12-01', '2021-12-20']);
	});

	test('says which events are only perhaps in the dates', async ({ request, browser }, info) => {
		const path = await fetched(request, info, 'from=2021-05-18&to=2021-05-18');
		const { page: offline } = await open(browser, path);
		const vague = rows(offline).filter({ hasText: 'Lavrov’s visit to Yerevan' });
		await expect(vague.getByText('perhaps in this range')).toBeVisible();
		await offline.getByRole('button', { name: 'All dates' }).click();
		await expect(vague.getByText('perhaps in this range')).toBeHidden();
	});

	test('leads from the map to the card, from the card to the numbered source', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(
			request,
			info,
			'from=2021-12-14&to=2021-12-14&q=Brussels&map=8/50.85/4.35'
		);
		const { page: offline } = await open(browser, path);
		const box = await map(offline).boundingBox();
		if (!box) throw new Error('The map has no box.');
		const at = await symbols(offline).first().boundingBox();
		if (!at) throw new Error('No symbol is drawn.');
		await offline.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
		const card = offline.locator('details[open]');
		await expect(card).toContainText('Meeting in Brussels');
		await expect(card.getByRole('link', { name: /read the passage/ }).first()).toHaveAttribute(
			'href',
			/^https?:\/\/.*#:~:text=/
		);
		await card.getByRole('definition').getByRole('link', { name: '1', exact: true }).click();
		await expect(offline.locator('#source-1')).toBeInViewport();
	});

	test('answers at an address whose fragment is no text', async ({ request, browser }, info) => {
		const path = await fetched(request, info, 'from=2021-05-12&to=2021-05-14');
		const { page: offline, complaints } = await open(browser, path);
		await offline.goto(`${offline.url()}#%`);
		await offline.reload();
		await offline.getByRole('button', { name: 'All dates' }).click();
		await expect(count(offline)).toHaveText(/events, any date$/);
		expect(complaints).toEqual([]);
	});

	test('without JavaScript is the picture, the list and the sources', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(request, info, 'from=2021-05-12&to=2021-05-14');
		const { page: offline } = await open(browser, path, { javaScriptEnabled: false });
		await expect(map(offline)).toBeVisible();
		await expect(rows(offline).filter({ hasText: 'Troops near Lake Sev' })).toBeVisible();
		await expect(rows(offline).filter({ hasText: 'Meeting in Brussels' })).toBeHidden();
		await expect(offline.getByRole('heading', { name: 'Sources' })).toBeVisible();
		await expect(offline.getByRole('slider')).toHaveCount(0);
		await rows(offline).filter({ hasText: 'Troops near Lake Sev' }).click();
		await expect(offline.getByRole('link', { name: /read the passage/ }).first()).toBeVisible();
	});

	for (const scheme of ['light', 'dark'] as const)
		test(`axe finds nothing in it, ${scheme}, and nothing is cut at 320 pixels`, async ({
			request,
			browser
		}, info) => {
			const path = await fetched(request, info, 'event=lake-sev-troops-2021-05-12');
			const { page: offline } = await open(browser, path, {
				colorScheme: scheme,
				viewport: { width: 320, height: 640 },
				bypassCSP: true
			});
			const { violations } = await new AxeBuilder({ page: offline }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
			).toEqual([]);
			expect(
				await offline.evaluate(() => document.documentElement.scrollWidth)
			).toBeLessThanOrEqual(320);
		});

	test('has every card open on paper', async ({ request, browser }, info) => {
		const path = await fetched(request, info, 'from=2021-05-12&to=2021-05-12');
		const { page: offline } = await open(browser, path);
		const closed = offline.locator('[data-event]:not([hidden]) details:not([open])');
		await expect(closed).not.toHaveCount(0);
		await offline.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await expect(closed).toHaveCount(0);
		await offline.evaluate(() => dispatchEvent(new Event('afterprint')));
		await expect(closed).not.toHaveCount(0);
	});

	test('has the chosen event on its map as before when paper is done with', async ({
		request,
		browser
	}, info) => {
		const path = await fetched(request, info, 'event=lake-sev-troops-2021-05-12');
		const { page: offline } = await open(browser, path);
		const chosen = offline.locator('#shown > g:has(> rect[stroke*="accent"])');
		await expect(chosen).toHaveCount(1);
		const place = (await chosen.getAttribute('transform')) ?? '';
		// Each card says a little later that it was opened or closed: the last of them says so last.
		await offline.evaluate(async () => {
			const last = [...document.querySelectorAll('details:not([open])')].at(-1) as Element;
			for (const name of ['beforeprint', 'afterprint']) {
				const told = new Promise((done) => last.addEventListener('toggle', done, { once: true }));
				dispatchEvent(new Event(name));
				await told;
			}
		});
		await expect(chosen).toHaveCount(1);
		await expect(chosen).toHaveAttribute('transform', place);
		await expect(offline.locator('details[open]')).toHaveCount(1);
	});

	test('shows a hostile title as the text that it is, and runs nothing', async ({
		browser,
		request
	}, info) => {
		const { base, stop } = await serveFixtures();
		try {
			const answer = await request.get(`${base}/html-title/offline.html`);
			expect(answer.headers()['content-disposition']).toBe(
				'attachment; filename="html-title.html"'
			);
			const path = info.outputPath('hostile');
			await writeFile(path, await answer.body());
			const { page: offline, complaints } = await open(browser, path);
			await expect(rows(offline).first()).toContainText(
				'Talks <img src=x onerror=alert(1)> at the harbour'
			);
			await expect(count(offline)).toHaveText(/events?, any date$/);
			expect(await offline.locator('img').count()).toBe(0);
			expect(complaints).toEqual([]);
		} finally {
			stop();
		}
	});
});
