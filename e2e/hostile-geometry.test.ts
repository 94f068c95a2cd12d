import { expect, test, type Page } from '@playwright/test';
import { TOKENS } from '../src/lib/core/picture/tokens';
import { largeArea } from '../test/synthetic/areas.js';
import { collection, syntheticFiles } from '../test/synthetic/dossier.js';
import { countOnMap, listed, mapOf, pixelsOnMap, symbols } from './map';
import { serveDossiers, serveFixtures, type OwnServer } from './own-server';

let fixtures: OwnServer;
let made: OwnServer;
test.beforeAll(async () => {
	const files = syntheticFiles({ id: 'large-area', events: 0 });
	const event = {
		type: 'Feature',
		id: 'talks',
		geometry: { type: 'Polygon', coordinates: [largeArea(200_000)] },
		properties: {
			title: 'Talks in a large area',
			when: '2021-05-13',
			type: 'type-2',
			precision: 'province',
			claims: [{ by: 'actor-0', stance: 'reports', text: 'Talks were held.', source: 'source-0' }]
		}
	};
	fixtures = await serveFixtures();
	made = await serveDossiers({ 'large-area': { ...files, 'events.geojson': collection([event]) } });
});
test.afterAll(() => {
	fixtures.stop();
	made.stop();
});

/** Opens a page and waits for its live map; what the browser complains of is collected. */
async function open(page: Page, address: string): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(address);
	await expect(symbols(page).first()).toBeVisible();
	return complaints;
}

/** The map is no blank one: land and water are on it. */
async function expectGround(page: Page) {
	await expect
		.poll(() => pixelsOnMap(page, TOKENS.light.land), { timeout: 20_000 })
		.toBeGreaterThan(500);
}

/** Widths in pixels of what is drawn as areas on the live map. */
const extentWidths = (page: Page) =>
	mapOf(page)
		.locator('svg.stacks > g path')
		.evaluateAll((paths) =>
			paths
				.filter((path) => path.getAttribute('stroke') === 'none')
				.map((path) => Math.round(path.getBoundingClientRect().width))
		);

/** Key presses are answered: the page is not busy with its map. */
async function expectAnswers(page: Page) {
	await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
	await page.getByRole('button', { name: 'Zoom out', exact: true }).click();
	await listed(page).first().click();
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(listed(page).first()).toBeVisible();
}

const note = (page: Page, words: RegExp | string) =>
	page.getByRole('listitem').filter({ hasText: words });

test.describe('a dossier whose areas are odd has its map, its list and its notes:', () => {
	const cases: {
		name: string;
		events: number;
		/** On the map; all of them otherwise. */
		drawn?: number;
		note?: string;
		view?: string;
	}[] = [
		{ name: 'null-island', events: 2, note: 'in the Gulf of Guinea' },
		{ name: 'at-the-poles', events: 4, note: 'where the map ends', view: 'map=1/60/0' },
		{ name: 'across-180', events: 4, note: 'an area cut at ±180°' },
		{ name: 'wrong-winding', events: 2 },
		{ name: 'self-intersecting', events: 2 },
		{ name: 'empty-area', events: 3, drawn: 1, note: 'GeoJSON' },
		{ name: 'area-of-no-size', events: 2, note: 'at one point or on one line' },
		{ name: 'coincident-points', events: 24 },
		{ name: 'six-scripts', events: 6 },
		{ name: 'direction-override', events: 3, note: 'U+202E' }
	];
	for (const { name, events, drawn = events, note: words, view = '' } of cases)
		test(name, async ({ page }) => {
			const complaints = await open(page, `${fixtures.base}/${name}?${view}`);
			await expect(listed(page)).toHaveCount(events);
			if (name !== 'at-the-poles') expect(await countOnMap(page)).toBe(drawn);
			if (words) {
				await page.getByText(/things? to mend in this dossier/).click();
				await expect(note(page, words).first()).toBeVisible();
			} else await expect(page.getByText('to mend in this dossier')).toHaveCount(0);
			if (!['null-island', 'across-180'].includes(name)) await expectGround(page);
			await expectAnswers(page);
			expect(complaints).toEqual([]);
		});
});

test('an area across ±180° is drawn in small pieces, and all of it is in sight at once', async ({
	page
}) => {
	await open(page, `${fixtures.base}/across-180`);
	await page.getByRole('button', { name: 'Show all events on the map' }).click();
	await expect
		.poll(async () => (await extentWidths(page)).length, { timeout: 20_000 })
		.toBeGreaterThan(1);
	const { width } = (await mapOf(page).boundingBox()) ?? { width: 0 };
	for (const extent of await extentWidths(page)) expect(extent).toBeLessThan(width / 2);
	// Neither side of the meridian counts as off the map.
	await expect(page.getByRole('navigation', { name: 'Events outside the map' })).toHaveCount(0);
	expect(await countOnMap(page)).toBe(4);
});

test('an area of 200,000 positions is drawn with some of them, noted, and the page answers', async ({
	page
}) => {
	const complaints = await open(page, `${made.base}/large-area`);
	await expect(listed(page)).toHaveCount(1);
	await expect.poll(async () => (await extentWidths(page)).length, { timeout: 20_000 }).toBe(1);
	await expectGround(page);
	await page.getByText('1 thing to mend in this dossier').click();
	await expect(note(page, 'at most 5000 positions; found 200001')).toBeVisible();
	await expectAnswers(page);
	expect(complaints).toEqual([]);
});

test('a title that would run backwards leaves the page around it as it is', async ({ page }) => {
	await open(page, `${fixtures.base}/direction-override?event=talks-begin`);
	await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Talks robrah eht ta');
	expect(await page.locator('body').innerText()).not.toMatch(/[\u202d\u202e]/);
});

test('a title from right to left stands in its row, whose date and place keep their order', async ({
	page
}) => {
	await open(page, `${fixtures.base}/six-scripts`);
	const row = listed(page).filter({ hasText: 'תוחיש'.split('').reverse().join('') });
	const lefts = await row.evaluate((link) => {
		const range = document.createRange();
		const leftOf = (node: Node, at: number) => {
			range.setStart(node, at);
			range.setEnd(node, at + 1);
			return range.getBoundingClientRect().left;
		};
		const texts: Text[] = [];
		const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		const text = (part: string) => texts.find(({ data }) => data.includes(part)) as Text;
		const title = text(', 2021');
		const when = text('2021');
		return {
			title: [leftOf(title, 0), leftOf(title, 3)],
			date: [leftOf(when, 0), leftOf(when, when.data.length - 1)]
		};
	});
	expect(lefts.title[0]).toBeGreaterThan(lefts.title[1] as number);
	expect(lefts.date[0]).toBeLessThan(lefts.date[1] as number);
});
