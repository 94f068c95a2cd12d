import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AT_LAKE_SEV, DOSSIER, expectSymbol, listed } from './map';
import { hostFolder, type StaticHost } from './static-host';
import { swipe } from './swipe';

// One build and one host for all of them.
test.describe.configure({ mode: 'serial' });

const FOLDER = 'build-static';
interface Step {
	id: string;
	heading: string;
	view: string;
}
const {
	stories: [story]
} = JSON.parse(await readFile(`geodata${DOSSIER}/story.json`, 'utf8')) as {
	stories: [{ id: string; title: string; steps: Step[] }];
};
let host: StaticHost;

test.beforeAll(async () => {
	test.setTimeout(600_000);
	// As on any machine: nothing of the address is known.
	const env = { ...process.env, DATELINE_SITE: '', DATELINE_DATA: '', ORIGIN: '' };
	await promisify(execFile)(process.execPath, ['scripts/build-static.js'], { env });
	host = await hostFolder(FOLDER, '/some/sub/path');
});
test.afterAll(() => host?.stop());

/** What a page complains of, and what it asks for outside the folder. */
function watch(page: Page) {
	const wrong: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') wrong.push(message.text());
	});
	page.on('pageerror', (error) => wrong.push(error.message));
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(`${host.base}/`) && !/^(data|blob):/.test(url)) wrong.push(url);
	});
	return wrong;
}

