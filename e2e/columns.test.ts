import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatDay, parseDay } from '../src/lib/core/date/day';
import { manyFacts, TYPES, writeMany, type Facts } from '../test/synthetic/many';
import { mapOf } from './map';
import { serveFixtures, type OwnServer } from './own-server';
import { axisOf, thumbOf } from './timeline';

const EVENTS = 1_000_000;
const SEED = 7;
/** Kept between runs: it is the same every time. */
const DATA = join(tmpdir(), `dateline-many-${EVENTS}-${SEED}-2`);

test.describe.configure({ timeout: 90_000 });

let server: OwnServer;
let facts: Facts;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	facts = manyFacts(EVENTS, SEED);
	await writeMany(DATA, 'many', facts);
	server = await serveFixtures(DATA);
});
test.afterAll(() => server?.stop());

const tally = (page: Page) => page.getByRole('link', { name: /^[\d,]+ of [\d,]+ events$/ });
const inWords = (count: number) =>
	`${count.toLocaleString('en')} of ${EVENTS.toLocaleString('en')} events`;
/** Opens the dossier and waits until the page counts for itself. */
async function openAt(page: Page, query: string): Promise<void> {
	await page.goto(`${server.base}/many?${query}`);
	await expect(page.getByText(/\d\sundated/).first()).toBeVisible({ timeout: 40_000 });
}
const counted = (page: Page, count: number) =>
	expect(tally(page)).toHaveText(inWords(count), { timeout: 40_000 });

/** Events in a range, by asking each. */
function within(from: number, to: number, passes: (row: number) => boolean = () => true): number {
	let count = 0;
	for (let row = 0; row < EVENTS; row++) {
		const day = facts.days[row] as number;
		if (day >= from && day <= to && passes(row)) count++;
	}
	return count;
}

const day = (text: string) => parseDay(text) as number;

test('a million events are counted at every step of the slider', async ({ page }) => {
	await openAt(page, 'from=2016-03-01&to=2016-03-30');
	await counted(page, within(day('2016-03-01'), day('2016-03-30')));
	const thumb = thumbOf(page, 'Last');
	await thumb.focus();
	for (let step = 1; step <= 5; step++) {
		await thumb.press('ArrowRight');
		await counted(page, within(day('2016-03-01'), day('2016-03-30') + step));
	}
	// The band, held and dragged.
	const box = await axisOf(page).boundingBox();
	if (!box) throw new Error('The axis has no box.');
	const x = box.x + ((day('2016-03-15') - day('2014-01-01')) / 3652) * box.width;
	await page.mouse.move(x, box.y + 40);
	await page.mouse.down();
	for (let step = 1; step <= 10; step++) await page.mouse.move(x + 12 * step, box.y + 40);
	await page.mouse.up();
	await expect(page).not.toHaveURL(/from=2016-03-01/, { timeout: 20_000 });
	const { searchParams } = new URL(page.url());
	const [from, to] = [searchParams.get('from'), searchParams.get('to')];
	await counted(page, within(day(from ?? '0001-01-01'), day(to ?? '9999-12-31')));
});

test('the event under the pointer is the one whose card opens', async ({ page }) => {
	const row = 314_159;
	const at = facts.days[row] as number;
	const [lat, lon] = [facts.lat[row], facts.lon[row]];
	await openAt(page, `from=${formatDay(at)}&to=${formatDay(at)}&map=13/${lat}/${lon}`);
	await counted(page, within(at, at));
	await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 40_000 });
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('The map has no box.');
	await expect(async () => {
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(facts.title(row), {
			timeout: 3000
		});
	}).toPass({ timeout: 40_000 });
	await expect(page).toHaveURL(/event=event-00314159/);
});

test('types, words and both together are counted as a plain loop counts them', async ({ page }) => {
	await openAt(page, 'from=2016-03-01&to=2018-03-30');
	const [from, to] = [day('2016-03-01'), day('2018-03-30')];
	await counted(page, within(from, to));
	await page.getByRole('button', { name: 'Filters' }).click();
	const panel = page.getByRole('group', { name: 'Filters' });
	await panel.getByRole('checkbox', { name: /clash/ }).check();
	const isClash = (row: number) => TYPES[facts.types[row] as number] === 'clash';
	await counted(page, within(from, to, isClash));
	await page.getByRole('searchbox').fill('lighthouse');
	await counted(
		page,
		within(from, to, (row) => isClash(row) && row % 1000 === 7)
	);
});

test('the list goes on to its last event, and every part of the page is sound', async ({
	page
}) => {
	await openAt(page, '');
	await counted(page, EVENTS);
	const list = page.getByRole('region', { name: 'Events' });
	await expect(list.getByText('Report 0', { exact: true })).toBeVisible();
	const last = list.locator(`li[aria-posinset="${EVENTS}"]`);
	await expect(async () => {
		await page
			.locator('.scroll')
			.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
		await expect(last).toContainText(`Report ${EVENTS - 1}`, { timeout: 4000 });
	}).toPass({ timeout: 40_000 });
	await expect(last).toHaveAttribute('aria-setsize', String(EVENTS));
	// What has the focus stays in the page while the list goes elsewhere.
	await last.getByRole('link').focus();
	await page.locator('.scroll').evaluate((scroller) => scroller.scrollTo(0, 0));
	await expect(list.locator('li[aria-posinset="1"]')).toBeVisible({ timeout: 20_000 });
	await expect(last.getByRole('link')).toBeFocused();
	// The keys take it along.
	await page.keyboard.press('Home');
	await expect(list.locator('li[aria-posinset="1"]').getByRole('link')).toBeFocused();
	await page.keyboard.press('End');
	await expect(last.getByRole('link')).toBeFocused();
	await expect(last).toBeInViewport();
	// More than a file holds.
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	await expect(page.getByText('A file holds at most 20,000 events')).toBeVisible();
	await expect(page.getByRole('link', { name: /^GeoJSON/ })).toHaveCount(0);
	await page.keyboard.press('Escape');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a thousand steps of the slider leave the memory as it was', async ({ page }) => {
	await openAt(page, 'from=2016-03-01&to=2016-03-30');
	await counted(page, within(day('2016-03-01'), day('2016-03-30')));
	const client = await page.context().newCDPSession(page);
	const thumb = thumbOf(page, 'Last');
	const scrub = (steps: number) =>
		thumb.evaluate(async (element, steps) => {
			for (let step = 0; step < steps; step++) {
				const key = step % 40 < 20 ? 'ArrowRight' : 'ArrowLeft';
				element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
				// Some steps to a frame, as a quick hand makes them.
				if (step % 10 === 9) await new Promise((drawn) => requestAnimationFrame(drawn));
			}
		}, steps);
	const used = async () => {
		await client.send('HeapProfiler.collectGarbage');
		const { usedSize } = await client.send('Runtime.getHeapUsage');
		return usedSize / 2 ** 20;
	};
	await scrub(40);
	const before = await used();
	await scrub(1000);
	expect((await used()) - before).toBeLessThan(4);
	await counted(page, within(day('2016-03-01'), day('2016-03-30')));
});
