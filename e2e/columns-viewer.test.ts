import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberView } from '../src/lib/core/cite/number';
import type { Dossier } from '../src/lib/core/dossier/dossier';
import { showView } from '../src/lib/core/view/show';
import { writeColumnar } from '../test/synthetic/columnar';
import { syntheticFiles } from '../test/synthetic/dossier.js';
import { mapOf } from './map';
import { serveFixtures, type OwnServer } from './own-server';

const MANY = 2_300;
/** A view of some of them. */
const SPRING = 'from=2021-03-01&to=2021-04-30&types=type-1,type-2';

/** An event that a story points at, far down the list. */
const TOLD = 'event-1200';

test.describe.configure({ timeout: 120_000 });

let data: string;
let server: OwnServer;
let dossier: Dossier;

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-columns-viewer-'));
	const files = syntheticFiles({ events: MANY, seed: 8, box: [40, 36, 50, 44] });
	const notes = {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				id: 'first-note',
				geometry: { type: 'Point', coordinates: [45, 40] },
				properties: { text: 'The road was closed then.', written: '2021-05-01' }
			}
		]
	};
	const story = {
		id: 'two-steps',
		title: 'In two steps',
		steps: [
			{ id: 'first', heading: 'A first step', view: SPRING, text: ['It began so. [@source-0]'] },
			{ id: 'second', heading: 'A second step', view: `event=${TOLD}`, text: ['So it went on.'] }
		]
	};
	dossier = await writeColumnar(data, 'many', {
		...files,
		'notes.geojson': notes,
		'story.json': { dateline: 1, stories: [story] }
	});
	server = await serveFixtures(data);
});
test.afterAll(() => {
	server?.stop();
	rmSync(data, { recursive: true });
});

const list = (page: Page) => page.getByRole('region', { name: 'Events', exact: true });
const item = (page: Page, place: number) => list(page).locator(`li[aria-posinset="${place}"]`);
const row = (page: Page, place: number) => item(page, place).getByRole('link');
const groups = (page: Page) => page.getByRole('group', { name: 'Groups of events on the map' });
const takeIt = async (page: Page) => {
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	return page.locator('.tools');
};
const shownAt = (query: string) => showView(dossier, query, 19_000);

/** Opens a view and waits until the page counts for itself. */
async function openAt(page: Page, query = '') {
	await page.goto(`${server.base}/many?${query}`);
	await expect(page.getByText(/\d\sundated/).first()).toBeVisible({ timeout: 30_000 });
}
/** As the list has them. */
const order = (query: string) => {
	const { dossier, shown } = shownAt(query);
	return numberView(dossier, shown).events.map(({ event }) => event);
};

test.describe('what leaves a view over columns', () => {
	test('is a file with every event of the view', async ({ page }) => {
		await openAt(page, SPRING);
		const menu = await takeIt(page);
		await expect(menu.getByRole('heading', { name: /events shown$/ })).toHaveText(
			`${order(SPRING).length} events shown`
		);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			menu.getByRole('link', { name: /^GeoJSON/ }).click()
		]);
		const { features } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
			features: { id: string }[];
		};
		expect(features.map(({ id }) => id)).toEqual(order(SPRING).map(({ id }) => id));
	});

	test('says of how many events a picture has the first, and what cannot be had is not offered', async ({
		page
	}) => {
		await openAt(page);
		const menu = await takeIt(page);
		await expect(menu.getByText('Of its first 2,000 events of 2,300, and says so.')).toBeVisible();
		await expect(menu.getByRole('link', { name: /^Step of a story/ })).toHaveCount(0);
		await expect(menu.getByRole('link', { name: /^events\.dateline/ })).toHaveAttribute(
			'href',
			'/many/events.dateline'
		);
	});

	test('is every citation, in the order of the numbers', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await openAt(page, SPRING);
		const { dossier: known, shown } = shownAt(SPRING);
		const { sources } = numberView(known, shown);
		const menu = await takeIt(page);
		await menu.getByRole('button', { name: 'Copy', exact: true }).click();
		await expect(menu.getByText(`${sources.length} citations copied.`)).toBeVisible();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		const titles = sources.map(({ source }) => copied.indexOf(`${source.title}.`));
		expect(titles.every((at) => at >= 0)).toBe(true);
		expect(titles).toEqual(titles.toSorted((a, b) => a - b));
	});

	test('is a frame of the view, whose picture is told in words', async ({ page }) => {
		await openAt(page, SPRING);
		const menu = await takeIt(page);
		await menu.getByRole('button', { name: 'Embed in a page …' }).click();
		const dialog = page.getByRole('dialog', { name: 'Embed this view' });
		await expect(dialog).toBeVisible();
		const text = dialog.getByRole('textbox', { name: 'Text to paste' });
		await expect(text).toHaveValue(
			new RegExp(`alt="Map: Made by dice\\. .*${order(SPRING).length} of 2,300 events`)
		);
		await expect(text).toHaveValue(/\/many\/embed\?from=2021-03-01&amp;to=2021-04-30/);
		const frame = dialog.frameLocator('iframe');
		await expect(frame.getByText(`${order(SPRING).length} events`).first()).toBeVisible();
	});
});

