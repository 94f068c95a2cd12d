import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberView } from '../src/lib/core/cite/number';
import { formatDay, parseDay } from '../src/lib/core/date/day';
import type { Dossier } from '../src/lib/core/dossier/dossier';
import { symbolPoint } from '../src/lib/core/place/precision';
import { showView } from '../src/lib/core/view/show';
import { writeColumnar } from '../test/synthetic/columnar';
import { syntheticFiles } from '../test/synthetic/dossier.js';
import { mapOf, withoutWebGL } from './map';
import { serveAsked, type OwnServer } from './own-server';
import { thumbOf } from './timeline';

const MANY = 2_300;
/** A view of some of them. */
const SPRING = 'from=2021-03-01&to=2021-04-30&types=type-1,type-2';

test.describe.configure({ timeout: 120_000 });

let data: string;
let server: OwnServer;
let dossier: Dossier;

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-asked-'));
	const files = syntheticFiles({ events: MANY, seed: 8, box: [40, 36, 50, 44] });
	const steps = [
		{ id: 'first', heading: 'A first step', view: SPRING, text: ['It began so. [@source-0]'] },
		{ id: 'second', heading: 'A second step', view: 'event=event-1200', text: ['So it went on.'] }
	];
	dossier = await writeColumnar(data, 'many', {
		...files,
		'story.json': { dateline: 1, stories: [{ id: 'two-steps', title: 'In two steps', steps }] }
	});
	server = await serveAsked(data);
});
test.afterAll(() => {
	server?.stop();
	rmSync(data, { recursive: true });
});

const list = (page: Page) => page.getByRole('region', { name: 'Events', exact: true });
const item = (page: Page, place: number) => list(page).locator(`li[aria-posinset="${place}"]`);
const row = (page: Page, place: number) => item(page, place).getByRole('link');
const groups = (page: Page) => page.getByRole('group', { name: 'Groups of events on the map' });
const tally = (page: Page) => page.getByRole('link', { name: /^[\d,]+ of [\d,]+ events$/ });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const shownAt = (query: string) => showView(dossier, query, 19_000);
/** As the list has them. */
const order = (query: string) => {
	const { dossier, shown } = shownAt(query);
	return numberView(dossier, shown).events.map(({ event }) => event);
};
const inWords = (count: number) => `${count.toLocaleString('en')} of 2,300 events`;
const counted = (page: Page, query: string) =>
	expect(tally(page)).toHaveText(inWords(shownAt(query).shown.length), { timeout: 30_000 });

/** Opens a view and waits until the server was asked. */
async function openAt(page: Page, query = '') {
	await page.goto(`${server.base}/many?${query}`);
	await expect(page.getByText(/\d\sundated/).first()).toBeVisible({ timeout: 30_000 });
	await expect(item(page, 1).or(page.locator('#card-title')).first()).toBeVisible();
}
/** What the names of the symbols on the map add up to. */
async function onMap(page: Page): Promise<number> {
	const names = await groups(page)
		.getByRole('button')
		.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
	return names
		.map((name) => Number((/^([\d,]+) events? at/.exec(name)?.[1] ?? '1').replace(/,/g, '')))
		.reduce((sum, one) => sum + one, 0);
}

test('what is shown is counted at each step of the slider, and stands on the map as it is counted', async ({
	page
}) => {
	await openAt(page, 'from=2021-03-01&to=2021-03-30');
	await counted(page, 'from=2021-03-01&to=2021-03-30');
	const thumb = thumbOf(page, 'Last');
	await thumb.focus();
	const last = parseDay('2021-03-30') as number;
	for (let step = 1; step <= 4; step++) {
		await thumb.press('ArrowRight');
		const query = `from=2021-03-01&to=${formatDay(last + step)}`;
		await counted(page, query);
		const placed = shownAt(query).shown.filter(({ event }) => symbolPoint(event)).length;
		await expect.poll(() => onMap(page), { timeout: 30_000 }).toBe(placed);
	}
	await expect(page).toHaveURL(/to=2021-04-03/);
});

