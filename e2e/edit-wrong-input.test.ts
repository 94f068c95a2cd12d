import { expect, test, type Page } from '@playwright/test';
import { DOSSIER } from './map';
import { serveDossiers, type OwnServer } from './own-server';

const EDIT = `${DOSSIER}/edit`;
const EVENT = 'Troops near Lake Sev (Sev Lich)';

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const text = (page: Page) => page.getByLabel('Text', { exact: true });
const kept = (page: Page) => page.getByText('Kept in this browser only');
const show = (page: Page, kind: string) =>
	page.getByRole('button', { name: kind, exact: true }).click();

const note = (id: string, kind: string, geometry: unknown) => ({
	type: 'Feature',
	id,
	geometry,
	properties: { kind, text: `The note ${id}`, written: '2021-06-01' }
});
const notesFile = (features: unknown[], dateline = 1) => ({
	name: 'notes.geojson',
	mimeType: 'application/geo+json',
	buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', dateline, features }))
});
async function open(page: Page, file: ReturnType<typeof notesFile>): Promise<void> {
	await page.goto(EDIT);
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	await page.getByLabel('Files of the dossier, or a zip of them').setInputFiles(file);
}

for (const [what, kind, geometry, sentence] of [
	[
		'an area that crosses itself',
		'area',
		{
			type: 'Polygon',
			coordinates: [
				[
					[46, 39.5],
					[46.4, 39.8],
					[46.4, 39.5],
					[46, 39.8],
					[46, 39.5]
				]
			]
		},
		/does not cross itself/
	],
	[
		'a line of 10,000 points',
		'line',
		{
			type: 'LineString',
			coordinates: Array.from({ length: 10_000 }, (_, i) => [
				45 + i / 5000,
				39 + Math.sin(i / 40) / 5
			])
		},
		/at most 5000 positions/
	]
] as const)
	test(`${what} is named in a sentence and kept as it is`, async ({ page }) => {
		await open(page, notesFile([note('drawn', kind, geometry)]));
		await expect(kept(page)).toBeVisible();
		await page.reload();
		await show(page, 'Notes');
		await page.getByRole('button', { name: /The note drawn/ }).click();
		const form = page.getByRole('form', { name: 'Note' });
		await expect(form.getByText(sentence)).toBeVisible();
		await text(page).fill('It can be worked on.');
		await expect(kept(page)).toBeVisible();
		await page.getByText('As JSON', { exact: true }).click();
		const json = await page.getByLabel('The record as JSON').inputValue();
		expect(JSON.parse(json)).toMatchObject({
			geometry,
			properties: { text: 'It can be worked on.' }
		});
	});

test('HTML that is pasted stays the text that it is, and nothing in it runs', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	let ran = false;
	await page.exposeFunction('ran', () => (ran = true));
	await page.goto(EDIT);
	await page.getByRole('button', { name: EVENT }).first().click();
	const html = '<img src=x onerror="ran()"><b>Troops</b>';
	await page.evaluate(
		(html) =>
			navigator.clipboard.write([
				new ClipboardItem({
					'text/html': new Blob([html], { type: 'text/html' }),
					'text/plain': new Blob([html], { type: 'text/plain' })
				})
			]),
		html
	);
	await title(page).press('Control+a');
	await title(page).press('Control+v');
	await expect(title(page)).toHaveValue(html);
	await expect(title(page)).toHaveAccessibleDescription(/Expected:/);
	await expect(page.getByRole('button', { name: html }).first()).toBeVisible();
	await page.getByRole('button', { name: /^Changes/ }).click();
	await expect(page.getByRole('heading', { name: '1 record changed' })).toBeVisible();
	await expect(page.locator('img[src="x"]')).toHaveCount(0);
	expect(ran).toBe(false);
});

test('notes of a newer version that are opened are left out, and nothing else is lost', async ({
	page
}) => {
	await page.goto(EDIT);
	await page.getByRole('button', { name: EVENT }).first().click();
	await title(page).fill('Work of mine');
	await page
		.getByLabel('Files of the dossier, or a zip of them')
		.setInputFiles(notesFile([note('later', 'text', null)], 2));
	await expect(
		page.getByText(/notes\.geojson was not taken: it is of a newer version/)
	).toBeVisible();
	await expect(title(page)).toHaveValue('Work of mine');
	await show(page, 'Notes');
	await expect(page.getByRole('button', { name: /The note later/ })).toHaveCount(0);
});