test.describe('the keys of a list of columns', () => {
	test('held down, come to the row that many further, and it is in sight', async ({ page }) => {
		await openAt(page, SPRING);
		await row(page, 1).focus();
		// Faster than anything is drawn.
		await page.evaluate(async () => {
			for (let i = 0; i < 30; i++) {
				const key = new KeyboardEvent('keydown', {
					key: 'ArrowDown',
					bubbles: true,
					cancelable: true
				});
				document.activeElement?.dispatchEvent(key);
				for (let turn = 0; turn < 20; turn++) await Promise.resolve();
			}
		});
		await expect(page.locator('li:focus-within, li:focus')).toHaveAttribute('aria-posinset', '31');
		await expect(item(page, 31)).toBeInViewport({ ratio: 1 });
	});

	test('go from row to row, by a page and to its ends, and open and close the card', async ({
		page
	}) => {
		await openAt(page, SPRING);
		const events = order(SPRING);
		await row(page, 1).focus();
		for (let place = 2; place <= 15; place++) {
			await page.keyboard.press('ArrowDown');
			await expect(row(page, place)).toBeFocused();
		}
		await expect(row(page, 15)).toBeInViewport({ ratio: 1 });
		await page.keyboard.press('ArrowUp');
		await expect(row(page, 14)).toBeFocused();
		await page.keyboard.press('End');
		await expect(row(page, events.length)).toBeFocused();
		await expect(row(page, events.length)).toBeInViewport();
		await expect(item(page, events.length)).toContainText(events.at(-1)?.title as string);
		await page.keyboard.press('Home');
		await expect(row(page, 1)).toBeFocused();
		await page.keyboard.press('PageDown');
		const [place] = await page
			.locator('li:focus-within')
			.evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-posinset'))));
		expect(place).toBeGreaterThan(2);
		await page.keyboard.press('Enter');
		const title = page.getByRole('heading', { level: 1 });
		await expect(title).toHaveText(events[(place as number) - 1]?.title as string);
		await page.keyboard.press(']');
		await expect(title).toHaveText(events[place as number]?.title as string);
		await page.keyboard.press('[');
		await page.keyboard.press('[');
		await expect(title).toHaveText(events[(place as number) - 2]?.title as string);
		await page.keyboard.press('Escape');
		await expect(row(page, (place as number) - 1)).toBeFocused();
	});

	test('are told', async ({ page }) => {
		await openAt(page);
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog').getByText(/Page Up.*in the list$/)).toBeVisible();
	});
});

test('the publishers behind a view are counted, and its first sources listed when asked for', async ({
	page
}) => {
	await openAt(page, SPRING);
	const { dossier: known, shown } = shownAt(SPRING);
	const publisherOf = new Map(known.sources.map(({ id, publisher }) => [id, publisher]));
	const counts = new Map<string, number>();
	for (const { event } of shown)
		for (const name of new Set(event.claims.map(({ source }) => publisherOf.get(source) ?? '')))
			counts.set(name, (counts.get(name) ?? 0) + 1);
	const sources = page.getByRole('region', { name: `${counts.size} publishers` });
	for (const [name, count] of counts)
		await expect(sources.getByRole('listitem').filter({ hasText: name })).toContainText(
			`${count} event`
		);
	await sources.getByRole('button', { name: /^List the sources of/ }).click();
	const first = numberView(known, shown).sources;
	await expect(
		sources.getByRole('heading', { name: new RegExp(`^${first.length} sources of`) })
	).toBeVisible();
	await expect(sources.getByRole('list').last().getByRole('listitem').first()).toContainText(
		first[0]?.source.title as string
	);
});

test('the group that has the chosen event is marked, and no symbol lies on its number', async ({
	page
}) => {
	const { event } = shownAt('').shown.find(
		({ event }) => event.place === 'place-7' && event.precision === 'exact'
	) as { event: Dossier['events'][number] };
	await openAt(page, `event=${event.id}&map=6/40/45`);
	const chosen = groups(page).locator('[aria-current="true"]');
	await expect(chosen).toHaveCount(1, { timeout: 30_000 });
	await expect(
		page.getByRole('group', { name: 'Symbols on the map' }).getByRole('button')
	).toHaveCount(0);
	// What the number takes up lies within the plate, on every group.
	const outside = await groups(page).evaluate((node) =>
		[...node.querySelectorAll('g.cluster')].flatMap((group) => {
			const plate = group.querySelector('rect.plate:not(.under)')?.getBoundingClientRect();
			const text = group.querySelector('text')?.getBoundingClientRect();
			return plate && text && (text.left < plate.left || text.right > plate.right)
				? [group.getAttribute('aria-label')]
				: [];
		})
	);
	expect(outside).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(chosen).toHaveCount(0);
});