test('filters and words let through what they do in any dossier', async ({ page }) => {
	await openAt(page, 'from=2021-03-01&to=2021-04-30');
	await page.getByRole('button', { name: 'Filters' }).click();
	const panel = page.getByRole('group', { name: 'Filters' });
	const count = shownAt(`from=2021-03-01&to=2021-04-30&types=type-1`).shown.length;
	await expect(panel.getByRole('checkbox', { name: new RegExp(`^Type 1\\b`) })).toBeVisible();
	await expect(panel.locator('label', { hasText: /^\s*Type 1\b/ })).toContainText(String(count));
	await panel.getByRole('checkbox', { name: /^Type 1\b/ }).check();
	await counted(page, 'from=2021-03-01&to=2021-04-30&types=type-1');
	await page.getByRole('searchbox').fill('harbour');
	await counted(page, 'from=2021-03-01&to=2021-04-30&types=type-1&q=harbour');
	// What is typed becomes a step of the history at rest.
	await expect(page).toHaveURL(/q=harbour/);
	await page.goBack();
	await counted(page, 'from=2021-03-01&to=2021-04-30&types=type-1');
	await page.goBack();
	await counted(page, 'from=2021-03-01&to=2021-04-30');
});

test.describe('the list', () => {
	test('is fetched by pages, from either end, and its keys go from row to row', async ({
		page
	}) => {
		await openAt(page);
		const events = order('');
		await expect(item(page, 1)).toHaveAttribute('aria-setsize', String(MANY));
		await row(page, 1).focus();
		for (let place = 2; place <= 60; place++) await page.keyboard.press('ArrowDown');
		await expect(row(page, 60)).toBeFocused();
		await expect(item(page, 60)).toContainText(events[59]?.title as string);
		await expect(row(page, 60)).toBeInViewport({ ratio: 1 });
		await page.keyboard.press('End');
		await expect(row(page, MANY)).toBeFocused();
		await expect(item(page, MANY)).toContainText(events.at(-1)?.title as string);
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('PageUp');
		await expect(page.locator('li:focus-within')).toBeInViewport();
		await page.keyboard.press('Home');
		await expect(row(page, 1)).toBeFocused();
		await expect(item(page, 1)).toContainText(events[0]?.title as string);
	});

	test('goes on as it is scrolled, and stands still as what comes before is fetched', async ({
		page
	}) => {
		await openAt(page);
		const scroller = page.locator('.scroll');
		for (let i = 0; i < 4; i++) {
			await scroller.evaluate((box) => (box.scrollTop = box.scrollHeight));
			await expect(item(page, 50 * (i + 1) + 1)).toBeAttached();
		}
		await list(page).getByRole('link').last().focus();
		await page.keyboard.press('End');
		await expect(row(page, MANY)).toBeFocused();
		// Up by some pages, bit by bit: no row jumps under the eye.
		for (let i = 0; i < 12; i++) {
			// Further on only once there are rows at the top of what is in sight: as somebody who reads them.
			await expect
				.poll(() =>
					scroller.evaluate((box) => {
						const at = box.getBoundingClientRect().top + 60;
						return [...box.querySelectorAll('li[data-event]')]
							.map((item) => item.getBoundingClientRect())
							.some(({ top, bottom }) => top <= at && bottom > at);
					})
				)
				.toBe(true);
			const before = await scroller.evaluate((box) => {
				const at = box.getBoundingClientRect().top;
				const item = [...box.querySelectorAll<HTMLElement>('li[data-event]')]
					.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
					.find((one) => one.getBoundingClientRect().bottom > at) as HTMLElement;
				const name = item.dataset['event'] as string;
				const top = item.getBoundingClientRect().top;
				box.scrollTop -= 250;
				return { name, top };
			});
			await expect
				.poll(async () =>
					list(page)
						.locator(`li[data-event="${before.name}"]`)
						.evaluate((one) => one.getBoundingClientRect().top)
				)
				.toBeCloseTo(before.top + 250, 0);
		}
	});

	test('is come back to at the event whose card was open, wherever that stands', async ({
		page
	}) => {
		const events = order('');
		const at = 1_500;
		await openAt(page, `event=${events[at]?.id}`);
		await expect(title(page)).toHaveText(events[at]?.title as string);
		await page.keyboard.press(']');
		await expect(title(page)).toHaveText(events[at + 1]?.title as string);
		await page.keyboard.press('[');
		await page.keyboard.press('[');
		await expect(title(page)).toHaveText(events[at - 1]?.title as string);
		await page.keyboard.press('Escape');
		await expect(page.locator(`#event-${events[at - 1]?.id}`)).toBeFocused();
	});
});

