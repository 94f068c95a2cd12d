import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveOwn } from '../scripts/own-server.js';
import { DOSSIER } from './map';

const ID = DOSSIER.slice(1);
let data: string;
let server: Awaited<ReturnType<typeof serveOwn>>;
test.beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-notes-'));
	cpSync(join('geodata', ID), join(data, ID), { recursive: true });
	server = await serveOwn(data, ['--edit']);
});
test.afterEach(() => {
	server.stop();
	rmSync(data, { recursive: true, force: true });
});

const text = (page: Page) => page.getByLabel('Text', { exact: true });
const points = (page: Page) => page.getByRole('textbox', { name: /latitude and longitude$/ });
async function begin(page: Page) {
	await page.goto(`${server.base}${DOSSIER}/edit`);
	await page.getByRole('button', { name: 'Notes', exact: true }).click();
	await page.getByRole('button', { name: 'New note' }).click();
	await expect(page.locator('canvas')).toBeVisible({ timeout: 30_000 });
}
/** Writes the draft into the server's folder, and has the check look at what is there. */
async function write(page: Page) {
	await page.getByRole('button', { name: /^Changes/ }).click();
	await page.getByRole('button', { name: 'Write into the server’s folder' }).click();
	await expect(page.getByText(/^Written into the server’s folder/)).toBeVisible();
	await promisify(execFile)(process.execPath, [
		'dist/dateline.js',
		'check',
		join(data, ID),
		'--strict'
	]);
}

