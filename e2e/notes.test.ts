import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { collection } from '../test/synthetic/dossier.js';
import { serveDossiers, type OwnServer } from './own-server';

const read = (name: string) =>
	JSON.parse(readFileSync(`test/fixtures/dossiers/sound/${name}`, 'utf8')) as Record<
		string,
		unknown
	>;
const by = { author: 'Ann Rees', written: '2021-05-20' };
const note = (id: string, geometry: object | null, properties: object) => ({
	type: 'Feature',
	id,
	geometry,
	properties: { ...by, ...properties }
});
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const LONG = `Of the pool ${'the map of the harbour office has more than this one '.repeat(4)}says.`;

const NOTES = [
	note('quay', point(46.25, 39.65), {
		text: 'The quay is <b>closed</b>.\nSee https://example.org/quay, and javascript:alert(1).',
		when: '2021-05-12/2021-05-13'
	}),
	note(
		'way',
		{
			type: 'LineString',
			coordinates: [
				[45.9, 39.75],
				[46.12, 39.64]
			]
		},
		{
			kind: 'arrow',
			text: 'By this road',
			when: '2021-05-13~'
		}
	),
	note(
		'wall',
		{
			type: 'LineString',
			coordinates: [
				[46.3, 39.5],
				[46.4, 39.6]
			]
		},
		{
			text: 'The wall',
			measure: true,
			style: { dash: true }
		}
	),
	note(
		'pool',
		{
			type: 'Polygon',
			coordinates: [
				[
					[46, 39.4],
					[46.2, 39.4],
					[46.2, 39.5],
					[46, 39.5],
					[46, 39.4]
				]
			]
		},
		{
			text: LONG,
			when: '2021-05-14/..'
		}
	),
	note('why-date', null, { text: 'The Courier alone gives the day.', event: 'talks-end' }),
	note('why-claim', null, {
		text: 'It names no hour.',
		event: 'talks-end',
		claim: { source: 'courier-1', by: 'The Courier' }
	})
];

let server: OwnServer;
test.beforeAll(async () => {
	const files = {
		'sources.json': read('sources.json'),
		'places.geojson': read('places.geojson'),
		'events.geojson': read('events.geojson')
	};
	const harbour = {
		'dossier.json': { ...read('dossier.json'), id: 'harbour', updated: '2021-05-20' },
		...files,
		'notes.geojson': collection(NOTES)
	};
	server = await serveDossiers({ harbour: harbour as never });
});
test.afterAll(() => server.stop());

const MAP = 'map=10/39.6/46.2';
const open = async (page: Page, query = MAP, path = '/harbour') => {
	await page.goto(`${server.base}${path}?${query}`);
	await expect(page.getByRole('img', { name: /^Map with/ })).toHaveCount(0, { timeout: 30_000 });
};
const onMap = (page: Page, text: string | RegExp) =>
	page.getByRole('group', { name: 'Notes on the map' }).getByRole('button', { name: text });
const inList = (page: Page) => page.getByRole('region', { name: 'Notes by the author' });

test('notes come and go on the map and in the list as the dates are moved', async ({ page }) => {
	await open(page, `${MAP}&from=2021-05-12&to=2021-05-12`);
	await expect(onMap(page, /The quay/)).toHaveCount(1);
	await expect(onMap(page, /Of the pool/)).toHaveCount(0);
	await expect(inList(page).getByText('The wall')).toBeVisible();
	// In doubt by a day, the 12th may be one of its days.
	await expect(
		inList(page).getByRole('listitem').filter({ hasText: 'By this road' })
	).toContainText('perhaps in this range');
	await expect(onMap(page, /By this road.*perhaps in this range/)).toHaveCount(1);

	const first = page.getByRole('slider', { name: 'First day' });
	const last = page.getByRole('slider', { name: 'Last day' });
	for (let i = 0; i < 3; i++) await last.press('ArrowRight');
	for (let i = 0; i < 3; i++) await first.press('ArrowRight');
	await expect(onMap(page, /The quay/)).toHaveCount(0);
	await expect(onMap(page, /By this road/)).toHaveCount(0);
	await expect(onMap(page, /Of the pool/)).toHaveCount(1);
	await expect(onMap(page, /The wall/)).toHaveCount(1);
	await expect(inList(page).getByRole('listitem')).toHaveText([/^Of the pool/, /^The wall/]);
});