test.describe('a card', () => {
	test('opens from the list, in a step of the history', async ({ page }) => {
		await openAt(page, SPRING);
		const events = order(SPRING);
		await row(page, 3).click();
		await expect(title(page)).toHaveText(events[2]?.title as string);
		await expect(page).toHaveURL(new RegExp(`event=${events[2]?.id}`));
		await page.goBack();
		await expect(row(page, 3)).toBeVisible();
		await page.goForward();
		await expect(title(page)).toHaveText(events[2]?.title as string);
		await page.reload();
		await expect(title(page)).toHaveText(events[2]?.title as string);
	});

	test('opens from a single symbol of the map, which says what it is', async ({ page }) => {
		// Alone in its view.
		const event = dossier.events.find(
			({ when, ...rest }) =>
				symbolPoint(rest) &&
				when?.first === when?.last &&
				when &&
				shownAt(`from=${formatDay(when.first)}&to=${formatDay(when.first)}&q=${rest.title}`).shown
					.length === 1
		) as Dossier['events'][number];
		const day = formatDay(event.when?.first as number);
		const [lon, lat] = symbolPoint(event) as [number, number];
		await openAt(page, `from=${day}&to=${day}&q=${event.title}&map=9/${lat}/${lon}`);
		const symbol = groups(page).getByRole('button');
		await expect(symbol).toHaveCount(1, { timeout: 30_000 });
		await expect(symbol).toHaveAccessibleName(new RegExp(event.title));
		await symbol.click();
		await expect(title(page)).toHaveText(event.title);
		await expect(groups(page).locator('[aria-current="true"]')).toHaveCount(1);
	});

	test('opens from a group that no zoom parts, out of its events', async ({ page }) => {
		const { event } = shownAt('').shown.find(
			({ event }) => event.place === 'place-7' && event.precision === 'exact'
		) as { event: Dossier['events'][number] };
		const [lon, lat] = symbolPoint(event) as [number, number];
		await openAt(page, `map=14/${lat}/${lon}`);
		const group = groups(page)
			.getByRole('button', { name: /^\d+ events at one place/ })
			.first();
		await expect(group).toBeVisible({ timeout: 30_000 });
		const count = Number(/^\d+/.exec((await group.getAttribute('aria-label')) ?? '')?.[0]);
		await group.click();
		const choice = page.getByRole('navigation', { name: 'Events at this spot' });
		await expect(choice).toContainText(
			count > 50 ? `The first 50 of ${count} events here` : `${count} events here`
		);
		const link = choice.getByRole('link').first();
		const name = await link.locator('bdi').textContent();
		await link.click();
		await expect(title(page)).toHaveText(name as string);
	});
});

test('a group that is pressed comes nearer until it parts', async ({ page }) => {
	await openAt(page, 'map=4/40/45');
	const wide = groups(page).getByRole('button').first();
	await expect(wide).toBeVisible({ timeout: 30_000 });
	const before = await groups(page).getByRole('button').count();
	await wide.click();
	await expect(page).not.toHaveURL(/map=4\/40\/45/, { timeout: 20_000 });
	await expect.poll(() => groups(page).getByRole('button').count()).toBeGreaterThan(before);
});