test.describe('a dossier', () => {
	let server: OwnServer;
	test.beforeAll(async () => {
		const files = {
			'dossier.json': { dateline: 1, id: 'newer', title: 'Newer' },
			'sources.json': '[ { "id": "cut',
			'events.geojson': { type: 'FeatureCollection', features: [] },
			'notes.geojson': JSON.parse(
				notesFile([note('later', 'text', null)], 2).buffer.toString()
			) as object
		};
		server = await serveDossiers({ newer: files });
	});
	test.afterAll(() => server.stop());

	test('with a file of a newer version, and one cut short, has neither written over', async ({
		page
	}) => {
		await page.goto(`${server.base}/newer/edit`);
		await show(page, 'Notes');
		await expect(page.getByText(/notes\.geojson is of a newer version/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'New note' })).toHaveCount(0);
		await show(page, 'Sources');
		await expect(page.getByText(/sources\.json cannot be read/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'New source' })).toHaveCount(0);

		// A claim's source would make a record there as well.
		await show(page, 'Events');
		await page.getByRole('button', { name: 'New event' }).click();
		await page.getByRole('combobox', { name: 'Source', exact: true }).fill('https://a.example/b');
		await page.getByRole('option', { name: /^New source/ }).click();
		await expect(page.getByText(/sources\.json cannot be edited here/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Changes (1)' })).toBeVisible();
	});
});

test('two tabs that cannot hear each other lose nothing: of what both changed one is chosen', async ({
	page,
	context
}) => {
	await page.goto(EDIT);
	const second = await context.newPage();
	await second.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
	await second.goto(EDIT);
	for (const tab of [page, second]) await tab.getByRole('button', { name: EVENT }).first().click();
	await title(page).fill('From the first');
	await expect(kept(page)).toBeVisible();
	await title(second).fill('From the second');
	await expect(
		second.getByRole('heading', { name: 'Changed here and in another tab' })
	).toBeVisible();
	await expect(title(second)).toHaveValue('From the second');
	await second.getByRole('radio', { name: /in another tab/ }).check();
	await second.getByRole('button', { name: /^Bring them together/ }).click();
	await expect(title(second)).toHaveValue('From the first');
	await expect(kept(second)).toBeVisible();
});

for (const [how, script] of [
	[
		'refuses to open its storage',
		`IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }`
	],
	[
		'fails to open its storage',
		`IDBFactory.prototype.open = () => {
			const request = new EventTarget();
			request.error = new DOMException('A mutation operation was attempted', 'InvalidStateError');
			setTimeout(() => request.dispatchEvent(new Event('error')));
			return request;
		}`
	]
] as const)
	test(`a browser that ${how} says so, and what is typed stays in the page`, async ({ page }) => {
		await page.addInitScript(script);
		await page.goto(EDIT);
		await page.getByRole('button', { name: EVENT }).first().click();
		await title(page).fill('Mine');
		await expect(page.getByText(/^Not kept: This browser keeps nothing/)).toBeVisible();
		await expect(title(page)).toHaveValue('Mine');
		let asked = false;
		page.once('dialog', (dialog) => ((asked = true), void dialog.dismiss()));
		await page.close({ runBeforeUnload: true });
		await expect.poll(() => asked).toBe(true);
		await expect(title(page)).toHaveValue('Mine');
	});

test('room that runs out amid the work is named, and what was kept before is there again', async ({
	page
}) => {
	await page.goto(EDIT);
	await page.getByRole('button', { name: EVENT }).first().click();
	await title(page).fill('Kept');
	await expect(kept(page)).toBeVisible();
	await page.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		Object.assign(window, { room: () => (IDBObjectStore.prototype.put = put) });
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await page.getByLabel('Summary', { exact: true }).fill('Not kept');
	await expect(page.getByText(/^Not kept: The browser has no room left for it\./)).toBeVisible();
	await page.evaluate(() => (window as unknown as { room: () => void }).room());
	await page.getByLabel('Summary', { exact: true }).fill('Kept too');
	await expect(kept(page)).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Kept' }).first().click();
	await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Kept too');
});