test.describe('a folder under any path', () => {
	test('shows the view that the address asks for, and asks for nothing outside the folder', async ({
		page
	}) => {
		const wrong = watch(page);
		await page.goto(`${host.base}${DOSSIER}/?${AT_LAKE_SEV}&from=2021-05-12&to=2021-05-12`);
		await expect(page.getByLabel('From', { exact: true })).toHaveValue('2021-05-12');
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(1);
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' })).toHaveCount(0);
		// The live map, which stands where the address says.
		await expect(page.getByRole('button', { name: /Troops near Lake Sev/ })).toBeVisible({
			timeout: 45_000
		});
		await expectSymbol(page, 'movement');
		await page.waitForLoadState('networkidle');
		expect(wrong).toEqual([]);
		expect(host.missed).toEqual([]);
	});

	test('goes back and forward through what was chosen', async ({ page }) => {
		await page.goto(`${host.base}${DOSSIER}/?from=2021-12-14&to=2021-12-14`);
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(0);
		await listed(page).filter({ hasText: 'Meeting in Brussels' }).click();
		await expect(page).toHaveURL(/from=2021-12-14.*event=brussels-meeting-2021-12-14/);
		await page.goBack();
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' })).toBeVisible();
		await expect(page).not.toHaveURL(/event=/);
		await page.goForward();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Meeting in Brussels' })
		).toBeVisible();
		await page.reload();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Meeting in Brussels' })
		).toBeVisible();
	});

	test('leads from its front to the dossier, and from a permalink to the map', async ({ page }) => {
		const wrong = watch(page);
		await page.goto(`${host.base}/`);
		await expect(page).toHaveURL(`${host.base}${DOSSIER}/`);
		await page.goto(`${host.base}${DOSSIER}/events/brussels-meeting-2021-12-14/`);
		await page.getByRole('link', { name: 'NEWS.am' }).first().click();
		await expect(page.getByRole('link', { name: 'Open the article ↗' })).toHaveAttribute(
			'href',
			'https://news.am/eng/news/677556.html'
		);
		await page.goBack();
		await page.getByRole('link', { name: /On the map/ }).click();
		await expect(page).toHaveURL(/event=brussels-meeting-2021-12-14/);
		await expect(
			page.getByRole('heading', { level: 1, name: 'Meeting in Brussels' })
		).toBeVisible();
		expect(wrong).toEqual([]);
		expect(host.missed).toEqual([]);
	});

	test('tells a story: each step has its address, its links, its buttons and its keys', async ({
		page
	}) => {
		const wrong = watch(page);
		const heading = page.getByRole('heading', { level: 2 }).first();
		const way = page.getByRole('navigation', { name: 'Steps of the story' });
		for (const step of story.steps) {
			await page.goto(`${host.base}${DOSSIER}/?story=${story.id}&step=${step.id}`);
			await expect(heading).toHaveText(step.heading);
			await expect(page.getByLabel('From', { exact: true })).toHaveValue(
				new URLSearchParams(step.view).get('from') ?? ''
			);
		}
		const [first, second] = story.steps as [Step, Step];
		await page.goto(`${host.base}${DOSSIER}/`);
		await page.getByRole('link', { name: story.title }).click();
		await expect(heading).toHaveText(first.heading);
		await way.getByRole('link', { name: 'Next' }).click();
		await expect(heading).toHaveText(second.heading);
		await expect(page).toHaveURL(new RegExp(`story=${story.id}&step=${second.id}$`));
		await page.keyboard.press('ArrowLeft');
		await expect(heading).toHaveText(first.heading);
		await page.goBack();
		await expect(heading).toHaveText(second.heading);
		await page.getByRole('link', { name: 'Sisian', exact: true }).click();
		await expect(page).toHaveURL(/event=sisian-advance-2021-05-13&story=/);
		await page.reload();
		await expect(heading).toHaveText(second.heading);
		await expect(page.getByText('Marked on the map')).toBeVisible();
		await page.waitForLoadState('networkidle');
		expect(wrong).toEqual([]);
		expect(host.missed).toEqual([]);
	});

	test('embeds a step of a story', async ({ page }) => {
		const wrong = watch(page);
		const [, , third] = story.steps as [Step, Step, Step];
		await page.goto(`${host.base}${DOSSIER}/embed/?story=${story.id}&step=${third.id}`);
		const heading = page.getByRole('heading', { level: 2 }).first();
		await expect(heading).toHaveText(third.heading);
		await page
			.getByRole('navigation', { name: 'Steps of the story' })
			.getByRole('link', { name: 'Back', exact: true })
			.click();
		await expect(heading).toHaveText(story.steps[1]?.heading ?? '');
		await page.waitForLoadState('networkidle');
		expect(wrong).toEqual([]);
		expect(host.missed).toEqual([]);
	});

	test('embeds a view', async ({ page }) => {
		const wrong = watch(page);
		await page.goto(`${host.base}${DOSSIER}/embed/?from=2021-12-14&to=2021-12-14&ui=list`);
		await expect(listed(page).filter({ hasText: 'Meeting in Brussels' })).toHaveCount(1);
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(0);
		expect(wrong).toEqual([]);
	});

	test('writes the view on the screen as a file, in the browser', async ({ page }) => {
		await page.goto(`${host.base}${DOSSIER}/?from=2021-12-14&to=2021-12-14`);
		await expect(listed(page).filter({ hasText: 'Troops near Lake Sev' })).toHaveCount(0);
		await page.getByRole('button', { name: 'Take the view with you' }).click();
		const saving = page.waitForEvent('download');
		await page.getByRole('link', { name: /^GeoJSON/ }).click();
		const download = await saving;
		expect(download.suggestedFilename()).toBe('armenia-azerbaijan-events.geojson');
		const text = await readFile(await download.path(), 'utf8');
		const { features } = JSON.parse(text) as { features: { id: string }[] };
		expect(features.map(({ id }) => id)).toContain('brussels-meeting-2021-12-14');
		expect(features.map(({ id }) => id)).not.toContain('lake-sev-troops-2021-05-12');
		expect(text).toContain(`${host.base}${DOSSIER}/events/brussels-meeting-2021-12-14`);
	});

	test('has the opening view as pictures, exports and an offline file', async ({ request }) => {
		for (const name of [
			'picture.svg',
			'picture.png',
			'picture.pdf',
			'events.geojson',
			'events.csv',
			'events.kml',
			'sources.json',
			'sources.bib',
			'sources.ris',
			'offline.html'
		]) {
			const answer = await request.get(`${host.base}${DOSSIER}/${name}`);
			expect(answer.status(), name).toBe(200);
			expect((await answer.body()).length, name).toBeGreaterThan(500);
		}
	});

	test('names no address of the machine that built it', async () => {
		for (const name of await readdir(FOLDER, { recursive: true })) {
			if (!/\.(html|json|geojson|csv|kml|bib|ris|md|txt|svg)$/.test(name)) continue;
			const text = await readFile(join(FOLDER, name), 'utf8');
			expect(text.includes('sveltekit-prerender'), name).toBe(false);
			expect(text.includes('127.0.0.1'), name).toBe(false);
		}
	});

	test('has a policy in every page, without scripts of its own', async ({ request }) => {
		const html = await (await request.get(`${host.base}${DOSSIER}/`)).text();
		const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
		expect(policy).toContain("default-src 'none'");
		expect(policy).toMatch(/script-src 'self' 'sha256-/);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
	test('a story of a folder is read with swipes', async ({ page }) => {
		await page.goto(`${host.base}${DOSSIER}/?story=${story.id}`);
		const heading = page.getByRole('heading', { level: 2 }).first();
		await expect(heading).toHaveText(story.steps[0]?.heading ?? '');
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible({ timeout: 45_000 });
		await swipe(page, heading, -150);
		await expect(heading).toHaveText(story.steps[1]?.heading ?? '');
		await swipe(page, heading, 150);
		await expect(heading).toHaveText(story.steps[0]?.heading ?? '');
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the pages of a folder hold picture, list and sources', async ({ page }) => {
		await page.goto(`${host.base}${DOSSIER}/`);
		expect(await listed(page).count()).toBeGreaterThan(40);
		await expect(page.getByRole('img', { name: /^Map with/ })).toBeVisible();
		expect(host.missed).toEqual([]);
	});
});