test('what lies off the map is named with its number, and brought into it', async ({ page }) => {
	await openAt(page, `${SPRING}&map=9/40/20`);
	const off = page.getByRole('navigation', { name: 'Events outside the map' });
	const most = new Map<string, number>();
	for (const { event } of shownAt(SPRING).shown)
		if (symbolPoint(event) && event.place) most.set(event.place, (most.get(event.place) ?? 0) + 1);
	const greatest = Math.max(...most.values());
	const first = off.getByRole('button').first();
	await expect(first).toHaveText(new RegExp(`^Town \\d+\\s*×\\s*${greatest}$`), {
		timeout: 30_000
	});
	await first.click();
	await expect(page).not.toHaveURL(/map=9\/40\/20/);
	await expect(groups(page).getByRole('button').first()).toBeVisible({ timeout: 30_000 });
	// Which dates are shown decides which places are named.
	const day = 'from=2021-03-05&to=2021-03-05';
	await openAt(page, `${day}&map=9/40/20`);
	const placed = shownAt(day).shown.filter(({ event }) => symbolPoint(event) && event.place);
	const places = new Set(placed.map(({ event }) => event.place)).size;
	await off.getByRole('button', { name: `${places - 8} more` }).click({ timeout: 30_000 });
	await expect(off.getByRole('button')).toHaveCount(places);
});

test('where WebGL is missing the picture has what is shown, and follows the filters', async ({
	page
}) => {
	await withoutWebGL(page);
	await openAt(page, SPRING);
	await expect(page.getByText(/^This browser cannot draw the map/)).toBeVisible();
	const picture = mapOf(page).getByRole('img', { name: /^Map/ });
	const drawn = () =>
		picture
			.locator('g:has(> .part)')
			.evaluateAll((symbols) =>
				symbols.reduce(
					(sum, one) =>
						sum + Number((one.querySelector('text')?.textContent ?? '1').replace(/,/g, '')),
					0
				)
			);
	const placed = (query: string) =>
		shownAt(query).shown.filter(({ event }) => symbolPoint(event)).length;
	await expect.poll(drawn, { timeout: 30_000 }).toBe(placed(SPRING));
	await page.getByRole('searchbox').fill('harbour');
	expect(placed(`${SPRING}&q=harbour`)).toBeLessThan(placed(SPRING));
	await expect.poll(drawn, { timeout: 30_000 }).toBe(placed(`${SPRING}&q=harbour`));
});

test('an event that the view leaves out stands on the map all the same, and its card says so', async ({
	page
}) => {
	const event = order('types=type-2').find((event) => symbolPoint(event)) as { id: string };
	await openAt(page, `types=type-1&event=${event.id}`);
	await expect(page.getByText('This event does not pass the filters.')).toBeVisible();
	await expect(mapOf(page).locator('.ghost').first()).toBeVisible({ timeout: 30_000 });
});

test('the publishers are counted, and the first sources listed when asked for', async ({
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
	await expect(
		sources.getByRole('heading', {
			name: new RegExp(`^${numberView(known, shown).sources.length} sources of`)
		})
	).toBeVisible();
});

test('what leaves the view is every event of it', async ({ page }) => {
	await openAt(page, SPRING);
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	const menu = page.locator('.tools');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		menu.getByRole('link', { name: /^GeoJSON/ }).click()
	]);
	const { features } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
		features: { id: string }[];
	};
	expect(features.map(({ id }) => id)).toEqual(order(SPRING).map(({ id }) => id));
	// There is no file of all of them.
	await expect(menu.getByRole('link', { name: /^events\.dateline/ })).toHaveCount(0);
	await menu.getByRole('button', { name: 'Embed in a page …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Embed this view' });
	await expect(dialog.getByRole('textbox', { name: 'Text to paste' })).toHaveValue(
		new RegExp(`alt="Map: Made by dice\\. .*${order(SPRING).length} of 2,300 events`)
	);
	const frame = dialog.frameLocator('iframe');
	await expect(frame.getByText(`${order(SPRING).length} events`).first()).toBeVisible();
});

test('the embed shows its view', async ({ page }) => {
	await page.goto(`${server.base}/many/embed?${SPRING}`);
	await expect(page.getByText(`${order(SPRING).length} events`).first()).toBeVisible();
});