test('an area drawn by pointer is written into the folder, and comes and goes with the dates', async ({
	page
}) => {
	await begin(page);
	await text(page).fill('The road that both sides use');
	await page.getByLabel('Drawn as').selectOption('Area');
	await draw(page);
	const box = await page.locator('canvas').boundingBox();
	if (!box) throw new Error('The map has no box.');
	const at = [
		[0.3, 0.3],
		[0.6, 0.35],
		[0.5, 0.6]
	] as const;
	for (const [i, [x, y]] of at.entries()) {
		await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
		await expect(points(page)).toHaveCount(i + 1);
	}
	await page.getByRole('button', { name: 'Done' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(points(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Redo' }).click();
	await expect(points(page)).toHaveCount(3);
	await page.getByLabel('Shows at', { exact: true }).fill('2021-06-01/2021-06-10');
	await expect(page.getByText('Kept in this browser only')).toBeVisible();
	await write(page);

	const note = page.getByRole('region', { name: 'Notes by the author' }).getByText('The road that');
	await page.goto(`${server.base}${DOSSIER}?from=2021-06-05&to=2021-06-20`);
	await expect(note).toBeVisible();
	await page.goto(`${server.base}${DOSSIER}?from=2021-06-11&to=2021-06-20`);
	await expect(page.getByRole('region', { name: 'Notes by the author' })).toHaveCount(0);
});

const valuesOf = (page: Page) =>
	points(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
/** Latitude and longitude of each point of the note, in degrees. */
const degrees = async (page: Page) =>
	(await valuesOf(page)).map((value) => value.split(', ').map(Number) as [number, number]);
async function boxOf(page: Page) {
	const box = await page.locator('canvas').boundingBox();
	if (!box) throw new Error('The map has no box.');
	return box;
}
async function draw(page: Page) {
	await page.getByRole('button', { name: 'Draw on the map' }).press('Enter');
	await expect(page.getByText(/arrow keys move the map, Enter takes its middle/)).toBeVisible({
		timeout: 30_000
	});
}
/** Moves the map by an arrow key, as far as one press moves it: 100 pixels. */
async function moveMap(page: Page, key: 'ArrowLeft' | 'ArrowUp') {
	const symbol = page
		.getByRole('region', { name: 'Map of the draft' })
		.getByRole('button', { name: /^.*Yerevan/ })
		.first();
	const side = key === 'ArrowLeft' ? 'x' : 'y';
	const before = (await symbol.boundingBox())?.[side] ?? NaN;
	await page.locator('canvas').press(key);
	await expect
		.poll(async () => Math.round(((await symbol.boundingBox())?.[side] ?? NaN) - before))
		.toBe(100);
}

for (const [kind, clicks] of [
	['Text at a point', 1],
	['Arrow', 2],
	['Line', 3],
	['Area', 4]
] as const)
	test(`a note is drawn by pointer and by keys alike: ${kind}`, async ({ page }) => {
		await begin(page);
		await text(page).fill(kind);
		await page.getByLabel('Drawn as').selectOption(kind);
		await draw(page);
		const box = await boxOf(page);
		for (let i = 0; i < clicks; i++) {
			await page.mouse.click(box.x + 90 + 80 * i, box.y + box.height * (i % 2 ? 0.55 : 0.35));
			await expect(points(page)).toHaveCount(i + 1);
		}
		if (kind === 'Text at a point')
			await expect(page.getByRole('button', { name: 'Take the middle' })).toBeHidden();
		else
			await page.mouse.click(
				box.x + 90 + 80 * (clicks - 1),
				box.y + box.height * (clicks % 2 ? 0.35 : 0.55)
			);
		// The last point pressed again has ended it, and is no point more.
		await expect(page.getByRole('button', { name: 'Take the middle' })).toBeHidden();
		await expect(points(page)).toHaveCount(clicks);
		expect(new Set(await valuesOf(page)).size).toBe(clicks);

		for (let i = 0; i < clicks; i++)
			await page
				.getByRole('button', { name: /^Take out point/ })
				.last()
				.click();
		await expect(points(page)).toHaveCount(0);

		await draw(page);
		const canvas = page.locator('canvas');
		for (let i = 0; i < clicks; i++) {
			if (i > 0) await moveMap(page, i % 2 ? 'ArrowLeft' : 'ArrowUp');
			await canvas.press('Enter');
			await expect(points(page)).toHaveCount(i + 1);
		}
		if (clicks > 1) {
			await canvas.press('Backspace');
			await expect(points(page)).toHaveCount(clicks - 1);
			await canvas.press('Enter');
			await expect(points(page)).toHaveCount(clicks);
		}
		await page.keyboard.press('Escape');
		await expect(page.getByRole('button', { name: 'Take the middle' })).toBeHidden();
		// Where the hand was before it went to the map.
		await expect(
			page.getByRole('button', { name: clicks > 1 ? 'Draw on' : 'Move on the map' })
		).toBeFocused();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
test('a corner is dragged to where it belongs, and a new one out of the middle of a side', async ({
	page
}) => {
	await begin(page);
	await text(page).fill('Moved');
	await page.getByLabel('Drawn as').selectOption('Line');
	await draw(page);
	const { x, y } = await boxOf(page);
	await page.mouse.click(x + 100, y + 300);
	await expect(points(page)).toHaveCount(1);
	await page.mouse.click(x + 300, y + 300);
	await expect(points(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'End drawing' }).click();
	const [[lat, west], [, east]] = (await degrees(page)) as [[number, number], [number, number]];
	const pixel = (east - west) / 200;
	const frame = () => page.evaluate(() => new Promise(requestAnimationFrame));
	async function drag(from: [number, number], to: [number, number]) {
		await page.mouse.move(x + from[0], y + from[1]);
		await page.mouse.down();
		// A slow machine takes several moves within one frame for one.
		for (const share of [0.1, 0.5, 1]) {
			const between = (i: 0 | 1) => from[i] + (to[i] - from[i]) * share;
			await page.mouse.move(x + between(0), y + between(1));
			await frame();
		}
		await page.mouse.up();
	}
	await drag([300, 300], [350, 300]);
	await expect(points(page).last()).not.toHaveValue(`${lat}, ${east}`);
	const moved = await degrees(page);
	expect(moved[0]).toEqual([lat, west]);
	expect(moved[1]?.[1]).toBeCloseTo(east + 50 * pixel, 3);
	expect(moved[1]?.[0]).toBeCloseTo(lat, 3);

	await drag([225, 300], [225, 360]);
	await expect(points(page)).toHaveCount(3);
	const bent = await degrees(page);
	expect([bent[0], bent[2]]).toEqual([moved[0], moved[1]]);
	expect(bent[1]?.[1]).toBeCloseTo(west + 125 * pixel, 3);
	expect(bent[1]?.[0]).toBeLessThan(lat);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => degrees(page)).toEqual(moved);
	await expect(page.getByText('Kept in this browser only')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Notes', exact: true }).click();
	await page.getByRole('button', { name: 'Moved', exact: false }).click();
	await expect.poll(() => degrees(page)).toEqual(moved);
});

test('a place is moved by hand, and is asked where its point comes from now', async ({ page }) => {
	await page.goto(`${server.base}${DOSSIER}/edit`);
	await page.getByRole('button', { name: 'Places', exact: true }).click();
	await page.getByRole('button', { name: 'Shusha' }).click();
	await expect(page.locator('canvas')).toBeVisible({ timeout: 30_000 });
	const point = page.getByLabel('Point on the map', { exact: true });
	const before = await point.inputValue();
	await page.getByRole('button', { name: 'Pick on the map' }).click();
	await expect(page.getByText(/Click where the place is/)).toBeVisible({ timeout: 30_000 });
	const box = await boxOf(page);
	await page.mouse.click(box.x + 120, box.y + 420);
	await expect(point).not.toHaveValue(before);
	await expect(page.getByText(/^“GeoNames.*say where this one comes from/)).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(point).toHaveValue(before);
	await expect(page.getByText(/say where this one comes from/)).toHaveCount(0);
});

test('what somebody else has changed in the folder is brought together, not written over', async ({
	page
}) => {
	await begin(page);
	await text(page).fill('Mine');
	await page.getByLabel('Drawn as').selectOption('Text at a point');
	await draw(page);
	await page.getByRole('button', { name: 'Take the middle' }).click();
	await expect(points(page)).toHaveCount(1);

	const path = join(data, ID, 'notes.geojson');
	const theirs = JSON.parse(readFileSync(path, 'utf8')) as {
		features: { properties: { text: string } }[];
	};
	const [first] = theirs.features;
	if (!first) throw new Error('The shipped dossier has no note.');
	first.properties.text = 'Changed by somebody else.';
	writeFileSync(path, JSON.stringify(theirs));

	await page.getByRole('button', { name: /^Changes/ }).click();
	await page.getByRole('button', { name: 'Write into the server’s folder' }).click();
	await expect(page.getByRole('heading', { name: 'Changed here and on the server' })).toBeVisible();
	expect(readFileSync(path, 'utf8')).not.toContain('Mine');
	await page.getByRole('button', { name: 'Bring them together' }).click();
	await write(page);
	const written = readFileSync(path, 'utf8');
	expect(written).toContain('Mine');
	expect(written).toContain('Changed by somebody else.');
});

test('a view becomes a step of a story', async ({ page }) => {
	await page.goto(`${server.base}${DOSSIER}?from=2021-05-12&to=2021-05-14`);
	await page.getByRole('button', { name: 'Take the view with you' }).click();
	await page.getByRole('link', { name: 'Step of a story' }).click();
	await page.getByLabel('Of the story').selectOption('A new story');
	await page.getByLabel('Heading').fill('Two days in May');
	await page.getByRole('button', { name: 'Add the step' }).click();
	await page.getByLabel('Title', { exact: true }).fill('A short story');
	await page.getByText('Two days in May').click();
	await expect(page.getByLabel('View', { exact: true })).toHaveValue(
		'from=2021-05-12&to=2021-05-14'
	);
	await page.getByLabel('Text', { exact: true }).fill('One paragraph.\n\nAnd another.');
	await write(page);

	await page.goto(`${server.base}${DOSSIER}?story=new-story`);
	await expect(page.getByRole('heading', { name: 'Two days in May' })).toBeVisible();
	await expect(page.getByText('And another.')).toBeVisible();
});
