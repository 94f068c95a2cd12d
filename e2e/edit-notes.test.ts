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
	await page.getByRole('button', { name: 'Draw on the map' }).click();
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

test('a line is drawn by keys alone', async ({ page }) => {
	await begin(page);
	await text(page).fill('By keys');
	await page.getByLabel('Drawn as').selectOption('Line');
	await page.getByRole('button', { name: 'Draw on the map' }).press('Enter');
	const middle = page.getByRole('button', { name: 'Take the middle' });
	await middle.press('Enter');
	await expect(points(page)).toHaveCount(1);
	await page.locator('canvas').focus();
	await page.keyboard.press('ArrowRight');
	const first = await points(page).first().inputValue();
	await expect
		.poll(async () => {
			await middle.press('Enter');
			return points(page).last().inputValue();
		})
		.not.toBe(first);
	await page.getByRole('button', { name: 'Done' }).press('Enter');
	await page.getByLabel('Say how long it is').press('Space');
	await expect(page.getByLabel('Say how long it is')).toBeChecked();
	await points(page).first().fill('39.75 N, 46.35 E');
	await points(page).first().press('Enter');
	await expect(points(page).first()).toHaveValue('39.75, 46.35');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what somebody else has changed in the folder is brought together, not written over', async ({
	page
}) => {
	await begin(page);
	await text(page).fill('Mine');
	await page.getByLabel('Drawn as').selectOption('Text at a point');
	await page.getByRole('button', { name: 'Draw on the map' }).click();
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