test('a story is told step by step, with events that the page did not hold', async ({ page }) => {
	await openAt(page);
	await page.getByRole('link', { name: 'In two steps' }).click();
	await expect(page.getByRole('heading', { name: 'A first step' })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	const told = dossier.events.find(({ id }) => id === 'event-1200');
	await page.getByRole('link', { name: told?.title as string }).click();
	await expect(page.getByRole('heading', { name: told?.title as string })).toBeVisible();
});

test('a view that shows nothing says why, and where the nearest is', async ({ page }) => {
	await page.goto(`${server.base}/many?asof=2020-01-01`);
	await expect(page.getByText('Nothing had been published by 1 January 2020.')).toBeVisible({
		timeout: 30_000
	});
	await page.getByRole('link', { name: /as known then/ }).click();
	await expect(item(page, 1)).toBeVisible();
});

test.describe('a server that is away', () => {
	test('is told, leaves what is there, and is asked again until it is back', async ({ page }) => {
		await openAt(page, SPRING);
		await counted(page, SPRING);
		await page.route('**/store/**', (route) => route.abort());
		await page.getByRole('searchbox').fill('harbour');
		const alert = page.getByRole('alert').filter({ hasText: 'The server cannot be reached' });
		await expect(alert).toBeVisible();
		await expect(item(page, 1)).toContainText(order(SPRING)[0]?.title as string);
		await page.unroute('**/store/**');
		await expect(alert).toBeHidden({ timeout: 40_000 });
		await counted(page, `${SPRING}&q=harbour`);
		const first = order(`${SPRING}&q=harbour`)[0];
		await expect(item(page, 1)).toContainText(first?.title as string);
		const placed = shownAt(`${SPRING}&q=harbour`).shown.filter(({ event }) => symbolPoint(event));
		await expect.poll(() => onMap(page), { timeout: 40_000 }).toBe(placed.length);
	});

	test('is told in its own words, from the beginning on', async ({ page }) => {
		await page.route('**/store/**', (route) =>
			route.fulfill({
				status: 503,
				contentType: 'text/plain; charset=utf-8',
				body: 'The database does not answer.'
			})
		);
		await page.goto(`${server.base}/many?${SPRING}`);
		await expect(page.getByRole('alert').getByText('The database does not answer.')).toBeVisible({
			timeout: 30_000
		});
		// What the page came with.
		await expect(list(page)).toContainText(order(SPRING)[0]?.title as string);
		await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
		await page.unroute('**/store/**');
		await counted(page, SPRING);
		await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 30_000 });
	});

	test('in part is named by its years', async ({ page }) => {
		await page.route('**/store/counts.json*', async (route) => {
			const answer = await route.fetch();
			const counts = (await answer.json()) as object;
			const missing = [{ from: parseDay('2019-01-01'), to: parseDay('2019-12-31') }];
			await route.fulfill({ response: answer, json: { ...counts, missing } });
		});
		await openAt(page, SPRING);
		await expect(page.getByText('Events of 2019 cannot be reached at the moment:')).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`every part of it is sound where it is ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await openAt(page, SPRING);
		await expect(groups(page).getByRole('button').first()).toBeVisible({ timeout: 30_000 });
		const sound = async () => {
			const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
		};
		await sound();
		await row(page, 2).click();
		await expect(title(page)).toHaveText(order(SPRING)[1]?.title as string);
		await sound();
	});

test('nothing of it is wider than a narrow page', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await openAt(page, SPRING);
	await counted(page, SPRING);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
	await row(page, 1).click();
	await expect(title(page)).toHaveText(order(SPRING)[0]?.title as string);
});

test('on paper stand the view in words, the map with its groups, and the first rows', async ({
	page
}) => {
	await openAt(page, SPRING);
	const events = order(SPRING);
	await expect(groups(page).getByRole('button').first()).toBeVisible({ timeout: 30_000 });
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 688, height: 970 });
	await expect(
		page.getByText(new RegExp(`^The first \\d+ of ${events.length} events\\.`))
	).toBeVisible();
	for (const { title } of events.slice(0, 5))
		await expect(list(page).getByText(title, { exact: true }).first()).toBeVisible();
	const picture = mapOf(page).getByRole('img', { name: /^Map/ });
	await expect(picture.locator('.plate').first()).toBeVisible();
});
