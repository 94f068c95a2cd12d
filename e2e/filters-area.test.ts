import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { events, standsWithin } from './dossier-files';
import { AT_LAKE_SEV, DOSSIER, expectSymbol, listed, mapOf } from './map';

const tool = (page: Page) => page.getByRole('button', { name: 'Filter by an area of the map' });
const areaOf = (page: Page) => new URL(page.url()).searchParams.get('area') ?? '';
const choice = (page: Page, name: string) =>
	page.getByRole('group', { name: 'Area' }).getByRole('button', { name });

async function open(page: Page) {
	await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
	await expectSymbol(page, 'movement');
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('The map has no box.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many pixels of a part of the page are darker than the land and its relief are. */
async function darkPixels(
	page: Page,
	clip: { x: number; y: number; width: number; height: number }
): Promise<number> {
	const { data } = PNG.sync.read(await page.screenshot({ clip }));
	let count = 0;
	for (let i = 0; i < data.length; i += 4) if ((data[i] as number) < 180) count++;
	return count;
}

async function expectWithin(page: Page, box: number[]) {
	const wanted = events.filter((event) => standsWithin(event, box));
	expect(wanted.length).toBeGreaterThan(0);
	expect(wanted.length).toBeLessThan(events.length);
	await expect(listed(page)).toHaveCount(wanted.length);
	const ids = await listed(page).evaluateAll((links) => links.map(({ id }) => id).sort());
	expect(ids).toEqual(wanted.map(({ id }) => `event-${id}`).sort());
}

test.describe('an area', () => {
	test('is drawn as a box by dragging, filters, shows, and is taken off by its chip', async ({
		page
	}) => {
		const middle = await open(page);
		// Where the box will have its left side, above the symbols.
		const line = () =>
			darkPixels(page, { x: middle.x - 33, y: middle.y - 100, width: 7, height: 40 });
		const before = await line();
		await tool(page).click();
		await choice(page, 'Draw a box').click();
		await expect(page.getByText('Drag a box over the map.')).toBeVisible();
		await page.mouse.move(middle.x - 30, middle.y - 120);
		await page.mouse.down();
		await page.mouse.move(middle.x + 160, middle.y + 100, { steps: 4 });
		await page.mouse.up();
		await expect(page).toHaveURL(/area=/);
		const [west, south, east, north] = areaOf(page).split(',').map(Number) as [
			number,
			number,
			number,
			number
		];
		expect(west).toBeLessThan(46.2311);
		expect(east).toBeGreaterThan(46.2311);
		expect(south).toBeLessThan(39.5981);
		expect(north).toBeGreaterThan(39.5981);
		await expectWithin(page, [west, south, east, north]);
		// The map itself did not move under the drag, nor was an event chosen.
		expect(new URL(page.url()).searchParams.get('map')).toBe('9/39.5981/46.2311');
		await expect(page).not.toHaveURL(/event=/);
		await expect.poll(line, { timeout: 20_000 }).toBeGreaterThan(before + 30);
		await page.getByRole('link', { name: 'Remove the filter: Within the box' }).click();
		await expect(listed(page)).toHaveCount(events.length);
		await expect.poll(line, { timeout: 20_000 }).toBe(before);
	});

	test('is drawn as an outline by clicking, and Enter closes it', async ({ page }) => {
		const middle = await open(page);
		await tool(page).click();
		await choice(page, 'Draw an outline').click();
		for (const [x, y] of [
			[-150, -100],
			[150, -100],
			[150, 100]
		] as const)
			await page.mouse.click(middle.x + x, middle.y + y);
		await expect(page.getByRole('button', { name: 'Close it' })).toBeVisible();
		await page.mouse.click(middle.x - 150, middle.y + 100);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/area=/);
		const corners = areaOf(page)
			.split(';')
			.map((corner) => corner.split(',').map(Number) as [number, number]);
		expect(corners).toHaveLength(4);
		const lons = corners.map(([lon]) => lon);
		const lats = corners.map(([, lat]) => lat);
		await expectWithin(page, [
			Math.min(...lons),
			Math.min(...lats),
			Math.max(...lons),
			Math.max(...lats)
		]);
		await expect(page).not.toHaveURL(/event=/);
	});

	test('that is being drawn is closed by a double click and given up with Escape', async ({
		page
	}) => {
		const middle = await open(page);
		await tool(page).click();
		await choice(page, 'Draw an outline').click();
		await page.mouse.click(middle.x - 100, middle.y - 100);
		await page.keyboard.press('Escape');
		await expect(page.getByText('Click the corners')).toHaveCount(0);
		await expect(page).not.toHaveURL(/area=/);
		await tool(page).click();
		await choice(page, 'Draw an outline').click();
		await page.mouse.click(middle.x - 100, middle.y - 100);
		await page.mouse.click(middle.x + 100, middle.y - 100);
		await page.mouse.dblclick(middle.x, middle.y + 100);
		await expect(page).toHaveURL(/area=[\d.]+,[\d.]+;[\d.]+,[\d.]+;[\d.]+,[\d.]+&/);
		expect(new URL(page.url()).searchParams.get('map')).toMatch(/^9\//);
		// The map takes clicks again.
		await page.mouse.click(middle.x, middle.y);
		await expect(page).toHaveURL(/event=lake-sev/);
	});

	test('is what the map shows, by the keyboard alone', async ({ page }) => {
		await open(page);
		await tool(page).focus();
		await page.keyboard.press('Enter');
		await expect(choice(page, 'Draw a box')).toBeFocused();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/area=/);
		await expectWithin(page, areaOf(page).split(',').map(Number));
		await expect(tool(page)).toBeFocused();
		await expect(page.getByRole('navigation', { name: 'Events outside the map' })).toHaveCount(0);
		await page.keyboard.press('Enter');
		await choice(page, 'Remove the area').click();
		await expect(listed(page)).toHaveCount(events.length);
	});
});
