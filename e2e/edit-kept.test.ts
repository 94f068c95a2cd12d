import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { DOSSIER } from './map';

const EDIT = `${DOSSIER}/edit`;
const EVENT = 'Troops near Lake Sev (Sev Lich)';
const MINE = 'A title of my own';

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const kept = (page: Page) => page.getByText('Kept in this browser only');

async function change(page: Page): Promise<void> {
	await page.goto(EDIT);
	await page.getByRole('button', { name: EVENT }).first().click();
	await title(page).fill(MINE);
	await expect(kept(page)).toBeVisible();
}

/** Calls of the browser's storage manager are written down, and answered with `promise`. */
const ASKED = (promise: string) => `
	window.asked = [];
	for (const call of ['persist', 'persisted'])
		StorageManager.prototype[call] = async () => {
			window.asked.push(call);
			${promise}
		};`;
const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: string[] }).asked);

test.describe('the browser is asked to hold on to a draft', () => {
	const unpromised = (page: Page) =>
		page.getByText('This browser has not promised to hold on to it');

	test('once, when the first change is kept; a refusal is said and stops nothing', async ({
		page
	}) => {
		await page.addInitScript(ASKED('return false;'));
		await page.goto(EDIT);
		await expect(page.getByText('Nothing changed yet')).toBeVisible();
		expect(await asked(page)).toEqual([]);
		await change(page);
		await expect(unpromised(page)).toBeVisible();
		await title(page).fill('Another title');
		await expect(kept(page)).toBeVisible();
		expect((await asked(page)).filter((call) => call === 'persist')).toHaveLength(1);

		// What is known of it is said of the draft that is found again, without asking anew.
		await page.reload();
		await expect(unpromised(page)).toBeVisible();
		expect(await asked(page)).toEqual(['persisted']);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(unpromised(page)).toBeHidden();
	});

	test('and nothing is said of it where it promises', async ({ page }) => {
		await page.addInitScript(ASKED(`return call === 'persist';`));
		await change(page);
		await expect.poll(() => asked(page)).toContain('persist');
		await expect(kept(page)).toBeVisible();
		await expect(unpromised(page)).toHaveCount(0);
	});

	for (const [how, script] of [
		['never answers', ASKED('return new Promise(() => {});')],
		[
			'has nobody to ask',
			`Object.defineProperty(Navigator.prototype, 'storage', { value: undefined })`
		]
	] as const)
		test(`and where it ${how}, is not waited for`, async ({ page }) => {
			await page.addInitScript(script);
			await change(page);
			await page.reload();
			await page.getByRole('button', { name: MINE }).first().click();
			await expect(title(page)).toHaveValue(MINE);
		});
});

/** Does to what is kept what only a fault, or another version of Dateline, would do. */
async function damage(page: Page, what: string): Promise<void> {
	await page.goto('/health');
	await page.evaluate(
		([dossier, what]) =>
			new Promise<void>((done, failed) => {
				const opening = indexedDB.open('dateline-drafts');
				opening.onsuccess = () => {
					const db = opening.result;
					const transaction = db.transaction(['drafts', 'bases', 'changes'], 'readwrite');
					const [drafts, bases, changes] = ['drafts', 'bases', 'changes'].map((name) =>
						transaction.objectStore(name)
					) as [IDBObjectStore, IDBObjectStore, IDBObjectStore];
					if (what === 'head') drafts.put({ at: 1, changed: true }, dossier);
					if (what === 'base') bases.put({ rev: 'x', files: { 'events.geojson': '[]' } }, dossier);
					if (what === 'gone') bases.delete(dossier);
					if (what === 'change') changes.put('an edit', [dossier, 0]);
					if (what === 'other')
						changes.put(
							{
								label: 'x',
								edits: [{ file: 'events.geojson', id: 'none', before: {}, after: {} }]
							},
							[dossier, 0]
						);
					if (what === 'text') {
						const reading = bases.get(dossier);
						reading.onsuccess = () => {
							const base = reading.result as { files: Record<string, { text: string }> };
							(base.files['events.geojson'] as { text: string }).text = '{ "type": "Feat';
							bases.put(base, dossier);
						};
					}
					transaction.oncomplete = () => (db.close(), done());
					transaction.onerror = () => failed(new Error(String(transaction.error)));
				};
			}),
		[DOSSIER.slice(1), what] as const
	);
}

test.describe('a kept draft that cannot be opened', () => {
	const aside = (page: Page) => page.getByRole('alert');

	for (const [how, what] of [
		['has a head of another version', 'head'],
		['has files of another shape', 'base'],
		['has lost the files that it began from', 'gone'],
		['has a change that is none', 'change'],
		['has a change to what is not there', 'other'],
		['was made to a file that is no JSON any more', 'text']
	] as const)
		test(`as it ${how}, is named, stays, and can be taken out`, async ({ page }) => {
			await change(page);
			await damage(page, what);
			await page.goto(EDIT);
			await expect(aside(page)).toContainText(
				'This browser keeps a draft of this dossier that cannot be opened.'
			);
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Save what is kept as a file' }).click()
			]);
			const text = await readFile(await download.path(), 'utf8');
			expect(JSON.parse(text)).toMatchObject({ dossier: DOSSIER.slice(1) });
			if (what !== 'change' && what !== 'other') expect(text).toContain(MINE);

			await page.getByRole('button', { name: 'Edit the dossier as the server has it' }).click();
			await page.getByRole('button', { name: EVENT }).first().click();
			await title(page).fill('Beside it');
			await expect(page.getByText(/^Not kept: An earlier draft/)).toBeVisible();
			page.once('dialog', (dialog) => void dialog.accept());
			await page.reload();
			await expect(aside(page)).toBeVisible();
		});

	test('is deleted only when that is asked for twice, and then editing goes on', async ({
		page
	}) => {
		await change(page);
		await damage(page, 'head');
		await page.goto(EDIT);
		await page.getByRole('button', { name: 'Delete it and begin anew …' }).click();
		await page.getByRole('button', { name: 'Keep it' }).click();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.reload();
		await page.getByRole('button', { name: 'Delete it and begin anew …' }).click();
		await page.getByRole('button', { name: 'Delete what is kept for good' }).click();
		await expect(page.getByText('Nothing changed yet')).toBeVisible();
		await change(page);
		await page.reload();
		await page.getByRole('button', { name: MINE }).first().click();
	});

	test('of a store without all of its parts loses none of the others', async ({ page }) => {
		await page.goto('/health');
		await page.evaluate(
			(dossier) =>
				new Promise<void>((done) => {
					const opening = indexedDB.open('dateline-drafts', 1);
					opening.onupgradeneeded = () =>
						opening.result.createObjectStore('drafts').put('an old draft', dossier);
					opening.onsuccess = () => (opening.result.close(), done());
				}),
			DOSSIER.slice(1)
		);
		await page.goto(EDIT);
		await expect(aside(page)).toBeVisible();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Save what is kept as a file' }).click()
		]);
		expect(await readFile(await download.path(), 'utf8')).toContain('an old draft');
	});
});