test('a note in the list moves the map to it and opens its text, whole, as text with links', async ({
	page
}) => {
	const dialogs: string[] = [];
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	await open(page, 'map=10/41/44');
	await expect(onMap(page, /The quay/)).toHaveCount(0);
	await inList(page).getByRole('link', { name: 'On the map: The quay' }).press('Enter');
	const text = page.getByRole('dialog', { name: 'Note by Ann Rees, 20 May 2021' });
	await expect(text).toBeFocused();
	await expect(text).toContainText('The quay is <b>closed</b>.');
	await expect(text.getByRole('link')).toHaveText(['https://example.org/quay']);
	await expect(onMap(page, /The quay/)).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(text).toHaveCount(0);
	await expect(onMap(page, /The quay/)).toBeFocused();
	expect(dialogs).toEqual([]);
});

test('keys go from note to note on the map and open them; a long text is cut there and whole when opened', async ({
	page
}) => {
	await open(page);
	const notes = page.getByRole('group', { name: 'Notes on the map' }).getByRole('button');
	await expect(notes).toHaveCount(4);
	await notes.first().focus();
	await page.keyboard.press('ArrowRight');
	await expect(notes.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(notes.first()).toBeFocused();
	const pool = onMap(page, /Of the pool/);
	const lettered = (await pool.locator('text').allTextContents()).join(' ');
	expect(lettered).toMatch(/^Of the pool .*…$/);
	expect(lettered.length).toBeLessThan(LONG.length / 2);
	await pool.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toContainText(LONG.replace(/\s+/g, ' '));
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a press on the map opens a note, and no text of one lies on a symbol', async ({ page }) => {
	await open(page);
	const wall = onMap(page, /The wall/);
	await wall.getByText('The wall').click({ force: true });
	await expect(page.getByRole('dialog')).toContainText('The wall');
	await expect(page.getByRole('dialog')).toContainText('14');
	const boxes = await page
		.getByRole('group', { name: 'Notes on the map' })
		.locator('text')
		.evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().toJSON() as DOMRect));
	const symbols = await page
		.getByRole('group', { name: 'Symbols on the map' })
		.getByRole('button')
		.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().toJSON() as DOMRect));
	expect(boxes.length).toBeGreaterThan(4);
	expect(symbols.length).toBeGreaterThan(0);
	for (const a of boxes)
		for (const b of symbols)
			expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
				false
			);
});

test('the menu takes the notes away, the address says so, and remarks go with them', async ({
	page
}) => {
	await open(page);
	await expect(onMap(page, /The wall/)).toHaveCount(1);
	await page.getByRole('button', { name: 'How the map is drawn' }).click();
	await page.getByRole('checkbox', { name: 'Notes by the author' }).uncheck();
	await expect(inList(page)).toHaveCount(0);
	await expect(onMap(page, /The wall/)).toHaveCount(0);
	await expect(page).toHaveURL(/notes=0/);
	await page.goto(`${server.base}/harbour?notes=0&event=talks-end`);
	await expect(page.getByRole('heading', { name: 'End of the talks' })).toBeVisible();
	await expect(page.getByText('The Courier alone gives the day.')).toHaveCount(0);
});

test('remarks stand in the card, under their event and their claim, with author and date', async ({
	page
}) => {
	await open(page, `${MAP}&event=talks-end`);
	const card = page.getByRole('article').filter({ hasText: 'End of the talks' }).first();
	const remarks = card.getByRole('note');
	await expect(remarks).toHaveText([
		/The Courier alone gives the day\.\s*Note by Ann Rees, 20 May 2021/,
		/It names no hour\.\s*Note by Ann Rees, 20 May 2021/
	]);
	const claim = card.getByRole('article').filter({ hasText: 'The talks ended on Friday.' });
	await expect(claim.getByRole('note')).toHaveText(/It names no hour\./);
	await page.goto(`${server.base}/harbour?${MAP}&event=talks-begin`);
	await expect(page.getByRole('heading', { name: 'Talks at the harbour' })).toBeVisible();
	await expect(page.getByRole('note')).toHaveCount(0);
});

test('a note is known from the day it was written', async ({ page }) => {
	await open(page, `${MAP}&asof=2021-05-19`);
	await expect(page.getByText('2 of 2 events').first()).toBeVisible();
	await expect(inList(page)).toHaveCount(0);
	await open(page, `${MAP}&asof=2021-05-20`);
	await expect(inList(page).getByRole('listitem')).toHaveCount(4);
});

test('the embed draws and lists them, and its address can leave them out', async ({ page }) => {
	await open(page, MAP, '/harbour/embed');
	await expect(onMap(page, /The wall/)).toHaveCount(1);
	await page.getByRole('button', { name: '2 events', exact: true }).click();
	await inList(page).getByRole('link', { name: 'On the map: The wall' }).click();
	await expect(page.getByRole('dialog')).toContainText('The wall');
	await open(page, `${MAP}&notes=0`, '/harbour/embed');
	await expect(onMap(page, /The wall/)).toHaveCount(0);
});

