import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile, mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { DOSSIER } from './map';

const EDIT = `${DOSSIER}/edit`;
const EVENT = 'Troops near Lake Sev (Sev Lich)';
const OTHER = 'Troops reported near Lake Sev';

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const kept = (page: Page) => page.getByText('Kept in this browser only');
async function openEvent(page: Page, name = EVENT) {
	await page.getByRole('button', { name }).first().click();
	await expect(title(page)).toHaveValue(name);
}

test.describe('a draft', () => {
	test('keeps what is typed, through a reload, until it is undone', async ({ page }) => {
		await page.goto(EDIT);
		await openEvent(page);
		await title(page).fill(OTHER);
		await expect(kept(page)).toBeVisible();

		await page.reload();
		await openEvent(page, OTHER);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(title(page)).toHaveValue(EVENT);
		await expect(page.getByText('Nothing changed yet')).toBeVisible();
		await page.getByRole('button', { name: 'Redo' }).click();
		await expect(title(page)).toHaveValue(OTHER);
		await page.keyboard.press('Control+z');
		await expect(title(page)).toHaveValue(EVENT);
	});

	test('asks what was corrected, leaves as files in which the check finds nothing, and comes back from them', async ({
		page
	}) => {
		await page.goto(EDIT);
		await openEvent(page);
		await title(page).fill(OTHER);
		await expect(kept(page)).toBeVisible();
		await page.getByRole('button', { name: 'Changes (1)' }).click();
		const zip = page.getByRole('button', { name: 'Download as a zip' });
		await expect(zip).toBeDisabled();
		await page.getByLabel(/what was corrected/).fill('The title of one event is more careful.');
		await page.getByRole('button', { name: 'Add to the corrections' }).click();

		const [download] = await Promise.all([page.waitForEvent('download'), zip.click()]);
		const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
		const entries = unzipSync(new Uint8Array(await readFile(await download.path())));
		for (const [path, bytes] of Object.entries(entries)) {
			await mkdir(join(folder, path, '..'), { recursive: true });
			await writeFile(join(folder, path), strFromU8(bytes));
		}
		const dossier = join(folder, DOSSIER.slice(1));
		const check = ['dist/dateline.js', 'check', dossier, '--strict'];
		// Any note ends it with 1, which fails here.
		await promisify(execFile)(process.execPath, check);
		const header = JSON.parse(await readFile(join(dossier, 'dossier.json'), 'utf8')) as {
			corrections: { text: string }[];
		};
		expect(header.corrections.at(-1)?.text).toBe('The title of one event is more careful.');

		await page.getByRole('button', { name: 'Discard …' }).click();
		await page.getByRole('button', { name: /for good$/ }).click();
		await expect(page.getByText('Nothing changed yet')).toBeVisible();
		await page.getByLabel('Files of the dossier, or a zip of them').setInputFiles(
			await download.path().then(async (path) => ({
				name: 'draft.zip',
				mimeType: 'application/zip',
				buffer: await readFile(path)
			}))
		);
		await expect(page.getByText('Taken: 2 records differing')).toBeVisible();
		await expect(page.getByRole('button', { name: OTHER }).first()).toBeVisible();
		// Taken out once more, they are the very files that came in.
		await expect(zip).toBeEnabled();
		const [again] = await Promise.all([page.waitForEvent('download'), zip.click()]);
		const later = unzipSync(new Uint8Array(await readFile(await again.path())));
		const texts = (files: Record<string, Uint8Array>) =>
			Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]);
		expect(texts(later)).toEqual(texts(entries));
	});

	test('lets a record be taken out, shows another beside the review of changes, and brings it back', async ({
		page
	}) => {
		await page.goto(EDIT);
		await openEvent(page);
		await page.getByRole('button', { name: 'Take out this event' }).click();
		await expect(page.getByRole('button', { name: EVENT })).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Events', exact: true })).toBeFocused();
		await page.getByRole('button', { name: 'Changes (1)' }).click();
		await expect(page.getByText('event, taken out')).toBeVisible();

		const other = 'Lavrov’s visit to Yerevan';
		await page.getByRole('button', { name: other }).click();
		await expect(title(page)).toHaveValue(other);
		await page.getByRole('button', { name: 'Undo' }).click();
		await openEvent(page);
	});

	test('in a second tab follows what is changed in the first', async ({ page, context }) => {
		await page.goto(EDIT);
		const second = await context.newPage();
		await second.goto(EDIT);
		await openEvent(second);
		await openEvent(page);
		await title(page).fill(OTHER);
		await expect(title(second)).toHaveValue(OTHER);
		await title(second).fill('A third title');
		await expect(title(page)).toHaveValue('A third title');
		await expect(kept(page)).toBeVisible();
	});

	for (const [how, script, sentence] of [
		[
			'keeps nothing for the page',
			`Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } })`,
			/^Not kept: This browser keeps nothing for this page\./
		],
		[
			'has no room',
			`IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }`,
			/^Not kept: The browser has no room left for it\./
		]
	] as const)
		test(`in a browser that ${how} says so, and is there to be taken out`, async ({ page }) => {
			await page.addInitScript(script);
			await page.goto(EDIT);
			await openEvent(page);
			await title(page).fill(OTHER);
			await expect(page.getByText(sentence)).toBeVisible();
			await expect(kept(page)).toBeHidden();
			await page.getByRole('button', { name: 'Changes (1)' }).click();
			await page.getByLabel(/Nothing to correct/).check();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Download as a zip' }).click()
			]);
			expect(download.suggestedFilename()).toBe(`${DOSSIER.slice(1)}.zip`);
		});
});

test('the page of a draft says without JavaScript what it needs', async ({ browser, baseURL }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(`${baseURL}${EDIT}`);
	await expect(page.getByText('Editing needs JavaScript.')).toBeVisible();
	await page.context().close();
});

for (const [colorScheme, width] of [
	['light', 390],
	['dark', 390],
	['light', 1440]
] as const)
	test(`axe finds nothing in a draft and its changes, ${colorScheme}, ${width} pixels wide`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 844 });
		await page.goto(EDIT);
		await openEvent(page);
		await title(page).fill(OTHER);
		await expect(kept(page)).toBeVisible();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.getByRole('button', { name: 'Changes (1)' }).click();
		await expect(page.getByRole('heading', { name: '1 record changed' })).toBeFocused();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