test('a view that shows nothing says why, and where the nearest is', async ({ page }) => {
	await openAt(page, 'asof=2020-01-01');
	await expect(page.getByText('Nothing had been published by 1 January 2020.')).toBeVisible();
	await page.getByRole('link', { name: /as known then/ }).click();
	await expect(page.getByRole('link', { name: /^0 of 0 events/ })).toHaveCount(0);
	await expect(row(page, 1)).toBeVisible();

	// Nothing without a date passes: that may have been on any day.
	const filters = dossier.header.actors
		.flatMap(({ id }) =>
			dossier.places.map((place) => `actors=${id}&places=${place.id}&status=denied`)
		)
		.find((query) => {
			const { candidates } = shownAt(query);
			return candidates.length > 2 && candidates.every(({ when }) => when && !when.doubtful);
		});
	const [first] = order(filters as string).filter(({ when }) => when?.first === when?.last);
	await openAt(page, `from=2019-01-01&to=2019-01-05&${filters}`);
	await page.getByRole('link', { name: new RegExp(`${first?.title}`) }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.title as string);
});

test('what lies off the map is named with its number, and brought into it', async ({ page }) => {
	await openAt(page, 'map=9/40/20');
	const off = page.getByRole('navigation', { name: 'Events outside the map' });
	const name = off.getByRole('button').first();
	await expect(name).toHaveText(/Town \d+\s*×\s*\d+$/, { timeout: 30_000 });
	await name.click();
	await expect(page).not.toHaveURL(/map=9\/40\/20/);
	await expect(groups(page).getByRole('button').or(off).first()).toBeVisible();
});

test('on paper stand the title, the view in words, the first rows and of how many', async ({
	page
}) => {
	await openAt(page, SPRING);
	const events = order(SPRING);
	await expect(groups(page).getByRole('button').first()).toBeVisible({ timeout: 30_000 });
	await expect(row(page, 5)).toBeAttached();
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 688, height: 970 });
	await expect(
		page.getByText(new RegExp(`^1 March to 30 April 2021: .* of 2,300 events`))
	).toBeVisible();
	await expect(
		page.getByText(new RegExp(`^The first \\d+ of ${events.length} events\\.`))
	).toBeVisible();
	for (const { title } of events.slice(0, 5))
		await expect(list(page).getByText(title, { exact: true }).first()).toBeVisible();
	const picture = mapOf(page).getByRole('img', { name: /^Map/ });
	await expect(picture.locator('.plate').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Zoom in' })).toBeHidden();
});

test('the author’s notes stand under the list, and lead to the map', async ({ page }) => {
	await openAt(page);
	const notes = page.getByRole('region', { name: 'Notes by the author' });
	await notes.getByRole('link', { name: /^On the map/ }).click();
	await expect(page.getByRole('dialog', { name: /^Note/ })).toContainText(
		'The road was closed then.',
		{ timeout: 30_000 }
	);
});

test('a story is told step by step, and points at events that the page did not hold', async ({
	page
}) => {
	await openAt(page);
	await page.getByRole('link', { name: 'In two steps' }).click();
	await expect(page.getByRole('heading', { name: 'A first step' })).toBeVisible();
	await expect(page.getByText('It began so.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Sources of this step' })).toBeVisible();
	await expect(page.getByText('Report 0', { exact: true })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('heading', { name: 'A second step' })).toBeVisible();
	const told = dossier.events.find(({ id }) => id === TOLD);
	await page.getByRole('link', { name: told?.title as string }).click();
	await expect(page.getByRole('heading', { name: told?.title as string })).toBeVisible();
	await page.getByRole('link', { name: 'Back to the story' }).click();
	await expect(page.getByRole('heading', { name: 'A second step' })).toBeVisible();
	await page.getByRole('link', { name: '← All events' }).click();
	await expect(page.getByText(/\d\sundated/).first()).toBeVisible();
});

test('a story’s step is in the first answer, without JavaScript too', async ({ request }) => {
	const html = await (await request.get(`${server.base}/many?story=two-steps`)).text();
	expect(html).toContain('A first step');
	expect(html).toContain('It began so.');
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`every part of it is sound where it is ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await openAt(page, `${SPRING}&map=6/40/20`);
		await expect(page.getByRole('navigation', { name: 'Events outside the map' })).toBeVisible({
			timeout: 30_000
		});
		const sound = async () => {
			// The frame of the preview is a page of its own.
			const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
		};
		await page.getByRole('button', { name: /^List the sources of/ }).click();
		await expect(page.getByRole('heading', { name: /sources of/ })).toBeVisible();
		await sound();
		const menu = await takeIt(page);
		await sound();
		await menu.getByRole('button', { name: 'Embed in a page …' }).click();
		await expect(page.getByRole('dialog', { name: 'Embed this view' })).toBeVisible();
		await sound();
	});