test('the report letters them on its map and lists them whole', async ({ page }) => {
	await page.goto(`${server.base}/harbour/report?${MAP}`);
	const list = inList(page).getByRole('listitem');
	await expect(list).toHaveText([
		/^A\s*The quay is <b>closed<\/b>\.\s*See https:\/\/example\.org\/quay.*Note by Ann Rees, 20 May 2021/s,
		/^B\s*By this road/,
		new RegExp(`^C\\s*${LONG.slice(0, 40)}.*says\\.`),
		/^D\s*The wall/
	]);
	const map = page.getByRole('img', { name: /4 notes by the author/ });
	await expect(map.getByText('B · By this road')).toHaveCount(1);
	await expect(map.getByText('D · The wall')).toHaveCount(1);
	await expect(page.getByRole('note')).toHaveCount(2);
});

test('the picture has them in the chosen dates, and in none where they are left out', async ({
	request
}) => {
	const picture = async (query: string) =>
		(await request.get(`${server.base}/harbour/picture.svg?${MAP}&${query}`)).text();
	const all = await picture('');
	for (const text of ['By this road', 'The wall', '14 km', '&lt;b&gt;closed&lt;/b&gt;'])
		expect(all).toContain(text);
	const one = await picture('from=2021-05-15');
	expect(one).toContain('Of the pool');
	expect(one).not.toContain('By this road');
	expect(await picture('notes=0')).not.toContain('The wall');
	const pdf = await request.get(`${server.base}/harbour/picture.pdf?${MAP}`);
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the offline file filters them with its own slider', async ({ page, request }, info) => {
	const response = await request.get(`${server.base}/harbour/offline.html?${MAP}`);
	const path = info.outputPath('harbour.html');
	await import('node:fs/promises').then(async ({ writeFile }) =>
		writeFile(path, await response.body())
	);
	await page.goto(`file://${path}`);
	const shown = inList(page).locator('li:not([hidden])');
	await expect(shown).toHaveCount(4);
	await expect(page.locator('#map').getByText('By this road')).toHaveCount(1);
	await page.getByLabel('From', { exact: true }).fill('2021-05-15');
	await page.getByLabel('From', { exact: true }).press('Tab');
	await expect(shown).toHaveText([/^Of the pool/, /^The wall/]);
	await expect(page.locator('#map').getByText('By this road')).toHaveCount(0);
	await expect(page.locator('#map').getByText('The wall')).toHaveCount(1);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });
	test('picture and list have them, and a link moves the picture there', async ({ page }) => {
		await page.goto(`${server.base}/harbour`);
		await expect(page.getByRole('img', { name: /4 notes by the author/ })).toBeVisible();
		await expect(inList(page).getByRole('listitem')).toHaveCount(4);
		await inList(page).getByRole('link', { name: 'On the map: The wall' }).click();
		await expect(page).toHaveURL(/map=[\d.]+\/39\.5\d*\/46\.3/);
	});
});

test.describe('at 390 pixels', () => {
	test.use({ viewport: { width: 390, height: 844 } });
	test('a note chosen in the raised list gives the map its room, and its text lies within the window', async ({
		page
	}) => {
		await open(page);
		await page.getByRole('button', { name: 'Raise the list' }).click();
		await page.getByRole('button', { name: 'Raise the list' }).click();
		await inList(page).getByRole('link', { name: 'On the map: The wall' }).click();
		const text = page.getByRole('dialog');
		await expect(text).toContainText('The wall');
		await expect(page.getByRole('button', { name: 'Raise the list' })).toBeVisible();
		const box = await text.boundingBox();
		expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	});
});

test.describe('axe finds nothing', () => {
	const findings = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations;

	for (const [colorScheme, width] of [
		['light', 1440],
		['dark', 1440],
		['light', 390]
	] as const)
		test(`on a map and a list with notes, one of them open, ${colorScheme}, ${width} pixels wide`, async ({
			page
		}) => {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 844 });
			await open(page);
			await onMap(page, /The wall/).focus();
			await page.keyboard.press('Enter');
			await expect(page.getByRole('dialog')).toBeVisible();
			expect(await findings(page)).toEqual([]);
		});

	test('in a card with remarks', async ({ page }) => {
		await page.goto(`${server.base}/harbour/events/talks-end`);
		await expect(page.getByRole('note')).toHaveCount(2);
		expect(await findings(page)).toEqual([]);
	});

	test('in a report with notes', async ({ page }) => {
		await page.goto(`${server.base}/harbour/report?${MAP}`);
		await expect(inList(page)).toBeVisible();
		expect(await findings(page)).toEqual([]);
	});
});
